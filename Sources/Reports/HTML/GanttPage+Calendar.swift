import Days
import Migrations

/// The months as people hang them on a wall: weeks from Monday, what happens on each day.
extension GanttPage {
  var calendar: String {
    let months = PlanCalendar(of: report).months
    if months.isEmpty { return "" }
    return section(
      "calendar", "Calendar",
      "<p>Go-lives, data productions and kick-off meetings. Open a day's line for the names.</p>\n"
        + "<div class=\"months\">\n\(months.map(month).joined(separator: "\n"))\n</div>")
  }

  private func month(_ month: PlanCalendar.Month) -> String {
    let last =
      month.first + Day.length(ofMonth: month.first.parts.month, year: month.first.year) - 1
    let entries = Dictionary(month.days.map { ($0.day, $0) }, uniquingKeysWith: { one, _ in one })
    let weeks = Week(containing: month.first)...Week(containing: last)
    let rows = weeks.map { week in
      let cells = week.days.map { day in
        (month.first...last).contains(day) ? cell(day, entries[day]) : "<td class=\"out\"></td>"
      }
      return "<tr><th scope=\"row\">Week \(week.isoNumber.week)</th>\(cells.joined())</tr>"
    }
    let days = Weekday.allCases.map { day in
      "<th scope=\"col\"><abbr title=\"\(day.name)\">\(day.name.prefix(3))</abbr></th>"
    }
    return """
      <table class="month">
      <caption><b>\(month.first.monthWords)</b>: \(Markup.escaped(month.summary))</caption>
      <thead><tr><th scope="col">Week</th>\(days.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private func cell(_ day: Day, _ entry: PlanCalendar.Entry?) -> String {
    let closed = day.weekday >= .saturday || !report.region.calendar.isWorking(day)
    let name = "<b>\(day.parts.day)</b>"
    let kind = closed ? " class=\"closed\"" : entry == nil ? " class=\"free\"" : ""
    guard let entry else { return "<td\(kind)>\(name)</td>" }
    let lines = entry.parts.map { part in
      // A day on which much happens would stretch its whole week.
      let names = part.names.map { "<li><bdi>\(Markup.escaped($0))</bdi></li>" }.joined()
      return "<details><summary>\(Markup.escaped(part.brief))</summary><ul>\(names)</ul></details>"
    }
    return "<td\(kind)>\(name)\(lines.joined())</td>"
  }
}
