import Days

/// Makes a table of a file: encoding, separator, headings, and what is tolerated or refused.
struct CSVReader {
  /// Where messages go.
  let reports: Reports
  /// The headings that the file's reader knows.
  let names: HeadingNames
  /// The sheets of a workbook to read, by name; empty for those that carry the headings.
  var sheets: [String] = []

  /// A reader of tables with these headings.
  init(reports: Reports, names: HeadingNames, sheets: [String] = []) {
    self.reports = reports
    self.names = names
    self.sheets = sheets
  }

  /// A reader of tables whose headings are told by a function, none of them needed.
  init(reports: Reports, isKnown: @escaping (String) -> Bool) {
    self.init(
      reports: reports,
      names: HeadingNames(field: { isKnown($0) ? Trimming.folded($0) : nil }))
  }

  /// Reads a table; nil, with reports, if there is nothing that could be a table.
  func read(_ source: SourceFile) -> CSVTable? {
    guard !source.bytes.isEmpty else { return refuse(empty: source) }
    let workbook = WorkbookFile(reports: reports, names: names, sheets: sheets)
    guard let source = workbook.unpacked(source) else { return nil }
    let decoded = TextEncoding.decode(source.bytes)
    let (bytes, firstMark) = InvisibleMarks.removed(from: decoded.bytes)
    let file = SourceFile(name: source.name, bytes: bytes)
    file.origin = source.origin
    guard acceptsBytes(of: file, truncated: decoded.isTruncated) else { return nil }
    let separator = source.origin == nil ? Self.separator(of: bytes) : UInt8(ascii: ",")
    var scan = CSVScanner(bytes, separator: separator)
    if let origin = source.origin { scan.place(by: origin) }
    var rows = scan.records.filter { !isBlank($0, scan, file) }
    // Where the scan had to stop, its last row is not what anybody wrote.
    if scan.isCutShort, rows.count > 1 { rows.removeLast() }
    guard let found = headingRows(rows, scan, file) else { return refuse(empty: source) }
    file.showsContents = !PatientData.isInHeadings(
      found.headings + (source.origin?.titles ?? [])
        + rows.prefix(found.end).flatMap { texts($0, scan, file) })
    let data = TableRows(names: names, headings: found.headings, reports: reports)
      .kept(Array(rows[found.end...]), scan, file)
    var table = CSVTable(
      file: file, separator: separator, headings: found.headings,
      headingRecord: rows[found.end - 1], records: data, fields: scan.fields,
      isCutShort: scan.isCutShort)
    report(decoded, scan, table)
    let isKnown = names.isKnown
    guard PatientData(reports: reports).isAbsent(from: table, isKnown: isKnown) else { return nil }
    note(
      skippedAbove: source.origin?.titleRows ?? found.first,
      blank: scan.records.count - rows.count, table)
    if found.count > 1 { noteJoined(table) }
    reportRagged(table)
    if let firstMark { noteMark(at: firstMark, scan, table) }
    CellRemarks(names: names, reports: reports).report(on: &table)
    return table
  }

  private func texts(
    _ record: CSVScanner.Record, _ scan: CSVScanner, _ file: SourceFile
  ) -> [String] {
    record.fields.map { CSVTable.text(scan.fields[$0], in: file.bytes) }
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
        message: "the file holds \(counted(zeros, "zero byte")), so it is no text",
        why: "It may be a spreadsheet itself, or UTF-16 without its mark.",
        fix: "in the spreadsheet choose Save As and then \"CSV UTF-8\"."))
    return false
  }

  /// The separator that the first line names, or that the first lines use most outside quotes.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    let others = [UInt8(ascii: ";"), 9, UInt8(ascii: "|")]
    let comma = UInt8(ascii: ",")
    let first = bytes.prefix(10).prefix { $0 != 10 && $0 != 13 }.filter { $0 != UInt8(ascii: "\"") }
    if first.count == 5, first.starts(with: Array("sep=".utf8)),
      (others + [comma]).contains(first[4])
    {
      return first[4]
    }
    var counts: [UInt8: Int] = [:]
    var isInside = false
    for byte in bytes.prefix(16_384) {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if !isInside, byte == comma || others.contains(byte) { counts[byte, default: 0] += 1 }
    }
    // Only a clear majority unseats the comma: notes hold semicolons too.
    return others.filter { counts[$0, default: 0] > counts[comma, default: 0] }
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

  /// The headings: of a workbook the first row, which was made of them.
  private func headingRows(
    _ rows: [CSVScanner.Record], _ scan: CSVScanner, _ file: SourceFile
  ) -> HeadingRows.Found? {
    let depth = file.origin == nil ? HeadingRows.deepest : 1
    return HeadingRows(names: names).find(in: rows.prefix(depth).map { texts($0, scan, file) })
  }
}
