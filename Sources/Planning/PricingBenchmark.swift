public import Migrations

/// Measures pricing alone: how long it takes to find the cheapest dates of one practice.
///
/// For `tranche-bench`; the planner does not use it.
public struct PricingBenchmark {
  private let model: Model
  private let charges: PriceCharges

  /// Prepares a region: its prices are those of the steps of the subgradient method, so that
  /// pricing meets charges like those of a real run.
  public init(of region: Region) {
    let model = Model(region: region, threads: 1)
    let pool = PricingPool(model: model, threads: 1)
    let plan = Greedy(insertion: Insertion(model: model, generator: model.generator())).plan()
    let result = Subgradient(model: model, pool: pool, target: plan.total)
      .run(keeping: 0) { _ in false }
    self.model = model
    charges = result.best.prices.charges(of: model)
  }

  /// How many blocks (practices, or groups that go together) are priced.
  public var blockCount: Int { model.blocks.count }

  /// The working days of the horizon.
  public var dayCount: Int { model.timetable.count }

  /// The seconds that pricing took for each block, the best of some repetitions.
  public func seconds(repetitions: Int) -> [Double] {
    let clock = ContinuousClock()
    let generator = model.generator()
    let pricing = BlockPricing(model: model, generator: generator)
    return model.blocks.indices.map { block in
      (0..<max(1, repetitions)).map { _ in
        let parts = clock.measure { _ = pricing.best(block, charges: charges) }.components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
      }.min() ?? 0
    }
  }
}
