import Days

/// What a table's reader says about the shape of the file.
extension CSVReader {
  /// Reports the encoding and whatever is not RFC 4180.
  func report(_ decoded: TextEncoding.Decoded, _ scan: CSVScanner, _ table: CSVTable) {
    if let foreign = decoded.firstForeign { reportEncoding(foreign, scan, table) }
    if decoded.name == "UTF-16" {
      reports.add(
        Diagnostic(code: "N181", file: table.file.name, message: "the file was read as UTF-16"))
    }
    if table.separator != UInt8(ascii: ",") {
      let name =
        table.separator == 9
        ? "tabs" : table.separator == UInt8(ascii: ";") ? "semicolons" : "vertical bars"
      reports.add(
        Diagnostic(
          code: "N176", file: table.file.name, message: "the cells are separated by \(name)"))
    }
    // Thousands of them say no more than the first, and the last one may be why the scan stopped.
    for problem in scan.problems.prefix(1_000) { report(problem, scan, table) }
    if scan.problems.count > 1_000, let last = scan.problems.last { report(last, scan, table) }
  }

  private func reportEncoding(_ byte: Int, _ scan: CSVScanner, _ table: CSVTable) {
    let (record, column) = cell(holding: byte, scan)
    reports.add(
      table.diagnostic(
        "W180", record, column,
        "the file is not UTF-8; it was read as Windows-1252, first in \(table.cell(record, column))",
        why: "A spreadsheet saved it with the letters of one country.",
        fix: "check the names with accents and dashes, and choose Save As \"CSV UTF-8\"."))
  }

  private func report(_ problem: CSVScanner.Problem, _ scan: CSVScanner, _ table: CSVTable) {
    let (record, column) = cell(holding: problem.byte, scan)
    let cell = table.cell(record, column)
    switch problem.kind {
    case .textAfterQuote:
      reports.add(
        table.diagnostic(
          "E171", record, column, "cell \(cell) goes on after its closing quotation mark",
          fix: "write a quotation mark inside a cell twice, and quote the whole cell."))
    case .quoteInside:
      reports.add(
        table.diagnostic(
          "E171", record, column, "cell \(cell) has a quotation mark in its middle",
          fix: "quote the whole cell and write the mark twice: \"The \"\"Old\"\" Surgery\"."))
    case .unterminatedQuote:
      reports.add(
        table.diagnostic(
          "E172", record, column, "a quotation mark in cell \(cell) is never closed",
          why: "The rest of the file would be one cell, so nothing after it was read.",
          fix: "close it, or remove it."))
    case .oversizedCell:
      reports.add(
        table.diagnostic(
          "E173", record, column, "cell \(cell) holds more than a megabyte",
          why: "No cell of such a table is that long, so nothing after it was read.",
          fix: "look for a quotation mark that is closed too late."))
    case .tooManyCells:
      reports.add(
        table.diagnostic(
          "E174", record, column,
          "row \(record.row) has more than \(CSVScanner.mostCells.grouped) cells",
          why: "No spreadsheet is that wide, so nothing after it was read.",
          fix: "save the table again with as many cells as headings."))
    case .tooManyRows:
      reports.add(
        table.diagnostic(
          "E175", record, column,
          "the table has more than \(CSVScanner.mostRows.grouped) rows",
          why: "All of England's practices with all their stages are 75,000.",
          fix: "take out the rows that are not of this region, and the blank ones."))
    case .tooManyFields:
      reports.add(
        table.diagnostic(
          "E175", record, column,
          "the table has more than \(CSVScanner.mostFields.grouped) cells",
          why: "All of England's practices with forty columns are 250,000.",
          fix: "take out the rows that are not of this region, and the columns that nobody needs."))
    }
  }

  private func cell(
    holding byte: Int, _ scan: CSVScanner
  ) -> (record: CSVScanner.Record, column: Int) {
    let field = last(of: scan.fields.count) {
      scan.fields[$0].start - (scan.fields[$0].isQuoted ? 1 : 0) <= byte
    }
    let record = last(of: scan.records.count) { scan.records[$0].fields.lowerBound <= field }
    return (scan.records[record], field - scan.records[record].fields.lowerBound)
  }

  /// The last place at which something holds that holds up to some place and not after it.
  private func last(of count: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Notes that two rows of headings were read as one.
  func noteJoined(_ table: CSVTable) {
    reports.add(
      Diagnostic(
        code: "N180", file: table.file.name, line: table.headingRecord.line,
        message: "two rows of headings were read as one:"
          + " \(table.headings.prefix(12).joined(separator: ", "))"))
  }

  /// Notes the first of the marks that nobody sees.
  func noteMark(at byte: Int, _ scan: CSVScanner, _ table: CSVTable) {
    let (record, column) = cell(holding: byte, scan)
    reports.add(
      table.diagnostic(
        "N187", record, column,
        "marks that nobody sees were left out, first in"
          + " \(table.cell(record, column))",
        why: "Text copied from a web page or a message carries them."))
  }

  /// Notes what was passed over.
  func note(skippedAbove count: Int, blank: Int, _ table: CSVTable) {
    if count > 0 {
      reports.add(
        Diagnostic(
          code: "N177", file: table.file.name, line: table.headingRecord.line,
          message: "\(counted(count, "row")) above the headings left out"))
    }
    if blank > 0 {
      reports.add(
        Diagnostic(
          code: "N178", file: table.file.name,
          message: "\(counted(blank, "blank row")) left out"))
    }
    let empty = table.headingRecord.fields.count - table.headings.count
    if empty > 0 {
      reports.add(
        Diagnostic(
          code: "N179", file: table.file.name, line: table.headingRecord.line,
          message: "\(counted(empty, "column")) without heading on the right left out"))
    }
  }

  /// Reports the rows that have more or fewer cells than there are headings.
  func reportRagged(_ table: CSVTable) {
    let width = table.headings.count
    for record in table.records where record.fields.count != width {
      let count = record.fields.count
      if count > width {
        guard let filled = (width..<count).first(where: { !table.text(record, $0).isEmpty }) else {
          continue
        }
        reports.add(
          table.diagnostic(
            "E170", record, filled,
            "row \(record.row) has \(counted(count, "cell")), the headings have \(width)",
            why: "Most often a comma in a name or a note is not inside quotation marks.",
            fix: "put the cell with the comma in quotation marks."))
      } else {
        reports.add(
          table.diagnostic(
            "E170", record, max(0, count - 1),
            "row \(record.row) has \(counted(count, "cell")), the headings have \(width)",
            why: "Cells are missing, so those after them may be in the wrong column.",
            fix: "add the missing cells; empty ones count."))
      }
    }
  }

}
