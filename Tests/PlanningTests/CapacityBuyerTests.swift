import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// Bought capacity against every purchase and every plan there is.
struct CapacityBuyerTests {
  private func bought(
    _ region: Region, _ mode: PurchaseMode, by date: Day, from: Day? = nil
  ) throws -> (PurchasedPlan, WarmPlanner) {
    let planner = try ExplainedWorld.planner(region)
    guard case .bought(let plan) = CapacityBuyer(planner, mode: mode, from: from).buy(by: date)
    else { throw ExplainedWorld.NoPlan() }
    let changed = planner.region(of: plan.variant)
    #expect(ExplainedWorld.findings(plan.plan, in: changed) == [])
    #expect(plan.plan.practices.allSatisfy { !$0.schedule.isEmpty && $0.schedule[2].start <= date })
    #expect(plan.bound <= plan.extra + 1e-6)
    return (plan, planner)
  }

  /// The least points for steady units of the only resource, over all units and weeks; nil if none
  /// are enough.
  private func leastSteady(_ region: Region, liveBy date: Day, weeks: Int) -> Double? {
    let offers = (0...region.practices.count).flatMap { units in
      (1...weeks).map { (units: units, weeks: $0, cost: Double(units * $0)) }
    }
    return offers.sorted { $0.cost < $1.cost }.first { offer in
      let first = region.horizon.lowerBound
      let more = region.changing([
        Variant.CapacityStep(
          resource: "go-lives", periods: first...(first + 7 * (offer.weeks - 1)),
          units: Double(offer.units))
      ])
      return ExplainedWorld.optimum(of: more, liveBy: date) != nil
    }?.cost
  }

  @Test(
    "the least steady units for the fewest weeks are bought",
    arguments: [("2027-05-21", 2), ("2027-05-28", 4), ("2027-06-04", 4)])
  func steady(_ date: String, _ practices: Int) throws {
    let region = ExplainedWorld.region(practices: practices + 1, weeks: 5)
    let (plan, _) = try bought(region, .steady, by: day(date))
    let least = try #require(leastSteady(region, liveBy: day(date), weeks: 5))
    #expect(plan.extra == least)
  }

  @Test(
    "a later date never needs more, whoever asks for it alone", arguments: PurchaseMode.allCases)
  func laterNeedsNoMore(_ mode: PurchaseMode) throws {
    var needs = 0
    for seed in 1...3 {
      var worlds = RandomWorlds(seed: UInt64(700 + seed))
      var region = worlds.region(practices: 3)
      region.horizon = region.horizon.lowerBound...(region.horizon.lowerBound + 81)
      // One slot for all of them, so that early dates have to be paid for.
      for place in region.resources.indices { region.resources[place].capacity = 1 }
      guard let planner = ExplainedWorld.planner(ofRandom: region, "seed \(seed)") else { continue }
      var needed: Double?
      for days in stride(from: 11, through: 53, by: 14) {
        let date = region.horizon.lowerBound + days
        let outcome = CapacityBuyer(planner, mode: mode, moves: 200).buy(by: date)
        guard case .bought(let plan) = outcome else {
          #expect(needed == nil, "seed \(seed): \(date) cannot be met, an earlier date could")
          continue
        }
        #expect(plan.extra <= (needed ?? .infinity) + 1e-9, "seed \(seed): by \(date)")
        #expect(plan.bound <= plan.extra + 1e-9)
        needed = plan.extra
        if plan.extra > 0 { needs += 1 }
      }
    }
    #expect(needs >= 2, "too little was bought to tell anything")
  }

