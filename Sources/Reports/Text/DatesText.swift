import Days
import Migrations

/// The dates people act on, a row a practice in order of go-live, for a terminal.
public struct DatesText: PlanText {
  /// What the terminal can do.
  public var style: TerminalStyle
  /// The ODS codes of the practices to show; nil for all.
  public var practices: Set<String>?

  /// The dates people act on.
  public init(style: TerminalStyle = TerminalStyle(), practices: Set<String>? = nil) {
    self.style = style
    self.practices = practices
  }

  /// The lines of the tables: as many dates as fit, the others below.
  public func lines(for report: PlanReport) -> [String] {
    let region = report.region
    let dates = KeyDates(of: region)
    let shown = report.plan.practices.filter { planned in
      practices?.contains(region.practices[planned.practice].code.text) ?? true
    }
    let goLive = region.pathway.goLive
    let rows = shown.filter { !$0.schedule.isEmpty }.sorted {
      ($0.schedule[goLive].start, $0.practice) < ($1.schedule[goLive].start, $1.practice)
    }
    // The date that is asked for most stands beside the name, whatever the width.
    let names: [KeyDates.Name] = [.goLive] + KeyDates.Name.allCases.filter { $0 != .goLive }
    var lines = style.wrapped("\(report.title): key dates") + [""]
    if !rows.isEmpty {
      let table = TextTable(
        corner: "Practice",
        headings: rows.map { planned in
          let practice = region.practices[planned.practice]
          return TerminalWidth.harmless("\(practice.code) \(practice.name)")
        },
        columns: names.map { name in
          TextTable.Column(
            heading: name.shortWords,
            cells: rows.map { dates.date(name, in: $0.schedule)?.shortWords ?? "" })
        })
      lines += table.lines(style: style, alignRight: false)
    }
    for planned in shown where planned.schedule.isEmpty {
      let practice = region.practices[planned.practice]
      let reason = planned.reason.isEmpty ? "" : ": \(planned.reason)"
      lines += style.wrapped("\(practice.code) \(practice.name) is left out\(reason)", indent: 2)
    }
    for entry in region.setAside where practices?.contains(entry.practice.code.text) ?? true {
      lines += style.wrapped(
        "\(entry.practice.code) \(entry.practice.name) is not planned: \(entry.reason)", indent: 2)
    }
    return lines
  }
}
