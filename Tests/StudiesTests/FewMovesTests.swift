import Days
import Migrations
import PlanChecks
import Planning
import Testing
import TestSupport

@testable import Studies

/// A change asked of an existing plan: who moves, what is said of the cost, and that it is the same
/// whichever way it is asked.
@Suite("Studies: few moves") struct FewMovesTests {
  private func options() -> Planner.Options {
    var options = Planner.Options()
    options.workLimit = 200
    options.timeLimit = 600
    options.gap = 0
    options.threads = 1
    return options
  }

  private func run(_ region: Region) -> WhatIf.Run {
    WhatIf.Run(region: region, outcome: Planner(region: region, options: options()).plan())
  }

  /// The changed region planned from the base plan, beside it.
  private func study(_ base: WhatIf.Run, _ changed: Region) throws -> WhatIf {
    let kept = KeptPlan(try #require(base.plan), of: base.region)
    let region = kept.keeping(in: changed)
    return WhatIf(
      base: base,
      changed: WhatIf.Run(region: region, outcome: kept.outcome(in: region, options: options())))
  }

  private func goLives(_ run: WhatIf.Run) -> [Day?] {
    let goLive = run.region.pathway.goLive
    return (run.plan?.practices ?? []).map { $0.schedule.isEmpty ? nil : $0.schedule[goLive].start }
  }

  @Test("a change that changes nothing moves nobody and costs nothing")
  func noChange() throws {
    var tried = 0
    for seed in 1...12 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let base = run(worlds.region(practices: 3))
      guard let plan = base.plan else { continue }
      tried += 1
      let study = try study(base, base.region)
      #expect(study.changed.plan?.practices.map(\.schedule) == plan.practices.map(\.schedule))
      #expect(study.rows.first { $0.name == "cost, points" }?.note == "", "seed \(seed)")
    }
    #expect(tried >= 6)
  }

