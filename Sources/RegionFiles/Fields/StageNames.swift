import Migrations

/// The names by which stages are called, and events written as `go-live.start`.
enum StageNames {
  /// Ids and codes of all stages.
  static func all(_ pathway: Pathway) -> [String] {
    pathway.stages.map(\.id.text) + pathway.stages.map(\.code)
  }

  /// The place of a stage by its id, its code or its name, whatever the case and punctuation.
  static func place(of text: some StringProtocol, in pathway: Pathway) -> Int? {
    if let found = pathway.index(of: text) { return found }
    let wanted = Trimming.folded(text)
    guard !wanted.isEmpty else { return nil }
    return pathway.stages.firstIndex {
      [$0.id.text, $0.code, $0.name].contains { Trimming.folded($0) == wanted }
    }
  }

  /// An event such as `order.finish`, or nil.
  static func event(_ text: String, in pathway: Pathway) -> StageEvent? {
    guard let end = spanEnd(text, in: pathway), end.offset == 0, !text.contains("wd") else {
      return nil
    }
    return end.event
  }

  /// An event with an offset in working days, such as `go-live.start-10wd`, or nil.
  static func spanEnd(_ text: String, in pathway: Pathway) -> Resource.SpanEnd? {
    let trimmed = Trimming.trimmed(text)
    guard let dot = trimmed.lastIndex(of: "."), let stage = pathway.index(of: trimmed[..<dot])
    else { return nil }
    let rest = trimmed[trimmed.index(after: dot)...].lowercased()
    for edge in [StageEvent.Edge.start, .finish] where rest.hasPrefix(edge.rawValue) {
      let offset = rest.dropFirst(edge.rawValue.count).filter { $0 != " " }
      let event = StageEvent(stage: stage, edge: edge)
      if offset.isEmpty { return Resource.SpanEnd(event: event) }
      guard let sign = offset.first, sign == "+" || sign == "-", offset.hasSuffix("wd"),
        let count = Int(offset.dropLast(2)), abs(count) <= 250
      else { return nil }
      return Resource.SpanEnd(event: event, offset: count)
    }
    return nil
  }
}
