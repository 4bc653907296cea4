import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// A legal plan of two practices, broken in one way at a time: exactly that rule must speak.
@Suite("Broken plans")
struct BrokenPlansTests {
  private let goLive = 2

  /// PR 10-11 May, FD 12 May, GL 13 May, PG 14 and 17 May, for both practices.
  private func legal(_ change: (inout Region) -> Void = { _ in }) -> (Region, [Int: Schedule]) {
    var region = SmallWorlds.region(practices: 2)
    change(&region)
    let schedule = SmallWorlds.schedule(from: SmallWorlds.monday, in: region)
    return (region, [0: schedule, 1: schedule])
  }

  private func findings(_ plan: (Region, [Int: Schedule])) -> [Finding] {
    Checker().findings(schedules: plan.1, region: plan.0)
  }

  private func expectOne(
    _ rule: Rule, amount: Double, saying words: String, _ plan: (Region, [Int: Schedule]),
    _ location: SourceLocation = #_sourceLocation
  ) {
    let found = findings(plan)
    #expect(found.map(\.rule) == [rule], sourceLocation: location)
    #expect(found.first?.amount == amount, sourceLocation: location)
    let message = found.first?.message ?? ""
    #expect(message.contains(words), "\(message)", sourceLocation: location)
  }

  @Test func aLegalPlanHasNoFindings() {
    #expect(findings(legal()).isEmpty)
    #expect(Checker().rules.map(\.rule) == Rule.allCases)
  }

  @Test func aStageOnAHoliday() {
    var plan = legal { region in
      region.calendar = SmallWorlds.calendar(holidays: [day("2027-05-18")])
    }
    plan.1[0]?[3] = StageDates(start: day("2027-05-17"), finish: day("2027-05-18"))
    expectOne(.pathway, amount: 0, saying: "Tuesday 18 May 2027, which is no working day", plan)
  }

  @Test func aStageTooShort() {
    var plan = legal { $0.pathway.stages[0].lengths.minimum = 2 }
    plan.1[1]?[0].finish = day("2027-05-10")
    expectOne(.pathway, amount: 1, saying: "Practice 2 (P2): Stage PR", plan)
  }

  @Test func aStageTooLong() {
    var plan = legal()
    plan.1[0]?[3].finish = day("2027-05-18")
    expectOne(.pathway, amount: 1, saying: "3 working days, at most 2 allowed", plan)
  }

  @Test func lengthsFollowTheListSize() {
    let band = Stage.SizeBand(
      upTo: 1_000, lengths: Stage.Lengths(minimum: 1, usual: 1, maximum: 1))
    let plan = legal { $0.pathway.stages[0].byListSize = [band] }
    expectOne(.pathway, amount: 1, saying: "Practice 1 (P1)", plan)
  }

  @Test func aWaitTooLong() {
    var plan = legal()
    plan.1[0]?[3] = StageDates(start: day("2027-05-19"), finish: day("2027-05-20"))
    expectOne(.pathway, amount: 1, saying: "a wait of 3 working days", plan)
  }

  @Test func aWaitInCalendarDaysCountsTheWeekend() {
    var plan = legal { $0.pathway.stages[3].longestWait = .days(2) }
    plan.1[0]?[3] = StageDates(start: day("2027-05-17"), finish: day("2027-05-18"))
    expectOne(.pathway, amount: 1, saying: "a wait of 3 days", plan)
  }

  @Test func stagesOnTheSameDay() {
    var plan = legal()
    plan.1[0]?[1] = StageDates(start: day("2027-05-11"), finish: day("2027-05-11"))
    expectOne(.pathway, amount: 1, saying: "only finishes on Tuesday 11 May 2027", plan)
  }

  @Test func outsideTheHorizon() {
    var plan = legal()
    plan.0.horizon = SmallWorlds.monday...day("2027-05-14")
    plan.1[1] = nil
    expectOne(.pathway, amount: 3, saying: "after the region's last day", plan)
    plan = legal()
    plan.0.horizon = day("2027-05-11")...day("2027-05-28")
    plan.1[1] = nil
    expectOne(.pathway, amount: 1, saying: "before the region's first day", plan)
  }

  @Test func beforeThePracticesFirstDay() {
    let plan = legal { $0.practices[0].notBefore = day("2027-05-11") }
    expectOne(.pathway, amount: 1, saying: "before the practice's first day", plan)
  }

