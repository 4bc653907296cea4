/// What people write where they have nothing to write.
enum MissingWords {
  /// Whether a text stands for nothing.
  static func contains(_ text: String) -> Bool { words.contains(text.lowercased()) }

  private static let words: Set<String> = [
    "tbc", "tba", "tbd", "n/a", "na", "none", "nil", "null", "unknown", "not known", "-", "--", "–",
    "?", "0", "no pcn", "not applicable", "to be confirmed",
  ]
}