  @Test("the least units by week are bought, and proven")
  func byWeek() throws {
    let region = ExplainedWorld.region(practices: 4, weeks: 5)
    let date = day("2027-05-28")
    let (plan, planner) = try bought(region, .byWeek, by: date)
    let weeks = [day("2027-05-10"), day("2027-05-17"), day("2027-05-24")]
    var least = Int.max
    for first in 0...2 {
      for second in 0...2 {
        for third in 0...2 where first + second + third < least {
          let more = region.changing(
            zip(weeks, [first, second, third]).map { week, units in
              Variant.CapacityStep(
                resource: "go-lives", periods: week...week, units: Double(units))
            })
          if ExplainedWorld.optimum(of: more, liveBy: date) != nil {
            least = first + second + third
          }
        }
      }
    }
    #expect(plan.extra == Double(least))
    #expect(plan.bound <= Double(least) + 1e-6)
    // The plan is the cheapest that the bought capacity allows.
    let optimum = try #require(
      ExplainedWorld.optimum(of: planner.region(of: plan.variant), liveBy: date))
    #expect(abs(plan.plan.cost.total - optimum) < 1e-6)
  }

  @Test("prices decide what is bought")
  func prices() throws {
    var region = ExplainedWorld.region(practices: 3, weeks: 5)
    region.resources[0].extraCost = 7
    region.resources.append(ExplainedWorld.slots("loads", stages: [1], capacity: 9))
    let (plan, _) = try bought(region, .byWeek, by: day("2027-05-21"))
    #expect(Set(plan.purchases.map(\.resource)) == ["go-lives"])
    #expect(plan.extra == 7 * Double(plan.purchases.reduce(0) { $0 + $1.units }))
  }

  @Test("nothing is bought for a date that can be met")
  func free() throws {
    let region = ExplainedWorld.region(practices: 2, weeks: 5)
    let (plan, _) = try bought(region, .steady, by: day("2027-06-04"))
    #expect(plan.purchases.isEmpty)
    #expect(plan.bound == 0)
  }

  @Test("nothing is bought before the day from which there is more")
  func from() throws {
    let region = ExplainedWorld.region(practices: 4, weeks: 5)
    let (plan, _) = try bought(
      region, .byWeek, by: day("2027-05-28"), from: day("2027-05-24"))
    #expect(plan.purchases.allSatisfy { $0.periods.lowerBound >= day("2027-05-24") })
  }

  @Test("a date that own rules do not allow names who")
  func tooEarly() throws {
    var region = ExplainedWorld.region(practices: 2, weeks: 5)
    region.practices[1].notBefore = day("2027-05-24")
    let planner = try ExplainedWorld.planner(region)
    guard
      case .tooEarly(let practices) = CapacityBuyer(planner, mode: .steady)
        .buy(by: day("2027-05-21"))
    else {
      Issue.record("not too early")
      return
    }
    #expect(practices == [1])
  }

  @Test("random regions: legal, and nothing that is bought could be left away", arguments: 1...10)
  func random(_ seed: Int) throws {
    var worlds = RandomWorlds(seed: UInt64(500 + seed))
    let region = worlds.region(practices: 3)
    guard let planner = ExplainedWorld.planner(ofRandom: region, "seed \(seed)") else { return }
    let date = region.horizon.upperBound - 7
    // As much as anybody may buy: within the horizon alone, which some spans begin before.
    let endless = region.changing(
      region.resources.map {
        Variant.CapacityStep(
          resource: $0.id, periods: $0.period(containing: region.horizon.lowerBound)...date + 7,
          units: 1e6)
      })
    for mode in PurchaseMode.allCases {
      let outcome = CapacityBuyer(planner, mode: mode, moves: 200).buy(by: date)
      guard case .bought(let plan) = outcome else {
        // What counts patients is bought by the patient, which may take more moves than these.
        let byThePatient = region.resources.contains { $0.amount == .patients }
        #expect(
          byThePatient || ExplainedWorld.optimum(of: endless, liveBy: date) == nil,
          "seed \(seed), \(mode): \(outcome)")
        continue
      }
      #expect(ExplainedWorld.findings(plan.plan, in: planner.region(of: plan.variant)) == [])
      #expect(
        plan.plan.practices.allSatisfy { planned in
          !planned.schedule.isEmpty && planned.schedule[region.pathway.goLive].start <= date
        })
      #expect(plan.bound <= plan.extra + 1e-6)
      for place in plan.purchases.indices {
        var steps = plan.variant.capacities
        steps[place].units -= 1
        #expect(
          ExplainedWorld.optimum(of: region.changing(steps), liveBy: date) == nil,
          "seed \(seed), \(mode): a unit of \(plan.purchases[place].resource) too many")
      }
    }
  }
}
