import CGLPK
import CGLPKShim

/// The ways to solve a relaxation.
package enum SimplexMethod: Hashable, Sendable {
  /// After new columns, or new costs.
  case primal
  /// After new rows or bounds; from the standard basis if no cost is negative.
  case dual
  /// The dual method, and the primal one if that fails.
  case dualThenPrimal

  var code: Int32 {
    switch self {
    case .primal: GLP_PRIMAL
    case .dual: GLP_DUAL
    case .dualThenPrimal: GLP_DUALP
    }
  }
}

extension LinearProgram {
  /// Solves the program without regard to integer columns, from the basis that it has.
  ///
  /// With a cancel flag the work is cut into slices of a fixed number of pivots, so the same calls
  /// give the same answer with any clock; but not the same pivots as without a flag.
  ///
  /// After trouble the further rungs of `RelaxationOutcome.Rung` are climbed, within the same
  /// limits. The climb may begin higher: at `exact` it confirms an optimum in rational arithmetic.
  ///
  /// Throws `aborted` and `programLost` alone.
  package mutating func solveRelaxation(
    method: SimplexMethod, limits: SolveLimits,
    firstRung: RelaxationOutcome.Rung = .asGiven
  ) throws(SolverError) -> RelaxationOutcome {
    let attempt = "solving the relaxation"
    try checkAlive(attempt)
    var climb = RelaxationClimb(method: method, limits: limits, rows: rowCount, from: pivotCount)
    for rung in RelaxationOutcome.Rung.allCases where rung >= firstRung {
      climb.rung = rung
      let prepared = try prepare(rung, attempt)
      // A basis that cannot be factorised is a reason for the next rung.
      guard prepared == .done else {
        climb.troubles.append(prepared)
        continue
      }
      if let stop = try run(&climb, attempt) {
        return outcome(climb, stop)
      }
    }
    return outcome(climb, .numericalTrouble)
  }

  /// Does what a rung changes before its solve, and says whether the basis can be factorised.
  private mutating func prepare(
    _ rung: RelaxationOutcome.Rung, _ attempt: String
  ) throws(SolverError) -> ReturnCode {
    var code: Int32 = 0
    let returned =
      switch rung {
      case .asGiven: true
      case .refactorised: cglpk_factorize(problem, &code)
      case .rescaled: cglpk_scale(problem) && cglpk_standard_basis(problem)
      case .standardBasis, .otherMethod, .presolved: cglpk_standard_basis(problem)
      // Rational pivots are dear: any basis that still works is nearer to the end.
      case .exact: cglpk_factorize(problem, &code) && (code == 0 || replaceBasis(&code))
      }
    if !returned { throw SolverError(.aborted, attempt) }
    return ReturnCode(rawValue: code)
  }

  /// Puts the standard basis in place of one that cannot be factorised.
  private mutating func replaceBasis(_ code: inout Int32) -> Bool {
    code = 0
    return cglpk_standard_basis(problem)
  }

  /// Solves in slices; nil means trouble, which is noted.
  private mutating func run(
    _ climb: inout RelaxationClimb, _ attempt: String
  ) throws(SolverError) -> StopReason? {
    var method = climb.methodOfRung
    var idleCalls = 0
    while true {
      if climb.isCancelled { return .cancelled }
      if climb.deadline.seconds <= 0 { return .timeLimit }
      let pivotsLeft = climb.pivotsLeft(at: pivotCount)
      if pivotsLeft <= 0 { return .pivotLimit }
      var options = cglpk_simplex_options()
      options.method = method.code
      options.pivots = clamped(min(pivotsLeft, climb.slice))
      options.milliseconds = climb.milliseconds
      options.presolve = climb.rung == .presolved
      options.exact = climb.rung == .exact
      var code: Int32 = 0
      guard cglpk_simplex(problem, &options, &code) else {
        throw SolverError(.aborted, attempt)
      }
      let returned = ReturnCode(rawValue: code)
      idleCalls = climb.pivotsLeft(at: pivotCount) < pivotsLeft ? 0 : idleCalls + 1
      switch returned.pivoting {
      case .done:
        if hasAnswer { return .finished }
        // The dual method found no dual solution: the primal one tells infeasible from unbounded.
        if method == .primal || climb.rung >= .presolved {
          climb.troubles.append(returned)
          return nil
        }
        method = .primal
      case .infeasible:
        climb.presolverSaysInfeasible = true
        return .finished
      // The next round looks which limit that was, and whether it was one: GLPK goes by the wall
      // clock, which may be set while it works. Only a call that comes nowhere is trouble.
      case .pivotLimit, .timeLimit:
        if idleCalls == 3 && climb.deadline.seconds > 0 {
          climb.troubles.append(returned)
          return nil
        }
      case .trouble:
        climb.troubles.append(returned)
        return nil
      }
    }
  }

  /// Whether the solver that says it is done has found out what the program is.
  private var hasAnswer: Bool {
    switch glp_get_status(problem) {
    case GLP_OPT: glp_get_obj_val(problem).isFinite
    case GLP_NOFEAS, GLP_UNBND: true
    default: false
    }
  }

  private func outcome(_ climb: RelaxationClimb, _ stop: StopReason) -> RelaxationOutcome {
    var knowledge = RelaxationOutcome.Knowledge.nothing
    if climb.presolverSaysInfeasible {
      knowledge = .infeasible
    } else if stop == .finished {
      switch glp_get_status(problem) {
      case GLP_OPT: knowledge = .optimal
      case GLP_NOFEAS: knowledge = .infeasible
      default: knowledge = .unbounded
      }
    } else if stop != .numericalTrouble && glp_get_prim_stat(problem) == GLP_FEAS {
      knowledge = .feasibleNotProven
    }
    let hasValues = knowledge == .optimal || knowledge == .feasibleNotProven
    return RelaxationOutcome(
      stop: stop, knowledge: knowledge, objective: hasValues ? glp_get_obj_val(problem) : nil,
      pivots: pivotCount - climb.pivotsBefore, rung: climb.rung, troubles: climb.troubles)
  }
}
