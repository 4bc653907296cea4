import Days
import Migrations

/// The chart: a real table whose last column is drawn, row by row, on one line of days.
extension GanttPage {
  /// Pixels a day at least at each zoom; codes and names show from the first at which they fit.
  var zooms: [Double] { [max(1.3, 640 / Double(dayCount)), 4, 10] }

  var dayCount: Int { chart.days.upperBound + 1 - chart.days.lowerBound }

  /// The height of a row, so that its link is large enough to be hit.
  static let rowHeight = 24

  var plan: String {
    section(
      "plan", "Plan",
      """
      \(controls)
      \(legend)
      \(scrolling("Plan", ganttTable))
      """)
  }

  private var ganttTable: String {
    """
    <table class="gantt">
    <caption>Practices and when each migrates. The drawing shows the dates of the tables below.\
    </caption>
    <thead><tr><th scope="col">Practice</th><th scope="col">ODS code</th>\
    <th scope="col">PCN</th><th scope="col" class="number">List size</th>\
    <th scope="col">Go-live</th><th scope="col" class="lane"><span class="unseen">Timeline</span>\(axis)</th>\
    </tr></thead>
    \(chart.groups.map(body).joined(separator: "\n"))\(foot)
    </table>
    """
  }

  /// The practices without dates, each with why, below all others and in no group.
  private var foot: String {
    let all = WithoutDates.all(of: report)
    if all.isEmpty { return "" }
    let rows = all.map { entry in
      let practice = entry.practice
      let why = entry.state + (entry.reason.isEmpty ? "" : ": \(entry.reason)")
      return "<tr><th scope=\"row\"><bdi>\(Markup.escaped(practice.name))</bdi></th>"
        + "<td>\(Markup.escaped(practice.code.text))</td>"
        + "<td>\(Markup.escaped(practice.pcn ?? ""))</td>"
        + "<td class=\"number\">\(practice.listSize.map(Figures.words) ?? "")</td>"
        + "<td colspan=\"2\">\(Markup.escaped(why))</td></tr>"
    }
    return """

      <tfoot>
      <tr class="out"><th colspan="6" scope="rowgroup">Without dates, \
      \(counted(all.count, "practice"))</th></tr>
      \(rows.joined(separator: "\n"))
      </tfoot>
      """
  }

  private func body(_ group: GanttChart.Group) -> String {
    let count = group.rows.count
    return """
      <tbody>
      <tr class="group"><th colspan="5" scope="rowgroup"><bdi>\(Markup.escaped(group.title))</bdi>, \
      \(counted(count, "practice"))</th>\
      <td class="lane">\(lane("", height: Self.rowHeight))</td></tr>
      \(group.rows.map(row).joined(separator: "\n"))
      </tbody>
      """
  }

  private func row(_ row: GanttChart.Row) -> String {
    let practice = row.practice
    let titles = [GanttGrouping.route, .pcn, .month].map {
      "data-\($0.rawValue)=\"\(Markup.escaped($0.title(of: row, in: report.region)))\""
    }
    let size = practice.listSize.map(Figures.words) ?? ""
    let place = row.planned.practice
    let marks = tags(of: row).joined(separator: " ")
    return """
      <tr data-at="\(place)" data-day="\(row.goLive.iso)" data-tags="\(marks)" \
      \(titles.joined(separator: " "))><th scope="row"><a href="#p-\(place)">\
      <bdi>\(Markup.escaped(practice.name))</bdi></a></th>\
      <td>\(Markup.escaped(practice.code.text))</td><td>\(Markup.escaped(practice.pcn ?? ""))</td>\
      <td class="number">\(size)</td><td>\(row.goLive.shortWords)</td>\
      <td class="lane">\(lane(bars(row), height: Self.rowHeight))</td></tr>
      """
  }
}
