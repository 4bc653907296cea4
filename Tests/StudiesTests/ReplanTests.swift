import Days
import Migrations
import PlanChecks
import Planning
import Testing
import TestSupport

@testable import Studies

@Suite struct ReplanTests {
  /// PR 10 to 11 May, FD 12, GL 13, PG 14 to 17 May, and the same three weeks later.
  private let region = SmallWorlds.region(practices: 2, weeks: 8)
  private var monday: Day { SmallWorlds.monday }

  private func plan(_ region: Region, from starts: [Day]) -> Plan {
    let practices = starts.enumerated().map { place, start in
      PlannedPractice(
        practice: place, status: .scheduled,
        schedule: SmallWorlds.schedule(from: start, in: region), earliestGoLive: nil, cost: Cost())
    }
    return Plan(practices: practices, cost: Cost(), bound: 0, proof: .stopped)
  }

  @Test func stagesBeforeTheDayAreDoneAsPlanned() {
    let plan = plan(region, from: [monday, monday + 21])
    let baseline = Replan(asOf: day("2027-05-13")).baseline(of: plan, in: region)
    let facts = baseline.facts["P1"]
    #expect(facts?.keys.sorted() == [0, 1])
    #expect(facts?[0] == Practice.Actual(start: monday, finish: day("2027-05-11")))
    #expect(facts?[1]?.finish == day("2027-05-12"))
    #expect(baseline.facts["P2"] == nil)
  }

  @Test func aStageUnderWayHasBegunAndNotEnded() {
    let plan = plan(region, from: [monday, monday + 21])
    let baseline = Replan(asOf: day("2027-05-11")).baseline(of: plan, in: region)
    #expect(baseline.facts["P1"]?[0] == Practice.Actual(start: monday, finish: nil))
    let again = region.replanning(from: baseline)
    #expect(again.practices[0].actuals[0]?.finishesFrom == day("2027-05-11"))
    #expect(again.asOf == day("2027-05-11"))
    #expect(again.today(for: again.practices[1], stage: 0) == day("2027-05-11"))
  }

  @Test func recordsComeFirstAndWhatContradictsThemHasNotHappened() {
    var region = region
    region.practices[0].actuals[0] = Practice.Actual(start: monday, finish: day("2027-05-12"))
    let plan = plan(region, from: [monday, monday + 21])
    let baseline = Replan(asOf: day("2027-05-14")).baseline(of: plan, in: region)
    // FD was planned for the 12th, on which the first stage was still under way.
    #expect(baseline.facts["P1"] == nil)
    let again = region.replanning(from: baseline)
    #expect(again.practices[0].actuals.keys.sorted() == [0])
  }

  @Test func nearGoLivesAreFrozen() {
    let plan = plan(region, from: [monday, monday + 21])
    func frozen(_ asOf: String, _ freeze: Length) -> [PracticeCode] {
      Replan(asOf: day(asOf), freeze: freeze).baseline(of: plan, in: region).frozen.sorted()
    }
    let goLive = plan.practices[1].schedule[2].start
    #expect(frozen("2027-05-13", .days(0)) == ["P1"])
    #expect(frozen("2027-05-14", .days(goLive - day("2027-05-14"))) == ["P2"])
    #expect(frozen("2027-05-14", .days(goLive - day("2027-05-14") - 1)) == [])
    #expect(frozen("2027-05-10", .days(42)) == ["P1", "P2"])
    #expect(frozen("2027-05-10", .workingDays(3)) == ["P1"])
  }

  @Test func aHardFreezeKeepsNearGoLivesAsFarAsRecordsAllow() throws {
    var region = region
    region.rules.freezeIsHard = true
    let plan = plan(region, from: [monday, monday + 21])
    let goLives = plan.practices.map { $0.schedule[2].start }
    let baseline = Replan(asOf: monday).baseline(of: plan, in: region)
    #expect(baseline.kept == ["P1", "P2"])
    let again = region.replanning(from: baseline)
    #expect(again.practices.map(\.frozenGoLive) == goLives.map(Optional.some))
    // Neither may it be left out, nor move by a day; what it costs stays the same.
    #expect(again.practices.allSatisfy { $0.isCommitted })
    let moved = SmallWorlds.schedule(from: monday + 1, in: again)
    let found = Checker().findings(
      schedules: [0: moved, 1: plan.practices[1].schedule], region: again)
    #expect(found.map(\.rule) == [.pin] && found[0].message.contains("is frozen"))
    #expect(EarliestGoLive(of: again).day(of: 0) == EarliestGoLive(of: region).day(of: 0))
    var options = Planner.Options()
    options.workLimit = 40
    options.timeLimit = 600
    var tight = again
    tight.practices[1].preferred = monday...monday
    guard case .planned(let kept) = Planner(region: tight, options: options).plan() else {
      Issue.record("no plan")
      return
    }
    #expect(kept.practices.map { $0.schedule[2].start } == goLives)
    // A record that rules the day out lets it go.
    region.practices[0].actuals[0] = Practice.Actual(start: monday, finish: monday + 14)
    let late = Replan(asOf: monday + 14).baseline(of: plan, in: region)
    #expect(!late.kept.contains("P1"))
  }

