/// Reads the parts of an OpenDocument workbook, styles first.
///
/// A class, because the listeners of the XML reader all add to it.
final class OpenDocumentReader {
  /// One sheet.
  struct Sheet {
    let name: String
    let isHidden: Bool
    let content: SheetContent
  }

  /// The sheets in order.
  private(set) var sheets: [Sheet] = []
  /// What is wrong; nothing is read on after it.
  private(set) var problem: WorkbookProblem?
  private let limits: WorkbookLimits
  private var styles = OpenDocumentStyles()
  private var builder: SheetBuilder
  /// Cells of all sheets, and bytes of their texts: what is repeated is held as often.
  private var count = 0
  private var held = 0

  private var name = ""
  private var isHidden = false
  private var depth = 0
  private var column = 0
  private var nextRow = 1
  private var rowCount = 1
  private var isHiddenRow = false
  private var cells: [(cell: SheetContent.Cell, columns: ClosedRange<Int>, comment: String)] = []
  private var cell: OpenDocumentCell?

  /// A reader of one workbook.
  init(limits: WorkbookLimits) {
    self.limits = limits
    builder = SheetBuilder(limits: limits)
  }

  /// Reads a part; false if it is malformed.
  func read(_ bytes: [UInt8]) -> Bool {
    let reader = XMLReader()
    reader.onStart = { self.start($0, $1) }
    reader.onText = { self.cell?.add($0) }
    reader.onEnd = { element in
      self.end(element)
      if self.problem != nil { reader.stop() }
    }
    return reader.read(bytes)
  }

  private func start(_ element: String, _ attributes: [String: String]) {
    guard problem == nil else { return }
    if cell != nil, element != "table:table" {
      cell?.start(element, attributes)
      return
    }
    switch element {
    case "table:table":
      depth += 1
      // A table within a cell is none of the workbook's sheets.
      guard depth == 1 else { return }
      name = attributes["table:name"] ?? ""
      isHidden = styles.hidesTable(attributes["table:style-name"])
      builder = SheetBuilder(limits: limits)
      column = 0
      nextRow = 1
    case "table:table-column" where depth == 1:
      let repeated = repeats(attributes["table:number-columns-repeated"], most: 16_384)
      if isCollapsed(attributes) { builder.hide(column...column + repeated - 1) }
      column = min(16_384, column + repeated)
    case "table:table-row" where depth == 1:
      column = 0
      rowCount = repeats(attributes["table:number-rows-repeated"], most: 1_048_576)
      isHiddenRow = isCollapsed(attributes)
      cells = []
    case "table:table-cell" where depth == 1, "table:covered-table-cell" where depth == 1:
      cell = OpenDocumentCell(attributes, isCovered: element == "table:covered-table-cell")
    default: styles.start(element, attributes)
    }
  }

  private func end(_ element: String) {
    guard problem == nil else { return }
    switch element {
    case "table:table":
      depth -= 1
      guard depth == 0 else { return }
      sheets.append(Sheet(name: name, isHidden: isHidden, content: builder.content))
    case "table:table-cell" where depth == 1, "table:covered-table-cell" where depth == 1:
      endCell()
    case "table:table-row" where depth == 1: endRow()
    default: cell?.end(element)
    }
  }

  private func endCell() {
    guard let ended = cell else { return }
    cell = nil
    var content = ended.content
    content.isStruck = content.isStruck || styles.strikes(ended.style)
    let columns = column...column + ended.columnCount - 1
    if !content.text.isEmpty || !ended.comment.isEmpty {
      cells.append((content, columns, ended.comment))
    }
    if ended.rowSpan > 1 || ended.columnSpan > 1 {
      builder.merge(
        SheetContent.Merge(
          rows: nextRow...nextRow + ended.rowSpan - 1,
          columns: column...column + ended.columnSpan - 1))
    }
    column = min(16_384, column + ended.columnCount)
  }

  private func endRow() {
    defer {
      nextRow += rowCount
      if let found = builder.problem { problem = found }
    }
    // What is repeated to the sheet's end is empty, and is not gone through.
    guard !cells.isEmpty else { return }
    for number in nextRow..<nextRow + rowCount {
      builder.begin(row: number, isHidden: isHiddenRow)
      for (cell, columns, comment) in cells {
        count += columns.count
        held += columns.count * cell.text.utf8.count
        guard count <= limits.cells, held <= limits.part else {
          problem = .tooLarge("its sheets hold too many cells")
          return
        }
        for column in columns {
          builder.put(cell, at: column)
          builder.comment(comment, row: number, column: column)
        }
      }
      builder.endRow()
      guard builder.problem == nil else { return }
    }
  }

  private func repeats(_ text: String?, most: Int) -> Int {
    OpenDocumentCell.count(text, most: most)
  }

  private func isCollapsed(_ attributes: [String: String]) -> Bool {
    ["collapse", "filter"].contains(attributes["table:visibility"])
  }
}
