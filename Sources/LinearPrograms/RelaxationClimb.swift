/// A solve of a relaxation on its way up the rungs.
struct RelaxationClimb {
  let method: SimplexMethod
  let limits: SolveLimits
  let deadline: Deadline
  /// The program's count of pivots before the solve.
  let pivotsBefore: Int
  /// The most pivots in one call of GLPK.
  let slice: Int
  var rung = RelaxationOutcome.Rung.asGiven
  var presolverSaysInfeasible = false
  /// What GLPK returned on each rung that came to nothing.
  var troubles: [ReturnCode] = []

  init(method: SimplexMethod, limits: SolveLimits, rows: Int, from pivotsBefore: Int) {
    self.method = method
    self.limits = limits
    self.pivotsBefore = pivotsBefore
    deadline = Deadline(seconds: limits.seconds)
    // The simplex solver has no callback, so a flag is looked at between slices only. They are
    // slices of pivots, not of time: a slice begins with fresh weights, and where it begins must
    // not hang on the clock. With more rows a pivot takes longer. Slices of 1,000 were not seen to
    // cost speed.
    slice = limits.cancel == nil ? limits.pivots : max(1_000, min(2_000, 4_000_000 / (rows + 1)))
  }

  var isCancelled: Bool { limits.cancel?.isRaised ?? false }

  /// The most that one call may take by GLPK's clock, which is the wall's.
  ///
  /// Slices have no limit: between them the deadline's own clock is looked at, and so nothing
  /// hangs on a wall clock that is set.
  var milliseconds: Int32 { limits.cancel == nil ? deadline.milliseconds : clamped(Int.max) }

  func pivotsLeft(at pivots: Int) -> Int { limits.pivots - (pivots - pivotsBefore) }

  /// The method of this rung: the other one from `otherMethod` on.
  var methodOfRung: SimplexMethod {
    if rung < .otherMethod { return method }
    return method == .primal ? .dual : .primal
  }
}

extension RelaxationOutcome.Rung: Comparable {
  /// Orders the rungs as they are climbed.
  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
