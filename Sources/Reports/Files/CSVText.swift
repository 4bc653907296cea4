public import Days
import Files

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
      // Cleaned first: what only hides in front of a formula must not keep it from the guard.
      CSVText.quoted(
        style == .people
          ? SpreadsheetText.guarded(HarmlessText.lines(value)) : HarmlessText.lines(value))
    case .number(let value): Figures.plain(value)
    case .integer(let value): String(value)
    case .day(let day): day.iso
    }
  }

  /// The text between quotes where it holds a comma, a quote, a line end or an outer space.
  private static func quoted(_ value: String) -> String {
    let needs =
      value.unicodeScalars.contains { "\",;\r\n".unicodeScalars.contains($0) }
      || value.first == " " || value.last == " "
    return needs ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
  }
}
