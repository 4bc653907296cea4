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
    #expect(march.first == "March 2027: 1 kick-off meeting")
    #expect(march.count == 2)
    let none = MonthText(style: style, month: Sample.day("2030-03-15")).lines(for: Sample.report)
    #expect(none == ["Nothing happens in March 2030."])
    let one = DatesText(style: style, practices: ["Z00003"]).text(for: Sample.report)
    #expect(one.contains("Riverside") && !one.contains("Castle") && !one.contains("Ridge"))
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
