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
    let answers = pool.answers(of: Array(model.blocks.indices), model: model, charges: charges)
    self.prices = prices
    self.answers = answers
    bound =
      answers.reduce(0) { $0 + $1.bound } - prices.worth(of: model) + model.unavoidableCost
  }
}
