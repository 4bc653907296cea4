import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Uses of resources, counted by hand on a plan of two practices with the same dates.
///
/// PR lies on Monday 10 and Tuesday 11 May, FD on 12, GL on 13, PG on Friday 14 and Monday 17 May.
@Suite("Capacity")
struct CapacityTests {
  private func overuse(
    _ use: Resource.Use, capacity: Double, per period: Resource.Period = .week,
    amount: Resource.Amount = .one, filter: Resource.Filter = Resource.Filter(),
    changes: [Resource.CapacityChange] = []
  ) -> [String: Double] {
    var region = SmallWorlds.region(practices: 2)
    region.resources = [
      Resource(
        id: "slots", name: "Slots", capacity: capacity, period: period, use: use, amount: amount,
        appliesTo: filter, changes: changes)
    ]
    let schedule = SmallWorlds.schedule(from: SmallWorlds.monday, in: region)
    let found = Checker().findings(schedules: [0: schedule, 1: schedule], region: region)
    #expect(found.allSatisfy { $0.rule == .capacity && $0.resource == "slots" })
    return Dictionary(
      uniqueKeysWithValues: found.map { ($0.period ?? "", ($0.amount * 100).rounded() / 100) })
  }

  private func end(_ stage: Int, _ edge: StageEvent.Edge, _ offset: Int = 0) -> Resource.SpanEnd {
    Resource.SpanEnd(event: StageEvent(stage: stage, edge: edge), offset: offset)
  }

  @Test func everyListedStartCounts() {
    #expect(overuse(.starts([1, 2]), capacity: 3) == ["2027-05-10": 1])
    #expect(overuse(.starts([1, 2]), capacity: 4).isEmpty)
    #expect(
      overuse(.starts([1, 2]), capacity: 1, per: .day) == ["2027-05-12": 1, "2027-05-13": 1])
  }

  @Test func daysCountOncePerMigrationAndPeriod() {
    #expect(overuse(.days([0, 1, 2]), capacity: 1) == ["2027-05-10": 1])
    #expect(overuse(.days([3]), capacity: 1) == ["2027-05-10": 1, "2027-05-17": 1])
    #expect(
      overuse(.days([3]), capacity: 1, per: .day) == ["2027-05-14": 1, "2027-05-17": 1])
  }

  @Test func spansHoldAllWorkingDaysBetween() {
    let between = Resource.Use.span(end(0, .finish), end(3, .start))
    #expect(
      overuse(between, capacity: 1, per: .day)
        == ["2027-05-11": 1, "2027-05-12": 1, "2027-05-13": 1, "2027-05-14": 1])
  }

  @Test func spansMayLeaveTheHorizon() {
    let early = Resource.Use.span(end(0, .start, -2), end(0, .start, -1))
    #expect(overuse(early, capacity: 1) == ["2027-05-03": 1])
    #expect(overuse(early, capacity: 1, per: .day) == ["2027-05-06": 1, "2027-05-07": 1])
    let late = Resource.Use.span(end(2, .start), end(2, .finish, 2))
    #expect(overuse(late, capacity: 1) == ["2027-05-10": 1, "2027-05-17": 1])
    #expect(overuse(.span(end(2, .start), end(2, .start, -1)), capacity: 0).isEmpty)
  }

  @Test func amounts() {
    #expect(overuse(.starts([2]), capacity: 2_500, amount: .patients) == ["2027-05-10": 500])
    #expect(overuse(.starts([2]), capacity: 2, amount: .perPatients(1_500)) == ["2027-05-10": 1])
    #expect(overuse(.starts([2]), capacity: 1.999_999_5).isEmpty)
    #expect(overuse(.starts([2]), capacity: 1.99) == ["2027-05-10": 0.01])
  }

  @Test func onlyPracticesThatMatchUseIt() {
    let other = Resource.Filter(targets: ["emis"])
    #expect(overuse(.starts([2]), capacity: 0, filter: other).isEmpty)
    let both = Resource.Filter(eitherSide: "emis", partners: ["csu"], pcns: ["U1"])
    #expect(overuse(.starts([2]), capacity: 0, filter: both) == ["2027-05-10": 2])
  }

  @Test func changesOfCapacity() {
    let shut = Resource.CapacityChange(from: day("2027-05-10"), to: day("2027-05-10"), capacity: 0)
    #expect(overuse(.starts([2]), capacity: 5, changes: [shut]) == ["2027-05-10": 2])
    #expect(overuse(.starts([2]), capacity: 5, per: .day, changes: [shut]).isEmpty)
  }
}
