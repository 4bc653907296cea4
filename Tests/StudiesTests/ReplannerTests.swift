import Days
import Migrations
import PlanChecks
import Planning
import Testing
import TestSupport

@testable import Studies

@Suite struct ReplannerTests {
  private func replanned(_ world: SmallReplan, most: Int? = nil) -> Outcome {
    var region = world.region
    region.baseline?.mostMoves = most
    var options = Planner.Options()
    options.gap = 0
    options.timeLimit = 600
    options.workLimit = 40
    return Replanner(region: region, start: world.start, options: options).outcome()
  }

  private func findings(_ plan: Plan, _ region: Region) -> [Finding] {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    return Checker().findings(schedules: schedules, region: region)
  }

  @Test(arguments: SmallReplan.all.indices)
  func costsTheLeastAndMovesNoMoreThanTheExactAnswer(place: Int) throws {
    let (world, exact) = SmallReplan.all[place]
    guard case .planned(let plan) = replanned(world) else {
      #expect(exact == nil)
      return
    }
    let (cost, moves) = try #require(exact)
    #expect(findings(plan, world.region) == [])
    #expect(abs(plan.cost.total - cost) < 1e-6)
    #expect(Moves(of: plan, in: world.region).goLives.count <= moves)
  }

  @Test func theSmallReplansDoMove() {
    let moves = SmallReplan.all.compactMap { $0.exact?.moves }
    #expect(moves.count { $0 > 0 } >= 8, "the worlds are too easy to tell anything")
    #expect(moves.count { $0 > 1 } >= 3, "a limit on moves binds too seldom")
  }

  @Test(arguments: SmallReplan.all.indices)
  func neverMovesMoreThanAllowed(place: Int) throws {
    let (world, free) = SmallReplan.all[place]
    for most in 0..<(free?.moves ?? 0) {
      let exact = world.exact(most: most)
      switch replanned(world, most: most) {
      case .planned(let plan):
        let (cost, _) = try #require(exact, "a plan is impossible")
        #expect(Moves(of: plan, in: world.region).goLives.count <= most)
        #expect(findings(plan, world.region) == [])
        #expect(plan.cost.total >= cost - 1e-6)
        #expect(plan.bound <= cost + 1e-6)
        let schedules = Dictionary(
          uniqueKeysWithValues: plan.practices.filter { !$0.schedule.isEmpty }.map {
            ($0.practice, $0.schedule)
          })
        #expect(
          abs(PlanCost(of: world.region).cost(of: schedules).total - plan.cost.total) < 1e-6)
      case .impossible, .outOfTime:
        #expect(exact == nil, "there is a plan with \(most) moves")
      }
    }
  }

  @Test func saysWhichGoLivesCannotStay() throws {
    var region = SmallWorlds.region(practices: 2, weeks: 4)
    var options = Planner.Options()
    options.timeLimit = 600
    options.workLimit = 40
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      Issue.record("the region has a plan")
      return
    }
    region.practices[0].closures = [
      PracticeClosure(
        days: region.horizon.lowerBound...(region.horizon.lowerBound + 12),
        stages: [region.pathway.goLive], rule: .forbid)
    ]
    let baseline = Replan(asOf: region.horizon.lowerBound, freeze: .days(0), mostMoves: 0)
      .baseline(of: plan, in: region)
    let outcome = Replanner(
      region: region.replanning(from: baseline), start: [:], options: options
    ).outcome()
    guard case .impossible(let explanation) = outcome else {
      Issue.record("a go-live in a closure cannot stay")
      return
    }
    #expect(explanation.clashes.first?.practices == ["P1"])
  }

  @Test func withoutAReasonNothingMoves() throws {
    let region = England.region(practices: 12, years: 2)
    var options = Planner.Options()
    options.timeLimit = 600
    options.workLimit = 40
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      Issue.record("the region has a plan")
      return
    }
    let baseline = Replan(asOf: region.horizon.lowerBound).baseline(of: plan, in: region)
    let again = region.replanning(from: baseline)
    let start = Dictionary(
      uniqueKeysWithValues: plan.practices.map { ($0.practice, $0.schedule) })
    options.gap = 0.05
    guard
      case .planned(let same) = Replanner(region: again, start: start, options: options).outcome()
    else {
      Issue.record("the baseline is a plan")
      return
    }
    #expect(Moves(of: same, in: again).goLives == [])
    #expect(same.practices.map(\.schedule) == plan.practices.map(\.schedule))
  }
}
