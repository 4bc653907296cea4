/// One cell of an OpenDocument sheet while it is read.
struct OpenDocumentCell {
  /// The style of the cell.
  let style: String?
  /// How many columns hold the same.
  let columnCount: Int
  /// How many rows and columns it covers.
  let rowSpan: Int
  let columnSpan: Int
  /// The remark on it.
  private(set) var comment = ""
  private let attributes: [String: String]
  private let isCovered: Bool
  private var text: [UInt8] = []
  private var note: [UInt8] = []
  private var paragraphs = 0
  private var isNote = false
  private var openParagraphs = 0

  /// A cell of these attributes; what a merged cell covers counts as empty.
  init(_ attributes: [String: String], isCovered: Bool) {
    self.attributes = attributes
    self.isCovered = isCovered
    style = attributes["table:style-name"]
    columnCount = Self.count(attributes["table:number-columns-repeated"], most: 16_384)
    rowSpan = Self.count(attributes["table:number-rows-spanned"], most: 1_048_576)
    columnSpan = Self.count(attributes["table:number-columns-spanned"], most: 16_384)
  }

  /// An element within the cell begins.
  mutating func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "office:annotation": isNote = true
    case "text:p", "text:h":
      openParagraphs += 1
      if isNote {
        if !note.isEmpty { note.append(32) }
      } else {
        if paragraphs > 0 { text.append(10) }
        paragraphs += 1
      }
    case "text:s":
      let spaces = Self.count(attributes["text:c"], most: 1_000)
      append(Array(repeating: 32, count: spaces))
    case "text:tab": append([9])
    case "text:line-break": append([10])
    default: break
    }
  }

  /// An element within the cell ends.
  mutating func end(_ element: String) {
    switch element {
    case "office:annotation":
      isNote = false
      comment = String(decoding: note, as: UTF8.self)
    case "text:p", "text:h": openParagraphs -= 1
    default: break
    }
  }

  /// Text within the cell, of which only that of paragraphs counts.
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if openParagraphs > 0 { append(Array(piece)) }
  }

  private mutating func append(_ piece: [UInt8]) {
    if isNote { note += piece } else { text += piece }
  }

  /// What the cell holds.
  var content: SheetContent.Cell {
    guard !isCovered else { return SheetContent.Cell() }
    let shown = String(decoding: text, as: UTF8.self)
    let formula = attributes["table:formula"]
    if formula != nil, attributes["office:value-type"] == nil, shown.isEmpty {
      return SheetContent.Cell(
        text: "=" + (formula ?? "").drop { $0 != "=" }.dropFirst().prefix(100), isUnsaved: true)
    }
    // An error is written as a text or a number, and said to be one beside it.
    if attributes["calcext:value-type"] == "error" || shown.hasPrefix("Err:") {
      return SheetContent.Cell(text: shown)
    }
    switch attributes["office:value-type"] {
    case "float", "percentage", "currency":
      return SheetContent.Cell(
        text: attributes["office:value"].map { WorkbookSheetReader.number($0, false, false) }
          ?? shown)
    case "date":
      return SheetContent.Cell(text: attributes["office:date-value"].map(Self.day) ?? shown)
    case "boolean":
      return SheetContent.Cell(text: attributes["office:boolean-value"] == "true" ? "yes" : "no")
    default: return SheetContent.Cell(text: attributes["office:string-value"] ?? shown)
    }
  }

  /// A date without its time of day, as a plan knows days only.
  private static func day(_ text: String) -> String {
    String(text.prefix { $0 != "T" })
  }

  /// A number of cells, from one on; one where there is none.
  static func count(_ text: String?, most: Int) -> Int {
    max(1, min(most, text.flatMap { Int($0) } ?? 1))
  }
}

/// The styles of an OpenDocument workbook, as far as they say what a cell means.
struct OpenDocumentStyles {
  private var struck: Set<String> = []
  private var hiddenTables: Set<String> = []
  private var parents: [String: String] = [:]
  private var name = ""

  /// An element outside of cells begins.
  mutating func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "style:style":
      name = attributes["style:name"] ?? ""
      if let parent = attributes["style:parent-style-name"], parent != name {
        parents[name] = parent
      }
    case "style:default-style": name = ""
    case "style:text-properties":
      let line =
        attributes["style:text-line-through-style"] ?? attributes["style:text-line-through-type"]
      if let line {
        if line == "none" { parents[name] = nil } else { struck.insert(name) }
      }
    case "style:table-properties":
      if attributes["table:display"] == "false" { hiddenTables.insert(name) }
    default: break
    }
  }

  /// Whether a style of cells strikes their text through.
  func strikes(_ style: String?) -> Bool {
    var name = style
    // Styles may go back to one another in a damaged file.
    for _ in 0..<20 {
      guard let current = name else { return false }
      if struck.contains(current) { return true }
      name = parents[current]
    }
    return false
  }

  /// Whether a style of tables hides them.
  func hidesTable(_ style: String?) -> Bool { style.map(hiddenTables.contains) ?? false }
}
