import Days
import Migrations

/// The heatmap of the resources, with numbers.
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
      of the week. Empty cells are weeks without use; in closed ones nothing can be used.</p>
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
        + "<td class=\"peak\">\(load.peak)</td>"
        + zip(weeks, uses).map { cell($1, of: load.resource, in: $0) }.joined() + "</tr>"
    }
    if rows.isEmpty { return "" }
    let heads = weeks.map { "<th scope=\"col\">\($0.monday.shortDay)</th>" }.joined()
    return """
      <div class="scroll" role="region" aria-label="Capacity, \(title)" tabindex="0">
      <table class="capacity">
      <caption>Weeks beginning in \(title)</caption>
      <thead><tr><th scope="col">Resource</th><th scope="col">Peak of the whole plan</th>\(heads)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private func cell(_ use: ResourceUse?, of resource: Resource, in week: Week) -> String {
    guard let use, use.used > 0 else {
      let days = resource.period == .day ? Array(week.days.prefix(5)) : [week.monday]
      let isClosed = days.allSatisfy { resource.capacity(inPeriod: $0) <= 0 }
      return isClosed ? "<td class=\"closed\">closed</td>" : "<td></td>"
    }
    let heat = Heat(use)
    let word = heat == .over ? " over" : ""
    return "<td class=\"heat \(heat.rawValue)\">\(Figures.plain(use.used, decimals: 1))/"
      + "\(Figures.plain(use.capacity, decimals: 1))\(word)</td>"
  }
}
