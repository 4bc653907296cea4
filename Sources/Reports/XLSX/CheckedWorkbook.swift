import Days

/// A planner's own tables given back as a workbook: what is wrong is coloured, with a note on it.
public struct CheckedWorkbook: Sendable {
  /// One table.
  public struct Table: Sendable {
    /// The file that it was read from.
    public var file: String
    /// Its rows as they stand.
    public var rows: [[String]]
    /// What is to be said about its cells.
    public var marks: [Mark]
    /// The name of its sheet, where its workbook has several.
    public var sheet: String?

    /// One table.
    public init(file: String, rows: [[String]], marks: [Mark], sheet: String? = nil) {
      self.file = file
      self.rows = rows
      self.marks = marks
      self.sheet = sheet
    }
  }

  /// A remark on a cell.
  public struct Mark: Hashable, Sendable {
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int
    /// Whether the file cannot be used as it is.
    public var isError: Bool
    /// What is wrong, why, and what to do.
    public var text: String

    /// A remark on a cell.
    public init(row: Int, column: Int, isError: Bool, text: String) {
      self.row = row
      self.column = column
      self.isError = isError
      self.text = text
    }
  }

  /// The tables in the order of the sheets.
  public var tables: [Table]
  /// Everything that was found, those remarks included that are about no cell.
  public var findings: [ReportFinding]

  /// Tables with what was found in them.
  public init(tables: [Table], findings: [ReportFinding]) {
    self.tables = tables
    self.findings = findings
  }

  /// The workbook; the same tables and remarks give the same bytes.
  public func bytes() throws -> [UInt8] {
    // Any fixed day will do: the workbook says nothing of when it was made.
    let book = try Workbook(
      title: "Checked tables", subject: "Contains no patient data.",
      day: Day(year: 2000, month: 1, day: 1) ?? Day(number: 0))
    for table in tables { try write(table, to: book) }
    let sheet = try book.sheet("Findings")
    sheet.write(ReportTables.findings(findings), frozen: 0, foot: "Findings of tranche check")
    return try book.bytes()
  }

  private func write(_ table: Table, to book: Workbook) throws {
    let sheet = try book.sheet(Self.name(table))
    let marks = Dictionary(grouping: table.marks) { Place(row: $0.row, column: $0.column) }
    for (row, cells) in table.rows.enumerated() {
      for (column, text) in cells.enumerated() {
        let own = marks[Place(row: row, column: column)] ?? []
        sheet.write(Self.cell(text), row, column, Self.style(own))
      }
    }
    // Empty cells and cells that are missing altogether can be wrong as well.
    for (place, own) in marks {
      let isThere =
        table.rows.indices.contains(place.row)
        && table.rows[place.row].indices.contains(place.column)
      if !isThere { sheet.write(.empty, place.row, place.column, Self.style(own)) }
    }
    for (place, own) in marks.sorted(by: { $0.key < $1.key }) {
      sheet.note(own.map(\.text).joined(separator: "\n\n"), place.row, place.column)
    }
    let widest = table.rows.map(\.count).max() ?? 1
    sheet.width(16, 0...max(0, widest - 1))
    sheet.print(
      rows: 1, columns: 1,
      foot: [table.file, table.sheet].compactMap(\.self).joined(separator: ", "))
  }

  /// The name of a table's sheet: the one it had, as far as this format and its own sheets allow.
  private static func name(_ table: Table) -> String {
    guard let sheet = table.sheet, sheet.lowercased() != "findings" else { return table.file }
    return String(sheet.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(31))
  }

  private struct Place: Hashable, Comparable {
    let row: Int
    let column: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  /// A cell as it stands; a whole number stays one, so that the table can go on being used.
  private static func cell(_ text: String) -> CSVCell {
    guard !text.isEmpty else { return .empty }
    guard let number = Int(text), String(number) == text, text.utf8.count < 15 else {
      return .text(text)
    }
    return .integer(number)
  }

  private static func style(_ marks: [Mark]) -> WorkbookStyle {
    if marks.isEmpty { return .text }
    let isError = marks.contains(where: \.isError)
    return WorkbookStyle(
      isBold: isError, fill: isError ? 0xF6_C9_C5 : 0xFF_E8_B3, hasEdge: true)
  }
}
