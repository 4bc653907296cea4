import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

@testable import Planning

/// Proofs by cases, against brute force and by the checker's own arithmetic.
@Suite("Branching") struct BranchingTests {
  private func planned(_ region: Region, threads: Int = 1) -> Plan? {
    var options = Planner.Options()
    options.gap = 0
    options.timeLimit = 300
    options.workLimit = 200
    options.threads = threads
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      return nil
    }
    return plan
  }

  @Test("what is called the best plan by cases is what brute force finds")
  func agreesWithBruteForce() throws {
    var byCases = 0
    for seed in 1...60 {
      var worlds = RandomWorlds(seed: UInt64(3_000 + seed))
      let region = worlds.region(practices: 3)
      guard let plan = planned(region) else { continue }
      let optimum = try #require(SmallOptimum(of: region).cost(), "seed \(seed)")
      #expect(plan.bound <= optimum + 1e-6, "seed \(seed)")
      #expect(plan.cost.total >= optimum - 1e-6, "seed \(seed)")
      if plan.isProvenBest {
        #expect(plan.cost.total <= optimum + 0.011, "seed \(seed): \(plan.cost.total) \(optimum)")
      }
      guard let branching = plan.branching else { continue }
      byCases += 1
      #expect(branching.bound > plan.boundByPrices, "seed \(seed)")
      #expect(plan.bound == branching.bound, "seed \(seed)")
      let proven = proveBound(branching: branching, region: region)
      #expect(proven.faults.isEmpty, "seed \(seed): \(proven.faults)")
      #expect(branching.bound <= proven.points + 1e-9, "seed \(seed)")
    }
    #expect(byCases > 8, "too few to tell anything: \(byCases)")
  }

  @Test("prices prove next to nothing where one slot must serve two, cases prove it all")
  func halvesOfAPair() throws {
    // Both must go live on one day, there is one go-live a week: prices let half of the pair go.
    var region = SmallWorlds.region(practices: 2, weeks: 4)
    region.links = [Link(rule: .together, first: 0, second: 1)]
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let plan = try #require(planned(region))
    #expect(plan.scheduledCount == 1)
    #expect(plan.boundByPrices < plan.cost.total * 0.7)
    #expect(plan.isProvenBest && plan.gap == 0)
    #expect(plan.proof == .optimal, "whatever proves it")
  }

  @Test("the threads change nothing")
  func sameWithTwoThreads() throws {
    var compared = 0
    for seed in 3_001...3_016 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let region = worlds.region(practices: 3)
      guard let one = planned(region), let two = planned(region, threads: 2) else { continue }
      #expect(one.practices == two.practices && one.branching == two.branching, "seed \(seed)")
      #expect(one.work == two.work, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 4)
  }

  @Test("a search that is stopped early states what its branches prove by then")
  func stoppedEarly() throws {
    var planned = 0
    var branched = 0
    for seed in 3_001...3_020 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let region = worlds.region(practices: 3)
      var options = Planner.Options()
      options.gap = 0
      for work in [1, 3, 6, 12] {
        options.workLimit = work
        guard case .planned(let plan) = Planner(region: region, options: options).plan(),
          let optimum = SmallOptimum(of: region).cost()
        else { continue }
        planned += 1
        #expect(plan.bound <= optimum + 1e-6, "seed \(seed), work \(work)")
        if let branching = plan.branching {
          branched += 1
          let proven = proveBound(branching: branching, region: region)
          #expect(branching.bound <= proven.points + 1e-9, "seed \(seed), work \(work)")
        }
      }
    }
    #expect(planned >= 8, "\(planned)")
    #expect(branched >= 1, "\(branched)")
  }
}