  @Test func onAForbiddenWeekday() {
    var plan = legal { $0.pathway.stages[2].weekdays = [.tuesday, .wednesday] }
    plan.1[1] = nil
    expectOne(.pathway, amount: 0, saying: "may only start on Tuesday, Wednesday", plan)
  }

  @Test func tooLongAltogether() {
    var plan = legal { $0.rules.maximumElapsed = .days(3) }
    #expect(findings(plan).isEmpty)
    plan = legal { $0.rules.maximumElapsed = .workingDays(2) }
    plan.1[1] = nil
    expectOne(.pathway, amount: 1, saying: "more than 2 working days after it began", plan)
  }

  @Test func malformedDatesAreFindingsNotTraps() {
    var plan = legal { $0.practices[0].pinnedGoLive = day("2027-05-13") }
    plan.1[0] = Array(plan.1[0]?.prefix(2) ?? [])
    expectOne(.pathway, amount: 0, saying: "2 stages; the pathway has 4", plan)
    plan.1[0] = []
    expectOne(.pathway, amount: 0, saying: "0 stages; the pathway has 4", plan)
    plan = legal()
    plan.1[0]?[0] = StageDates(start: day("2027-05-11"), finish: day("2027-05-10"))
    expectOne(.pathway, amount: 0, saying: "after it finishes", plan)
    plan = legal()
    plan.1[9] = plan.1[0]
    expectOne(.pathway, amount: 0, saying: "practice number 10 of a list of 2", plan)
  }

  @Test func datesFarOutsideTheCalendarAreFindings() {
    var plan = legal()
    plan.1[1]?[3] = StageDates(start: day("2027-05-14"), finish: day("9999-12-31"))
    let found = findings(plan)
    #expect(!found.isEmpty && found.allSatisfy { $0.rule == .pathway })
  }

  @Test func leadTimes() {
    func lead(_ least: Length?, _ most: Length?) -> LeadTime {
      LeadTime(
        id: "notice", from: StageEvent(stage: 0, edge: .finish),
        to: StageEvent(stage: 2, edge: .start), atLeast: least, atMost: most)
    }
    #expect(findings(legal { $0.pathway.leadTimes = [lead(.workingDays(2), .days(2))] }).isEmpty)
    var plan = legal { $0.pathway.leadTimes = [lead(.days(4), nil)] }
    plan.1[1] = nil
    expectOne(.leadTime, amount: 2, saying: "'notice' of at least 4 days", plan)
    plan = legal { $0.pathway.leadTimes = [lead(nil, .workingDays(1))] }
    plan.1[1] = nil
    expectOne(.leadTime, amount: 1, saying: "'notice' of at most 1 working day", plan)
    var bySystem = lead(.days(1), nil)
    bySystem.bySource = ["emis": .days(7)]
    plan = legal { $0.pathway.leadTimes = [bySystem] }
    plan.1[1] = nil
    expectOne(.leadTime, amount: 5, saying: "at least 1 week", plan)
  }

  @Test func protectedDays() {
    func period(_ from: String, _ to: String, _ rule: Protection = .forbid) -> ProtectedPeriod {
      ProtectedPeriod(
        id: "flu", name: "Flu", dates: .once(day(from)...day(to)), stages: [3], rule: rule)
    }
    var plan = legal { $0.protectedPeriods = [period("2027-05-17", "2027-05-21")] }
    plan.1[1] = nil
    expectOne(.protected, amount: 1, saying: "Monday 17 May 2027", plan)
    #expect(findings(legal { $0.protectedPeriods = [period("2027-05-15", "2027-05-16")] }).isEmpty)
    let avoided = period("2027-05-17", "2027-05-21", .avoid(cost: 3))
    #expect(findings(legal { $0.protectedPeriods = [avoided] }).isEmpty)
  }

  @Test func closures() {
    let closure = PracticeClosure(
      days: day("2027-05-12")...day("2027-05-13"), stages: [0, 2], rule: .forbid, reason: "Roof")
    let plan = legal { $0.practices[1].closures = [closure] }
    expectOne(.closure, amount: 1, saying: "own closure (Roof), 12 May 2027", plan)
  }

