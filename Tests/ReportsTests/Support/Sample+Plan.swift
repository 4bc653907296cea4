import Days
import Migrations

@testable import Reports

extension Sample {
  /// A report on a plan with these go-live days, nil for practices left out.
  static func report(of region: Region, goLives: [Day?], bound: Double) -> PlanReport {
    let mean = region.meanListSize
    let planned = zip(region.practices.indices, goLives).map { place, goLive in
      let practice = region.practices[place]
      guard let goLive else {
        return PlannedPractice(
          practice: place, status: .unscheduled, schedule: [], earliestGoLive: nil,
          cost: Cost.ofLeavingOut(practice, in: region, meanListSize: mean),
          reason: "no day is left on which Vision can extract its data")
      }
      let schedule = EnglandPathway.schedule(
        goLive: goLive, wait: place % 3 * 5, in: region.calendar)
      let earliest = practice.pinnedGoLive ?? goLive - (place * 3)
      return PlannedPractice(
        practice: place, status: PlannedPractice.status(of: practice, lastStage: 11),
        schedule: schedule, earliestGoLive: earliest,
        cost: Cost.of(
          schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean),
        reason: practice.pinnedGoLive != nil
          ? "Pinned to this day." : "The first week with a free go-live slot.")
    }
    let cost = planned.reduce(Cost()) { $0 + $1.cost }
    let plan = Plan(
      practices: planned, cost: cost, bound: min(bound, cost.total * 0.98), proof: .withinGap,
      uses: uses(of: planned, in: region),
      certificate: Certificate(
        prices: [.init(resource: "tpp-go-lives", period: day("2027-01-11"), units: 1_500)],
        links: [
          .init(
            first: region.practices[0].code, second: region.practices[1].code,
            firstDays: day("2027-01-07")...day("2027-01-15"),
            secondDays: day("2027-01-07")...day("2027-02-12"), units: 250)
        ]),
      seed: 7, work: ["rounds": 12, "columns": 340])
    return PlanReport(
      region: region, plan: plan,
      inputs: [
        .init(file: "region.toml", sha256: String(repeating: "0123456789abcdef", count: 4)),
        .init(file: "practices.csv", sha256: String(repeating: "fedcba9876543210", count: 4)),
      ], version: "1.0.0")
  }

  /// Counts the uses by the contract's rules, simply, as a writer's test needs them.
  private static func uses(of planned: [PlannedPractice], in region: Region) -> [ResourceUse] {
    region.resources.flatMap { resource -> [ResourceUse] in
      var used: [Day: Double] = [:]
      for one in planned where !one.schedule.isEmpty {
        let practice = region.practices[one.practice]
        guard resource.appliesTo.matches(practice) else { continue }
        for period in periods(of: resource, in: one.schedule, calendar: region.calendar) {
          used[period, default: 0] += 1
        }
      }
      return used.keys.sorted().map {
        ResourceUse(
          resource: resource.id, period: $0, capacity: resource.capacity(inPeriod: $0),
          used: used[$0] ?? 0,
          price: resource.id == "tpp-go-lives" && $0 == day("2027-01-11") ? 1_500 : 0)
      }
    }
  }

  private static func periods(
    of resource: Resource, in schedule: Schedule, calendar: WorkingCalendar
  ) -> [Day] {
    switch resource.use {
    case .starts(let stages): stages.map { resource.period(containing: schedule[$0].start) }
    case .days(let stages):
      Set(
        stages.flatMap { place in
          (schedule[place].start...schedule[place].finish).map(resource.period(containing:))
        }
      ).sorted()
    case .span(let from, let to):
      Set(
        (schedule.day(of: from.event)...schedule.day(of: to.event)).filter(calendar.isWorking)
          .map(resource.period(containing:))
      ).sorted()
    }
  }
}
