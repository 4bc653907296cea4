/// A spreadsheet's own file read as if it had been saved as CSV.
///
/// Read with libzip and expat, because no library of Debian or of Swift reads the formats.
struct WorkbookFile {
  /// Where messages go.
  let reports: Reports
  /// The headings that the file's reader knows.
  let names: HeadingNames
  /// The sheets to read, by name; empty for those that carry the headings.
  var sheets: [String] = []
  var limits = WorkbookLimits()

  /// The file itself if it is text, or the table in it if it is a workbook; nil, with a report, if
  /// it is one that cannot be read.
  func unpacked(_ file: SourceFile) -> SourceFile? {
    guard isWorkbook(file) else { return file }
    guard let chosen = chosen(file) else { return nil }
    do {
      var table = WorkbookTable(names: names, limits: limits)
      for sheet in chosen.sheets { try table.add(sheet) }
      table.origin.countsFrom1904 = chosen.countsFrom1904
      let text = SourceFile(name: file.name, bytes: try table.csv())
      text.origin = table.origin
      let read = chosen.sheets.map { "\"\($0.name.prefix(40))\"" }
      reports.add(
        Diagnostic(
          code: "N184", file: file.name,
          message: read.count == 1
            ? "the sheet \(read[0]) was read"
            : "\(read.count) sheets were read: \(read.joined(separator: ", "))"))
      return text
    } catch {
      report(error, file)
      return nil
    }
  }

  /// Whether a file is a workbook rather than text.
  func isWorkbook(_ file: SourceFile) -> Bool {
    file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// The sheets to read of a workbook; nil, with a report, if there are none.
  func chosen(_ file: SourceFile) -> WorkbookChoice? {
    if file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      reports.add(
        Diagnostic(
          code: "E183", file: file.name,
          message: "\(file.name) is a workbook in the old format, or one with a password",
          fix: "save \(file.name) as an Excel workbook (.xlsx) without a password."))
      return nil
    }
    do {
      let archive = try ZipArchive(file.bytes, limits: limits)
      let source = try source(archive)
      var choice = WorkbookChoice(names: names, wanted: sheets, reports: reports)
      return try choice.choose(from: source, file: file.name) ? choice : nil
    } catch {
      report(error, file)
      return nil
    }
  }

  private func source(_ archive: ZipArchive) throws(WorkbookProblem) -> any SheetSource {
    let type = try archive.part("mimetype") ?? []
    if String(decoding: type, as: UTF8.self).contains("opendocument.spreadsheet") {
      return try OpenDocumentWorkbook(archive, limits: limits)
    }
    return try OfficeWorkbook(archive, limits: limits)
  }

  private func report(_ problem: WorkbookProblem, _ file: SourceFile) {
    reports.add(
      Diagnostic(
        code: "E183", file: file.name, message: "\(file.name) \(problem.words)",
        fix: problem == .binary
          ? "save \(file.name) as an Excel workbook (.xlsx)."
          : "open it in a spreadsheet and save it again as .xlsx, or save the table as CSV."))
  }
}
