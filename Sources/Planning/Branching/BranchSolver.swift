import LinearPrograms

/// Solves one branch: its relaxation by column generation, and a whole plan from its patterns.
struct BranchSolver: Sendable {
  /// The region without any narrowing.
  let model: Model
  /// When to stop.
  let stop: Stop

  /// What a branch comes to.
  struct Solved: Sendable {
    /// Prices, in whole units, and the bound they prove for the branch.
    var prices: Prices
    var bound: Double
    /// Patterns made for it.
    var patterns: [Pattern] = []
    /// A whole plan, if one was found.
    var plan: PlanState?
    /// Where it may be split; nil where that is not known.
    var split: BranchSplit?
    var pivots = 0
    var nodes = 0
    var cells = 0
    var troubles = 0
  }

  /// Solves the branch of some narrowings until it proves `cutoff` or its relaxation is solved.
  func solve(
    _ narrowings: [Narrowing], prices: Prices, patterns known: [Pattern], cutoff: Double
  ) -> Solved {
    let narrowed = model.with(narrowings)
    let pool = PricingPool(model: narrowed, threads: 1)
    let first = Lagrangian(prices: prices, model: narrowed, pool: pool)
    var solved = Solved(prices: prices, bound: first.bound)
    defer { solved.cells = pool.cells }
    guard first.bound < cutoff else { return solved }
    let generation = ColumnGeneration(model: narrowed, pool: pool, stop: stop)
    var master = generation.emptyMaster()
    let byPractice = Dictionary(grouping: narrowings, by: \.practice)
    let generator = narrowed.generator()
    master.add(
      known.compactMap { pattern in
        let members = model.blocks[pattern.block].members
        let isAllowed = zip(members, pattern.days).allSatisfy { member, days in
          byPractice[member]?.allSatisfy { $0.allows(days) } ?? true
        }
        guard isAllowed else { return nil }
        return pattern.days.contains { $0 == nil }
          ? Pattern(
            block: pattern.block, days: pattern.days, model: narrowed, generator: generator)
          : pattern
      })
    let given = master.patterns.count
    do {
      let result = try generation.run(
        on: &master, start: [], centre: first, tolerance: 1e-9
      ) { $0.best.bound >= cutoff || stop.isNow }
      let rounded = Lagrangian(
        prices: result.best.prices.rounded(to: narrowed.priceUnit), model: narrowed, pool: pool)
      if rounded.bound > first.bound {
        solved.bound = rounded.bound
        solved.prices = rounded.prices
      }
      if solved.bound < cutoff, let solution = result.solution {
        solved.split = BranchSplit(
          of: solution.patternValues, patterns: master.patterns, model: narrowed)
        if !stop.isNow {
          solved.plan = try wholePlan(
            &master, solved.split == nil ? solution : nil, &solved)
        }
      }
    } catch {
      solved.troubles += 1
    }
    solved.pivots = master.pivots
    solved.troubles += master.troubles
    solved.patterns = master.patterns[given...].filter { $0.days.allSatisfy { $0 != nil } }
    return solved
  }

  /// A plan of the patterns known: the relaxation's solution where that is whole, else the best
  /// that a few nodes of branch and cut find.
  private func wholePlan(
    _ master: inout MasterProblem, _ whole: MasterSolution?, _ solved: inout Solved
  ) throws(SolverError) -> PlanState? {
    if let values = whole?.patternValues {
      return plan(values.indices.filter { values[$0] > 0.5 }, master)
    }
    for _ in 0..<5 where !stop.isNow {
      let (chosen, nodes) = try master.solveIntegers(start: [], limits: stop.limits(nodes: 30))
      solved.nodes += nodes
      guard let chosen else { return nil }
      guard master.makeRows(brokenBy: chosen) else { return plan(chosen, master) }
      guard try master.solve(pivots: 20_000, stop: stop) != nil else { return nil }
    }
    return nil
  }

  private func plan(_ chosen: [Int], _ master: borrowing MasterProblem) -> PlanState? {
    guard master.keepsRows(chosen) else { return nil }
    let generator = model.generator()
    var state = PlanState(model: model)
    for place in chosen {
      let pattern = master.patterns[place]
      for (member, days) in zip(model.blocks[pattern.block].members, pattern.days) {
        if let days { state.put(member, days: days, model: model, generator: generator) }
      }
    }
    return state
  }
}
