/// The parts of a workbook that its sheets refer to: names, texts and forms of numbers.
struct WorkbookParts {
  /// One sheet.
  struct Sheet {
    let name: String
    /// The name of its part in the archive.
    let part: String
  }

  /// The sheets in order.
  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904.
  private(set) var countsFrom1904 = false
  /// The shared texts.
  private(set) var texts: [String] = []
  /// Whether each form of cells is a date.
  private(set) var isDate: [Bool] = []

  /// Reads the parts of an archive.
  init(_ archive: ZipArchive) throws(WorkbookProblem) {
    guard let book = try archive.part("xl/workbook.xml") else { throw .notAWorkbook }
    let targets = try Self.targets(archive)
    var sheets: [Sheet] = []
    var from1904 = false
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      switch name {
      case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      case "sheet":
        guard let id = attributes["id"], let target = targets[id] else { return }
        sheets.append(Sheet(name: attributes["name"] ?? "", part: target))
      default: break
      }
    }
    guard reader.read(book) else { throw .malformed(part: "xl/workbook.xml") }
    self.sheets = sheets
    countsFrom1904 = from1904
    texts = try Self.texts(archive)
    isDate = try Self.dates(archive)
  }

  private static func targets(_ archive: ZipArchive) throws(WorkbookProblem) -> [String: String] {
    let name = "xl/_rels/workbook.xml.rels"
    guard let bytes = try archive.part(name) else { throw .notAWorkbook }
    var targets: [String: String] = [:]
    let reader = XMLReader()
    reader.onStart = { element, attributes in
      guard element == "Relationship", let id = attributes["Id"],
        let target = attributes["Target"]
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    guard reader.read(bytes) else { throw .malformed(part: name) }
    return targets
  }

  private static func texts(_ archive: ZipArchive) throws(WorkbookProblem) -> [String] {
    let name = "xl/sharedStrings.xml"
    guard let bytes = try archive.part(name) else { return [] }
    var texts: [String] = []
    var collector = TextCollector()
    let reader = XMLReader()
    reader.onStart = { element, _ in
      if element == "si" { collector.begin() }
      collector.start(element)
    }
    reader.onEnd = { element in
      collector.end(element)
      if element == "si" { texts.append(collector.text) }
    }
    reader.onText = { collector.add($0) }
    guard reader.read(bytes) else { throw .malformed(part: name) }
    return texts
  }

  private static func dates(_ archive: ZipArchive) throws(WorkbookProblem) -> [Bool] {
    let name = "xl/styles.xml"
    guard let bytes = try archive.part(name) else { return [] }
    var own: [Int: String] = [:]
    var forms: [Int] = []
    var isInside = false
    let reader = XMLReader()
    reader.onStart = { element, attributes in
      switch element {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          own[id] = attributes["formatCode"] ?? ""
        }
      case "cellXfs": isInside = true
      case "xf" where isInside: forms.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      default: break
      }
    }
    reader.onEnd = { if $0 == "cellXfs" { isInside = false } }
    guard reader.read(bytes) else { throw .malformed(part: name) }
    return forms.map { form in own[form].map(isDateForm) ?? builtInDates.contains(form) }
  }

  /// The forms of dates that need no description.
  private static let builtInDates = Set(Array(14...17) + [22] + Array(27...36) + Array(50...58))

  /// Whether a form of numbers, such as `d mmm yyyy`, has a day or a year in it.
  static func isDateForm(_ form: String) -> Bool {
    var rest = form[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "d", "D", "y", "Y": return true
      // Only the form of positive numbers counts.
      case ";": return false
      default: break
      }
    }
    return false
  }
}
