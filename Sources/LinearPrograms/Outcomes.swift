/// Why a solve ended.
///
/// What is known by then is another matter.
package enum StopReason: Hashable, Sendable {
  /// There was nothing left to do.
  case finished
  /// The limit of pivots was reached.
  case pivotLimit
  /// The limit of nodes was reached.
  case nodeLimit
  /// The limit of seconds was reached.
  case timeLimit
  /// The answer is as near to the bound as was asked for.
  case gapReached
  /// It is proven that nothing below the cutoff exists.
  case cutoffReached
  /// The cancel flag was raised.
  case cancelled
  /// GLPK failed, and so did every other way to go on.
  case numericalTrouble
}

/// What became of a relaxation.
package struct RelaxationOutcome: Hashable, Sendable {
  /// What is known about the program.
  package enum Knowledge: Hashable, Sendable {
    /// The values are optimal.
    case optimal
    /// No values satisfy all bounds.
    case infeasible
    /// The objective can be as low as one likes.
    case unbounded
    /// The values satisfy all bounds; better ones may exist.
    case feasibleNotProven
    /// Nothing.
    case nothing
  }

  /// The ways to go on after trouble, in the order in which they are tried.
  package enum Rung: Int, Hashable, Sendable, CaseIterable {
    /// As asked for: there was no trouble.
    case asGiven
    /// From the same basis, factorised afresh.
    case refactorised
    /// From the basis of all rows.
    case standardBasis
    /// From there, with rows and columns scaled; the program stays scaled.
    case rescaled
    /// From there, by the primal method instead of the dual one or the other way round.
    case otherMethod
    /// From there, with GLPK's presolver.
    case presolved
    /// In rational arithmetic, from the last basis.
    case exact
  }

  /// Why the solve ended.
  package let stop: StopReason
  /// What is known.
  package let knowledge: Knowledge
  /// The objective of the values, if they are optimal or at least feasible.
  package let objective: Double?
  /// The pivots made by this solve.
  package let pivots: Int
  /// The way in which the solve ended: `asGiven` unless there was trouble.
  package let rung: Rung
  /// What GLPK returned on each rung below that it failed on, in that order; `done` where it said
  /// that it was and had no answer.
  package let troubles: [ReturnCode]
}

/// What became of an integer problem.
package struct IntegerOutcome: Hashable, Sendable {
  /// What is known about the problem.
  package enum Knowledge: Hashable, Sendable {
    /// The values are optimal.
    case optimal
    /// The values are a solution; a better one is not below `bound`.
    case feasible
    /// There is no solution, whatever the objective.
    case infeasible
    /// The relaxation is unbounded; no search was made.
    case unbounded
    /// No solution is known; all there may be are at `bound` or above.
    case nothing
  }

  /// Why the search ended.
  package let stop: StopReason
  /// What is known.
  package let knowledge: Knowledge
  /// The objective of the values, if there are any.
  package let objective: Double?
  /// No solution is below, up to GLPK's tolerance of 1e-7 of the objective; -infinity if unknown.
  package let bound: Double
  /// A value for each column, whole numbers for integer columns; empty if no solution is known.
  package let values: [Double]
  /// The nodes worked on.
  ///
  /// One counts again if one of its two branches was ruled out at once.
  package let nodes: Int
  /// The number of solutions found, each better than the one before, and the start among them.
  package let improvements: Int
  /// The nodes worked on when the last solution was found.
  package let nodesAtLastImprovement: Int
  /// The start became the first solution.
  ///
  /// False if there was none, if it violated a bound by more than 1e-6, or if the root was solved
  /// without a search.
  package let startTaken: Bool
  /// The relaxation solved before the search.
  package let relaxation: RelaxationOutcome
  /// What GLPK's search returned; `done` if none was made.
  package let code: ReturnCode
}
