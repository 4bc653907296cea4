import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// What binds dates, by trying every date; prices of slots, by every plan there is.
struct ExplainerTests {
  /// What the others leave of each resource and period, minus what dates would take, is enough.
  private func hasRoom(
    _ schedule: Schedule, of place: Int, beside plan: Plan, in region: Region
  ) -> Bool {
    region.resources.allSatisfy { resource in
      var used = BruteForce.uses(
        of: resource, by: region.practices[place], schedule: schedule, in: region)
      for (other, dates) in plan.schedulesByPlace where other != place {
        let uses = BruteForce.uses(
          of: resource, by: region.practices[other], schedule: dates, in: region)
        for (period, amount) in uses { used[period, default: 0] += amount }
      }
      return used.allSatisfy { $0.value <= resource.capacity(inPeriod: $0.key) + 1e-6 }
    }
  }

  @Test("earliest dates and slack are those of every legal set of dates", arguments: 1...8)
  func bindings(_ seed: Int) throws {
    var worlds = RandomWorlds(seed: UInt64(100 + seed))
    var region = worlds.region(practices: 3)
    region.links = []
    // Two starts that share a week of one slot send pricing into more branches than it may take.
    region.resources.removeAll {
      if case .starts(let stages) = $0.use { return stages.count > 1 }
      return false
    }
    guard let planner = ExplainedWorld.planner(ofRandom: region, "seed \(seed)") else { return }
    for place in region.practices.indices {
      let explanation = Explainer(planner).practice(place, trials: 0)
      let legal = BruteForce(place, in: region).schedules().filter {
        hasRoom($0, of: place, beside: planner.plan, in: region)
      }
      let goLive = region.pathway.goLive
      for binding in explanation.bindings {
        let starts = legal.map { $0[binding.stage].start }
        #expect(binding.earliest == starts.min(), "seed \(seed), \(place), \(binding.stage)")
        guard binding.stage != goLive else { continue }
        let held = legal.filter {
          $0[goLive].start == planner.plan.practices[place].schedule[goLive].start
        }
        let latest = try #require(held.map { $0[binding.stage].start }.max())
        #expect(binding.slack == region.calendar.count(in: binding.start..<latest))
      }
    }
  }

  @Test("a full slot is named with who holds it")
  func fullSlot() throws {
    let region = ExplainedWorld.region(practices: 2, weeks: 4)
    let planner = try ExplainedWorld.planner(region)
    let goLives = planner.plan.practices.map { $0.schedule[2].start }
    let later = goLives[0] < goLives[1] ? 1 : 0
    let bindings = Explainer(planner).practice(later, trials: 0).bindings
    let binding = try #require(bindings.first { $0.stage == 2 })
    guard case .full(let slots)? = binding.causes.first else {
      Issue.record("\(binding.causes)")
      return
    }
    #expect(slots.map(\.holders) == [[1 - later]])
    #expect(slots.first?.period == Week(containing: goLives[1 - later]).monday)
  }