  @Test("what the change does not touch moves only for more than a move costs")
  func movesPay() throws {
    var tried = 0
    for seed in 20...80 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      let base = run(worlds.region(practices: 3).seen(on: nil))
      guard base.plan?.scheduledCount == 3 else { continue }
      var changed = base.region
      changed.practices[0].notBefore = changed.horizon.lowerBound + 7
      let study = try study(base, changed)
      guard let few = study.changed.plan, let best = run(changed).plan, few.proof == .optimal,
        best.proof == .optimal
      else { continue }
      tried += 1
      // With moves counted the kept plan is no worse than the fresh one would be.
      let baseline = try #require(study.changed.region.baseline)
      let moved = best.practices.reduce(0.0) { sum, planned in
        guard !planned.schedule.isEmpty else { return sum }
        return sum
          + baseline.moved(
            changed.practices[planned.practice].code,
            to: planned.schedule[changed.pathway.goLive].start, weights: changed.objective)
      }
      #expect(few.cost.total <= best.cost.total + moved + 1e-6, "seed \(seed)")
      #expect(few.cost.withoutMoves >= best.cost.total - 1e-6, "seed \(seed)")
    }
    #expect(tried >= 3)
  }

  @Test("a wish has one answer, asked as a pin or by trying other weeks")
  func oneAnswer() throws {
    var compared = 0
    var others = 0
    for seed in 1...6 {
      var worlds = RandomWorlds(seed: UInt64(seed))
      var region = SmallWorlds.region(practices: 5, weeks: 7)
      region.resources = [
        Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
      ]
      // Weights of their own, so that no two exchanges cost the same.
      for place in region.practices.indices {
        region.practices[place].priority = worlds.number(1...5)
        region.practices[place].listSize = 1_000 + 137 * worlds.number(1...40)
      }
      region.objective.weightBy = .patients
      let base = run(region)
      let plan = try #require(base.plan)
      let planner = WarmPlanner(region: region, plan: plan, options: options())
      planner.settle(keepsPlan: true)
      let kept = KeptPlan(plan, of: region)
      let trials = WarmPlanner(planner, pricingMovesIn: kept.keeping(in: region))
      for place in region.practices.indices {
        let explanation = Explainer(planner, trials: trials).practice(place, trials: 2)
        for trial in explanation.trials {
          guard let tried = trial.plan,
            let day = trial.moves.first(where: { $0.practice == place })?.now
          else { continue }
          var changed = region
          changed.practices[place].pinnedGoLive = day
          let study = try study(base, changed)
          let asked = try #require(study.changed.plan)
          let moves = plan.goLiveMoves(to: asked, pathway: region.pathway)
          #expect(Set(moves) == Set(trial.moves), "seed \(seed), \(place), \(day)")
          #expect(abs(asked.cost.withoutMoves - tried.cost.withoutMoves) < 1e-6)
          // No plan at all has a go-live in that week for less.
          let least = try #require(explanation.bound(ofWeek: trial.week))
          #expect(least <= tried.cost.withoutMoves + 1e-6)
          compared += 1
          others += moves.count - 1
        }
      }
    }
    #expect(compared >= 30)
    #expect(others >= 15, "a wish that is in nobody's way tells little")
  }

  @Test("a pin where a practice is changes no cost, no date and no zero")
  func pinInPlace() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 6)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let base = run(region)
    for place in region.practices.indices {
      var changed = region
      changed.practices[place].pinnedGoLive = goLives(base)[place]
      let study = try study(base, changed)
      #expect(study.changed.plan?.practices.map(\.schedule) == base.plan?.practices.map(\.schedule))
      #expect(study.changed.plan?.cost == base.plan?.cost)
    }
  }

  @Test("stages of a practice that keeps its go-live stay, even if others were a little cheaper")
  func stagesStay() throws {
    var region = SmallWorlds.region(practices: 3, weeks: 6)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let base = run(region)
    var plan = try #require(base.plan)
    let last = try #require(
      plan.practices.indices.max {
        plan.practices[$0].schedule[2].start < plan.practices[$1].schedule[2].start
      })
    // Somebody has agreed on an order a day earlier, with idle time before the final data.
    let order = plan.practices[last].schedule[0]
    let days = region.calendar
    plan.practices[last].schedule[0] = StageDates(
      start: try #require(days.day(order.start, movedBy: -1)),
      finish: try #require(days.day(order.finish, movedBy: -1)))
    let kept = KeptPlan(plan, of: region)
    let first = try #require(plan.practices.indices.first { $0 != last })
    var changed = region
    changed.practices[first].pinnedGoLive = days.day(
      plan.practices[first].schedule[2].start, movedBy: 1)
    let asked = kept.keeping(in: changed)
    var options = options()
    options.gap = 0.2
    guard case .planned(let again) = kept.outcome(in: asked, options: options) else {
      Issue.record("there is a plan")
      return
    }
    #expect(again.practices[last].schedule == plan.practices[last].schedule)
    #expect(Checker().findings(schedules: again.schedulesByPlace, region: asked).isEmpty)
    #expect(again.gap <= 0.2)
    // Where the best is asked for, it costs half a point too much.
    guard case .planned(let best) = kept.outcome(in: asked, options: self.options()) else {
      Issue.record("there is a plan")
      return
    }
    #expect(best.practices[last].schedule[0] == order)
  }

  @Test("costs beside the plan that was kept are like for like")
  func costs() throws {
    let region = SmallWorlds.region(practices: 1, weeks: 8)
    let base = run(region)
    let kept = KeptPlan(try #require(base.plan), of: region)
    var changed = region
    let first = try #require(goLives(base)[0])
    changed.practices[0].notBefore = first + 7
    let study = try study(base, changed)
    let later = try #require(goLives(study.changed)[0])
    #expect(later > first)
    let plan = try #require(study.changed.plan)
    let costs = kept.costs(beside: plan, in: study.changed.region)
    // Its own earliest is later, too; without the former zero the delay would be 0.
    #expect(costs.now >= costs.former + Double(later - first) - 1e-6)
    #expect(abs(costs.now - (study.changedFigures.cost ?? 0)) < 1e-6)
    #expect(plan.cost[.moved] > 0)
  }

  @Test("afresh, a replan counts no moves and keeps what has happened")
  func afresh() throws {
    let region = SmallWorlds.region(practices: 3, weeks: 6)
    let base = run(region)
    let plan = try #require(base.plan)
    let today = SmallWorlds.monday + 2
    let kept = KeptPlan(plan, of: region).keeping(in: region.seen(on: today))
    #expect(kept.baseline?.facts.isEmpty == false)
    #expect(kept.afresh.baseline?.goLives.isEmpty == true)
    #expect(kept.afresh.baseline?.facts == kept.baseline?.facts)
    let untouched = KeptPlan(plan, of: region).keeping(in: region)
    #expect(untouched.afresh.baseline == nil)
  }
}
