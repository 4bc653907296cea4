import Days
import Migrations
import TestSupport
import Testing

/// What a region becomes with a baseline or with reserves.
@Suite("Baselines and reserves")
struct ReplanningTests {
  private let monday = SmallWorlds.monday

  @Test func recordsOfTheRegionComeBeforeFacts() {
    var region = SmallWorlds.region(practices: 2)
    let own = Practice.Actual(start: monday, finish: monday + 1)
    region.practices[0].actuals[0] = own
    var baseline = Baseline(asOf: monday + 7)
    let fact = Practice.Actual(start: monday + 2, finish: monday + 3)
    baseline.facts = ["P1": [0: fact, 1: fact], "P2": [0: fact]]
    let again = region.replanning(from: baseline)
    #expect(again.practices[0].actuals == [0: own, 1: fact])
    #expect(again.practices[1].actuals == [0: fact])
  }

  @Test func aStageUnderWayIsNotOverBeforeTheDay() {
    var region = SmallWorlds.region(practices: 4)
    // PR may take three days, FD one only; the third is over, the fourth's begins on the day.
    region.practices[0].actuals[0] = Practice.Actual(start: monday, finish: nil)
    region.practices[1].actuals[1] = Practice.Actual(start: monday, finish: nil)
    region.practices[2].actuals[0] = Practice.Actual(start: monday, finish: monday + 1)
    region.practices[3].actuals[0] = Practice.Actual(start: monday + 2, finish: nil)
    let again = region.replanning(from: Baseline(asOf: monday + 2))
    #expect(again.practices[0].actuals[0]?.finishesFrom == monday + 2)
    #expect(again.practices[1].actuals[1]?.finishesFrom == nil)
    #expect(again.practices[2].actuals[0]?.finishesFrom == nil)
    #expect(again.practices[3].actuals[0]?.finishesFrom == nil)
  }

  @Test(
    "a reserve is kept exactly: that long idle will do, a day less will not",
    arguments: [Length.workingDays(1), .workingDays(3), .days(1), .days(3), .days(7)])
  func reserves(_ length: Length) throws {
    var region = SmallWorlds.region(weeks: 4)
    for stage in region.pathway.stages.indices.dropFirst() {
      region.pathway.stages[stage].longestWait = .workingDays(8)
    }
    let free = BruteForce(0, in: region).schedules()
    func idle(_ schedule: Schedule) -> Int {
      let between = (schedule[1].finish + 1)..<schedule[2].start
      switch length {
      case .days: return between.count
      case .workingDays: return between.count(where: region.calendar.isWorking)
      }
    }
    let kept = BruteForce(
      0, in: region.keeping([Reserve(stage: 2, atLeast: length)])
    ).schedules()
    #expect(kept == free.filter { idle($0) >= length.count })
    #expect(!kept.isEmpty && kept.count < free.count)
  }
}
