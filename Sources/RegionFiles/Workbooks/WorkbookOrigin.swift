/// Where the rows of a table stand in a workbook, and what the workbook says of them besides.
///
/// Rows and columns of the table count from 0, its headings being row 0.
struct WorkbookOrigin {
  /// One row.
  struct Row {
    /// The place of its sheet.
    var sheet: Int
    /// Its number in the sheet, from 1.
    var number: Int
    /// Whether it is hidden, or filtered away.
    var isHidden = false
  }

  /// Something about one cell.
  struct Remark {
    /// What it is.
    enum Kind: Hashable {
      /// A formula whose value was never saved.
      case unsaved
      /// A remark of somebody.
      case comment(String)
      /// Its text is struck through.
      case struck
      /// It has no heading above it.
      case beyond(String)
    }
    /// What it is.
    var kind: Kind
    /// The row.
    var row: Int
    /// The column.
    var column: Int
  }

  /// Merged cells whose value was given to each of them.
  struct Fill {
    /// The range as a spreadsheet names it.
    var range: String
    /// The value.
    var value: String
  }

  /// The names of the sheets.
  var sheets: [String] = []
  /// The rows.
  var rows: [Row] = []
  /// For each sheet, its own column for each column of the table; nil where it has none.
  var columns: [[Int?]] = []
  /// For each sheet, the columns of the table that are hidden.
  var hiddenColumns: [Set<Int>] = []
  /// What there is to say of cells.
  var remarks: [Remark] = []
  /// Merged cells that were filled.
  var fills: [Fill] = []
  /// The texts above the headings.
  var titles: [String] = []
  /// How many rows stand above the headings.
  var titleRows = 0
  /// Whether days count from 1904.
  var countsFrom1904 = false

  /// A cell as a spreadsheet names it, with its sheet where there are several.
  func cell(sheet: Int, row: Int, column: Int) -> String {
    let own = columns.indices.contains(sheet) && columns[sheet].indices.contains(column)
    let place = own ? columns[sheet][column] ?? column : column
    return prefix(sheet) + CSVTable.letters(place) + String(row)
  }

  /// A sheet's name as it stands before a cell's; empty if there is only one sheet.
  func prefix(_ sheet: Int) -> String {
    guard sheets.count > 1, sheets.indices.contains(sheet) else { return "" }
    return Self.prefix(sheets[sheet])
  }

  /// A sheet's name as a spreadsheet writes it before a cell's.
  static func prefix(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return (isPlain && !name.isEmpty ? name : "'\(name.replacing("'", with: "''"))'") + "!"
  }
}
