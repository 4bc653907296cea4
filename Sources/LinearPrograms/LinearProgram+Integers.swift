import CGLPK
import CGLPKShim

/// How an integer problem is searched.
package struct IntegerOptions: Hashable, Sendable {
  /// How the column is chosen on which a node branches.
  package enum Branching: Hashable, Sendable {
    /// By the heuristic of Driebeek and Tomlin.
    case driebeekTomlin
    /// By what branching on a column did before.
    case pseudoCost
  }

  /// How the column is chosen on which a node branches.
  package var branching: Branching
  /// Gomory, mixed integer rounding, cover and clique cuts.
  package var cuts: Bool
  /// GLPK's own reduction of the problem.
  ///
  /// Not together with a start, and while its root is solved neither clock nor flag is looked at.
  package var presolve: Bool
  /// How the relaxation before the search is solved.
  package var rootMethod: SimplexMethod
  /// Seconds that the first round of cuts may take; nil for an estimate by the problem's size.
  ///
  /// GLPK does not look at the clock within a round, so none is begun of which two might end beyond
  /// the time that is left. Every later round goes by the longest before it.
  package var firstRound: Double?

  /// Options; the defaults are those that measured best.
  package init(
    branching: Branching = .driebeekTomlin, cuts: Bool = true, presolve: Bool = false,
    rootMethod: SimplexMethod = .dualThenPrimal, firstRound: Double? = nil
  ) {
    self.branching = branching
    self.cuts = cuts
    self.presolve = presolve
    self.rootMethod = rootMethod
    self.firstRound = firstRound
  }
}

extension LinearProgram {
  /// Solves the relaxation from the basis that the program has, then searches for the best values
  /// with whole numbers in the integer columns.
  ///
  /// The same calls give the same outcome, unless seconds or a flag end the work. `start` has a
  /// value for each column; one that satisfies all bounds becomes the first solution as soon as the
  /// root's relaxation turns out fractional. The relaxation's values stay readable afterwards.
  ///
  /// Throws `aborted` and `programLost` alone.
  package mutating func solveIntegers(
    limits: IntegerLimits, start: [Double]? = nil, options: IntegerOptions = IntegerOptions()
  ) throws(SolverError) -> IntegerOutcome {
    let attempt = "searching for whole numbers"
    try checkAlive(attempt)
    demand(start == nil || !options.presolve, "a start is given together with presolve")
    let deadline = Deadline(seconds: limits.seconds)
    // The search has no time limit within its own root, and without presolve it wants one solved.
    let relaxation = try solveRelaxation(
      method: options.rootMethod,
      limits: SolveLimits(seconds: limits.seconds, cancel: limits.cancel))
    guard relaxation.knowledge == .optimal, let floor = relaxation.objective else {
      return IntegerOutcome(relaxationOnly: relaxation)
    }
    var search = cglpk_search()
    search.branching = options.branching == .pseudoCost ? GLP_BR_PCH : GLP_BR_DTH
    search.presolve = options.presolve
    search.cuts = options.cuts
    search.first_round = Int64(min(options.firstRound ?? firstRound, 1e8) * 1e9)
    search.gap = limits.gap
    // The callback looks at the deadline wherever GLPK would at the wall clock, which may be set.
    search.milliseconds = clamped(Int.max)
    search.node_limit = clamped(limits.nodes)
    search.deadline = deadline.nanoseconds
    search.cutoff = limits.objectiveCutoff ?? .infinity
    search.cancel = limits.cancel?.address
    var code: Int32 = 0
    let returned = (start.flatMap { checkedStart($0) } ?? []).withUnsafeBufferPointer { start in
      search.start = start.isEmpty ? nil : start.baseAddress
      return cglpk_intopt(problem, &search, &code)
    }
    // The search reads the flag by its address: it must live until here.
    withExtendedLifetime(limits.cancel) {}
    guard returned else { throw SolverError(.aborted, attempt) }
    return IntegerOutcome(
      relaxation: relaxation, floor: floor, search: search, code: ReturnCode(rawValue: code),
      gap: limits.gap,
      status: glp_mip_status(problem), objective: glp_mip_obj_val(problem),
      values: integerValues())
  }

  /// Seconds that a round of cuts takes at most, as measured: Gomory's ask for the whole matrix once
  /// per row, some nanoseconds an entry.
  private var firstRound: Double {
    Double(rowCount) * Double(glp_get_num_nz(problem)) * 10e-9
  }

  private func integerValues() -> [Double] {
    var values = [Double](repeating: 0, count: columnCount)
    cglpk_read_integer_values(problem, &values)
    return values
  }

  /// The start for GLPK, element 0 unused, or nil if it is no solution: GLPK would not look whether
  /// it satisfies the bounds.
  private func checkedStart(_ start: [Double]) -> [Double]? {
    demand(
      start.count == columnCount, "a start has \(start.count) values for \(columnCount) columns")
    var values = [0.0]
    values.reserveCapacity(columnCount + 1)
    for (index, value) in start.enumerated() {
      demand(value.isFinite, "the start of column \(index) is \(value)")
      if glp_get_col_kind(problem, Column(index).number) == GLP_CV {
        values.append(value)
      } else {
        // GLPK refuses what is not exactly a whole number.
        guard abs(value - value.rounded()) <= 1e-6 else { return nil }
        values.append(value.rounded())
      }
    }
    return cglpk_violation(problem, values) <= 1e-6 ? values : nil
  }
}
