public import Days

/// How a CSV file is written.
public enum CSVStyle: String, Hashable, Sendable {
  /// For spreadsheets: a byte order mark, and text that would be a formula made harmless.
  case people
  /// RFC 4180 and nothing else, for programs.
  case plain
}

/// One cell, typed, so that only text is ever guarded.
public enum CSVCell: Hashable, Sendable {
  /// Nothing.
  case empty
  /// Text that somebody typed.
  case text(String)
  /// A number, written with at most six decimals.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// A date, written by ISO 8601.
  case day(Day)

  /// A date, or nothing.
  public static func day(_ day: Day?) -> CSVCell { day.map { CSVCell.day($0) } ?? .empty }

  /// A date, a range of dates as `2027-04-12 to 2027-04-16`, or nothing.
  static func days(_ days: ClosedRange<Day>?) -> CSVCell {
    guard let days, days.count > 1 else { return day(days?.lowerBound) }
    return .text("\(days.lowerBound.iso) to \(days.upperBound.iso)")
  }
}

/// A table as CSV: comma, CRLF after every line, quotes where needed.
struct CSVText {
  let style: CSVStyle
  private(set) var text: String

  init(style: CSVStyle, header: [String]) {
    self.style = style
    text = style == .people ? "\u{FEFF}" : ""
    // Headings may come from a practice's own columns, so they are guarded like any text.
    append(header.map(CSVCell.text))
  }

  mutating func append(_ cells: [CSVCell]) {
    text += cells.map(written).joined(separator: ",") + "\r\n"
  }

  private func written(_ cell: CSVCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let value):
      CSVText.quoted(style == .people ? CSVText.guarded(value) : value)
    case .number(let value): Figures.plain(value)
    case .integer(let value): String(value)
    case .day(let day): day.iso
    }
  }

  /// The text with an apostrophe in front where a spreadsheet might take it for a formula.
  static func guarded(_ value: String) -> String {
    if isNegativeNumber(value) { return value }
    for scalar in value.unicodeScalars {
      let category = scalar.properties.generalCategory
      // Tab and line ends are controls, so they are met before the spaces are skipped.
      if category == .control { return "'" + value }
      if scalar.properties.isWhitespace || category == .format { continue }
      return formulaStarts.contains(scalar) ? "'" + value : value
    }
    return value
  }

  /// `= + - @` with their full-width, small and mathematical forms.
  private static let formulaStarts = Set("=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
    .union("\u{FE66}\u{FE62}\u{FE63}\u{FE6B}\u{2212}".unicodeScalars)

  /// `-12.5` in a column passed through is a number, and would be ruined by an apostrophe.
  private static func isNegativeNumber(_ value: String) -> Bool {
    guard value.utf8.first == UInt8(ascii: "-") else { return false }
    let parts = value.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// The text between quotes where it holds a comma, a quote, a line end or an outer space.
  private static func quoted(_ value: String) -> String {
    let needs =
      value.unicodeScalars.contains { "\",;\r\n".unicodeScalars.contains($0) }
      || value.first == " " || value.last == " "
    return needs ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
  }
}
