import Days
import Migrations

/// The tables and lists below the chart, which say in text what it draws.
extension GanttPage {
  /// Resources by week, a table for every three months, with the numbers in the cells.
  var capacity: String {
    if chart.loads.isEmpty { return "" }
    var quarters: [(title: String, weeks: [Week])] = []
    for week in chart.weeks {
      let (year, month, _) = week.monday.parts
      let first = (month - 1) / 3 * 3
      let title = "\(Day.monthNames[first]) to \(Day.monthNames[first + 2]) \(year)"
      if quarters.last?.title == title {
        quarters[quarters.count - 1].weeks.append(week)
      } else {
        quarters.append((title, [week]))
      }
    }
    let keys = Heat.allCases.filter { $0 != .unused }.map {
      "<li><span class=\"heat \($0.rawValue)\">0/0</span> \($0.words)</li>"
    }
    return """
      <section aria-labelledby="capacity">
      <h2 id="capacity">Capacity by week</h2>
      <p>Each cell says what is used and what there is. Of a daily resource it is the fullest day \
      of the week. Empty cells are weeks without use.</p>
      <ul class="legend">\(keys.joined())</ul>
      \(quarters.map { quarter($0.title, $0.weeks) }.joined(separator: "\n"))
      </section>
      """
  }

  private func quarter(_ title: String, _ weeks: [Week]) -> String {
    let rows = chart.loads.compactMap { load -> String? in
      let uses = weeks.map { load.use(in: $0) }
      if uses.allSatisfy({ ($0?.used ?? 0) <= 0 }) { return nil }
      return "<tr><th scope=\"row\">\(Markup.escaped(load.resource.name))</th>"
        + uses.map(cell).joined() + "</tr>"
    }
    if rows.isEmpty { return "" }
    let heads = weeks.map { "<th scope=\"col\">\($0.monday.shortDay)</th>" }.joined()
    return """
      <div class="scroll" role="region" aria-label="Capacity, \(title)" tabindex="0">
      <table class="capacity">
      <caption>Weeks beginning in \(title)</caption>
      <thead><tr><th scope="col">Resource</th>\(heads)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private func cell(_ use: ResourceUse?) -> String {
    guard let use, use.used > 0 else { return "<td></td>" }
    let heat = Heat(use)
    let word = heat == .over ? " over" : ""
    return "<td class=\"heat \(heat.rawValue)\">\(Figures.plain(use.used, decimals: 1))/"
      + "\(Figures.plain(use.capacity, decimals: 1))\(word)</td>"
  }

  /// What happens when, a list for every month.
  var months: String {
    let lists = PlanCalendar(of: report).months.map { month in
      let items = month.days.map { day in
        let entries = day.entries.map { "\(Markup.escaped($0))" }.joined(separator: "; ")
        return "<li><b>\(day.day.weekday.name) \(day.day.parts.day)</b>: <bdi>\(entries)</bdi></li>"
      }
      return """
        <details><summary>\(month.first.monthWords): \(Markup.escaped(month.summary))</summary>
        <ul>
        \(items.joined(separator: "\n"))
        </ul></details>
        """
    }
    return """
      <section aria-labelledby="months">
      <h2 id="months">Month by month</h2>
      \(lists.joined(separator: "\n"))
      </section>
      """
  }

  /// The dates people act on, a row a practice.
  var keyDates: String {
    let dates = KeyDates(of: report.region)
    let rows = chart.rowsByGoLive.map { row in
      KeyDates.Name.allCases.map { dates.date($0, in: row.planned.schedule)?.shortWords ?? "" }
    }
    return table(
      id: "key-dates", title: "Key dates", heads: KeyDates.Name.allCases.map(\.words), rows: rows)
  }

  /// Every stage's dates, a row a practice: the same that the bars show.
  var stages: String {
    let rows = chart.rowsByGoLive.map { row in
      row.bars.map { $0.days.shortWords }
    }
    return table(
      id: "stages", title: "Every stage",
      heads: report.region.pathway.stages.map { "\($0.code) \($0.name)" }, rows: rows)
  }

  private func table(id: String, title: String, heads: [String], rows: [[String]]) -> String {
    let practices = chart.rowsByGoLive.map(\.practice)
    let lines = zip(practices, rows).map { practice, cells in
      "<tr data-of=\"\(Markup.escaped(practice.code.text))\"><th scope=\"row\"><bdi>"
        + "\(Markup.escaped(practice.name))</bdi> (\(Markup.escaped(practice.code.text)))</th>"
        + cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
    }
    return """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title)</h2>
      <div class="scroll" role="region" aria-labelledby="\(id)" tabindex="0">
      <table class="list" id="\(id)-table">
      <thead><tr><th scope="col">Practice</th>\
      \(heads.map { "<th scope=\"col\">\(Markup.escaped($0))</th>" }.joined())</tr></thead>
      <tbody>
      \(lines.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      </section>
      """
  }
}
