/// The tables of a region folder exactly as they stand, row by row, to be given back with remarks.
public struct TableGrid: Sendable {
  /// The file's name, such as `practices.csv`.
  public let file: String
  /// The name of the workbook's sheet, where several of its sheets were read.
  public let sheet: String?
  /// The rows with their cells, the first row first, blank rows included.
  public let rows: [[String]]

  /// The tables of a folder that can be read as tables at all.
  ///
  /// - Parameters:
  ///   - folder: the region folder.
  ///   - sheets: the sheets that `[input]` names.
  public static func read(_ folder: String, sheets: [String] = []) -> [TableGrid] {
    let coded: [(name: String, required: [String])] = [
      ("closures", ["ods_code", "from", "to"]), ("links", ["rule", "first", "second"]),
      ("actuals", ["ods_code", "stage", "actual_start"]),
    ]
    let tables =
      [("practices", HeadingNames.practices)]
      + coded.map { name, required in
        (
          name,
          HeadingNames(
            field: { heading in
              let folded = Trimming.folded(heading)
              return required.first { Trimming.folded($0) == folded }
            }, required: required)
        )
      }
    return tables.flatMap { name, names -> [TableGrid] in
      for ending in TableFormats.read {
        let file = "\(name).\(ending)"
        guard let source = try? SourceFile.read("\(folder)/\(file)", name: file) else { continue }
        return grids(of: source, names, name == "practices" ? sheets : [])
      }
      return []
    }
  }

  private static func grids(
    of source: SourceFile, _ names: HeadingNames, _ sheets: [String]
  ) -> [TableGrid] {
    let workbook = WorkbookFile(reports: Reports(), names: names, sheets: sheets)
    guard workbook.isWorkbook(source) else { return [grid(of: source)].compactMap(\.self) }
    guard let choice = workbook.chosen(source) else { return [] }
    return choice.sheets.map { sheet in
      var rows: [[String]] = []
      for row in sheet.content.rows {
        while rows.count < row.number - 1 { rows.append([]) }
        rows.append(row.cells.map(\.text))
      }
      return TableGrid(
        file: source.name, sheet: choice.sheets.count > 1 ? sheet.name : nil, rows: rows)
    }
  }

  private static func grid(of source: SourceFile) -> TableGrid? {
    let bytes = TextEncoding.decode(source.bytes).bytes
    guard !bytes.contains(0) else { return nil }
    let scan = CSVScanner(bytes, separator: CSVReader.separator(of: bytes))
    let rows = scan.records.map { record in
      record.fields.map { CSVTable.text(scan.fields[$0], in: bytes) }
    }
    return TableGrid(file: source.name, sheet: nil, rows: rows)
  }
}

extension Diagnostic {
  /// The row and the column, both from 0, of the spreadsheet cell that this is about.
  ///
  /// A diagnostic about a whole column is about the cell of its heading; nil if it is about no cell.
  public var place: (row: Int, column: Int)? {
    guard let cell else { return nil }
    let isColumn = cell.hasPrefix("column ")
    let own =
      isColumn
      ? cell.dropFirst(7) : sheetEnd.map { cellName[cellName.index(after: $0)...] } ?? cellName
    let digits = own.drop { !$0.isNumber }
    guard let column = WorkbookSheetReader.column(String(own)) else { return nil }
    if isColumn { return line.map { ($0 - 1, column) } }
    guard let row = Int(digits), row > 0 else { return nil }
    return (row - 1, column)
  }

  /// Whether this is about a cell of a sheet, rather than of another; so is what names no sheet.
  public func isAbout(sheet name: String) -> Bool {
    sheetEnd.map { cellName[...$0] == WorkbookOrigin.prefix(name) } ?? true
  }

  /// The cell without the heading behind it.
  private var cellName: Substring {
    let cell = cell ?? ""
    return cell.firstRange(of: ", \"").map { cell[..<$0.lowerBound] } ?? cell[...]
  }

  /// Where the name of the sheet ends, if there is one.
  private var sheetEnd: Substring.Index? { cellName.lastIndex(of: "!") }
}
