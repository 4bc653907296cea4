import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

@testable import Planning

/// Small regions with a settled planner, and what every plan of a variant has to stand.
enum ExplainedWorld {
  /// A weekly resource that counts starts.
  static func slots(_ id: String, stages: [Int] = [2], capacity: Double) -> Resource {
    Resource(
      id: ResourceID(id), name: id, capacity: capacity, period: .week, use: .starts(stages))
  }

  /// Practices that share one go-live a week.
  static func region(practices: Int, weeks: Int, capacity: Double = 1) -> Region {
    var region = SmallWorlds.region(practices: practices, weeks: weeks)
    region.resources = [slots("go-lives", capacity: capacity)]
    return region
  }

  /// Options that end by proof.
  static var exact: Planner.Options {
    var options = Planner.Options()
    options.gap = 0
    options.timeLimit = 60
    options.workLimit = 40
    return options
  }

  /// A settled planner of a region that has a plan.
  static func planner(_ region: Region, options: Planner.Options = exact) throws -> WarmPlanner {
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      throw NoPlan()
    }
    let planner = WarmPlanner(region: region, plan: plan, options: options)
    planner.settle()
    return planner
  }

  /// A settled planner of a random region; nil if trying everything finds no plan of it either.
  static func planner(ofRandom region: Region, _ what: String) -> WarmPlanner? {
    if let planner = try? planner(region) { return planner }
    #expect(SmallOptimum(of: region).cost() == nil, "\(what): no plan where there is one")
    return nil
  }

  struct NoPlan: Error {}

  /// The rules that a plan breaks, by the checker.
  static func findings(_ plan: Plan, in region: Region) -> [Finding] {
    Checker().findings(schedules: plan.schedulesByPlace, region: region)
  }

  /// The least cost with everybody live by a day; nil if that cannot be.
  static func optimum(of region: Region, liveBy date: Day) -> Double? {
    var region = region
    region.objective.unscheduled = 1e6
    region.objective.late = 0
    region.rules.deadlinesAreHard = true
    for place in region.practices.indices { region.practices[place].mustBeLiveBy = date }
    return SmallOptimum(of: region).cost().flatMap { $0 < 1e5 ? $0 : nil }
  }
}
