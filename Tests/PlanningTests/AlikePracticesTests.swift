import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// Practices that are alike are priced once, and as if each had been priced.
@Suite("Planning: practices that are alike") struct AlikePracticesTests {
  /// Six networks of four practices that differ in nothing else.
  private static func uniform() -> Region {
    var region = England.region(practices: 24, years: 1)
    for place in region.practices.indices {
      region.practices[place].priority = 3
      region.practices[place].listSize = 8_000
      region.practices[place].preferred = nil
    }
    return region
  }

  /// Random prices for every row, or only for those outside networks.
  private func prices(_ model: Model, seed: UInt64, inNetworks: Bool) -> Prices {
    var random = TestSupport.SplitMix64(seed: seed)
    var prices = Prices(count: model.rows.count)
    for row in prices.rows.indices where random.chance(30) {
      let resource = model.region.resources[model.rows.resource(of: row)]
      if inNetworks || resource.appliesTo.pcns == nil {
        prices.rows[row] = Double(Int.random(in: 0...300_000, using: &random)) * 1_000
      }
    }
    return prices
  }

  /// The answers that pricing each block by itself gives.
  private func oneByOne(_ model: Model, _ prices: Prices) -> [BlockPricing.Answer] {
    let pricing = BlockPricing(model: model, generator: model.generator())
    let charges = prices.charges(of: model)
    return model.blocks.indices.map { pricing.best($0, charges: charges) }
  }

  private func expectTheSame(_ model: Model, _ prices: Prices, _ comment: Comment) {
    let together = Lagrangian(
      prices: prices, model: model, pool: PricingPool(model: model, threads: 2))
    for (answer, expected) in zip(together.answers, oneByOne(model, prices)) {
      #expect(answer.days == expected.days, comment)
      #expect(answer.cost == expected.cost, comment)
      #expect(answer.bound == expected.bound, comment)
    }
  }

  @Test("answers are those of pricing one practice after the other")
  func agreesWithSinglePricing() {
    for (name, region) in [
      ("uniform", Self.uniform()), ("mixed", England.region(practices: 24, years: 1)),
    ] {
      let model = Model(region: region, threads: 2)
      for seed in 1...4 {
        for inNetworks in [false, true] {
          let prices = prices(model, seed: UInt64(seed), inNetworks: inNetworks)
          expectTheSame(model, prices, "\(name), seed \(seed), networks priced: \(inNetworks)")
        }
      }
    }
  }

  @Test("without prices of networks a class is one pricing problem")
  func pricesAClassOnce() {
    let model = Model(region: Self.uniform(), threads: 1)
    func classes(_ prices: Prices) -> Int {
      let charges = prices.charges(of: model)
      return Set(
        model.blocks.indices.map { model.pricingClass(ofBlock: $0, charges: charges) }
      ).count
    }
    #expect(classes(prices(model, seed: 1, inNetworks: false)) == 1)
    var oneNetwork = Prices(count: model.rows.count)
    let place = model.region.resources.firstIndex { $0.appliesTo.pcns == ["U10002"] }
    if let place { oneNetwork.rows[model.rows.stretches[place].base] = 1_000 }
    // Its four practices by themselves, and the others.
    #expect(classes(oneNetwork) == 5)
  }

  @Test("a practice whose go-live is held to some days leaves its class")
  func separates() {
    let model = Model(region: Self.uniform(), threads: 1)
    let days = model.timetable.count
    let held = model.with(goLives: [0: (days - 60)...(days - 1), 5: (days - 90)...(days - 61)])
    let prices = prices(held, seed: 3, inNetworks: false)
    expectTheSame(held, prices, "held")
    let charges = prices.charges(of: held)
    #expect(
      Set(held.blocks.indices.map { held.pricingClass(ofBlock: $0, charges: charges) }).count == 3)
  }

  @Test("alike but for a band of list sizes, a date of its own or a partner is not alike")
  func tellsApart() {
    var region = Self.uniform()
    region.practices[1].listSize = 31_000
    region.practices[2].notBefore = region.horizon.lowerBound + 100
    region.practices[3].priority = 1
    let model = Model(region: region, threads: 1)
    let charges = Prices(count: model.rows.count).charges(of: model)
    let numbers = model.blocks.indices.map { model.pricingClass(ofBlock: $0, charges: charges) }
    #expect(Set(numbers[1...3]).count == 3)
    #expect(!numbers[1...3].contains(numbers[0]))
    #expect(Set(numbers[4...]) == [numbers[0]])
  }
}