  @Test("own rules are named: not before, closures, protected periods")
  func ownRules() throws {
    func rules(_ change: (inout Region) -> Void) throws -> [Rule] {
      var region = SmallWorlds.region(practices: 1, weeks: 4)
      change(&region)
      let bindings = Explainer(try ExplainedWorld.planner(region)).practice(0, trials: 0).bindings
      let goLive = try #require(bindings.first { $0.stage == 2 })
      return goLive.causes.compactMap {
        if case .rule(let rule, _) = $0 { return rule }
        return nil
      }
    }
    #expect(try rules { $0.practices[0].notBefore = day("2027-05-19") } == [.pathway])
    #expect(
      try rules {
        $0.practices[0].closures = [
          PracticeClosure(
            days: day("2027-05-10")...day("2027-05-20"), stages: [1, 2, 3], rule: .forbid)
        ]
      } == [.closure])
    #expect(
      try rules {
        $0.protectedPeriods = [
          ProtectedPeriod(
            id: "flu", name: "Flu", dates: .once(day("2027-05-10")...day("2027-05-20")),
            stages: [1, 2, 3], rule: .forbid)
        ]
      } == [.protected])
  }

  @Test("agreed dates and pilots bind")
  func agreedAndLinked() throws {
    var region = SmallWorlds.region(practices: 2, weeks: 4)
    region.practices[0].pinnedGoLive = day("2027-05-18")
    region.links = [Link(rule: .before(lag: .days(7)), first: 0, second: 1, isFromPilot: true)]
    let explainer = Explainer(try ExplainedWorld.planner(region))
    func cause(_ practice: Int) -> DateBinding.Cause? {
      explainer.practice(practice, trials: 0).bindings.first { $0.stage == 2 }?.causes.first
    }
    #expect(cause(0) == .agreed)
    #expect(cause(1) == .linked(practice: 0, isPilot: true))
  }

  @Test("no plan with a go-live in a week costs less than the fit says")
  func fit() throws {
    let region = ExplainedWorld.region(practices: 3, weeks: 5)
    let planner = try ExplainedWorld.planner(region)
    let weeks = Explainer(planner).fit(0)
    #expect(weeks.count >= 4)
    let earliest = try #require(planner.plan.practices[0].earliestGoLive)
    for week in weeks.prefix(3) {
      let closed = VariantTests.closed(region, outside: week.week)
      let first = try #require(OwnDates(of: closed).earliestGoLive(of: 0))
      let optimum = try #require(SmallOptimum(of: closed).cost()) + Double(first - earliest)
      #expect(week.bound <= optimum + 1e-6)
    }
  }

  @Test("weeks are tried beside the present one, and every trial keeps the rules")
  func trials() throws {
    let region = ExplainedWorld.region(practices: 3, weeks: 5)
    let planner = try ExplainedWorld.planner(region)
    let goLives = planner.plan.practices.map { $0.schedule[2].start }
    let middle = try #require(
      goLives.indices.sorted { goLives[$0] < goLives[$1] }.dropFirst().first)
    let explanation = Explainer(planner).practice(middle, trials: 1)
    let now = Week(containing: goLives[middle]).monday
    #expect(explanation.trials.contains { $0.week < now })
    #expect(explanation.trials.contains { $0.week > now })
    for trial in explanation.trials {
      let plan = try #require(trial.plan)
      #expect(ExplainedWorld.findings(plan, in: region) == [])
      #expect(trial.moves.first?.practice == middle)
    }
  }

  @Test("full weeks, their holders, and the two-sided price of a slot")
  func resource() throws {
    let region = ExplainedWorld.region(practices: 3, weeks: 5)
    let planner = try ExplainedWorld.planner(region)
    let explanation = try #require(Explainer(planner).resource("go-lives", singles: 1))
    #expect(explanation.full.count == 3)
    #expect(Set(explanation.full.flatMap(\.slot.holders)) == [0, 1, 2])
    let base = try #require(SmallOptimum(of: region).cost())
    for price in explanation.prices {
      for side in [price.more] + (price.fewer.map { [$0] } ?? []) {
        guard case .planned(let plan) = side.outcome else {
          Issue.record("no plan")
          continue
        }
        let changed = planner.region(of: side.variant)
        let optimum = try #require(SmallOptimum(of: changed).cost())
        #expect(abs(plan.cost.total - optimum) < 1e-6)
      }
    }
    #expect(base > 0)
    // The first week is wanted by those who have to be later.
    #expect(explanation.full.first?.waiting.count == 2)
  }

  @Test("a resource with room has no full week and no price")
  func roomy() throws {
    let planner = try ExplainedWorld.planner(
      ExplainedWorld.region(practices: 2, weeks: 4, capacity: 9))
    let explanation = try #require(Explainer(planner).resource("go-lives"))
    #expect(explanation.full.isEmpty)
    #expect(explanation.prices.isEmpty)
    #expect(Explainer(planner).resource("nothing") == nil)
  }
}
