import CGLPK

/// What a solver of GLPK returned, and what that means: the one place that knows.
package struct ReturnCode: RawRepresentable, Hashable, Sendable {
  /// GLPK's number for it.
  package let rawValue: Int32

  /// The code of this number, known or not.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// The work was done.
  package static let done = ReturnCode(rawValue: 0)
  /// The basis has more or fewer basic variables than there are rows.
  package static let badBasis = ReturnCode(rawValue: GLP_EBADB)
  /// The basis is singular.
  package static let singular = ReturnCode(rawValue: GLP_ESING)
  /// The basis is ill-conditioned.
  package static let illConditioned = ReturnCode(rawValue: GLP_ECOND)
  /// A range has equal ends, or an integer column a bound between whole numbers.
  package static let badBounds = ReturnCode(rawValue: GLP_EBOUND)
  /// The solver failed, as it does where numbers of very different size meet.
  package static let failed = ReturnCode(rawValue: GLP_EFAIL)
  /// The objective fell below the limit for it; none is ever set.
  package static let lowerLimit = ReturnCode(rawValue: GLP_EOBJLL)
  /// The objective rose above the limit for it; none is ever set.
  package static let upperLimit = ReturnCode(rawValue: GLP_EOBJUL)
  /// The limit of pivots was reached.
  package static let pivotLimit = ReturnCode(rawValue: GLP_EITLIM)
  /// The limit of time was reached.
  package static let timeLimit = ReturnCode(rawValue: GLP_ETMLIM)
  /// The presolver found that no values satisfy all bounds.
  package static let noPrimalSolution = ReturnCode(rawValue: GLP_ENOPFS)
  /// The presolver found no dual solution: unbounded, or no solution at all.
  package static let noDualSolution = ReturnCode(rawValue: GLP_ENODFS)
  /// The search was begun without the optimum of its root.
  package static let noRoot = ReturnCode(rawValue: GLP_EROOT)
  /// The callback ended the search.
  package static let stopped = ReturnCode(rawValue: GLP_ESTOP)
  /// The search came as near to its bound as was asked for.
  package static let gapReached = ReturnCode(rawValue: GLP_EMIPGAP)

  /// What a call of the simplex method comes to.
  enum Pivoting: Hashable {
    /// The program's status tells what was found.
    case done
    /// No values satisfy all bounds.
    case infeasible
    /// A limit of pivots, which may have been that of a slice.
    case pivotLimit
    case timeLimit
    /// Nothing came of it: another way may do.
    case trouble
  }

  /// What it means of a call of the simplex method, in floating point or exact.
  var pivoting: Pivoting {
    switch self {
    case .done: .done
    case .noPrimalSolution: .infeasible
    case .pivotLimit: .pivotLimit
    case .timeLimit: .timeLimit
    default: .trouble
    }
  }

  /// What it means of a search for whole numbers, whose callback ended it for `reason` if it did.
  func search(endedFor reason: StopReason) -> StopReason {
    switch self {
    case .done, .noPrimalSolution: .finished
    case .gapReached: .gapReached
    case .timeLimit: .timeLimit
    case .stopped: reason
    default: .numericalTrouble
    }
  }
}

extension ReturnCode: CustomStringConvertible {
  /// GLPK's name for it, or its number.
  package var description: String {
    switch self {
    case .done: "0"
    case .badBasis: "GLP_EBADB"
    case .singular: "GLP_ESING"
    case .illConditioned: "GLP_ECOND"
    case .badBounds: "GLP_EBOUND"
    case .failed: "GLP_EFAIL"
    case .lowerLimit: "GLP_EOBJLL"
    case .upperLimit: "GLP_EOBJUL"
    case .pivotLimit: "GLP_EITLIM"
    case .timeLimit: "GLP_ETMLIM"
    case .noPrimalSolution: "GLP_ENOPFS"
    case .noDualSolution: "GLP_ENODFS"
    case .noRoot: "GLP_EROOT"
    case .stopped: "GLP_ESTOP"
    case .gapReached: "GLP_EMIPGAP"
    default: "\(rawValue)"
    }
  }
}
