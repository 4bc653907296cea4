import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

@testable import Planning

/// Regions of four to eight practices, planned and tried exhaustively.
struct SmallRegionsTests {
  @Test("four practices share one go-live a week", .timeLimit(.minutes(5)))
  func fourWithOneSlot() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 5)
    region.practices[2].priority = 1
    region.practices[3].preferred = day("2027-05-26")...day("2027-05-26")
    region.resources = [slots("go-lives", stages: [2], capacity: 1)]
    try expectOptimum(region)
  }

  @Test("six practices with a pilot, two together and a priced period", .timeLimit(.minutes(5)))
  func sixWithLinks() throws {
    var region = SmallWorlds.region(practices: 6, weeks: 4)
    region.practices[0].isPilot = true
    region.rules.pilotGap = .days(7)
    region.links = region.pilotLinks() + [Link(rule: .together, first: 1, second: 2)]
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "busy", name: "Busy", dates: .once(day("2027-05-19")...day("2027-05-21")),
        stages: [1, 2], rule: .avoid(cost: 2))
    ]
    region.resources = [slots("go-lives", stages: [2], capacity: 3)]
    try expectOptimum(region)
  }

  @Test("eight practices, two extracts a week, too little room for all", .timeLimit(.minutes(5)))
  func eightOverbooked() throws {
    var region = SmallWorlds.region(practices: 8, weeks: 3)
    region.objective.unscheduled = 60
    region.practices[7].pinnedGoLive = day("2027-05-18")
    region.resources = [slots("extracts", stages: [1], capacity: 2)]
    try expectOptimum(region)
  }

  @Test("reserves bind and cost nothing by themselves", .timeLimit(.minutes(5)))
  func reserves() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 5)
    region.resources = [slots("go-lives", stages: [2], capacity: 1)]
    try expectOptimum(
      region.keeping([
        Reserve(stage: 1, atLeast: .workingDays(2)),
        Reserve(stage: 2, atLeast: .workingDays(1), practice: "P2"),
      ]))
  }

  @Test("records before the region's first day stand, and nothing else begins before it")
  func opening() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 5)
    region.resources = [slots("go-lives", stages: [2], capacity: 1)]
    region.opening = day("2027-05-19")
    // The order is not on record, but the final data is: it has happened before.
    region.practices[0].notBefore = day("2027-05-24")
    region.practices[0].actuals[1] = .init(start: day("2027-05-12"), finish: day("2027-05-12"))
    region.pathway.stages[2].longestWait = .workingDays(9)
    try expectOptimum(region.seen(on: day("2027-05-13")))
  }

  private func slots(_ id: String, stages: [Int], capacity: Double) -> Resource {
    Resource(
      id: ResourceID(id), name: id, capacity: capacity, period: .week, use: .starts(stages))
  }

  private func expectOptimum(_ region: Region) throws {
    let optimum = try #require(SmallOptimum(of: region).cost())
    var options = Planner.Options()
    options.gap = 0
    options.timeLimit = 600
    options.workLimit = 60
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      Issue.record("no plan")
      return
    }
    #expect(plan.bound <= optimum + 1e-6)
    #expect(abs(plan.cost.total - optimum) < 1e-6, "\(plan.cost.total), optimum \(optimum)")
    let proven = proveBound(certificate: plan.certificate, region: region)
    #expect(proven.faults.isEmpty)
    #expect(plan.boundByPrices <= proven.points + 1e-9)
    let cases = plan.branching.map { proveBound(branching: $0, region: region) }
    #expect(cases?.faults.isEmpty ?? true)
    #expect(plan.bound <= max(proven.points, cases?.points ?? 0) + 1e-9)
  }
}
