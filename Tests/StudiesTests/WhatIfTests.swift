import Days
import Migrations
import Planning
import Testing
import TestSupport

@testable import Studies

@Suite struct WhatIfTests {
  private let region = SmallWorlds.region(practices: 3, weeks: 4)

  private func plan(_ region: Region, startingFrom start: [Int: Schedule] = [:]) -> Outcome {
    var options = Planner.Options()
    options.timeLimit = 600
    options.workLimit = 40
    options.gap = 0
    options.start = start
    return Planner(region: region, options: options).plan()
  }

  @Test func blocksPinsAndDropsAreMade() {
    var changes = RegionChanges()
    changes.pins = [("p2", day("2027-05-20"))]
    changes.blocks = [("P1", day("2027-05-10")...day("2027-05-21"))]
    changes.drops = ["P3"]
    var region = region
    region.links = [
      Link(rule: .together, first: 0, second: 2),
      Link(rule: .before(lag: .days(1)), first: 0, second: 1),
    ]
    #expect(changes.apply(to: &region) == [])
    #expect(region.practices.map(\.code) == ["P1", "P2"])
    #expect(region.practices[1].pinnedGoLive == day("2027-05-20"))
    #expect(region.practices[0].closures.first?.stages == region.pathway.sensitiveStages)
    #expect(region.links == [Link(rule: .before(lag: .days(1)), first: 0, second: 1)])
  }

  @Test func droppingKeepsTheOtherLinksOnTheirPractices() {
    var region = region
    region.links = [Link(rule: .together, first: 1, second: 2)]
    region.drop([0])
    #expect(region.links == [Link(rule: .together, first: 0, second: 1)])
  }

  @Test func everyProblemIsSaid() {
    var changes = RegionChanges()
    changes.pins = [
      ("P9", day("2027-05-20")), ("P1", day("2027-05-16")), ("P1", day("2030-01-01")),
    ]
    changes.blocks = [("P8", day("2027-05-10")...day("2027-05-21"))]
    changes.drops = ["P7", "P1", "P1"]
    var region = region
    let problems = changes.apply(to: &region)
    #expect(problems.count == 6)
    #expect(problems[0] == "pin P9=2027-05-20: no practice has the code P9")
    #expect(problems[1].hasSuffix("Sunday 16 May 2027 is no working day"))
    #expect(region.practices.count == 3)
    var all = RegionChanges()
    all.drops = ["P1", "P2", "P3"]
    #expect(all.apply(to: &region) == ["drop: no practice would be left"])
  }

  @Test func bothRunsStandSideBySide() throws {
    var changed = region
    var changes = RegionChanges()
    changes.blocks = [("P1", region.horizon.lowerBound...(region.horizon.lowerBound + 13))]
    #expect(changes.apply(to: &changed) == [])
    let base = WhatIf.Run(region: region, outcome: plan(region))
    let start = Dictionary(
      uniqueKeysWithValues: try #require(base.plan).practices.map { ($0.practice, $0.schedule) })
    let study = WhatIf(
      base: base,
      changed: WhatIf.Run(region: changed, outcome: plan(changed, startingFrom: start)))
    let comparison = try #require(study.comparison)
    #expect(comparison.changes.map(\.code) == ["P1"])
    #expect(comparison.changes[0].kind == .moved)
    let rows = Dictionary(uniqueKeysWithValues: study.rows.map { ($0.name, $0) })
    #expect(rows["scheduled"]?.base == "3")
    #expect(rows["ended"]?.changed == "optimal")
    #expect(rows["last go-live"]?.note.hasSuffix("later") == true)
    #expect(study.lines()[0].contains("base"))
    // P1 may not go live as early as before: its own delay counts from later, but no plan that only
    // forbids dates may seem the cheaper one.
    let (before, after) = (study.baseFigures, study.changedFigures)
    #expect(try #require(study.changed.plan).cost.total < #require(after.cost))
    #expect(try #require(before.cost) < #require(after.cost))
    #expect(after.bound == nil)
    #expect(rows["cost, points"]?.note.hasSuffix("points more") == true)
  }

  @Test func fewMovesKeepsEverybodyWhoNeedNotMove() throws {
    // One go-live a week: whoever takes another's week pushes that one out, and nobody else.
    var region = SmallWorlds.region(practices: 4, weeks: 6)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let base = try #require(WhatIf.Run(region: region, outcome: plan(region)).plan)
    let goLives = base.practices.map { $0.schedule[2].start }
    let last = try #require(goLives.indices.max { goLives[$0] < goLives[$1] })
    let first = try #require(goLives.indices.min { goLives[$0] < goLives[$1] })
    var changed = region
    changed.practices[last].pinnedGoLive = goLives[first]
    let kept = KeptPlan(base, of: region)
    changed = kept.keeping(in: changed)
    guard case .planned(let few) = plan(changed, startingFrom: kept.start(in: changed)) else {
      Issue.record("the changed region has a plan")
      return
    }
    #expect(Moves(of: few, in: changed).goLives.map(\.practice).sorted() == [first, last].sorted())
    let study = WhatIf(
      base: WhatIf.Run(region: region, outcome: .planned(base)),
      changed: WhatIf.Run(region: changed, outcome: .planned(few)))
    // The price on moves is in neither figure.
    #expect(try #require(study.changedFigures.cost) < few.cost.total)
    #expect(try #require(study.comparison).new.cost[.moved] == 0)
  }

  @Test func aRunWithoutAPlanIsSaidToHaveNone() {
    var changed = region
    changed.practices[0].pinnedGoLive = region.horizon.lowerBound
    let study = WhatIf(
      base: WhatIf.Run(region: region, outcome: plan(region)),
      changed: WhatIf.Run(region: changed, outcome: plan(changed)))
    #expect(study.changed.figures.ending == .impossible)
    #expect(study.comparison == nil)
    #expect(study.rows.first?.changed == "impossible")
    #expect(study.peaks.isEmpty && !study.lines().contains { $0.contains("unused") })
  }

  @Test func aWarmStartNeverCostsMoreThanTheBest() throws {
    for seed in 1...8 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let region = worlds.region(practices: 2)
      guard case .planned(let cold) = plan(region) else { continue }
      let schedules = Dictionary(
        uniqueKeysWithValues: cold.practices.filter { !$0.schedule.isEmpty }.map {
          ($0.practice, $0.schedule)
        })
      guard case .planned(let warm) = plan(region, startingFrom: schedules) else {
        Issue.record("seed \(seed): the region has a plan")
        continue
      }
      #expect(warm.cost.total < cold.cost.total + 1e-6)
      if cold.proof == .optimal {
        #expect(warm.practices.map(\.schedule) == cold.practices.map(\.schedule))
      }
    }
  }
}
