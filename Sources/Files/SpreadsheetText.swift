/// Text for the cells of a CSV file that a spreadsheet may open.
public enum SpreadsheetText {
  /// The text with an apostrophe in front where a spreadsheet might take it for a formula.
  public static func guarded(_ value: String) -> String {
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
}
