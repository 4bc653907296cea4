import Days
import Migrations
import Planning
import Testing
import TestSupport

/// Regions put together in code may hold anything; none ends the process or is "planned".
@Suite("Planning: regions that are not fit to be planned") struct UnfitRegionTests {
  private static let faults: [(words: String, spoil: @Sendable (inout Region) -> Void)] = [
    ("The weight delay of the objective is nan", { $0.objective.delay = .nan }),
    ("The weight wait of the objective is inf", { $0.objective.wait = .infinity }),
    ("The weight late of the objective is -1.0", { $0.objective.late = -1 }),
    ("The pathway has no stages", { $0.pathway.stages = [] }),
    (
      "A link names the practice at place 99",
      { $0.links = [Link(rule: .together, first: 0, second: 99)] }
    ),
    ("A link ties the practice", { $0.links = [Link(rule: .together, first: 1, second: 1)] }),
    (
      "The resource r names the stage at place 99",
      {
        $0.resources = [
          Resource(id: "r", name: "R", capacity: 1, period: .week, use: .starts([99]))
        ]
      }
    ),
    (
      "The capacity of the resource r is nan",
      {
        $0.resources = [
          Resource(id: "r", name: "R", capacity: .nan, period: .week, use: .starts([0]))
        ]
      }
    ),
    (
      "The stage",
      {
        $0.pathway.stages[0].lengths = Stage.Lengths(minimum: 3, usual: 2, maximum: 1)
      }
    ),
    (
      "A record of",
      {
        $0.practices[0].actuals[99] = Practice.Actual(start: $0.horizon.lowerBound, finish: nil)
      }
    ),
    ("Two practices have the code", { $0.practices[1].code = $0.practices[0].code }),
    (
      "The protected period p names the stage at place -1",
      {
        $0.protectedPeriods = [
          ProtectedPeriod(
            id: "p", name: "P", dates: .once($0.horizon), stages: [-1], rule: .forbid)
        ]
      }
    ),
    (
      "The lead time l names the stage at place 99",
      {
        $0.pathway.leadTimes = [
          LeadTime(
            id: "l", from: StageEvent(stage: 0, edge: .start),
            to: StageEvent(stage: 99, edge: .start), atLeast: .days(1))
        ]
      }
    ),
  ]

  @Test("Each fault is a sentence, not a trap", arguments: faults.indices)
  func fault(_ place: Int) throws {
    var region = SmallWorlds.region(practices: 2)
    #expect(region.problems == [])
    let (words, spoil) = Self.faults[place]
    spoil(&region)
    #expect(region.problems.contains { $0.hasPrefix(words) }, "\(region.problems)")
    #expect(throws: Planner.UnfitRegion.self) { try Planner(checking: region) }
    guard case .impossible(let explanation) = Planner(region: region).plan() else {
      Issue.record("a region that is not fit was planned")
      return
    }
    #expect(explanation.summary.contains(words))
  }

  @Test("Regions of every shape are fit")
  func fit() {
    for seed in 1...50 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      #expect(worlds.region(practices: 4).problems == [], "seed \(seed)")
    }
  }
}
