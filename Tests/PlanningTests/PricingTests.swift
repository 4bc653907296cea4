import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// Pricing against every legal set of dates of small worlds.
struct PricingTests {
  @Test("the cheapest dates at random prices are those that trying everything finds")
  func agreesWithBruteForce() {
    var dated = 0
    for seed in 1...120 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let region = worlds.region()
      let world = PricedWorld(region, prices: worlds.prices(in: region))
      let found = world.generator.best(world.model.practices[0], charges: world.charges)
      let expected = world.bruteForce(0)
      #expect((found == nil) == (expected == nil), "seed \(seed)")
      guard let found, let expected else { continue }
      dated += 1
      #expect(abs(found.cost / 1e6 - expected) < 1e-4, "seed \(seed): \(found.cost) \(expected)")
      // Some way below would make every bound that rests on it weak.
      #expect(found.bound <= found.cost && found.bound >= found.cost - 4, "seed \(seed)")
      let schedule = Dating(model: world.model).schedule(of: 0, days: found.days)
      #expect(
        abs(world.cost(of: schedule, practice: 0) - found.cost / 1e6) < 1e-4, "seed \(seed)")
      #expect(BruteForce(0, in: region).schedules().contains(schedule), "seed \(seed)")
    }
    #expect(dated > 60)
  }

  @Test("a stage under way ends no sooner than it can")
  func keepsStagesUnderWay() {
    var dated = 0
    for seed in 201...280 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      var region = worlds.region()
      let start = region.horizon.lowerBound + worlds.number(0...3)
      region.practices[0].actuals = [
        0: Practice.Actual(start: start, finish: nil, finishesFrom: start + worlds.number(1...9))
      ]
      let world = PricedWorld(region, prices: worlds.prices(in: region))
      let found = world.generator.best(world.model.practices[0], charges: world.charges)
      let expected = world.bruteForce(0)
      #expect((found == nil) == (expected == nil), "seed \(seed)")
      guard let found, let expected else { continue }
      dated += 1
      #expect(abs(found.cost / 1e6 - expected) < 1e-4, "seed \(seed): \(found.cost) \(expected)")
    }
    #expect(dated > 15)
  }

  @Test("the earliest go-live is the first that trying everything finds")
  func findsTheEarliestGoLive() {
    for seed in 501...600 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let region = worlds.region()
      let model = Model(region: region, threads: 1)
      let expected = BruteForce.earliestGoLive(0, in: region)
      let found = model.practices[0].earliest.map(model.timetable.day)
      #expect(found == expected, "seed \(seed)")
      #expect(
        model.practices[0].hasDates == !BruteForce(0, in: region).schedules().isEmpty,
        "seed \(seed)")
    }
  }

  @Test("a go-live profile is never above the cheapest dates of its day")
  func profilesAreLowerBounds() {
    for seed in 801...830 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let region = worlds.region()
      let world = PricedWorld(region, prices: worlds.prices(in: region))
      let chain = world.model.practices[0]
      guard let profile = world.generator.goLiveProfile(chain, charges: world.charges) else {
        continue
      }
      for day in 0..<world.model.timetable.count {
        let best = world.generator.best(chain, charges: world.charges, goLive: day)
        #expect(profile[day] <= (best?.cost ?? .infinity) + 4, "seed \(seed), day \(day)")
      }
    }
  }

  @Test("England's pathway keeps both shipped lead times whatever the prices")
  func keepsEnglandsLeadTimes() throws {
    let region = England.region(practices: 3, years: 1)
    var random = TestSupport.SplitMix64(seed: 7)
    let model = Model(region: region, threads: 1)
    let generator = model.generator()
    for _ in 0..<60 {
      let prices = (0..<model.rows.count).map { _ in
        random.chance(40) ? Double(Int.random(in: 0...300_000_000, using: &random)) : 0
      }
      let charges = PriceCharges(prices: prices, rows: model.rows)
      for chain in model.practices {
        let priced = try #require(generator.best(chain, charges: charges))
        let schedule = Dating(model: model).schedule(of: chain.practice, days: priced.days)
        for leadTime in region.pathway.leadTimes {
          guard let least = leadTime.atLeast else { continue }
          let distance = schedule.day(of: leadTime.to) - schedule.day(of: leadTime.from)
          #expect(distance >= least.count)
        }
        #expect(priced.bound == priced.cost)
      }
    }
  }
}

/// A small region with prices, for comparing.
struct PricedWorld {
  let region: Region
  let model: Model
  let generator: PatternGenerator
  let charges: PriceCharges
  private let prices: [Certificate.Price]

  init(_ region: Region, prices: [Certificate.Price]) {
    self.region = region
    self.prices = prices
    model = Model(region: region, threads: 1)
    generator = model.generator()
    var rows = [Double](repeating: 0, count: model.rows.count)
    for row in rows.indices {
      let id = region.resources[model.rows.resource(of: row)].id
      let period = model.rows.period(of: row, timetable: model.timetable)
      rows[row] =
        Double(prices.first { $0.resource == id && $0.period == period }?.units ?? 0) * 1_000
    }
    charges = PriceCharges(prices: rows, rows: model.rows)
  }

  /// Own cost and prices of dates in points, from the contract alone.
  func cost(of schedule: Schedule, practice: Int) -> Double {
    let earliest = model.practices[practice].earliest ?? 0
    let mean = region.meanListSize
    var cost = Cost.of(
      schedule, practice: region.practices[practice], earliest: model.timetable.days[earliest],
      in: region, meanListSize: mean
    ).total
    for resource in region.resources {
      let uses = BruteForce.uses(
        of: resource, by: region.practices[practice], schedule: schedule, in: region)
      for (period, amount) in uses {
        let price = prices.first { $0.resource == resource.id && $0.period == period }
        cost += Double(price?.units ?? 0) / 1_000 * amount
      }
    }
    return cost
  }

  /// The least of that over all legal dates; nil if there are none.
  func bruteForce(_ practice: Int) -> Double? {
    BruteForce(practice, in: region).schedules().map { cost(of: $0, practice: practice) }.min()
  }
}
