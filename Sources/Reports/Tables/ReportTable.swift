/// A table of a report, the same in CSV and in the workbook.
struct ReportTable: Sendable {
  /// One column.
  struct Column: Sendable {
    /// The heading in CSV files, such as `ods_code`.
    let name: String
    /// The heading for people.
    let title: String
    /// How wide it is in a workbook, in characters.
    let width: Double

    init(_ name: String, _ title: String, _ width: Double = 12) {
      self.name = name
      self.title = title
      self.width = width
    }
  }

  /// The file's name without its ending.
  let name: String
  /// The columns.
  let columns: [Column]
  /// The rows; each has a cell for every column.
  var rows: [[CSVCell]] = []

  /// The table as CSV.
  func csv(_ style: CSVStyle) -> OutputFile {
    var text = CSVText(style: style, header: columns.map(\.name))
    for row in rows { text.append(row) }
    return OutputFile(name: name + ".csv", text: text.text)
  }
}

extension CSVCell {
  /// A whole number, or nothing.
  static func integer(_ number: Int?) -> CSVCell { number.map { CSVCell.integer($0) } ?? .empty }

  /// A text, or nothing where it is missing.
  static func text(_ text: String?) -> CSVCell { text.map { CSVCell.text($0) } ?? .empty }
}
