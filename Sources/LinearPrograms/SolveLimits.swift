import CGLPKShim

/// How long a relaxation may be worked on.
package struct SolveLimits: Sendable {
  /// The most pivots (simplex iterations), at least 1.
  ///
  /// Repeatable, unlike seconds.
  package var pivots: Int
  /// The most seconds of wall clock, above 0.
  package var seconds: Double
  /// Ends the solve when raised, with a delay of up to 2,000 pivots.
  package var cancel: CancelFlag?

  /// Limits; the defaults only keep a solve from running for ever.
  package init(pivots: Int = 100_000_000, seconds: Double = 86_400, cancel: CancelFlag? = nil) {
    demand(pivots >= 1, "the limit is \(pivots) pivots")
    demand(seconds > 0, "the limit is \(seconds) seconds")
    self.pivots = pivots
    self.seconds = seconds
    self.cancel = cancel
  }
}

/// How long an integer problem may be worked on, and how good the answer must be.
package struct IntegerLimits: Sendable {
  /// The most nodes of the search tree, at least 1; 1 is the root alone.
  ///
  /// Repeatable.
  package var nodes: Int
  /// The most seconds of wall clock for relaxation and search, above 0.
  package var seconds: Double
  /// The search ends once (objective - bound) / |objective| is at most this; 0 or more.
  package var gap: Double
  /// Answers of this objective or more are of no interest: the search ends once it has proven that
  /// there is nothing below.
  package var objectiveCutoff: Double?
  /// Ends the search when raised, between two nodes or two rounds of cuts.
  package var cancel: CancelFlag?

  /// Limits; the default of `seconds` only keeps a search from running for ever.
  package init(
    nodes: Int, seconds: Double = 86_400, gap: Double = 0, objectiveCutoff: Double? = nil,
    cancel: CancelFlag? = nil
  ) {
    demand(nodes >= 1, "the limit is \(nodes) nodes")
    demand(seconds > 0, "the limit is \(seconds) seconds")
    demand(gap >= 0 && gap.isFinite, "the gap is \(gap)")
    demand(objectiveCutoff.map(\.isFinite) ?? true, "the cutoff is not a finite number")
    self.nodes = nodes
    self.seconds = seconds
    self.gap = gap
    self.objectiveCutoff = objectiveCutoff
    self.cancel = cancel
  }
}

/// A moment until which work may go on.
struct Deadline {
  /// The moment on the shim's monotonic clock, in nanoseconds.
  let nanoseconds: Int64

  init(seconds: Double) {
    // A year stands for ever, and keeps the sum within Int64.
    nanoseconds = cglpk_nanoseconds() + Int64(min(seconds, 31_536_000) * 1e9)
  }

  /// What is left, in seconds; 0 or less once it has passed.
  var seconds: Double { Double(nanoseconds - cglpk_nanoseconds()) / 1e9 }

  /// What is left as GLPK wants it: at least 1, because 0 is "return at once".
  var milliseconds: Int32 { clamped(Int((seconds * 1e3).rounded(.up))) }
}
