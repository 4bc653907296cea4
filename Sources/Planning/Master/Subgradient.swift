/// Prices by subgradient steps, before the master problem is ever solved.
///
/// Each step prices every block and moves the price of each row towards what the answers overuse
/// of it. How far is a matter of each row by itself: the mean of its excess over the last steps,
/// divided by the root of the mean of its squares (after Kingma and Ba, 2015), times a step that
/// shrinks by a fixed factor. So a row in patients moves like one in slots, and no step needs to
/// know how good a plan is. Some hundred steps give a bound within a few per cent of the
/// relaxation's and patterns near its, where the master's own first prices are wild; the more
/// steps, the closer, at any size.
///
/// A safeguard returns to the best prices and halves the step where no step has been better for
/// long.
struct Subgradient {
  let model: Model
  let pool: PricingPool
  /// Millionths of a point by which a price per mean use may move at first.
  let firstMove: Double
  /// How many steps, and how bold.
  let effort: Effort

  /// How much is asked of the steps.
  struct Effort {
    let steps: Int
    /// The first move as a share of a block's mean cost in a plan.
    let firstMove: Double
    /// The last move as a share of the first one.
    let decay: Double

    /// Careful steps as a start for column generation.
    ///
    /// It does the rest faster: on 171 and 600 practices more steps take longer than they save.
    static let start = Effort(steps: 40, firstMove: 0.1, decay: 0.05)
    /// Bold steps that are all that is done about the bound.
    ///
    /// They end about one per cent below the relaxation's value.
    static let alone = Effort(steps: 300, firstMove: 0.4, decay: 0.002)
  }

  /// Blocks from which the steps stand alone: a master of that many has too many pivots.
  static let sizeOfAlone = 1_500

  /// What the steps came to.
  struct Result {
    /// The best bound and its prices.
    var best: Lagrangian
    /// The patterns of the last steps.
    var patterns: [Pattern]
    /// How many steps were taken.
    var steps: Int
  }

  /// Steps towards a plan that costs `target` millionths of a point; as bold as its size asks for
  /// if no effort is given.
  init(model: Model, pool: PricingPool, target: Double, effort: Effort? = nil) {
    let effort = effort ?? (model.blocks.count < Subgradient.sizeOfAlone ? .start : .alone)
    self.model = model
    self.pool = pool
    self.effort = effort
    firstMove = effort.firstMove * target / Double(max(1, model.blocks.count))
  }

  /// Takes so many steps, keeping the patterns of the last few.
  func run(keeping: Int, stop: (Result) -> Bool) -> Result {
    let steps = effort.steps
    let scale = rowScale()
    var prices = Prices(count: model.rows.count)
    var result = Result(
      best: Lagrangian(prices: prices, model: model, pool: pool), patterns: [], steps: 0)
    var round = result.best
    var moments = Moments(count: model.rows.count)
    var move = firstMove
    let shrink = Subgradient.root(effort.decay, of: steps)
    var stalls = 0
    for step in 0..<steps {
      if step >= steps - keeping { result.patterns += patterns(of: round) }
      move *= shrink
      moments.note(excess(of: round, prices: prices, scale: scale))
      for row in scale.indices {
        prices.rows[row] = max(0, prices.rows[row] + move * moments.direction(row) / scale[row])
      }
      round = Lagrangian(prices: prices, model: model, pool: pool)
      result.steps += 1
      stalls = round.bound > result.best.bound ? 0 : stalls + 1
      if stalls == 0 { result.best = round }
      if stalls == 40 {
        prices = result.best.prices
        round = result.best
        moments = Moments(count: model.rows.count)
        move *= 0.5
        stalls = 0
      }
      if stop(result) { break }
    }
    return result
  }

  /// What the answers of a round use of each row beyond its capacity, in mean uses.
  ///
  /// A row without a price counts only where it is overused.
  private func excess(of round: Lagrangian, prices: Prices, scale: [Double]) -> [Double] {
    let model = model
    let uses = pool.map(model.blocks.count) { block, generator -> [RowUse] in
      zip(model.blocks[block].members, round.answers[block].days).flatMap { member, days in
        days.map { generator.uses(of: model.practices[member], days: $0) } ?? []
      }
    }
    var excess = model.rows.capacity.map { -$0 }
    // In the order of the blocks, so that the sums do not depend on the threads.
    for use in uses.joined() { excess[use.row] += use.amount }
    for row in excess.indices {
      excess[row] = prices.rows[row] > 0 || excess[row] > 0 ? excess[row] / scale[row] : 0
    }
    return excess
  }

  private func patterns(of round: Lagrangian) -> [Pattern] {
    let model = model
    return pool.map(model.blocks.count) { block, generator in
      Pattern(block: block, days: round.answers[block].days, model: model, generator: generator)
    }
  }

  /// The number that, taken so many times by itself, gives a number below 1; found by halving.
  private static func root(_ number: Double, of times: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let power = (0..<times).reduce(1.0) { product, _ in product * middle }
      if power < number { low = middle } else { high = middle }
    }
    return high
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

/// The running means of each row's excess and of its square.
private struct Moments {
  private var first: [Double]
  private var second: [Double]
  /// What is left of the zeros that both began with.
  private var firstShare = 1.0
  private var secondShare = 1.0

  init(count: Int) {
    first = [Double](repeating: 0, count: count)
    second = first
  }

  /// Takes one step's excess in.
  mutating func note(_ excess: [Double]) {
    for row in excess.indices {
      first[row] = 0.9 * first[row] + 0.1 * excess[row]
      second[row] = 0.99 * second[row] + 0.01 * excess[row] * excess[row]
    }
    firstShare *= 0.9
    secondShare *= 0.99
  }

  /// Where a row's price should go, about 1 for an excess that stays.
  func direction(_ row: Int) -> Double {
    guard first[row] != 0 else { return 0 }
    let mean = first[row] / (1 - firstShare)
    let square = second[row] / (1 - secondShare)
    // The constant keeps a row that is overused by a hair for the first time from a whole step.
    return mean / (square.squareRoot() + 0.05)
  }
}
