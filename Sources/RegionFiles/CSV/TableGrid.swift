/// The tables of a region folder exactly as they stand, row by row, to be given back with remarks.
public struct TableGrid: Sendable {
  /// The file's name, such as `practices.csv`.
  public let file: String
  /// The rows with their cells, the first row first, blank rows included.
  public let rows: [[String]]

  /// The tables of a folder that can be read as tables at all; a workbook's as CSV would have it.
  public static func read(_ folder: String) -> [TableGrid] {
    ["practices", "closures", "links", "actuals"].compactMap { name in
      for file in ["\(name).csv", "\(name).xlsx"] {
        if let source = try? SourceFile.read("\(folder)/\(file)", name: file) {
          return grid(of: source)
        }
      }
      return nil
    }
  }

  private static func grid(of source: SourceFile) -> TableGrid? {
    let workbook = WorkbookFile(reports: Reports()) { PracticeField.named($0) != nil }
    guard let file = workbook.unpacked(source) else { return nil }
    let bytes = TextEncoding.decode(file.bytes).bytes
    guard !bytes.contains(0) else { return nil }
    let scan = CSVScanner(bytes, separator: CSVReader.separator(of: bytes))
    let rows = scan.records.map { record in
      record.fields.map { CSVTable.text(scan.fields[$0], in: bytes) }
    }
    return TableGrid(file: source.name, rows: rows)
  }
}

extension Diagnostic {
  /// The row and the column, both from 0, of the spreadsheet cell that this is about.
  ///
  /// A diagnostic about a whole column is about the cell of its heading; nil if it is about no cell.
  public var place: (row: Int, column: Int)? {
    guard let cell else { return nil }
    let isColumn = cell.hasPrefix("column ")
    let name = isColumn ? cell.dropFirst(7) : cell.prefix { $0 != "," }
    let digits = name.drop { !$0.isNumber }
    guard let column = WorkbookSheetReader.column(String(name)) else { return nil }
    if isColumn { return line.map { ($0 - 1, column) } }
    guard let row = Int(digits), row > 0 else { return nil }
    return (row - 1, column)
  }
}
