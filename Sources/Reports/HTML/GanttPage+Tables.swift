import Days
import Migrations

/// The tables and lists below the chart, which say in text what it draws.
extension GanttPage {
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
      id: "key-dates", title: "Key dates", heads: KeyDates.Name.allCases.map { ($0.words, "") },
      rows: rows)
  }

  /// Every stage's dates, a row a practice: the same that the bars show.
  var stages: String {
    let rows = chart.rowsByGoLive.map { row in
      row.bars.map { $0.days.shortWords }
    }
    return table(
      id: "stages", title: "Every stage",
      heads: report.region.pathway.stages.map { ("\($0.code) \($0.name)", $0.code) }, rows: rows)
  }

  /// A table with a row a practice; a head's code marks the cells that the strip reads out.
  private func table(
    id: String, title: String, heads: [(words: String, code: String)], rows: [[String]]
  ) -> String {
    let isStages = heads.contains { !$0.code.isEmpty }
    let lines = zip(chart.rowsByGoLive, rows).map { row, cells in
      let place = row.planned.practice
      let mark = isStages ? " id=\"p-\(place)\" data-of=\"\(place)\" tabindex=\"-1\"" : ""
      let columns = zip(heads, cells).map { head, cell in
        let stage = head.code.isEmpty ? "" : " data-stage=\"\(Markup.escaped(head.code))\""
        return "<td\(stage)>\(Markup.escaped(cell))</td>"
      }
      return "<tr\(mark)><th scope=\"row\">\(label(row.practice))</th>\(columns.joined())</tr>"
    }
    let titles = heads.map { "<th scope=\"col\">\(Markup.escaped($0.words))</th>" }
    return section(
      id, title,
      scrolling(
        title,
        """
        <table class="list">
        <thead><tr><th scope="col">Practice</th>\(titles.joined())</tr></thead>
        <tbody>
        \(lines.joined(separator: "\n"))
        </tbody>
        </table>
        """))
  }
}
