/// What is different in a replay that asks "what if": by default nothing.
struct ReplayTerms: Hashable, Sendable {
  /// Stages that take as long as planned and are never put off.
  var calm: Set<Int> = []
  /// Whether there is room for everybody at any time.
  var hasEndlessRoom = false
  /// By how many working days a run may begin before the one ahead of it is over, by run.
  var reserves: [Int: Int] = [:]
}
