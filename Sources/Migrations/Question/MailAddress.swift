/// Addresses of mail as people type them: with names, `mailto:` and several in one cell.
public enum MailAddress {
  /// The addresses in a text, each once, in order; empty if there is none.
  ///
  /// `Jo Smith <jo@example.nhs.uk>; mailto:it@example.nhs.uk` holds two. What is no address is
  /// passed over; see `rest`.
  public static func all(in text: String) -> [String] {
    var found: [String] = []
    for word in words(text) {
      if let address = address(word), !found.contains(address) { found.append(address) }
    }
    return found
  }

  /// Whether there is an address in the text, and every word with an `@` is one.
  public static func isFit(_ text: String) -> Bool {
    let tried = words(text).filter { $0.contains("@") }
    return !tried.isEmpty && tried.allSatisfy { address($0) != nil }
  }

  private static func words(_ text: String) -> [String] {
    let ends = ";,<>()\"'"
    return text.split { $0.isWhitespace || ends.contains($0) }.map(String.init)
  }

  private static func address(_ word: String) -> String? {
    var word = Substring(word)
    while word.lowercased().hasPrefix("mailto:") { word = word.dropFirst(7) }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
      !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), !parts[1].contains(".."),
      word.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !":\\[]".utf8.contains($0) })
    else { return nil }
    return String(word)
  }
}
