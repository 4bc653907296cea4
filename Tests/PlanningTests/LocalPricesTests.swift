import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// Prices group by group: still a bound, and no worse than before.
@Suite("Planning: local prices") struct LocalPricesTests {
  private func improved(_ region: Region, largest: Int, threads: Int = 1)
    -> (before: Lagrangian, after: LocalPrices.Result, groups: LocalGroups, model: Model)
  {
    let model = Model(region: region, threads: threads)
    let pool = PricingPool(model: model, threads: threads)
    let target = Greedy(insertion: Insertion(model: model, generator: model.generator()))
      .plan().total
    let first = Subgradient(model: model, pool: pool, target: target, effort: .start)
      .run(keeping: 2) { _ in false }
    let groups = LocalGroups(of: model, largest: largest)
    let local = LocalPrices(
      model: model, pool: pool, groups: groups,
      stop: Stop(cancellation: Cancellation(), deadline: .never))
    return (
      first.best, local.run(from: first.best, patterns: first.patterns), groups, model
    )
  }

  @Test("the bound is never above the optimum, and never falls")
  func isABound() {
    var planned = 0
    for seed in 1...40 {
      var worlds = RandomWorlds(seed: UInt64(seed) + 7_000)
      let region = worlds.region(practices: 2)
      guard let optimum = SmallOptimum(of: region).cost() else { continue }
      planned += 1
      for largest in [1, 2] {
        let (before, after, _, _) = improved(region, largest: largest)
        #expect(after.best.bound >= before.bound)
        #expect(
          after.best.bound <= (optimum + 1e-6) * ScaledObjective.unit, "seed \(seed), \(largest)")
      }
    }
    #expect(planned > 10)
  }

  @Test("networks are groups, and their prices raise the bound")
  func raises() {
    let (before, after, groups, model) = improved(
      England.region(practices: 60, years: 2), largest: 4)
    #expect(groups.groups.count == 15)
    for (resource, isLocal) in zip(model.region.resources, groups.isLocal) {
      #expect(isLocal == (resource.appliesTo.pcns != nil), "\(resource.id)")
    }
    #expect(after.best.bound > before.bound)
    #expect(after.troubles == 0)
  }

  @Test("with everything local it is the relaxation's own value")
  func isTheRelaxation() throws {
    let region = England.region(practices: 24, years: 1)
    let (_, after, groups, _) = improved(region, largest: 100)
    #expect(groups.groups.count == 1)
    let value = try #require(relaxation(of: region))
    let bound = after.best.bound / ScaledObjective.unit
    #expect(bound <= value + 1e-6)
    #expect(bound >= value * (1 - 1e-3))
  }

  @Test("threads change nothing, and links are never cut")
  func repeats() {
    var region = England.region(practices: 16, years: 1)
    region.links = [Link(rule: .apart(lag: .workingDays(5)), first: 0, second: 15)]
    let one = improved(region, largest: 4, threads: 1)
    let two = improved(region, largest: 4, threads: 2)
    #expect(one.after.best.bound == two.after.best.bound)
    #expect(one.after.best.prices.rows == two.after.best.prices.rows)
    #expect(one.groups.groups.contains { $0.contains(0) && $0.contains(15) })
  }
}

/// The value of a region's relaxation, by column generation over all of it; nil if not solved.
func relaxation(of region: Region) -> Double? {
  guard let master = Planner(region: region).finalMaster() else { return nil }
  return master.value
}
