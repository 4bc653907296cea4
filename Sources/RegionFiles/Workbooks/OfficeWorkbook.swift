/// A workbook in the format of Excel, with or without macros.
struct OfficeWorkbook: SheetSource {
  private let archive: ZipArchive
  private let parts: WorkbookParts
  private let limits: WorkbookLimits

  /// Opens the workbook of an archive.
  init(_ archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookProblem) {
    self.archive = archive
    self.limits = limits
    parts = try WorkbookParts(archive)
  }

  var sheetNames: [(name: String, isHidden: Bool)] { parts.sheets.map { ($0.name, $0.isHidden) } }

  var countsFrom1904: Bool { parts.countsFrom1904 }

  func sheet(_ place: Int) throws(WorkbookProblem) -> SheetContent? {
    let name = parts.sheets[place].part
    guard let bytes = try archive.part(name) else { return nil }
    var builder = try WorkbookSheetReader(parts: parts, limits: limits).sheet(bytes, name: name)
    try addComments(of: name, to: &builder)
    if let problem = builder.problem { throw problem }
    return builder.content
  }

  /// Adds the remarks on a sheet's cells: notes, and the comments that stand beside them since 2018.
  private func addComments(
    of part: String, to builder: inout SheetBuilder
  ) throws(WorkbookProblem) {
    let relationships = try PackageParts(archive: archive).relationships(of: part)
    var found: [(name: String, text: String)] = []
    for relationship in relationships where relationship.kind == "threadedComment" {
      found += try comments(relationship.target, "threaded:threadedComment", "threaded:text")
    }
    // Of a threaded comment the older form holds no more than that it is one.
    let threaded = Set(found.map(\.name))
    for relationship in relationships where relationship.kind == "comments" {
      found += try comments(relationship.target, "comment", "t")
        .filter { !threaded.contains($0.name) }
    }
    for (name, text) in found {
      guard let place = WorkbookSheetReader.place(name) else { continue }
      builder.comment(text, row: place.row, column: place.column)
    }
  }

  private func comments(
    _ part: String, _ element: String, _ textElement: String
  ) throws(WorkbookProblem) -> [(name: String, text: String)] {
    guard let bytes = try archive.part(part) else { return [] }
    var found: [(name: String, text: String)] = []
    var text: [UInt8] = []
    var name = ""
    var isText = false
    let reader = XMLReader()
    reader.onStart = { started, attributes in
      if started == element {
        name = attributes["ref"] ?? ""
        text = []
      }
      if started == textElement { isText = true }
    }
    reader.onText = { if isText { text.append(contentsOf: $0) } }
    reader.onEnd = { ended in
      if ended == textElement { isText = false }
      if ended == element { found.append((name, String(decoding: text, as: UTF8.self))) }
    }
    guard reader.read(bytes) else { throw .malformed(part: part) }
    return found
  }
}
