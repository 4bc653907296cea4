/// Prices by subgradient steps, before the master problem is ever solved.
///
/// A step prices a part of the blocks and moves the price of each row towards what all blocks'
/// latest answers overuse of it; the parts take turns, so that a pass over all blocks is worth many
/// steps (after the incremental methods of Nedić and Bertsekas, 2001, and of Schmidt, Le Roux and
/// Bach, 2017). How far a price moves is a matter of each row by itself: the mean of its excess over
/// the last steps, divided by the root of the mean of its squares (after Kingma and Ba, 2015), times
/// a move that shrinks by a fixed factor. So a row in patients moves like one in slots, and no step
/// needs to know how good a plan is.
///
/// Only pricing every block at the same prices proves a bound; that is done every few passes.
/// A safeguard returns to the best prices and halves the move where no bound has been better for
/// long.
struct Subgradient {
  let model: Model
  let pool: PricingPool
  /// Millionths of a point by which a price per mean use may move at first.
  let firstMove: Double
  /// How many passes, and how bold.
  let effort: Effort

  /// Blocks from which the steps stand alone: a master of that many has too many pivots.
  static let sizeOfAlone = 1_500

  /// What the steps came to.
  struct Result {
    /// The best bound and its prices.
    var best: Lagrangian
    /// The patterns of the last passes.
    var patterns: [Pattern]
    /// How many passes were made.
    var passes: Int
  }

  /// Steps towards a plan that costs `target` millionths of a point; as bold as its size asks for
  /// if no effort is given.
  init(model: Model, pool: PricingPool, target: Double, effort: Effort? = nil) {
    let effort = effort ?? .usual(for: model)
    self.model = model
    self.pool = pool
    self.effort = effort
    firstMove = effort.firstMove * target / Double(max(1, model.blocks.count))
  }

  /// Makes so many passes, keeping the patterns of the last few.
  func run(keeping: Int, stop: (Result) -> Bool) -> Result {
    let scale = rowScale()
    var prices = Prices(count: model.rows.count)
    let first = Lagrangian(prices: prices, model: model, pool: pool)
    var result = Result(best: first, patterns: [], passes: 0)
    var latest = LatestAnswers(first.answers, model: model, pool: pool)
    var moments = Moments(count: model.rows.count, momentum: effort.momentum)
    var move = firstMove
    let shrink = Subgradient.root(effort.decay, of: effort.passes * effort.parts)
    var stalls = 0
    while result.passes < effort.passes {
      for part in 0..<effort.parts {
        move *= shrink
        moments.begin()
        for row in latest.contested {
          // A row without a price counts only where it is overused.
          let beyond = prices.rows[row] > 0 ? latest.beyond[row] : max(0, latest.beyond[row])
          let direction = moments.direction(row, excess: beyond / scale[row])
          prices.rows[row] = max(0, prices.rows[row] + move * direction / scale[row])
        }
        if effort.parts > 1 {
          let blocks = Array(stride(from: part, to: model.blocks.count, by: effort.parts))
          latest.price(blocks, at: prices, pool: pool)
        }
      }
      result.passes += 1
      if result.passes > effort.passes - keeping {
        result.patterns += latest.patterns(pool: pool)
      }
      let isProof =
        effort.parts == 1 || result.passes % effort.proofEvery == 0
        || result.passes == effort.passes
      if isProof {
        let round = Lagrangian(prices: prices, model: model, pool: pool)
        latest.take(round.answers, pool: pool)
        stalls = round.bound > result.best.bound ? 0 : stalls + effort.proofEvery
        if stalls == 0 { result.best = round }
        // The first bold moves overshoot, and mend it as they shrink: there is nothing to return to
        // before a bound has been better than that without prices.
        if stalls >= 40, result.passes > effort.passes / 3, result.best.bound > first.bound {
          prices = result.best.prices
          latest.take(result.best.answers, pool: pool)
          moments = Moments(count: model.rows.count, momentum: effort.momentum)
          move *= 0.5
          stalls = 0
        }
      }
      if stop(result) { break }
    }
    return result
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
