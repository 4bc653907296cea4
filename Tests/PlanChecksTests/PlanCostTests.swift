import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Costs of whole plans, computed by hand.
@Suite("Plan cost")
struct PlanCostTests {
  @Test func delayCountsFromTheCheckersOwnEarliest() {
    var region = SmallWorlds.region(practices: 2)
    region.practices[1].priority = 1
    // The first go-live is Wednesday 12 May, with PR squeezed to one day.
    let late = SmallWorlds.schedule(from: day("2027-05-17"), in: region)
    let cost = PlanCost(of: region).cost(of: [0: late, 1: late])
    #expect(cost[.delay] == 8 + 4 * 8)
    #expect(cost.total == 40)
  }

  @Test func leftOutPracticesCostTheirUnscheduled() {
    var region = SmallWorlds.region(practices: 3)
    region.practices[2].priority = 4
    let first = SmallWorlds.schedule(from: SmallWorlds.monday, in: region)
    let cost = PlanCost(of: region).cost(of: [0: first, 1: []])
    #expect(cost[.unscheduled] == 2_000 + 1_000)
    #expect(cost[.delay] == 1)
    #expect(cost.total == 3_001)
  }

  @Test func aPinCostsNoLessThanTheSameDateWithoutIt() {
    var region = SmallWorlds.region()
    let schedule = SmallWorlds.schedule(from: day("2027-05-17"), in: region)
    let free = PlanCost(of: region).cost(of: [0: schedule])
    region.practices[0].pinnedGoLive = day("2027-05-20")
    let pinned = PlanCost(of: region).cost(of: [0: schedule])
    #expect(pinned == free && free[.delay] == 8)
  }
}
