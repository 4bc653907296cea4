/// Finds practices by what people call them: the code, or the name.
public struct PracticeLookup: Sendable {
  private let practices: [Practice]
  private let byWord: [String: [Int]]

  /// A lookup among practices.
  public init(_ practices: [Practice]) {
    self.practices = practices
    var byWord: [String: [Int]] = [:]
    for (place, practice) in practices.enumerated() {
      for word in Set([Self.folded(practice.code.text), Self.folded(practice.name)]) {
        byWord[word, default: []].append(place)
      }
    }
    self.byWord = byWord
  }

  /// The places of the practices with this code or name, whatever the case, blanks and
  /// punctuation; several if a name is not unique, none if nobody has it.
  public func places(of text: String) -> [Int] {
    if let place = practices.firstIndex(where: { $0.code.text == text.uppercased() }) {
      return [place]
    }
    let word = Self.folded(text)
    return word.isEmpty ? [] : byWord[word] ?? []
  }

  /// The places of the practices whose name begins like this; none for a beginning of fewer than
  /// three letters, which is rather a slip, as is a code that is cut short.
  public func places(beginning text: String) -> [Int] {
    let word = Self.folded(text)
    guard word.count >= 3 else { return [] }
    return practices.indices.filter { Self.folded(practices[$0].name).hasPrefix(word) }
  }

  /// A practice as it is offered: its name with its code.
  public func words(of place: Int) -> String {
    "\(practices[place].name) (\(practices[place].code))"
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
