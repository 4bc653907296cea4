/// A workbook in the OpenDocument format, as LibreOffice keeps it.
struct OpenDocumentWorkbook: SheetSource {
  private let sheets: [OpenDocumentReader.Sheet]

  /// Reads the workbook of an archive.
  init(_ archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookProblem) {
    guard let content = try archive.part("content.xml") else { throw .notAWorkbook }
    let state = OpenDocumentReader(limits: limits)
    // Styles with a name of their own stand in a part by themselves.
    if let styles = try archive.part("styles.xml"), !state.read(styles) {
      throw .malformed(part: "styles.xml")
    }
    let isWhole = state.read(content)
    if let problem = state.problem { throw problem }
    guard isWhole else { throw .malformed(part: "content.xml") }
    guard !state.sheets.isEmpty else { throw .notAWorkbook }
    sheets = state.sheets
  }

  var sheetNames: [(name: String, isHidden: Bool)] { sheets.map { ($0.name, $0.isHidden) } }

  // Days are written as dates.
  var countsFrom1904: Bool { false }

  func sheet(_ place: Int) throws(WorkbookProblem) -> SheetContent? { sheets[place].content }
}
