import Days
import Migrations

/// The Gantt chart for a terminal: a letter a week, a fortnight or a month, as the width allows.
public struct GanttText: PlanText {
  /// What the terminal can do.
  public var style: TerminalStyle
  /// What the rows are grouped by.
  public var grouping: GanttGrouping

  /// The chart for a terminal.
  public init(style: TerminalStyle = TerminalStyle(), grouping: GanttGrouping = .route) {
    self.style = style
    self.grouping = grouping
  }

  /// The stages that are events, by code: capital letters, most important first.
  private static let events: [(code: String, letter: Character, words: String)] = [
    ("GL", "G", "go-live"), ("FD", "F", "final data"), ("ID", "I", "initial data"),
    ("KO", "K", "kick-off"),
  ]

  /// The lines of the chart.
  public func lines(for report: PlanReport) -> [String] {
    let chart = GanttChart(of: report, grouping: grouping)
    let width = style.columns
    let rows = chart.groups.flatMap(\.rows)
    let codeWidth = min(12, rows.map { TerminalWidth.of($0.practice.code.text) }.max() ?? 0)
    let longest = rows.map { TerminalWidth.of($0.practice.name) }.max() ?? 0
    let nameWidth = min(longest, width >= 120 ? 34 : width >= 80 ? 26 : 14)
    let label = 2 + codeWidth + 1 + nameWidth + 2
    let scale = GanttScale(days: chart.days, width: width, room: width - label)
    var lines = style.wrapped(report.title)
    lines += style.wrapped("One column is a \(scale.unit.words).") + [""]
    if rows.isEmpty { return lines + style.wrapped("No practice is scheduled.") }
    lines += header(scale, margin: label)
    for group in chart.groups {
      let count = group.rows.count
      lines.append(
        TerminalWidth.cut(
          "\(group.title), \(counted(count, "practice"))", to: width,
          ellipsis: style.ellipsis))
      for row in group.rows {
        let code = TerminalWidth.fitted(
          row.practice.code.text, to: codeWidth, ellipsis: style.ellipsis)
        let name = TerminalWidth.fitted(
          row.practice.name, to: nameWidth, ellipsis: style.ellipsis)
        lines.append("  \(code) \(name)  " + cells(of: row, scale: scale, bands: chart.bands))
      }
      lines.append("")
    }
    lines += style.wrapped(legend)
    let sentences = PlanSentences(of: report)
    let out = sentences.leftOut + sentences.notPlanned
    if !out.isEmpty { lines += [""] + out.flatMap { style.wrapped($0, indent: 2) } }
    return lines
  }

  private var legend: String {
    let spans = StageFamily.allCases.filter { $0 != .goLive }
      .map { "\($0.letter) \($0.words.lowercased())" }
    let events = Self.events.reversed().map { "\($0.letter) \($0.words)" }
    return (spans + events + ["\(style.shade) protected", "\(style.open) open"])
      .joined(separator: ", ")
  }

  /// The years, then the months: three letters where they fit, else one.
  private func header(_ scale: GanttScale, margin: Int) -> [String] {
    var years = Array(repeating: Character(" "), count: scale.columns.count)
    var months = years
    let starts = scale.monthStarts
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].column : scale.columns.count
      let room = end - start.column
      let quarter = scale.unit == .quarter && start.month.parts.month % 3 != 1
      if !quarter {
        let name = start.month.shortMonth
        write(room > 3 ? name : String(name.prefix(1)), at: start.column, into: &months)
      }
      let opens = start.month.parts.month == 1 || place == 0
      let crowded =
        place == 0
        && starts.prefix(6).dropFirst().contains {
          $0.month.parts.month == 1 && $0.column - start.column < 5
        }
      if opens && !crowded { write(String(start.month.year), at: start.column, into: &years) }
    }
    let indent = String(repeating: " ", count: margin)
    return [years, months].map { line in
      var text = indent + String(line)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func write(_ text: String, at column: Int, into line: inout [Character]) {
    for (place, letter) in text.enumerated() where column + place < line.count {
      line[column + place] = letter
    }
  }

  private func cells(
    of row: GanttChart.Row, scale: GanttScale, bands: [GanttChart.Band]
  ) -> String {
    scale.columns.map { days in
      for event in Self.events {
        if let bar = row.bars.first(where: { $0.stage.code == event.code }),
          days.contains(bar.dates.start)
        {
          return style.coloured(String(event.letter), bar.family.terminalColour)
        }
      }
      let inside = row.bars.map { bar in
        (bar, (bar.days.lowerBound..<(bar.days.upperBound + 1)).clamped(to: days).count)
      }
      if let (bar, count) = inside.max(by: { $0.1 < $1.1 }), count > 0 {
        return style.coloured(String(bar.family.letter), bar.family.terminalColour)
      }
      let shut = bands.contains { band in
        band.isHard
          && band.occurrences.contains {
            ($0.lowerBound..<($0.upperBound + 1)).clamped(to: days).count * 2 >= days.count
          }
      }
      return shut ? style.coloured(String(style.shade), "2") : String(style.open)
    }.joined()
  }
}
