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

  @Test("the least steady units are bought", arguments: [("2027-05-21", 2), ("2027-05-28", 4)])
  func steady(_ date: String, _ practices: Int) throws {
    let region = ExplainedWorld.region(practices: practices + 1, weeks: 5)
    let (plan, _) = try bought(region, .steady, by: day(date))
    let least = try #require(
      (0...practices).first { units in
        let more = region.changing([
          Variant.CapacityStep(resource: "go-lives", units: Double(units))
        ])
        return ExplainedWorld.optimum(of: more, liveBy: day(date)) != nil
      })
    #expect(plan.purchases.reduce(0) { $0 + $1.units } == least)
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

  @Test("bought plans of random regions keep every rule", arguments: 1...10)
  func random(_ seed: Int) throws {
    var worlds = RandomWorlds(seed: UInt64(500 + seed))
    let region = worlds.region(practices: 3)
    guard let planner = try? ExplainedWorld.planner(region) else { return }
    let date = region.horizon.upperBound - 7
    for mode in PurchaseMode.allCases {
      guard case .bought(let plan) = CapacityBuyer(planner, mode: mode, moves: 200).buy(by: date)
      else { continue }
      #expect(ExplainedWorld.findings(plan.plan, in: planner.region(of: plan.variant)) == [])
      #expect(plan.bound <= plan.extra + 1e-6)
    }
  }
}
