import LinearPrograms

/// Solves the relaxation of the whole region: solve, price, add, until no pattern improves.
///
/// Every round's prices prove a bound by themselves, so that a stop at any round leaves a valid
/// one. The patterns are kept for the search for a whole plan. What is found is the relaxation's
/// optimum over all patterns: a whole plan may cost more, never less.
struct ColumnGeneration {
  let model: Model
  let pool: PricingPool
  let cancel: CancelFlag

  /// What the rounds came to.
  struct Result {
    /// The best bound and its prices.
    var best: Lagrangian
    /// All patterns made.
    var patterns: [Pattern] = []
    /// The relaxation's value over them, in millionths of a point, if solved.
    var value: Double?
    var rounds = 0
    var pivots = 0
    var rows = 0
    /// Whether no pattern could improve the last solution by more than the tolerance.
    var isConverged = false
  }

  /// Runs until the bound is within `tolerance` (a fraction) of the relaxation, or `stop` says so
  /// at the end of a round.
  func run(
    start: [Pattern], tolerance: Double, stop: (Result) -> Bool
  ) throws(SolverError) -> Result {
    var master = MasterProblem(
      model: model, blocks: Array(model.blocks.indices), capacity: model.rows.capacity)
    let generator = model.generator()
    master.add(
      model.blocks.indices.map { block in
        Pattern(
          block: block, days: model.blocks[block].members.map { _ in nil }, model: model,
          generator: generator)
      })
    master.add(start)
    var result = Result(
      best: Lagrangian(prices: Prices(count: model.rows.count), model: model, pool: pool))
    master.add(patterns(result.best, generator))
    let limits = SolveLimits(pivots: 200_000, seconds: 3_600, cancel: cancel)
    while let value = try master.solve(limits: limits) {
      result.rounds += 1
      result.value = value + model.unavoidableCost
      let round = Lagrangian(prices: master.prices(), model: model, pool: pool)
      if round.bound > result.best.bound { result.best = round }
      result.pivots = master.pivots
      result.rows = master.rowCount
      result.patterns = master.patterns
      let distance = value + model.unavoidableCost - result.best.bound
      if distance <= tolerance * max(abs(value), ScaledObjective.unit) {
        result.isConverged = true
        break
      }
      if stop(result) { break }
      if master.add(patterns(round, generator)) == 0 {
        result.isConverged = true
        break
      }
    }
    result.patterns = master.patterns
    return result
  }

  private func patterns(_ round: Lagrangian, _ generator: PatternGenerator) -> [Pattern] {
    round.answers.enumerated().map { block, answer in
      Pattern(block: block, days: answer.days, model: model, generator: generator)
    }
  }
}
