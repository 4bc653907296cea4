/// A spreadsheet's own file read as if it had been saved as CSV.
///
/// Read with libzip and expat, because no library of Debian or of Swift reads the format.
struct WorkbookFile {
  /// Where messages go.
  let reports: Reports
  /// Whether a heading is one that the file's reader knows.
  let isKnown: (String) -> Bool
  var limits = WorkbookLimits()

  /// The file itself if it is text, or the table in it if it is a workbook; nil, with a report, if
  /// it is one that cannot be read.
  func unpacked(_ file: SourceFile) -> SourceFile? {
    if file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      reports.add(
        Diagnostic(
          code: "E183", file: file.name,
          message: "\(file.name) is a workbook in the old format, or one with a password",
          fix: "save it as an Excel workbook (.xlsx) without a password."))
      return nil
    }
    guard file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return file }
    do {
      let (sheet, rows) = try table(file.bytes)
      let csv = try csv(rows)
      reports.add(
        Diagnostic(
          code: "N184", file: file.name, message: "the sheet \"\(sheet.prefix(40))\" was read"))
      let text = SourceFile(name: file.name, bytes: csv)
      text.isWorkbook = true
      return text
    } catch {
      reports.add(
        Diagnostic(
          code: "E183", file: file.name, message: "\(file.name) \(error.words)",
          fix: "open it in a spreadsheet and save it again, or save the table as CSV."))
      return nil
    }
  }

  /// The sheet with the most known headings in its first rows, and all its rows.
  private func table(
    _ bytes: [UInt8]
  ) throws(WorkbookProblem) -> (name: String, rows: WorkbookSheetReader.Rows) {
    let archive = try ZipArchive(bytes, limits: limits)
    let parts = try WorkbookParts(archive)
    let reader = WorkbookSheetReader(parts: parts, limits: limits)
    var best: (count: Int, sheet: WorkbookParts.Sheet)?
    for sheet in parts.sheets.prefix(100) {
      guard let part = try archive.part(sheet.part) else { continue }
      let rows = try reader.rows(part, name: sheet.part, most: 10)
      let count = rows.map { row in row.cells.count(where: isKnown) }.max() ?? 0
      if best.map({ count > $0.count }) ?? true { best = (count, sheet) }
    }
    guard let best, let part = try archive.part(best.sheet.part) else { throw .notAWorkbook }
    return (best.sheet.name, try reader.rows(part, name: best.sheet.part))
  }

  /// The rows as CSV, each with at least as many cells as the headings, as a spreadsheet saves them.
  private func csv(_ rows: WorkbookSheetReader.Rows) throws(WorkbookProblem) -> [UInt8] {
    let headings = rows.prefix(10).max {
      $0.cells.count(where: isKnown) < $1.cells.count(where: isKnown)
    }
    let width = headings?.cells.count ?? 0
    guard rows.count * width <= limits.part else {
      throw .tooLarge("its sheet holds too many cells")
    }
    var bytes: [UInt8] = []
    var next = 1
    for row in rows {
      while next < row.number {
        bytes.append(10)
        next += 1
      }
      for (column, cell) in row.cells.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        if cell.isEmpty { continue }
        bytes += Array("\"\(cell.replacing("\"", with: "\"\""))\"".utf8)
      }
      let missing = max(0, width - row.cells.count)
      bytes += Array(repeating: UInt8(ascii: ","), count: missing)
      bytes.append(10)
      next += 1
    }
    return bytes
  }
}