  @Test func whatCameToNothingHasNotHappenedAsPlanned() {
    var region = region
    let plan = plan(region, from: [monday, monday + 21])
    region.practices[0].formerAttempts = [
      .init(stage: 1, start: day("2027-05-12"), finish: day("2027-05-12"), outcome: .failed)
    ]
    let baseline = Replan(asOf: day("2027-05-14")).baseline(of: plan, in: region)
    #expect(baseline.facts["P1"]?.keys.sorted() == [0])
  }

  @Test func movingCostsFiveAndOneADayAndAThousandTimesWhenFrozen() {
    var region = region
    var baseline = Baseline(asOf: monday)
    baseline.goLives = ["P1": monday + 7]
    region.baseline = baseline
    func moved(_ day: Day, _ place: Int = 0) -> Double {
      Cost.goLive(
        day, practice: region.practices[place], earliest: monday, in: region, meanListSize: 1)[
          .moved]
    }
    #expect(moved(monday + 7) == 0)
    #expect(moved(monday + 10) == 8)
    #expect(moved(monday + 4) == 8)
    #expect(moved(monday + 10, 1) == 0)
    region.baseline?.frozen = ["P1"]
    #expect(moved(monday + 10) == 8_000)
  }

  @Test func noticesThatWereSentAreCountedWhenTheirExtractMoves() {
    var region = region
    region.pathway.leadTimes = [
      LeadTime(
        id: "extract-notice", from: StageEvent(stage: 0, edge: .finish),
        to: StageEvent(stage: 1, edge: .start), atLeast: .days(1))
    ]
    let before = plan(region, from: [monday, monday + 21])
    let baseline = Replan(asOf: day("2027-05-11")).baseline(of: before, in: region)
    #expect(baseline.notices == ["P1": day("2027-05-12")])
    let again = region.replanning(from: baseline)
    var after = before
    after.practices[0].schedule[1] = StageDates(
      start: day("2027-05-13"), finish: day("2027-05-13"))
    #expect(Moves(of: before, in: again).notices == [])
    #expect(Moves(of: after, in: again).notices == [0])
    #expect(Moves(of: after, in: again).goLives == [])
  }

  @Test func aWaitThatIsTooLongTodayIsAFactAndTheRestGoesOn() throws {
    var region = region
    // The stage after may wait 2 working days at most, and the day is a fortnight later.
    region.practices[0].actuals[0] = Practice.Actual(start: monday, finish: day("2027-05-14"))
    let plan = plan(region, from: [monday, monday + 21])
    let baseline = Replan(asOf: day("2027-05-28")).baseline(of: plan, in: region)
    #expect(baseline.overdue == [])
    let again = region.replanning(from: baseline)
    let first = try #require(
      BruteForce(0, in: again).schedules().min { $0[1].start < $1[1].start })
    #expect(first[1].start == day("2027-05-28"))
    #expect(OwnDates(of: again).exist(for: 0))
    #expect(Checker().findings(schedules: [0: first], region: again).isEmpty)
  }

  @Test func anAgreedDayThatIsPastAndNotOnRecordMayUseThePast() {
    var region = region
    let plan = plan(region, from: [monday, monday + 21])
    region.practices[1].pinnedGoLive = plan.practices[0].schedule[2].start
    let baseline = Replan(asOf: day("2027-05-28")).baseline(of: plan, in: region)
    #expect(baseline.overdue == ["P2"])
    #expect(OwnDates(of: region.replanning(from: baseline)).exist(for: 1))
  }

  @Test func leavingOutCountsAsAMoveAndADoneGoLiveDoesNot() {
    let before = plan(region, from: [monday, monday + 21])
    var again = region.replanning(
      from: Replan(asOf: monday).baseline(of: before, in: region))
    var after = before
    after.practices[1].status = .unscheduled
    after.practices[1].schedule = []
    let moves = Moves(of: after, in: again).goLives
    #expect(moves.map(\.practice) == [1])
    #expect(moves.first?.now == nil)
    again.practices[1].actuals[2] = Practice.Actual(start: monday, finish: monday)
    #expect(Moves(of: after, in: again).goLives == [])
  }

  /// The planner and the checker agree on the earliest go-live of practices under way.
  @Test func plannerAndCheckerAgreeOnStagesUnderWay() {
    var worlds = RandomWorlds(seed: 71)
    var underWay = 0
    for _ in 0..<300 {
      var region = worlds.region(practices: 1)
      var baseline = Baseline(asOf: region.horizon.lowerBound + worlds.number(0...9))
      baseline.goLives = ["P1": region.horizon.lowerBound + worlds.number(7...20)]
      if worlds.number(0...1) == 0 { baseline.frozen = ["P1"] }
      region = region.replanning(from: baseline)
      if region.practices[0].actuals.values.contains(where: { $0.finishesFrom != nil }) {
        underWay += 1
      }
      let brute = BruteForce.earliestGoLive(0, in: region)
      #expect(OwnDates(of: region).earliestGoLive(of: 0) == brute)
      #expect(EarliestGoLive(of: region).day(of: 0) == brute)
      let hasDates = !BruteForce(0, in: region).schedules().isEmpty
      #expect(OwnDates(of: region).exist(for: 0) == hasDates)
      #expect(EarliestGoLive(of: region).hasDates(0) == hasDates)
    }
    #expect(underWay > 10)
  }
}
