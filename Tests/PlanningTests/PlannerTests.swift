import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

@testable import Planning

/// Whole plans of small regions against every plan there is, and against the checker.
struct PlannerTests {
  private func plan(_ region: Region, gap: Double = 0, seed: UInt64 = 1, threads: Int = 1)
    -> Outcome
  {
    var options = Planner.Options()
    options.gap = gap
    options.seed = seed
    options.threads = threads
    options.timeLimit = 600
    options.workLimit = 40
    return Planner(region: region, options: options).plan()
  }

  @Test("bound, optimum and plan stand in this order, and every plan passes the checker")
  func boundOptimumPlan() throws {
    var optimal = 0
    var planned = 0
    for seed in 1...60 {
      var worlds = RandomWorlds(seed: UInt64(9_000 + seed))
      let region = worlds.region(practices: 2)
      let optimum = SmallOptimum(of: region).cost()
      switch plan(region) {
      case .planned(let plan):
        planned += 1
        let best = try #require(optimum, "seed \(seed): a plan where there is none")
        #expect(plan.bound <= best + 1e-4, "seed \(seed)")
        #expect(plan.cost.total >= best - 1e-4, "seed \(seed)")
        if abs(plan.cost.total - best) < 1e-4 { optimal += 1 }
        expectLegal(plan, region, seed)
      case .impossible: #expect(optimum == nil, "seed \(seed): a plan of \(optimum ?? 0) exists")
      case .outOfTime: #expect(optimum == nil, "seed \(seed): a plan of \(optimum ?? 0) exists")
      }
    }
    // The search is no proof, but on worlds of two practices it should hardly ever miss.
    #expect(planned > 25 && optimal * 10 >= planned * 8, "\(optimal) of \(planned)")
  }

  private func expectLegal(_ plan: Plan, _ region: Region, _ seed: Int) {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where planned.status != .unscheduled {
      schedules[planned.practice] = planned.schedule
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    #expect(findings.isEmpty, "seed \(seed): \(findings.map(\.message))")
    let cost = PlanCost(of: region).cost(of: schedules).total
    #expect(abs(cost - plan.cost.total) < 1e-4, "seed \(seed): \(cost) \(plan.cost.total)")
    let proven = proveBound(certificate: plan.certificate, region: region)
    #expect(proven.faults.isEmpty, "seed \(seed): \(proven.faults)")
    #expect(
      plan.boundByPrices <= proven.points + 1e-9,
      "seed \(seed): \(plan.boundByPrices) \(proven.points)")
    let cases = plan.branching.map { proveBound(branching: $0, region: region) }
    #expect(cases?.faults.isEmpty ?? true, "seed \(seed)")
    let best = max(proven.points, cases?.points ?? 0)
    #expect(plan.bound <= best + 1e-9, "seed \(seed): \(plan.bound) \(best)")
  }

  @Test("the same region and seed give the same plan, on one thread or two")
  func repeats() throws {
    var region = England.region(practices: 12, years: 1)
    for place in region.resources.indices { region.resources[place].capacity = 2 }
    func dates(_ threads: Int) throws -> [Schedule] {
      guard case .planned(let plan) = plan(region, threads: threads) else {
        throw PlanMissing()
      }
      return plan.practices.map(\.schedule)
    }
    let once = try dates(1)
    #expect(try dates(1) == once)
    #expect(try dates(2) == once)
  }

  @Test("without capacity limits every practice has its own best dates, proven")
  func unlimitedIsOptimal() throws {
    var region = England.region(practices: 6, years: 1)
    region.resources = []
    guard case .planned(let plan) = plan(region) else { throw PlanMissing() }
    #expect(plan.proof == .optimal)
    #expect(plan.bound == plan.cost.total)
  }

  private struct PlanMissing: Error {}
}
