import Migrations
import TestSupport
import Testing

@testable import Planning

/// The first prices: whatever the steps, their bound is one.
@Suite("Planning: first prices") struct SubgradientTests {
  private func effort(passes: Int, parts: Int) -> Subgradient.Effort {
    Subgradient.Effort(
      passes: passes, parts: parts, proofEvery: 3, momentum: parts == 1 ? 0.9 : 0, firstMove: 0.4,
      decay: 0.01)
  }

  private func steps(_ region: Region, parts: Int, threads: Int = 1) -> Subgradient.Result {
    steps(region, effort: effort(passes: 24, parts: parts), threads: threads)
  }

  private func steps(_ region: Region, effort: Subgradient.Effort, threads: Int = 1)
    -> Subgradient.Result
  {
    let model = Model(region: region, threads: threads)
    let target = Greedy(insertion: Insertion(model: model, generator: model.generator()))
      .plan().total
    return Subgradient(
      model: model, pool: PricingPool(model: model, threads: threads), target: target,
      effort: effort
    ).run(keeping: 2) { _ in false }
  }

  @Test("the bound is never above the optimum, in whole passes or in parts")
  func isABound() {
    var planned = 0
    for seed in 1...40 {
      var worlds = RandomWorlds(seed: UInt64(seed) + 4_000)
      let region = worlds.region(practices: 2)
      guard let optimum = SmallOptimum(of: region).cost() else { continue }
      planned += 1
      for parts in [1, 2] {
        let bound = steps(region, parts: parts).best.bound / ScaledObjective.unit
        #expect(bound <= optimum + 1e-6, "seed \(seed), \(parts) parts")
      }
    }
    #expect(planned > 10)
  }

  @Test("so many passes in parts prove more than as many whole steps")
  func partsPay() throws {
    let region = England.region(practices: 120, years: 3)
    let value = try #require(relaxation(of: region)) * ScaledObjective.unit
    let whole = Subgradient.Effort(
      passes: 60, parts: 1, proofEvery: 1, momentum: 0.9, firstMove: 0.4, decay: 0.002)
    let bounds = [whole, .alone].map { steps(region, effort: $0).best.bound }
    #expect(bounds[0] < bounds[1])
    #expect(bounds[1] <= value * (1 + 1e-9))
    #expect(bounds[1] >= value * 0.9)
  }

  @Test("threads change nothing")
  func repeats() {
    let region = England.region(practices: 30, years: 1)
    let one = steps(region, parts: 4, threads: 1)
    let two = steps(region, parts: 4, threads: 2)
    #expect(one.best.bound == two.best.bound)
    #expect(one.best.prices.rows == two.best.prices.rows)
    #expect(one.patterns.map(\.days) == two.patterns.map(\.days))
    #expect(one.passes == 24)
  }
}
