/// Finds things by what people call them on the command line: the id, the name, or a beginning of
/// the name that fits nothing else; an id that is cut short is a slip.
struct NameSearch {
  private let entries: [(id: String, name: String)]

  /// A search among things with an id and a name each.
  init(_ entries: [(id: String, name: String)]) { self.entries = entries }

  /// The places of what a text names; several where it could be more than one.
  func places(of text: String) -> [Int] {
    let word = Self.folded(text)
    guard !word.isEmpty else { return [] }
    let whole = entries.indices.filter {
      Self.folded(entries[$0].id) == word || Self.folded(entries[$0].name) == word
    }
    guard whole.isEmpty, word.count >= Self.leastBeginning else { return whole }
    return entries.indices.filter { Self.folded(entries[$0].name).hasPrefix(word) }
  }

  /// Beginnings of fewer letters are taken for slips.
  private static let leastBeginning = 3

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
