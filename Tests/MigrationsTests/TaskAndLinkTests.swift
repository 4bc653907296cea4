import Days
import Migrations
import TestSupport
import Testing

/// Dates of tasks, links between practices, and the pathway's small questions.
@Suite("Tasks and links")
struct TaskAndLinkTests {
  private func dates(_ tasks: [MigrationTask]) -> (String) -> Day? {
    var region = SmallWorlds.region()
    region.tasks = tasks
    let schedule = SmallWorlds.schedule(from: day("2027-06-01"), in: region)
    let dates = TaskDates(of: region)
    return { dates.date(of: $0, in: schedule) }
  }

  private func task(
    _ id: String, _ anchor: MigrationTask.Anchor, _ offset: Length, working: Bool = false
  ) -> MigrationTask {
    MigrationTask(
      id: id, title: id, role: "Lead", anchor: anchor, offset: offset, onWorkingDayBefore: working)
  }

  @Test func tasksAreDatedFromStagesAndTasks() {
    // PR 1-2 June 2027, FD 3 June, GL Friday 4 June; 31 May is a bank holiday.
    let final = MigrationTask.Anchor.event(StageEvent(stage: 1, edge: .start))
    let live = MigrationTask.Anchor.event(StageEvent(stage: 2, edge: .finish))
    let date = dates([
      task("off", final, .workingDays(-2)), task("notice", .task("off"), .days(-3), working: true),
      task("legacy", live, .days(90)), task("after", live, .workingDays(1)),
      task("early", final, .workingDays(-3)),
    ])
    #expect(date("off") == day("2027-06-01"))
    #expect(date("notice") == day("2027-05-28"))
    #expect(date("early") == day("2027-05-28"))
    #expect(date("legacy") == day("2027-09-02"))
    #expect(date("after") == day("2027-06-07"))
    #expect(date("unknown") == nil)
  }

  @Test func thirdPartiesGoOffByTheRegionsOwnTaskFirst() {
    var region = SmallWorlds.region(practices: 1)
    let schedule = SmallWorlds.schedule(from: day("2027-06-01"), in: region)
    let final = schedule[1].start
    let anchor = MigrationTask.Anchor.event(StageEvent(stage: 1, edge: .start))
    let usual = region.calendar.day(final, movedBy: -2)
    #expect(TaskDates(of: region).thirdPartiesOff(in: schedule, finalData: final) == usual)
    #expect(TaskDates(of: region).thirdPartiesOff(in: [], finalData: final) == usual)
    #expect(TaskDates(of: region).thirdPartiesOff(in: schedule, finalData: nil) == nil)
    region.tasks = [task("links-off", anchor, .days(-1))]
    #expect(TaskDates(of: region).thirdPartiesOff(in: schedule, finalData: final) == final - 1)
    region.tasks.append(task("third-parties-off", anchor, .days(-5)))
    #expect(TaskDates(of: region).thirdPartiesOff(in: schedule, finalData: final) == final - 5)
  }

  @Test func tasksThatHangOnThemselvesHaveNoDate() {
    let date = dates([task("a", .task("b"), .days(0)), task("b", .task("a"), .days(0))])
    #expect(date("a") == nil)
  }

  @Test func pilotsGoBeforeTheOthersOfTheirPair() {
    var region = SmallWorlds.region(practices: 4)
    region.practices[1].isPilot = true
    region.practices[2].isPilot = true
    region.practices[3].source = "other"
    let links = region.pilotLinks()
    #expect(links.map { [$0.first, $0.second] } == [[1, 0], [2, 0]])
    #expect(links.allSatisfy { $0.rule == .before(lag: .days(28)) && $0.isFromPilot })
  }

  @Test func linksCompareGoLiveDays() {
    let calendar = SmallWorlds.calendar()
    func allows(_ rule: Link.Rule, _ first: String, _ second: String) -> Bool {
      Link(rule: rule, first: 0, second: 1)
        .allows(first: day(first), second: day(second), in: calendar)
    }
    #expect(allows(.together, "2027-05-10", "2027-05-10"))
    #expect(!allows(.together, "2027-05-10", "2027-05-11"))
    // Friday 28 May to Tuesday 1 June, over the bank holiday, is 1 working day or 4 days.
    #expect(allows(.before(lag: .workingDays(1)), "2027-05-28", "2027-06-01"))
    #expect(!allows(.before(lag: .workingDays(2)), "2027-05-28", "2027-06-01"))
    #expect(allows(.before(lag: .days(4)), "2027-05-28", "2027-06-01"))
    #expect(!allows(.before(lag: .days(1)), "2027-06-01", "2027-05-28"))
    #expect(allows(.apart(lag: .days(4)), "2027-06-01", "2027-05-28"))
    #expect(!allows(.apart(lag: .days(5)), "2027-05-28", "2027-06-01"))
  }

  @Test func stagesAreFoundByIdOrCode() {
    let pathway = England.pathway
    #expect(pathway.index(of: "go-live") == 10 && pathway.index(of: "gl") == 10)
    #expect(pathway.index(of: "Cutover") == 9 && pathway.index(of: "XX") == nil)
    #expect(pathway.goLive == 10 && pathway.sensitiveStages == [8, 9, 10, 11])
  }

  @Test func leadTimesBySource() {
    var leadTime = England.pathway.leadTimes[0]
    leadTime.bySource = ["emis": .days(42)]
    #expect(leadTime.atLeast(leaving: "emis") == .days(42))
    #expect(leadTime.atLeast(leaving: "tpp") == .days(35))
  }

  @Test func theFirstBandThatIsNotBelowTheListSizeCounts() {
    var stage = SmallWorlds.stage("CO", 2, 4, 10)
    func band(_ upTo: Int?, _ usual: Int) -> Stage.SizeBand {
      Stage.SizeBand(upTo: upTo, lengths: Stage.Lengths(minimum: 1, usual: usual, maximum: 9))
    }
    stage.byListSize = [band(5_000, 3), band(9_000, 5), band(nil, 7)]
    let usual = [nil, 5_000, 5_001, 9_001].map { stage.lengths(forListSize: $0).usual }
    #expect(usual == [4, 3, 5, 7])
    stage.byListSize.removeLast()
    #expect(stage.lengths(forListSize: 9_001).usual == 4)
  }

  @Test func statusFollowsRecordsAndPins() {
    var practice = SmallWorlds.practice(1)
    #expect(PlannedPractice.status(of: practice, lastStage: 3) == .scheduled)
    practice.pinnedGoLive = SmallWorlds.monday
    #expect(PlannedPractice.status(of: practice, lastStage: 3) == .pinned)
    practice.actuals[0] = Practice.Actual(start: SmallWorlds.monday, finish: nil)
    #expect(PlannedPractice.status(of: practice, lastStage: 3) == .started)
    practice.actuals[3] = Practice.Actual(start: SmallWorlds.monday, finish: SmallWorlds.monday)
    #expect(PlannedPractice.status(of: practice, lastStage: 3) == .done)
  }
}
