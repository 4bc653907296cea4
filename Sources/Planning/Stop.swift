import LinearPrograms

/// When a run has to stop: at a wish, or at a moment.
///
/// All limits of GLPK's calls are made here, so that none gets more time than there is left.
struct Stop: Sendable {
  let cancellation: Cancellation
  let deadline: Deadline

  /// Whether a wish or the deadline says to stop now.
  var isNow: Bool { cancellation.isCancelled || deadline.hasPassed }

  /// The limits of a relaxation's solve: so many pivots, and no more than the time that is left.
  func limits(pivots: Int) -> SolveLimits {
    SolveLimits(pivots: pivots, seconds: seconds, cancel: cancellation.flag)
  }

  /// The limits of an integer search: so many nodes, and no more than the time that is left.
  func limits(nodes: Int) -> IntegerLimits {
    IntegerLimits(nodes: nodes, seconds: seconds, cancel: cancellation.flag)
  }

  /// What GLPK takes for the time left: above 0 and finite.
  private var seconds: Double { min(max(deadline.secondsLeft, 0.001), 31_536_000) }
}
