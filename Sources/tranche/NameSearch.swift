/// Finds things by what people call them on the command line: the id, the name, or a beginning of
/// one of them that fits nothing else.
struct NameSearch {
  private let entries: [(id: String, name: String)]

  /// A search among things with an id and a name each.
  init(_ entries: [(id: String, name: String)]) { self.entries = entries }

  /// The places of what a text names; several where it could be more than one.
  func places(of text: String) -> [Int] {
    let word = Self.folded(text)
    guard !word.isEmpty else { return [] }
    func places(where fits: (String) -> Bool) -> [Int] {
      entries.indices.filter {
        fits(Self.folded(entries[$0].id)) || fits(Self.folded(entries[$0].name))
      }
    }
    let whole = places { $0 == word }
    if !whole.isEmpty { return whole }
    return word.count < Self.leastBeginning ? [] : places { $0.hasPrefix(word) }
  }

  /// Beginnings of fewer letters are taken for slips.
  private static let leastBeginning = 3

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
