import Days
import Migrations
import PlanChecks
import Planning
import TestSupport
import Testing

/// Legal plans of random regions, of which one rule at a time is tightened until the plan breaks it:
/// the checker must name that rule and no other.
@Suite("Robustness: rules broken one at a time") struct BrokenRulesTests {
  private struct Case {
    let region: Region
    let schedules: [Int: Schedule]
    /// A practice that has dates.
    let place: Int

    var schedule: Schedule { schedules[place] ?? [] }
    var goLive: Day { schedule[region.pathway.goLive].start }
  }

  private static let cases: [Case] = (1...200).compactMap { seed in
    var worlds = RandomWorlds(seed: UInt64(seed) + 7_000)
    let region = worlds.region(practices: 2)
    var options = Planner.Options()
    options.workLimit = 2
    options.threads = 1
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      return nil
    }
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    // Who is live by the records breaks no rule any more.
    let goLive = region.pathway.goLive
    guard let place = schedules.keys.min(), region.practices[place].actuals[goLive] == nil else {
      return nil
    }
    return Case(region: region, schedules: schedules, place: place)
  }

  /// Tightens every case where that can be done, and asks which rules are then broken.
  private func expect(
    _ rule: Rule, atLeast least: Int = 15, _ tighten: (Case, inout Region) -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) {
    var tried = 0
    for one in Self.cases {
      var region = one.region
      guard tighten(one, &region) else { continue }
      tried += 1
      #expect(
        Checker().findings(schedules: one.schedules, region: one.region).isEmpty,
        sourceLocation: location)
      let found = Checker().findings(schedules: one.schedules, region: region)
      #expect(Set(found.map(\.rule)) == [rule], "\(found.map(\.message))", sourceLocation: location)
    }
    #expect(tried >= least, "tightened only \(tried) plans", sourceLocation: location)
  }

  @Test func pathwayByNotBefore() {
    expect(.pathway) { one, region in
      guard region.practices[one.place].actuals.isEmpty else { return false }
      region.practices[one.place].notBefore = one.schedule[0].start + 1
      return true
    }
  }

  @Test func pathwayByLength() {
    expect(.pathway) { one, region in
      guard region.practices[one.place].actuals.isEmpty else { return false }
      let stage = one.schedule.count - 1
      region.pathway.stages[stage].byListSize = []
      region.pathway.stages[stage].lengths = Stage.Lengths(minimum: 9, usual: 9, maximum: 9)
      return true
    }
  }

  @Test func pathwayByElapsed() {
    expect(.pathway) { one, region in
      guard region.practices[one.place].actuals.isEmpty, one.goLive > one.schedule[0].start + 1
      else { return false }
      region.rules.maximumElapsed = .days(1)
      return true
    }
  }

  @Test func leadTime() {
    expect(.leadTime) { one, region in
      let apart = one.goLive - one.schedule[0].start
      region.pathway.leadTimes.append(
        LeadTime(
          id: "added", from: StageEvent(stage: 0, edge: .start),
          to: StageEvent(stage: region.pathway.goLive, edge: .start), atLeast: .days(apart + 1),
          atMost: nil, bySource: [:]))
      return true
    }
  }

  @Test func protected() {
    expect(.protected) { one, region in
      region.protectedPeriods.append(
        ProtectedPeriod(
          id: "added", name: "Added", dates: .once(one.goLive...one.goLive),
          stages: [region.pathway.goLive], rule: .forbid))
      return true
    }
  }

  @Test func closure() {
    expect(.closure) { one, region in
      region.practices[one.place].closures.append(
        PracticeClosure(
          days: one.goLive...one.goLive, stages: [region.pathway.goLive], rule: .forbid))
      return true
    }
  }

  @Test func capacity() {
    expect(.capacity) { one, region in
      region.resources.append(
        Resource(
          id: "added", name: "Added", capacity: 0, period: one.place == 0 ? .week : .day,
          use: .starts([region.pathway.goLive])))
      return true
    }
  }

  @Test(arguments: [0, 1, 2]) func link(_ kind: Int) {
    expect(.link, atLeast: 8) { one, region in
      guard one.schedules.count == 2, let first = one.schedules[0], let second = one.schedules[1]
      else { return false }
      let goLive = region.pathway.goLive
      let apart = abs(second[goLive].start - first[goLive].start)
      switch kind {
      case 0:
        guard apart > 0 else { return false }
        region.links.append(Link(rule: .together, first: 0, second: 1))
      case 1:
        let lag = second[goLive].start - first[goLive].start + 1
        guard lag >= 0 else { return false }
        region.links.append(Link(rule: .before(lag: .days(lag)), first: 0, second: 1))
      default:
        region.links.append(Link(rule: .apart(lag: .days(apart + 1)), first: 0, second: 1))
      }
      return true
    }
  }

  @Test func pin() {
    expect(.pin) { one, region in
      region.practices[one.place].pinnedGoLive = one.goLive + 1
      return true
    }
  }

  @Test func record() {
    expect(.pin) { one, region in
      guard region.practices[one.place].actuals.isEmpty else { return false }
      // Of a stage on record the pathway no longer judges start and length, only the record does.
      region.practices[one.place].actuals[0] = Practice.Actual(
        start: one.schedule[0].start - 1, finish: nil)
      return true
    }
  }

  @Test func deadline() {
    expect(.deadline, atLeast: 10) { one, region in
      guard one.schedules.count == 1 || !region.rules.deadlinesAreHard else { return false }
      for place in region.practices.indices { region.practices[place].mustBeLiveBy = nil }
      region.rules.deadlinesAreHard = true
      region.practices[one.place].mustBeLiveBy = one.goLive - 1
      return true
    }
  }
}
