public import Days
import Migrations

/// What happens day by day, a list for every month, for a terminal.
///
/// Where the day of the report is known, months that are over by then are left away.
public struct MonthText: PlanText {
  /// What the terminal can do.
  public var style: TerminalStyle
  /// A day of the only month to show; nil for all months.
  public var month: Day?
  /// Whether the months that are over are shown as well.
  public var showsPast: Bool

  /// What happens day by day.
  public init(
    style: TerminalStyle = TerminalStyle(), month: Day? = nil, showsPast: Bool = false
  ) {
    self.style = style
    self.month = month
    self.showsPast = showsPast
  }

  /// The lines of the lists.
  public func lines(for report: PlanReport) -> [String] {
    let all = PlanCalendar(of: report).months
    let today = showsPast || month != nil ? nil : report.stamp?.day ?? report.region.asOf
    let months = all.filter { entry in
      if let month { return firstDay(of: month) == entry.first }
      return today.map { entry.first >= firstDay(of: $0) } ?? true
    }
    let title = style.wrapped("\(report.title): day by day") + [""]
    if months.isEmpty {
      let when =
        month.map { " in \($0.monthWords)" } ?? today.map { " from \($0.monthWords) on" } ?? ""
      return title + style.wrapped("Nothing happens\(when).")
    }
    let past = all.count - months.count
    let rest =
      today == nil || past == 0
      ? [] : [""] + style.wrapped("\(counted(past, "month")) before: --only shows one of them.")
    let out =
      month == nil
      ? PlanSentences(of: report).notPlanned.flatMap { style.wrapped($0, indent: 2) } : []
    return title + lists(of: months) + rest + (out.isEmpty ? [] : [""] + out)
  }

  private func firstDay(of month: Day) -> Day { month - (month.parts.day - 1) }

  private func lists(of months: [PlanCalendar.Month]) -> [String] {
    months.map { month in
      style.wrapped("\(month.first.monthWords): \(month.summary)", indent: 2)
        + month.days.flatMap { day in
          let number = day.day.parts.day
          let date = "\(day.day.weekday.name.prefix(3)) \(number < 10 ? " " : "")\(number)"
          return day.entries.enumerated().flatMap { place, entry in
            hanging(place == 0 ? date : "      ", entry)
          }
        }
    }.joined(separator: [""]).map { $0 }
  }

  /// An entry behind its date, later lines under its own start.
  private func hanging(_ date: String, _ entry: String) -> [String] {
    TerminalWidth.wrapped(entry, width: style.columns - 10, indent: 2).enumerated().map {
      ($0.offset == 0 ? "  \(date)  " : String(repeating: " ", count: 10)) + $0.element
    }
  }
}
