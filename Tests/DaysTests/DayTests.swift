import Days
import Testing

@Suite("Days: dates") struct DayTests {
  @Test("number and parts go round, without a gap, from 1583 to 2400") func roundTrip() throws {
    let first = try #require(Day(year: 1583, month: 1, day: 1))
    let last = try #require(Day(year: 2400, month: 12, day: 31))
    var before = (first - 1).parts
    for day in first..<(last + 1) {
      let (year, month, dayOfMonth) = day.parts
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
      let isNext =
        (year, month, dayOfMonth) == (before.year, before.month, before.day + 1)
        || (year, month, dayOfMonth) == (before.year, before.month + 1, 1)
        || (year, month, dayOfMonth) == (before.year + 1, 1, 1)
      if !isNext { Issue.record("\(before) is followed by \(day.parts)") }
      before = day.parts
    }
  }

  @Test(
    "known days of the week",
    arguments: [
      ("1970-01-01", Weekday.thursday), ("2000-02-29", .tuesday), ("2027-01-04", .monday),
      ("1900-01-01", .monday), ("2100-03-01", .monday), ("1969-12-31", .wednesday),
    ])
  func weekdays(_ iso: String, _ weekday: Weekday) throws {
    #expect(try #require(Day(iso: iso)).weekday == weekday)
  }

  @Test("texts go round") func texts() throws {
    let day = try #require(Day(iso: "2027-01-04"))
    #expect(day.iso == "2027-01-04")
    #expect(day.words == "4 January 2027")
    #expect(day.longWords == "Monday 4 January 2027")
    #expect(day.shortWords == "4 Jan 2027")
  }

  @Test(
    "what is no date",
    arguments: [
      "2027-02-29", "2027-13-01", "2027-00-10", "2027-1-4", "27-01-04", "2027-01-04 ", "", "2027",
      "٢٠٢٧-٠١-٠٤", "2100-02-29", "0000-01-01",
    ])
  func noDates(_ text: String) { #expect(Day(iso: text) == nil) }

  @Test(
    "ISO weeks at the turn of the year",
    arguments: [
      ("2027-01-03", 2026, 53), ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1),
      ("2023-01-01", 2022, 52), ("2020-12-31", 2020, 53), ("2026-06-15", 2026, 25),
    ])
  func weeks(_ iso: String, _ year: Int, _ number: Int) throws {
    let week = Week(containing: try #require(Day(iso: iso)))
    #expect(week.isoNumber == (year, number))
    #expect(week.monday.weekday == .monday)
    #expect(week.days.contains(try #require(Day(iso: iso))))
    #expect(week.advanced(by: 1).distance(to: week) == -1)
  }

  @Test(
    "lengths carry their unit",
    arguments: [
      ("5wd", Length.workingDays(5)), ("35d", .days(35)), ("5w", .days(35)),
      ("-10wd", .workingDays(-10)),
      ("+2WD", .workingDays(2)), ("0d", .days(0)), (" 3 w", .days(21)),
    ])
  func lengths(_ text: String, _ length: Length) { #expect(Length(text) == length) }

  @Test(
    "what is no length", arguments: ["5", "", "wd", "5m", "5 months", "99999d", "5.5d", "--5d"])
  func noLengths(_ text: String) { #expect(Length(text) == nil) }
}
