import Days
import Testing

@Suite("Days: working calendar") struct WorkingCalendarTests {
  private func calendar() throws -> WorkingCalendar {
    WorkingCalendar(
      first: try #require(Day(iso: "2027-01-01")), last: try #require(Day(iso: "2027-12-31")),
      holidays: Set(BankHolidays.englandAndWales(year: 2027).map(\.day)))
  }

  @Test("weekdays without holidays, counted one by one") func counts() throws {
    let calendar = try calendar()
    // 261 weekdays and 8 bank holidays.
    #expect(calendar.workingDays.count == 253)
    for (number, day) in calendar.workingDays.enumerated() {
      #expect(calendar.isWorking(day))
      #expect(calendar.number(of: day) == number)
      #expect(calendar.day(number: number) == day)
    }
    #expect(calendar.day(number: -1) == nil)
    #expect(calendar.day(number: 253) == nil)
  }

  @Test("any range holds as many working days as counting finds") func ranges() throws {
    let calendar = try calendar()
    for start in stride(from: 0, to: 300, by: 7) {
      for length in stride(from: 0, through: 60, by: 11) {
        let days = (calendar.first + start)..<(calendar.first + start + length)
        #expect(calendar.count(in: days) == days.count { calendar.isWorking($0) })
      }
    }
  }

  @Test("moves over Easter, and to the nearest working day") func moves() throws {
    let calendar = try calendar()
    let maundy = try #require(Day(iso: "2027-03-25"))
    let after = try #require(Day(iso: "2027-03-30"))
    #expect(calendar.day(maundy, movedBy: 1) == after)
    #expect(calendar.day(after, movedBy: -1) == maundy)
    #expect(calendar.firstWorkingDay(onOrAfter: maundy + 1) == after)
    #expect(calendar.lastWorkingDay(onOrBefore: after - 1) == maundy)
    #expect(!calendar.isWorking(maundy + 1))
  }

  @Test("days beyond the stretch count as its ends") func ends() throws {
    let calendar = try calendar()
    #expect(calendar.number(of: calendar.first - 500) == 0)
    #expect(calendar.number(of: calendar.last + 500) == 253)
    #expect(!calendar.isWorking(calendar.first - 500))
    #expect(calendar.lastWorkingDay(onOrBefore: calendar.first) == nil)
  }

  @Test("distances: Monday to Tuesday is one working day") func distances() throws {
    let calendar = try calendar()
    let friday = try #require(Day(iso: "2027-06-04"))
    #expect(Length.workingDays(1).distance(from: friday, to: friday + 3, in: calendar) == 1)
    #expect(Length.days(1).distance(from: friday, to: friday + 3, in: calendar) == 3)
  }
}
