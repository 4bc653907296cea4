/// Words that stand in a cell for nothing known yet.
enum EmptyWords {
  private static let folded: Set<String> = [
    "tbc", "tbd", "tba", "na", "nil", "none", "notapplicable", "notknown", "unknown", "nk",
    "tobeconfirmed", "tobeadvised", "tobedecided", "toconfirm", "awaiting", "awaited",
  ]

  /// Whether a text says that nothing is known: `TBC`, `N/A`, `?`, `-`.
  static func means(_ text: String) -> Bool {
    let letters = Trimming.folded(text)
    guard letters.isEmpty else { return folded.contains(letters) }
    return !text.isEmpty && text.unicodeScalars.allSatisfy { "?-–—./ ".unicodeScalars.contains($0) }
  }
}
