public import Days
import Migrations

/// What happens day by day, a list for every month, for a terminal.
public struct MonthText: PlanText {
  /// What the terminal can do.
  public var style: TerminalStyle
  /// A day of the only month to show; nil for all months.
  public var month: Day?

  /// What happens day by day.
  public init(style: TerminalStyle = TerminalStyle(), month: Day? = nil) {
    self.style = style
    self.month = month
  }

  /// The lines of the lists.
  public func lines(for report: PlanReport) -> [String] {
    let months = PlanCalendar(of: report).months.filter { entry in
      month.map { $0 - ($0.parts.day - 1) == entry.first } ?? true
    }
    if months.isEmpty {
      return style.wrapped("Nothing happens" + (month.map { " in \($0.monthWords)." } ?? "."))
    }
    return months.map { month in
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