  @Test func links() {
    func linked(_ rule: Link.Rule, pilot: Bool = false) -> (Region, [Int: Schedule]) {
      var plan = legal {
        $0.links = [Link(rule: rule, first: 0, second: 1, isFromPilot: pilot)]
      }
      plan.1[1] = SmallWorlds.schedule(from: day("2027-05-11"), in: plan.0)
      return plan
    }
    expectOne(.link, amount: 1, saying: "must go live on the same day", linked(.together))
    expectOne(
      .link, amount: 6, saying: "must follow by at least 1 week", linked(.before(lag: .days(7))))
    expectOne(
      .link, amount: 6, saying: "the pilot must be live",
      linked(.before(lag: .days(7)), pilot: true))
    expectOne(
      .link, amount: 1, saying: "2 working days apart", linked(.apart(lag: .workingDays(2))))
    #expect(findings(linked(.apart(lag: .workingDays(1)))).isEmpty)
    var alone = linked(.together)
    alone.1[1] = nil
    #expect(findings(alone).isEmpty)
  }

  @Test func pins() {
    let pinned = legal { $0.practices[0].pinnedGoLive = day("2027-05-17") }
    expectOne(.pin, amount: 4, saying: "Monday 17 May 2027 is agreed", pinned)
    var missing = legal { $0.practices[0].pinnedGoLive = day("2027-05-13") }
    missing.1[0] = nil
    expectOne(.pin, amount: 0, saying: "has no dates in the plan", missing)
    let late = legal {
      $0.practices[0].actuals[0] = Practice.Actual(
        start: day("2027-05-10"), finish: SmallWorlds.monday)
    }
    expectOne(.pin, amount: 1, saying: "on Monday 10 May 2027 on record", late)
    var open = legal {
      $0.practices[0].actuals[0] = Practice.Actual(start: day("2027-05-10"), finish: nil)
    }
    #expect(findings(open).isEmpty)
    open.1[0] = nil
    expectOne(.pin, amount: 0, saying: "it has already started", open)
  }

  @Test func aStageUnderWayEndsWhenItCan() {
    // PR is planned to end on 11 May.
    func underWay(from first: String, finish: Day? = nil) -> (Region, [Int: Schedule]) {
      legal {
        $0.practices[0].actuals[0] = Practice.Actual(
          start: SmallWorlds.monday, finish: finish, finishesFrom: day(first))
      }
    }
    expectOne(.pin, amount: 1, saying: "before Wednesday 12 May 2027", underWay(from: "2027-05-12"))
    #expect(findings(underWay(from: "2027-05-11")).isEmpty)
    // What is over on record ended when it did.
    #expect(findings(underWay(from: "2027-05-12", finish: SmallWorlds.monday + 1)).isEmpty)
  }

  @Test func recordedStagesAreFreeOfTheirOwnRules() {
    let (region, plan) = legal { region in
      region.pathway.stages[1].weekdays = [.friday]
      region.pathway.stages[1].lengths.minimum = 3
      region.pathway.stages[1].longestWait = .workingDays(-1)
      region.practices[0].notBefore = day("2027-05-13")
      for stage in 0...1 {
        region.practices[0].actuals[stage] = Practice.Actual(
          start: day(stage == 0 ? "2027-05-10" : "2027-05-12"), finish: nil)
      }
    }
    #expect(findings((region, [0: plan[0] ?? []])).isEmpty)
    #expect(findings((region, plan)).count == 3)
  }

  @Test func deadlines() {
    func plan(hard: Bool) -> (Region, [Int: Schedule]) {
      legal {
        $0.practices[0].mustBeLiveBy = day("2027-05-12")
        $0.rules.deadlinesAreHard = hard
      }
    }
    expectOne(.deadline, amount: 1, saying: "1 day after Wednesday 12 May 2027", plan(hard: true))
    #expect(findings(plan(hard: false)).isEmpty)
  }

  @Test func findingsAreSortedByRuleAndPractice() {
    let plan = legal {
      $0.practices[1].notBefore = day("2027-05-11")
      $0.practices[0].notBefore = day("2027-05-11")
      $0.practices[0].pinnedGoLive = day("2027-05-17")
    }
    let found = findings(plan)
    #expect(found.map { $0.practice?.text } == ["P1", "P2", "P1"])
    #expect(found.map(\.period) == ["2027-05-10", "2027-05-10", "2027-05-13"])
  }
}
