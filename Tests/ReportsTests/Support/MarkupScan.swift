/// A strict reader of tags, small enough to trust: it knows only what well-formed means.
struct MarkupScan {
  /// What is wrong, in order; empty for well-formed text.
  private(set) var faults: [String] = []
  /// The names of the elements met.
  private(set) var names: Set<String> = []

  private static let void: Set<String> = ["meta", "input", "br", "link"]

  init(_ text: String) {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      if rest.hasPrefix("!DOCTYPE") || rest.hasPrefix("?xml") { continue }
      guard let end = rest.firstIndex(of: ">") else {
        faults.append("tag without end")
        break
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let closes = tag.hasPrefix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if name.isEmpty { faults.append("stray < before \(tag.prefix(20))") }
      if tag.count(where: { $0 == "\"" }) % 2 != 0 { faults.append("odd quotes in \(tag)") }
      names.insert(name)
      if closes {
        if open.popLast() != name { faults.append("</\(name)> closes another element") }
      } else if !tag.hasSuffix("/"), !Self.void.contains(name) {
        open.append(name)
        // Scripts and styles are no markup: on to their end.
        if name == "script" || name == "style", let close = rest.range(of: "</\(name)>") {
          rest = rest[close.lowerBound...]
        }
      }
    }
    faults += open.map { "<\($0)> is never closed" }
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
