import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// Variants planned warm against every plan there is.
struct VariantTests {
  @Test("one more and one fewer slot cost what the optimum says", arguments: 1...4)
  func capacities(_ practices: Int) throws {
    let region = ExplainedWorld.region(practices: practices, weeks: 5)
    let planner = try ExplainedWorld.planner(region)
    for units in [1.0, -1.0] {
      for periods in [nil, day("2027-05-17")...day("2027-05-17")] {
        let variant = Variant(capacities: [
          Variant.CapacityStep(resource: "go-lives", periods: periods, units: units)
        ])
        guard case .planned(let plan) = planner.outcome(of: variant) else {
          Issue.record("no plan with \(units)")
          continue
        }
        let changed = planner.region(of: variant)
        let optimum = try #require(SmallOptimum(of: changed).cost())
        #expect(abs(plan.cost.total - optimum) < 1e-6)
        #expect(plan.bound <= optimum + 1e-6)
        #expect(ExplainedWorld.findings(plan, in: changed) == [])
      }
    }
  }

  @Test("random regions under other capacities", arguments: 1...12)
  func randomCapacities(_ seed: Int) throws {
    var worlds = RandomWorlds(seed: UInt64(seed))
    let region = worlds.region(practices: 2)
    guard let planner = ExplainedWorld.planner(ofRandom: region, "seed \(seed)") else { return }
    for resource in region.resources {
      let variant = Variant(capacities: [
        Variant.CapacityStep(resource: resource.id, units: seed % 2 == 0 ? 1 : -1)
      ])
      let changed = planner.region(of: variant)
      let optimum = SmallOptimum(of: changed).cost()
      switch planner.outcome(of: variant) {
      case .planned(let plan):
        #expect(abs(plan.cost.total - (optimum ?? -1)) < 1e-6, "seed \(seed), \(resource.id)")
        #expect(ExplainedWorld.findings(plan, in: changed) == [])
      case .impossible, .outOfTime: #expect(optimum == nil, "seed \(seed), \(resource.id)")
      }
    }
  }

  @Test("a go-live held to a week costs the optimum with it")
  func weeks() throws {
    let region = ExplainedWorld.region(practices: 3, weeks: 5)
    let planner = try ExplainedWorld.planner(region)
    let earliest = try #require(planner.plan.practices[0].earliestGoLive)
    for week in [day("2027-05-17"), day("2027-05-24"), day("2027-05-31")] {
      let outcome = planner.outcome(of: Variant(goLives: [0: week...(week + 6)]))
      guard case .planned(let plan) = outcome else {
        Issue.record("no plan in the week of \(week)")
        continue
      }
      #expect((week...(week + 6)).contains(plan.practices[0].schedule[2].start))
      #expect(ExplainedWorld.findings(plan, in: region) == [])
      // The optimum of a region closed outside the week counts delay from another day.
      let closed = Self.closed(region, outside: week)
      let first = try #require(OwnDates(of: closed).earliestGoLive(of: 0))
      let optimum = try #require(SmallOptimum(of: closed).cost()) + Double(first - earliest)
      #expect(abs(plan.cost.total - optimum) < 1e-6, "week of \(week)")
    }
  }

  /// A region whose first practice may go live in one week only.
  static func closed(_ region: Region, outside week: Day, practice: Int = 0) -> Region {
    var closed = region
    let (first, last) = (region.horizon.lowerBound, region.horizon.upperBound)
    for days in [first...max(first, week - 1), (week + 7)...max(week + 7, last)] {
      closed.practices[practice].closures.append(
        PracticeClosure(days: days, stages: [2], rule: .forbid))
    }
    return closed
  }

  @Test("capacities change where they are asked to and never fall below 0")
  func changing() {
    var region = ExplainedWorld.region(practices: 1, weeks: 4, capacity: 2)
    region.resources[0].changes = [
      Resource.CapacityChange(from: day("2027-05-24"), to: nil, capacity: 5)
    ]
    let changed = region.changing([
      Variant.CapacityStep(
        resource: "go-lives", periods: day("2027-05-17")...day("2027-05-25"), units: -3)
    ]).resources[0]
    #expect(changed.capacity(inPeriod: day("2027-05-10")) == 2)
    #expect(changed.capacity(inPeriod: day("2027-05-17")) == 0)
    #expect(changed.capacity(inPeriod: day("2027-05-24")) == 2)
    #expect(changed.capacity(inPeriod: day("2027-05-31")) == 5)
  }

  @Test("days that own rules do not allow are impossible, and say whose")
  func hopeless() throws {
    let planner = try ExplainedWorld.planner(ExplainedWorld.region(practices: 2, weeks: 4))
    let outcome = planner.outcome(of: Variant(goLives: [1: day("2027-05-10")...day("2027-05-10")]))
    guard case .impossible(let explanation) = outcome else {
      Issue.record("not impossible")
      return
    }
    #expect(explanation.clashes.first?.practices == ["P2"])
  }

  @Test("settling never loses what is proven, nor moves anybody")
  func settling() throws {
    let region = ExplainedWorld.region(practices: 4, weeks: 5)
    guard case .planned(let plan) = Planner(region: region, options: ExplainedWorld.exact).plan()
    else { throw ExplainedWorld.NoPlan() }
    let planner = WarmPlanner(region: region, plan: plan, options: ExplainedWorld.exact)
    planner.settle()
    #expect(planner.plan.bound >= plan.bound - 1e-9)
    #expect(planner.plan.practices.map(\.schedule) == plan.practices.map(\.schedule))
  }

  @Test("what did not have to move stays")
  func homecoming() throws {
    // Equal practices: any order of theirs costs the same, so only who is held has to move.
    let region = ExplainedWorld.region(practices: 4, weeks: 6)
    let planner = try ExplainedWorld.planner(region)
    let goLives = planner.plan.practices.map { $0.schedule[2].start }
    let last = try #require(goLives.indices.max { goLives[$0] < goLives[$1] })
    let first = try #require(goLives.min())
    let week = Week(containing: first).monday
    guard case .planned(let plan) = planner.outcome(of: Variant(goLives: [last: week...(week + 6)]))
    else { throw ExplainedWorld.NoPlan() }
    #expect(abs(plan.cost.total - planner.plan.cost.total) < 1e-6)
    #expect(planner.plan.goLiveMoves(to: plan, pathway: region.pathway).count == 2)
  }
}
