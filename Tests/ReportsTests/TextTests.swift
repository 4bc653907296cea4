import Days
import Migrations
import Testing

@testable import Reports

@Suite struct TextTests {
  static func views(_ style: TerminalStyle) -> [(name: String, view: any PlanText)] {
    [
      ("gantt", GanttText(style: style)), ("capacity", CapacityText(style: style)),
      ("month", MonthText(style: style)), ("dates", DatesText(style: style)),
    ]
  }

  @Test(arguments: [80, 120]) func viewsAreAsRecorded(width: Int) throws {
    for (name, view) in Self.views(TerminalStyle(width: width)) {
      let file = OutputFile(name: "\(name)-\(width).txt", text: view.text(for: Sample.report))
      try Golden.expect(file)
      let large = OutputFile(name: file.name, text: view.text(for: Sample.portfolio))
      try Golden.look(large, name: "portfolio-" + file.name)
    }
  }

  @Test(arguments: [40, 60, 80, 100, 140]) func noLineIsWiderThanAsked(width: Int) {
    for report in [Sample.report, Sample.portfolio, Sample.hostile] {
      for (name, view) in Self.views(TerminalStyle(width: width)) {
        for line in view.lines(for: report) {
          #expect(TerminalWidth.of(line) <= width, "\(name): \(line)")
          #expect(line == TerminalWidth.harmless(line), "\(name): \(line)")
        }
      }
    }
  }

  @Test func columnsAreWeeksFortnightsOrMonths() {
    func words(_ width: Int) -> String {
      GanttText(style: TerminalStyle(width: width)).lines(for: Sample.report)[1]
    }
    #expect(words(120) == "One column is a week.")
    #expect(words(119) == "One column is a fortnight.")
    #expect(words(80) == "One column is a fortnight.")
    #expect(words(79) == "One column is a month.")
  }

  @Test func asciiDrawsNothingElse() {
    for (_, view) in Self.views(TerminalStyle(width: 100, isASCII: true)) {
      #expect(view.text(for: Sample.portfolio).utf8.allSatisfy { $0 < 0x80 })
    }
    #expect(GanttText(style: .init(isASCII: true)).text(for: Sample.report).contains("#"))
  }

  @Test func coloursChangeNothingButColours() {
    let plain = GanttText(style: TerminalStyle(width: 100)).text(for: Sample.report)
    let coloured = GanttText(style: TerminalStyle(width: 100, isColoured: true))
      .text(for: Sample.report)
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func monthAndPracticesCanBeChosen() {
    let style = TerminalStyle(width: 100)
    let march = MonthText(style: style, month: Sample.day("2027-03-15")).lines(for: Sample.report)
    #expect(march.first?.hasSuffix("day by day") == true)
    #expect(march.dropFirst(2).first == "March 2027: 1 kick-off meeting")
    #expect(march.count == 4)
    let none = MonthText(style: style, month: Sample.day("2030-03-15")).lines(for: Sample.report)
    #expect(none.last == "Nothing happens in March 2030.")
    let one = DatesText(style: style, practices: ["Z00003"]).text(for: Sample.report)
    #expect(one.contains("Riverside") && !one.contains("Castle") && !one.contains("Ridge"))
  }

  @Test func monthsBeginWithTheDayOfTheReport() {
    var report = Sample.report
    report.stamp = .day(Sample.day("2027-05-24"))
    let view = MonthText(style: TerminalStyle(width: 100))
    let months = PlanCalendar(of: report).months.map(\.first)
    func headings(_ view: MonthText) -> [Day] {
      let lines = view.lines(for: report)
      return months.filter { month in
        lines.contains { $0.hasPrefix("\(month.monthWords): ") }
      }
    }
    #expect(headings(view) == months.filter { $0 >= Sample.day("2027-05-01") })
    let before = months.count { $0 < Sample.day("2027-05-01") }
    #expect(view.text(for: report).contains("\(counted(before, "month")) before"))
    // A file of the plan has all of them, and so has a plan of no day.
    #expect(headings(MonthText(style: view.style, showsPast: true)) == months)
    report.stamp = nil
    #expect(headings(view) == months)
    // What was true on a day is looked at from that day on.
    report.region = report.region.seen(on: Sample.day("2027-05-24"))
    #expect(headings(view) == months.filter { $0 >= Sample.day("2027-05-01") })
  }

  @Test func datesAreInOrderOfGoLiveWhichStandsFirst() {
    var report = Sample.report
    report.plan.practices.reverse()
    let lines = DatesText(style: TerminalStyle(width: 80)).lines(for: report)
    let table = lines.dropFirst(lines.firstIndex { $0.hasPrefix("Practice") } ?? 0)
      .prefix { !$0.isEmpty }
    #expect(table.first?.split(separator: " ").dropFirst().first == "Go-live")
    #expect(
      table.dropFirst().map { String($0.prefix(6)) } == [
        "Z00001", "Z00002", "Z00003", "Z00004", "Z00005",
      ])
  }

  @Test func wideAndCombiningCharactersAreMeasured() {
    for (text, width) in [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｶﾅ", 2), ("👩‍⚕️", 2), ("🏥", 2),
      ("\u{200B}", 0), ("ａ", 2), ("🇬🇧", 2), ("", 0),
    ] {
      #expect(TerminalWidth.of(text) == width, "\(text)")
    }
    #expect(TerminalWidth.fitted("日本語", to: 4) == "日… ")
    #expect(TerminalWidth.fitted("ab", to: 4) == "ab  ")
    #expect(TerminalWidth.cut("abcdef", to: 3) == "ab…")
    #expect(TerminalWidth.wrapped("one two three", width: 8, indent: 2) == ["one two", "  three"])
  }
}
