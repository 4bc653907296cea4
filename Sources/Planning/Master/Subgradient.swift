/// Prices by subgradient steps, before the master problem is ever solved.
///
/// Each step prices every block and moves the price of each row towards what the answers overuse
/// of it, along a direction that remembers the steps before (Camerini, Fratta and Maffioli, 1975),
/// by Polyak's step against the best plan. Some dozens of steps give a bound within a few per
/// cent and patterns near the relaxation's, where the master's own first prices are wild.
///
/// A safeguard returns to the best prices and halves the step where the bound falls away: one
/// rule of steps does not fit all sizes.
struct Subgradient {
  let model: Model
  let pool: PricingPool
  /// The cost of a plan in millionths of a point, the target of the step.
  let target: Double

  /// What the steps came to.
  struct Result {
    /// The best bound and its prices.
    var best: Lagrangian
    /// The patterns of the last steps.
    var patterns: [Pattern]
    /// How many steps were taken.
    var steps: Int
  }

  /// Takes so many steps, keeping the patterns of the last few.
  func run(steps: Int, keeping: Int, stop: (Result) -> Bool) -> Result {
    let scale = rowScale()
    var prices = Prices(count: model.rows.count)
    var result = Result(
      best: Lagrangian(prices: prices, model: model, pool: pool), patterns: [], steps: 0)
    var round = result.best
    var direction = [Double](repeating: 0, count: model.rows.count)
    var theta = 0.4
    var stalls = 0
    for step in 0..<steps {
      let (uses, patterns) = use(of: round)
      if step >= steps - keeping { result.patterns += patterns }
      var norm = 0.0
      for row in direction.indices {
        let excess = (uses[row] - model.rows.capacity[row]) / scale[row]
        // A row without a price pulls only when it is overused.
        let pull = prices.rows[row] > 0 || excess > 0 ? excess : 0
        direction[row] = 0.25 * pull + 0.75 * direction[row]
        if prices.rows[row] > 0 || direction[row] > 0 { norm += direction[row] * direction[row] }
      }
      guard norm > 1e-12 else { break }
      let length = theta * max(target - round.bound, 0.01 * target) / norm
      for row in direction.indices where prices.rows[row] > 0 || direction[row] > 0 {
        prices.rows[row] = max(0, prices.rows[row] + length * direction[row] / scale[row])
      }
      round = Lagrangian(prices: prices, model: model, pool: pool)
      result.steps += 1
      if round.bound > result.best.bound {
        result.best = round
        stalls = 0
      } else {
        stalls += 1
        if stalls % 10 == 0 { theta *= 0.8 }
        if round.bound < result.best.bound - 0.5 * abs(target - result.best.bound) {
          theta *= 0.5
          prices = result.best.prices
          round = result.best
        }
      }
      if stop(result) { break }
    }
    return result
  }

  /// What the answers of a round use of each row, and the answers as patterns.
  private func use(of round: Lagrangian) -> ([Double], [Pattern]) {
    let model = model
    let patterns = pool.map(model.blocks.count) { block, generator in
      Pattern(
        block: block, days: round.answers[block].days, model: model, generator: generator)
    }
    var uses = [Double](repeating: 0, count: model.rows.count)
    for pattern in patterns {
      for use in pattern.uses { uses[Int(use.row)] += use.amount }
    }
    return (uses, patterns)
  }

  /// The mean amount of a use of each row: without it, rows in patients swamp those in slots.
  private func rowScale() -> [Double] {
    var sums = [Double](repeating: 0, count: model.rows.stretches.count)
    var counts = sums
    for practice in model.practices {
      for term in practice.terms {
        sums[term.resource] += term.amount
        counts[term.resource] += 1
      }
    }
    return model.rows.stretches.indices.flatMap { resource in
      let mean = counts[resource] > 0 ? sums[resource] / counts[resource] : 1
      return [Double](repeating: max(mean, 1e-9), count: model.rows.stretches[resource].count)
    }
  }
}
