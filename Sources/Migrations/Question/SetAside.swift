/// A practice of the region's files that is not planned, and why.
///
/// It has no dates, no cost and no use of anything; it is listed so that nobody misses it.
public struct SetAside: Hashable, Sendable {
  /// The practice as it was read.
  public var practice: Practice
  /// Why it is not planned.
  public var state: State
  /// What the file says of it, word for word.
  public var words: String

  /// Why a practice is not planned.
  public enum State: String, CaseIterable, Hashable, Sendable {
    case onHold = "on hold"
    case live
    case done
    case cancelled
    case declined
    case closed
  }

  /// A practice that is not planned.
  public init(practice: Practice, state: State, words: String) {
    self.practice = practice
    self.state = state
    self.words = words
  }

  /// Why it is not planned, in a few words: the state, and what the file says beyond it.
  public var reason: String {
    words.lowercased() == state.rawValue ? state.rawValue : "\(state.rawValue) (\(words))"
  }
}
