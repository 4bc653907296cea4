/// The parts of a workbook that its sheets refer to: names, texts and forms of numbers.
struct WorkbookParts {
  /// One sheet.
  struct Sheet {
    let name: String
    /// The name of its part in the archive.
    let part: String
    /// Whether people cannot see it.
    let isHidden: Bool
  }

  /// The sheets in order.
  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904.
  private(set) var countsFrom1904 = false
  /// The shared texts.
  private(set) var texts: [SheetContent.Cell] = []
  /// The forms of cells.
  private(set) var forms: [WorkbookForms.Form] = []

  /// Reads the parts of an archive.
  init(_ archive: ZipArchive) throws(WorkbookProblem) {
    let parts = PackageParts(archive: archive)
    let main = try parts.relationships(of: "").first { $0.kind == "officeDocument" }?.target
    let name = main ?? "xl/workbook.xml"
    if name.hasSuffix(".bin") { throw .binary }
    guard let book = try archive.part(name) else { throw .notAWorkbook }
    let folder = PackageParts.split(name).folder
    let relationships = try parts.relationships(of: name)
    let targets = Dictionary(
      relationships.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
    var sheets: [Sheet] = []
    var from1904 = false
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      switch name {
      case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      case "sheet":
        guard let id = attributes["r:id"], let target = targets[id] else { return }
        sheets.append(
          Sheet(
            name: attributes["name"] ?? "", part: target,
            isHidden: !["visible", nil].contains(attributes["state"])))
      default: break
      }
    }
    guard reader.read(book) else { throw .malformed(part: name) }
    self.sheets = sheets
    countsFrom1904 = from1904
    func target(_ kind: String) -> String {
      relationships.first { $0.kind == kind }?.target ?? "\(folder)\(kind).xml"
    }
    texts = try Self.texts(archive, target("sharedStrings"))
    let styles = target("styles")
    if let bytes = try archive.part(styles) {
      guard let forms = WorkbookForms.read(bytes) else { throw .malformed(part: styles) }
      self.forms = forms
    }
  }

  private static func texts(
    _ archive: ZipArchive, _ name: String
  ) throws(WorkbookProblem) -> [SheetContent.Cell] {
    guard let bytes = try archive.part(name) else { return [] }
    var texts: [SheetContent.Cell] = []
    var collector = TextCollector()
    let reader = XMLReader()
    reader.onStart = { element, attributes in
      if element == "si" { collector.begin() }
      collector.start(element, attributes)
    }
    reader.onEnd = { element in
      collector.end(element)
      if element == "si" {
        texts.append(SheetContent.Cell(text: collector.text, isStruck: collector.isStruck))
      }
    }
    reader.onText = { collector.add($0) }
    guard reader.read(bytes) else { throw .malformed(part: name) }
    return texts
  }
}
