import Days
import Foundation
import Testing

@Suite("Days: bank holidays of England and Wales") struct BankHolidayTests {
  /// The shipped list by year, as title and date.
  static let shipped: [Int: [String: Day]] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Data/holidays/england-and-wales.csv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var years: [Int: [String: Day]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count > 1, let day = Day(iso: cells[0]) else { continue }
      years[day.year, default: [:]][String(cells[1])] = day
    }
    return years
  }()

  @Test("the list covers 2019 to 2035") func years() {
    #expect(Set(2019...2035).isSubset(of: Set(Self.shipped.keys)))
  }

  @Test("rule and exceptions equal the shipped list", arguments: 2019...2035)
  func equal(_ year: Int) {
    let rule = BankHolidays.englandAndWales(year: year)
    #expect(Set(rule.map(\.day)) == Set(Self.shipped[year, default: [:]].values))
    #expect(rule.map(\.day) == rule.map(\.day).sorted())
    #expect(rule.allSatisfy { !$0.day.weekday.isWeekend })
  }

  @Test(
    "Easter Sundays",
    arguments: [
      "1818-03-22", "1943-04-25", "2000-04-23", "2019-04-21", "2027-03-28", "2038-04-25",
      "2285-03-22",
    ])
  func easter(_ iso: String) throws {
    let day = try #require(Day(iso: iso))
    #expect(BankHolidays.easterSunday(year: day.year) == day)
  }

  @Test("eight days in every later year, on weekdays, never twice the same", arguments: 2036...2100)
  func later(_ year: Int) {
    let days = BankHolidays.englandAndWales(year: year).map(\.day)
    #expect(Set(days).count == 8)
    #expect(days.allSatisfy { $0.year == year && !$0.weekday.isWeekend })
  }
}
