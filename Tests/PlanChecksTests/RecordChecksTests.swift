import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Records that break a rule are findings of the past, and never held against a plan.
@Suite("Records") struct RecordChecksTests {
  /// PR 10 and 11 May, FD 12, GL 13, PG 14 and 17 May.
  private func started(_ region: inout Region, _ place: Int, stages: Range<Int>) -> Schedule {
    let schedule = SmallWorlds.schedule(from: SmallWorlds.monday, in: region)
    for stage in stages {
      region.practices[place].actuals[stage] = .init(
        start: schedule[stage].start, finish: schedule[stage].finish)
    }
    return schedule
  }

  private func goLives(_ capacity: Double) -> Resource {
    Resource(
      id: "go-lives", name: "Go-lives", capacity: capacity, period: .week, use: .starts([2]))
  }

  @Test func anOverfilledWeekIsToldAndHasNoRoomForTheRest() {
    var region = SmallWorlds.region(practices: 3)
    region.resources = [goLives(1)]
    let one = started(&region, 0, stages: 0..<4)
    _ = started(&region, 1, stages: 0..<4)
    region = region.seen(on: day("2027-05-17"))
    let past = RecordChecks(of: region).findings()
    #expect(past.map(\.rule) == [.capacity])
    #expect(past.first?.period == "2027-05-10")
    #expect(past.first?.amount == 1)
    let later = SmallWorlds.schedule(from: day("2027-05-17"), in: region)
    #expect(Checker().findings(schedules: [0: one, 1: one, 2: later], region: region).isEmpty)
    // The week has room 0 for who is not on record.
    let third = Checker().findings(
      schedules: [0: one, 1: one, 2: one], region: region.seen(on: nil))
    #expect(third.map(\.rule) == [.capacity])
    #expect(region.resources[0].room(inPeriod: day("2027-05-10")) == 2)
    #expect(region.resources[0].capacity(inPeriod: day("2027-05-10")) == 1)
  }

  @Test func leadTimesPeriodsClosuresAndLinksOnRecordAreOver() {
    var region = SmallWorlds.region(practices: 2)
    region.pathway.leadTimes = [
      LeadTime(
        id: "notice", from: StageEvent(stage: 0, edge: .finish),
        to: StageEvent(stage: 2, edge: .start), atLeast: .days(14))
    ]
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "busy", name: "Busy", dates: .once(day("2027-05-12")...day("2027-05-13")),
        stages: [2], rule: .forbid)
    ]
    region.practices[0].closures = [
      PracticeClosure(
        days: day("2027-05-12")...day("2027-05-12"), stages: [1], rule: .forbid, reason: "move")
    ]
    region.links = [Link(rule: .before(lag: .days(7)), first: 1, second: 0)]
    let schedule = started(&region, 0, stages: 0..<3)
    region = region.seen(on: day("2027-05-14"))
    #expect(region.links.isEmpty && region.brokenLinks.count == 1)
    let past = RecordChecks(of: region).findings()
    #expect(past.map(\.rule) == [.leadTime, .protected, .closure, .link])
    #expect(Checker().findings(schedules: [0: schedule], region: region).isEmpty)
    // The same dates without the records break every one of the rules.
    region.practices[0].actuals = [:]
    let free = region.seen(on: nil)
    let found = Checker().findings(
      schedules: [0: schedule, 1: schedule], region: free)
    #expect(Set(found.map(\.rule)) == [.leadTime, .protected, .closure, .link])
  }

  @Test func nothingOffRecordStartsBeforeTheDay() {
    var region = SmallWorlds.region(practices: 2)
    let schedule = started(&region, 0, stages: 0..<1)
    region = region.seen(on: day("2027-05-13"))
    let found = Checker().findings(schedules: [0: schedule, 1: schedule], region: region)
    #expect(Set(found.map(\.rule)) == [.asOf])
    // Of the one under way FD lies before the day; of the other PR and FD.
    #expect(found.map(\.practice) == ["P1", "P2", "P2"])
    #expect(found.map(\.period) == ["2027-05-12", "2027-05-10", "2027-05-12"])
  }

  @Test func aRecordOfADayToComeIsTold() {
    var region = SmallWorlds.region()
    _ = started(&region, 0, stages: 0..<2)
    #expect(
      RecordChecks(of: region.seen(on: day("2027-05-11"))).findings().map(\.rule) == [.asOf])
    #expect(RecordChecks(of: region.seen(on: day("2027-05-12"))).findings().isEmpty)
  }

  @Test func spansUnderWayCountAsLongAsTheyMust() {
    var region = SmallWorlds.region(practices: 3)
    region.resources = [
      Resource(
        id: "leads", name: "Leads", capacity: 1, period: .week,
        use: .span(
          .init(event: StageEvent(stage: 0, edge: .start)),
          .init(event: StageEvent(stage: 3, edge: .finish))))
    ]
    _ = started(&region, 0, stages: 0..<1)
    _ = started(&region, 1, stages: 0..<1)
    region = region.seen(on: day("2027-05-14"))
    // FD on Friday 14 May, GL on the 17th and PG on the 18th at the soonest.
    let use = region.resources[0].recordedUse
    #expect(use == [day("2027-05-10"): 2, day("2027-05-17"): 2])
  }
}
