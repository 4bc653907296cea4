import LinearPrograms
import Migrations

/// The least that fractions of extra capacity would cost: a bound on every whole purchase.
///
/// The master problem with a column for each thing on sale (steady units: one for each period up to
/// which they may be bought) and no own costs; its prices are capped at what the market asks, so that the bound by pricing holds (buying nothing is then best).
struct PurchaseRelaxation {
  let terms: PurchaseTerms
  let stop: Stop
  let threads: Int

  /// What is proven, and what was made on the way.
  struct Result {
    /// Millionths of a point that every purchase costs at least.
    var bound: Double
    /// The prices that prove it.
    var prices: Prices
    /// The patterns of the last master, by days, for the next date.
    var patterns: [Pattern]
    /// Whether no purchase at all would do.
    var isHopeless: Bool
  }

  /// Runs until the bound reaches `target` (which a whole plan needs), or some rounds are over.
  ///
  /// - Parameters:
  ///   - model: the region without own costs, everybody having to be live by the date.
  ///   - start: patterns legal in it.
  ///   - prices: those of a like problem, or none.
  func run(
    _ model: Model, start: [Pattern], prices: Prices?, target: Double, rounds: Int
  ) -> Result {
    let pool = PricingPool(model: model, threads: threads)
    let centre = Lagrangian(
      prices: capped(prices ?? Prices(count: model.rows.count), model), model: model, pool: pool)
    var result = Result(
      bound: raised(centre.bound), prices: centre.prices, patterns: [], isHopeless: false)
    if result.bound >= target - 0.5 { return result }
    let generation = ColumnGeneration(model: model, pool: pool, stop: stop)
    var master = MasterProblem(
      model: model, blocks: Array(model.blocks.indices), capacity: model.rows.capacity,
      terms: terms)
    do {
      let found = try generation.run(on: &master, start: start, centre: centre, tolerance: 1e-3) {
        raised($0.best.bound) >= target - 0.5 || $0.rounds >= rounds || stop.isNow
      }
      // The simplex method keeps the market's prices to a tolerance; the bound is made to hold.
      let best = Lagrangian(prices: capped(found.best.prices, model), model: model, pool: pool)
      if best.bound > centre.bound {
        result.bound = raised(best.bound)
        result.prices = best.prices
      }
      result.patterns = found.patterns
    } catch {
      // What is proven without GLPK stays valid.
    }
    result.isHopeless = result.bound > model.artificialCost / 2
    return result
  }

  /// A bound as whole purchases: the next multiple of the price, where there is one price.
  private func raised(_ bound: Double) -> Double {
    let bound = max(0, bound)
    guard let price = terms.commonPrice else { return bound }
    return (bound / price - 1e-7).rounded(.up) * price
  }

  /// Prices of rows at most what more of them is bought for, whatever whole purchase that is.
  private func capped(_ prices: Prices, _ model: Model) -> Prices {
    var capped = prices
    switch terms.mode {
    case .byWeek:
      for row in capped.rows.indices where terms.isOnSale(row) {
        capped.rows[row] = min(capped.rows[row], terms.price(through: row))
      }
    case .steady:
      // A unit up to a row serves all rows until there: together they may ask for no more.
      for case .some(let rows) in terms.rowsOnSale {
        var sum = 0.0
        for row in rows {
          // A hair below, so that the sum of the parts is not above for rounding.
          let most = terms.price(through: row) * (1 - 1e-12) - sum
          capped.rows[row] = max(0, min(capped.rows[row], most))
          sum += capped.rows[row]
        }
      }
    }
    return capped
  }
}
