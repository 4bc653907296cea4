/// Makes a table of a file: encoding, separator, headings, and what is tolerated or refused.
struct CSVReader {
  /// Where messages go.
  let reports: Reports
  /// Whether a heading is one that the file's reader knows.
  let isKnown: (String) -> Bool

  /// Reads a table; nil, with reports, if there is nothing that could be a table.
  func read(_ source: SourceFile) -> CSVTable? {
    guard !source.bytes.isEmpty else { return refuse(empty: source) }
    guard let source = WorkbookFile(reports: reports, isKnown: isKnown).unpacked(source) else {
      return nil
    }
    let decoded = TextEncoding.decode(source.bytes)
    let file = SourceFile(name: source.name, bytes: decoded.bytes)
    file.isWorkbook = source.isWorkbook
    guard acceptsBytes(of: file, truncated: decoded.isTruncated) else { return nil }
    let separator = Self.separator(of: decoded.bytes)
    let scan = CSVScanner(decoded.bytes, separator: separator)
    var rows = scan.records.filter { !isBlank($0, scan, file) }
    // Where the scan had to stop, its last row is not what anybody wrote.
    if scan.isCutShort, rows.count > 1 { rows.removeLast() }
    guard let heading = headingRow(rows, scan, file) else { return refuse(empty: source) }
    let headings = headings(rows[heading], scan, file)
    file.showsContents = !PatientData.isInHeadings(
      rows.prefix(heading + 1).flatMap { row in
        row.fields.map { CSVTable.text(scan.fields[$0], in: file.bytes) }
      })
    let table = CSVTable(
      file: file, separator: separator, headings: headings, headingRecord: rows[heading],
      records: data(rows, below: heading, width: headings.count, scan, file), fields: scan.fields,
      isCutShort: scan.isCutShort)
    report(decoded, scan, table)
    guard PatientData(reports: reports).isAbsent(from: table, isKnown: isKnown) else { return nil }
    note(skippedAbove: heading, blank: scan.records.count - rows.count, table)
    reportRagged(table)
    return table
  }

  private func refuse(empty file: SourceFile) -> CSVTable? {
    reports.add(
      Diagnostic(
        code: "E101", file: file.name, message: "the file is empty",
        fix: "save the table again, with its headings in the first row."))
    return nil
  }

  private func acceptsBytes(of file: SourceFile, truncated: Bool) -> Bool {
    if truncated {
      reports.add(
        Diagnostic(
          code: "E182", file: file.name, message: "the file ends in the middle of a character",
          why: "It is UTF-16 with an odd number of bytes, so a part is missing.",
          fix: "save or copy it again."))
      return false
    }
    let zeros = file.bytes.count { $0 == 0 }
    guard zeros > 0 else { return true }
    reports.add(
      Diagnostic(
        code: "E181", file: file.name,
        message: "the file holds \(NumberText.count(zeros, "zero byte")), so it is no text",
        why: "It may be a spreadsheet itself, or UTF-16 without its mark.",
        fix: "in the spreadsheet choose Save As and then \"CSV UTF-8\"."))
    return false
  }

  /// The separator that the first lines use most, outside quotes.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isInside = false
    for byte in bytes.prefix(16_384) {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if !isInside, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 9 {
        counts[byte, default: 0] += 1
      }
    }
    let comma = UInt8(ascii: ",")
    // Only a clear majority unseats the comma: notes hold semicolons too.
    return [UInt8(ascii: ";"), 9].filter { counts[$0, default: 0] > counts[comma, default: 0] }
      .max { counts[$0, default: 0] < counts[$1, default: 0] } ?? comma
  }

  private func isBlank(_ record: CSVScanner.Record, _ scan: CSVScanner, _ file: SourceFile) -> Bool
  {
    record.fields.allSatisfy { place in
      let field = scan.fields[place]
      return file.bytes[field.start..<field.end].allSatisfy { $0 == 32 || $0 == 9 }
        || Trimming.trimmed(CSVTable.text(field, in: file.bytes)).isEmpty
    }
  }

  /// The row among the first ten with the most known headings.
  private func headingRow(
    _ rows: [CSVScanner.Record], _ scan: CSVScanner, _ file: SourceFile
  ) -> Int? {
    guard !rows.isEmpty else { return nil }
    var best = (row: 0, count: 0)
    for (place, row) in rows.prefix(10).enumerated() {
      let count = row.fields.count { isKnown(CSVTable.text(scan.fields[$0], in: file.bytes)) }
      if count > best.count { best = (place, count) }
    }
    return best.row
  }

  private func headings(
    _ record: CSVScanner.Record, _ scan: CSVScanner, _ file: SourceFile
  ) -> [String] {
    var headings = record.fields.map {
      Trimming.trimmed(CSVTable.text(scan.fields[$0], in: file.bytes))
    }
    while headings.last?.isEmpty == true { headings.removeLast() }
    return headings
  }

  private func data(
    _ rows: [CSVScanner.Record], below heading: Int, width: Int, _ scan: CSVScanner,
    _ file: SourceFile
  ) -> [CSVScanner.Record] {
    var data = Array(rows[(heading + 1)...])
    // A spreadsheet's total stands last, and its row often has fewer cells.
    if let last = data.last {
      let words = last.fields.prefix(3).map {
        Trimming.folded(CSVTable.text(scan.fields[$0], in: file.bytes))
      }
      if let first = words.first(where: { !$0.isEmpty }),
        ["total", "totals", "grandtotal", "sum"].contains(first)
      {
        data.removeLast()
        reports.add(
          Diagnostic(
            code: "N175", file: file.name, line: last.line,
            message: "row \(last.row) is a total and was left out"))
      }
    }
    return data
  }
}
