/// One sheet of a workbook as its file has it.
struct SheetContent {
  /// One cell.
  struct Cell {
    /// Its text as a planner would type it.
    var text = ""
    /// Whether its text is struck through.
    var isStruck = false
    /// Whether it holds a formula whose value was never saved; `text` is the formula then.
    var isUnsaved = false
  }

  /// One row that holds something.
  struct Row {
    /// Its number, from 1.
    var number: Int
    /// Whether it is hidden, or filtered away.
    var isHidden = false
    /// Its cells from column A on.
    var cells: [Cell]
  }

  /// Cells that are merged into one.
  struct Merge {
    /// The numbers of their rows, from 1.
    var rows: ClosedRange<Int>
    /// Their columns, from 0.
    var columns: ClosedRange<Int>
  }

  /// A remark that somebody put on a cell.
  struct Comment {
    /// The number of its row, from 1.
    var row: Int
    /// Its column, from 0.
    var column: Int
    /// Its text.
    var text: String
  }

  /// The rows, by number.
  var rows: [Row] = []
  /// The cells that are merged.
  var merges: [Merge] = []
  /// The columns that are hidden, from 0.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// The remarks on cells.
  var comments: [Comment] = []
}

/// The sheets of a workbook, in whatever format it is.
protocol SheetSource {
  /// The sheets in order, and which of them people cannot see.
  var sheetNames: [(name: String, isHidden: Bool)] { get }
  /// Whether day numbers count from 1904.
  var countsFrom1904: Bool { get }
  /// The sheet at a place; nil if its part is missing.
  func sheet(_ place: Int) throws(WorkbookProblem) -> SheetContent?
}

/// Gathers the cells of a sheet, never more than the limits allow.
struct SheetBuilder {
  /// How much a sheet may hold.
  let limits: WorkbookLimits
  /// What was gathered.
  private(set) var content = SheetContent()
  /// What is wrong, after which nothing more is gathered.
  private(set) var problem: WorkbookProblem?
  private var row = SheetContent.Row(number: 0, cells: [])
  private var count = 0
  private var held = 0

  /// A builder for one sheet.
  init(limits: WorkbookLimits) { self.limits = limits }

  /// Says that the sheet cannot be read on.
  mutating func fail(_ problem: WorkbookProblem) { self.problem = self.problem ?? problem }

  /// Begins a row.
  mutating func begin(row number: Int, isHidden: Bool) {
    guard problem == nil else { return }
    row = SheetContent.Row(number: number, isHidden: isHidden, cells: [])
    if !(1...1_048_576).contains(number) || number <= content.rows.last?.number ?? 0 {
      fail(.malformed(part: "row \(number)"))
    }
  }

  /// Puts a cell into the row that was begun; cells without text are left out.
  mutating func put(_ cell: SheetContent.Cell, at column: Int) {
    guard problem == nil, !cell.text.isEmpty else { return }
    guard (0..<16_384).contains(column) else { return fail(.malformed(part: "column \(column)")) }
    count += 1
    // Empty cells before this one are held as well, and so is every text as often as it stands.
    held += cell.text.utf8.count + max(0, column - row.cells.count)
    guard count <= limits.cells, held <= limits.part else {
      return fail(.tooLarge("its sheet holds too many cells"))
    }
    while row.cells.count < column { row.cells.append(SheetContent.Cell()) }
    if row.cells.count == column { row.cells.append(cell) } else { row.cells[column] = cell }
  }

  /// Ends the row, which is kept if it holds something.
  mutating func endRow() {
    guard problem == nil, !row.cells.isEmpty else { return }
    content.rows.append(row)
  }

  /// The number of the row that was begun.
  var rowNumber: Int { row.number }

  /// Notes cells that are merged.
  mutating func merge(_ merge: SheetContent.Merge) {
    count += 1
    guard count <= limits.cells else { return fail(.tooLarge("its sheet merges too many cells")) }
    content.merges.append(merge)
  }

  /// Notes columns that are hidden.
  mutating func hide(_ columns: ClosedRange<Int>) {
    count += 1
    guard count <= limits.cells else { return fail(.tooLarge("its sheet hides too many columns")) }
    content.hiddenColumns.append(columns)
  }

  /// Notes a remark on a cell.
  mutating func comment(_ text: String, row: Int, column: Int) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard problem == nil, !words.isEmpty else { return }
    count += 1
    held += words.utf8.count
    guard count <= limits.cells, held <= limits.part else {
      return fail(.tooLarge("its sheet holds too many comments"))
    }
    content.comments.append(
      SheetContent.Comment(row: row, column: column, text: String(words.prefix(2_000))))
  }
}
