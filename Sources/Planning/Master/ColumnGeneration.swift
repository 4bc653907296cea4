import LinearPrograms

/// Solves the relaxation of the whole region: solve, price, add, until no pattern improves.
///
/// Every round's prices prove a bound by themselves, so that a stop at any round leaves a valid
/// one. The patterns are kept for the search for a whole plan. What is found is the relaxation's
/// optimum over all patterns: a whole plan may cost more, never less.
struct ColumnGeneration {
  let model: Model
  let pool: PricingPool
  let stop: Stop
  /// The weight of the best prices so far against the master's own, which jump from round to
  /// round while patterns are few (Wentges, 1997).
  var smoothing = 0.5

  /// What the rounds came to.
  struct Result {
    /// The best bound and its prices.
    var best: Lagrangian
    /// All patterns made.
    var patterns: [Pattern] = []
    /// The relaxation's value over them, in millionths of a point, if solved.
    var value: Double?
    /// The last solution of the master, which may have got further patterns since.
    var solution: MasterSolution?
    var rounds = 0
    var pivots = 0
    var rows = 0
    /// How many solves GLPK failed on.
    var troubles = 0
    /// Whether no pattern could improve the last solution by more than the tolerance.
    var isConverged = false
  }

  /// A master of all blocks and the true capacities, still empty.
  func emptyMaster() -> MasterProblem {
    MasterProblem(
      model: model, blocks: Array(model.blocks.indices), capacity: model.rows.capacity)
  }

  /// Runs until the bound is within `tolerance` (a fraction) of the relaxation, or `stop` says so
  /// at the end of a round.
  func run(
    start: [Pattern], centre: Lagrangian, tolerance: Double, stop: (Result) -> Bool
  ) throws(SolverError) -> Result {
    var master = emptyMaster()
    return try run(
      on: &master, start: start, centre: centre, tolerance: tolerance, stop: stop)
  }

  /// The same on an empty master, which is left as the last round had it.
  func run(
    on master: inout MasterProblem, start: [Pattern], centre: Lagrangian, tolerance: Double,
    stop: (Result) -> Bool
  ) throws(SolverError) -> Result {
    let generator = model.generator()
    master.add(
      model.blocks.indices.map { block in
        Pattern(
          block: block, days: model.blocks[block].members.map { _ in nil }, model: model,
          generator: generator)
      })
    master.add(start)
    var result = Result(best: centre)
    master.add(patterns(result.best, generator))
    while let solution = try master.solve(pivots: 200_000, stop: self.stop) {
      result.rounds += 1
      result.solution = solution
      let value = solution.value
      result.value = value + model.unavoidableCost
      let prices = solution.prices
      var round = Lagrangian(
        prices: prices.smoothed(towards: result.best.prices, weight: smoothing), model: model,
        pool: pool)
      if round.bound > result.best.bound { result.best = round }
      // Smoothed prices may miss every pattern that the master's own would find.
      var isSmoothed = smoothing > 0
      func useOwnPrices() {
        isSmoothed = false
        round = Lagrangian(prices: prices, model: model, pool: pool)
        if round.bound > result.best.bound { result.best = round }
      }
      if isSmoothed, !improves(round, solution) { useOwnPrices() }
      result.pivots = master.pivots
      result.rows = master.rowCount
      result.patterns = master.patterns
      let distance = value + model.unavoidableCost - result.best.bound
      if distance <= tolerance * max(abs(value), ScaledObjective.unit) {
        result.isConverged = true
        break
      }
      if stop(result) { break }
      var added = master.add(patterns(round, generator))
      if added == 0, isSmoothed {
        // Within the solver's tolerance a known pattern may seem to improve.
        useOwnPrices()
        added = master.add(patterns(round, generator))
      }
      if added == 0 {
        result.isConverged = true
        break
      }
    }
    result.patterns = master.patterns
    result.troubles = master.troubles
    return result
  }

  /// Whether any pattern of a round improves the master's last solution.
  private func improves(
    _ round: Lagrangian, _ solution: MasterSolution
  ) -> Bool {
    let charges = solution.prices.charges(of: model)
    let generator = model.generator()
    return round.answers.enumerated().contains { block, answer in
      let pattern = Pattern(block: block, days: answer.days, model: model, generator: generator)
      let reduced =
        pattern.charged(charges, members: model.blocks[block].members) - solution.serving(block)
      return reduced < -1e-6 * ScaledObjective.unit
    }
  }

  private func patterns(_ round: Lagrangian, _ generator: PatternGenerator) -> [Pattern] {
    round.answers.enumerated().map { block, answer in
      Pattern(block: block, days: answer.days, model: model, generator: generator)
    }
  }
}
