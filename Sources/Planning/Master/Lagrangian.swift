/// The bound that any prices prove: every block priced by itself, minus what the capacities are
/// worth.
struct Lagrangian: Sendable {
  /// The prices.
  let prices: Prices
  /// Millionths of a point that every plan costs at least.
  let bound: Double
  /// The cheapest plan of each block at the prices.
  let answers: [BlockPricing.Answer]

  /// Prices every block; `pool` does it on some threads.
  init(prices: Prices, model: Model, pool: PricingPool) {
    let charges = prices.charges(of: model)
    let answers = pool.map(model.blocks.count) { block, generator in
      BlockPricing(model: model, generator: generator).best(block, charges: charges)
    }
    self.prices = prices
    self.answers = answers
    bound =
      answers.reduce(0) { $0 + $1.bound } - prices.worth(of: model) + model.unavoidableCost
  }
}

/// Pricing on some threads, each with working memory that is kept.
final class PricingPool: Sendable {
  let threads: Int
  // Each worker touches its own memory only.
  nonisolated(unsafe) private let scratches: [PricingScratch]
  private let model: Model

  init(model: Model, threads: Int) {
    self.model = model
    self.threads = max(1, threads)
    scratches = (0..<self.threads).map { _ in PricingScratch() }
  }

  /// Calls `body` with each index and a generator.
  func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int, PatternGenerator) -> Result
  ) -> [Result] {
    Parallel.map(count, threads: threads) { index, worker in
      body(index, self.model.generator(self.scratches[worker]))
    }
  }

  /// Cells worked through so far; only to be asked while no pricing runs.
  var cells: Int { scratches.reduce(0) { $0 + $1.cells } }
}
