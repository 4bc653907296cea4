import Days
import Migrations
import TestSupport
import Testing

/// When protected periods occur, and the windows between them.
@Suite("Protected periods and tranches")
struct PeriodTests {
  private func yearly(_ from: (Int, Int), _ to: (Int, Int), stages: Set<Int> = [2])
    -> ProtectedPeriod
  {
    ProtectedPeriod(
      id: "p", name: "P",
      dates: .everyYear(
        from: ProtectedPeriod.MonthDay(month: from.0, day: from.1),
        to: ProtectedPeriod.MonthDay(month: to.0, day: to.1)), stages: stages, rule: .forbid)
  }

  @Test func everyYearOfTheHorizon() {
    let found = yearly((10, 1), (11, 30)).occurrences(
      touching: day("2027-11-30")...day("2029-09-30"))
    #expect(
      found == [
        day("2027-10-01")...day("2027-11-30"), day("2028-10-01")...day("2028-11-30"),
      ])
  }

  @Test func overNewYear() {
    let christmas = yearly((12, 16), (1, 6))
    #expect(
      christmas.occurrences(touching: day("2027-01-06")...day("2027-01-06"))
        == [day("2026-12-16")...day("2027-01-06")])
    #expect(christmas.occurrences(touching: day("2027-01-07")...day("2027-12-15")).isEmpty)
    #expect(
      christmas.occurrences(touching: day("2027-01-01")...day("2027-12-31")).count == 2)
  }

  @Test func leapDay() {
    let february = yearly((2, 29), (2, 29))
    let found = february.occurrences(touching: day("2027-01-01")...day("2028-12-31"))
    #expect(
      found == [day("2027-02-28")...day("2027-02-28"), day("2028-02-29")...day("2028-02-29")])
    #expect(
      yearly((2, 1), (2, 29)).occurrences(touching: day("2028-02-29")...day("2028-02-29")).count
        == 1)
  }

  @Test func onlyOnce() {
    let once = ProtectedPeriod(
      id: "o", name: "O", dates: .once(day("2027-05-10")...day("2027-05-12")), stages: [2],
      rule: .forbid)
    #expect(once.occurrences(touching: day("2027-05-12")...day("2027-06-01")).count == 1)
    #expect(once.occurrences(touching: day("2027-05-13")...day("2027-06-01")).isEmpty)
  }

  @Test func tranchesOfEngland() {
    let tranches = Tranches(of: England.region(practices: 1, years: 2))
    #expect(
      tranches.windows == [
        day("2027-01-07")...day("2027-02-28"), day("2027-04-16")...day("2027-09-30"),
        day("2027-12-01")...day("2027-12-15"), day("2028-01-07")...day("2028-02-29"),
        day("2028-04-16")...day("2028-09-30"), day("2028-12-01")...day("2028-12-15"),
      ])
    #expect(tranches.name(of: day("2027-02-28")) == "Winter 2027")
    #expect(tranches.name(of: day("2027-09-30")) == "Spring 2027")
    #expect(tranches.name(of: day("2027-12-08")) == "December 2027")
    #expect(tranches.name(of: day("2027-10-01")) == "")
  }

  @Test func overlappingPeriodsLeaveOneWindow() {
    var region = SmallWorlds.region()
    region.protectedPeriods = [
      yearly((5, 10), (5, 20)), yearly((5, 12), (5, 14)), yearly((5, 21), (5, 21)),
      yearly((5, 25), (5, 26), stages: [0]),
    ]
    #expect(Tranches(of: region).windows == [day("2027-05-22")...region.horizon.upperBound])
  }
}
