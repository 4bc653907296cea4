import Days
import Migrations

/// The chart: a real table whose last column is drawn, row by row, on one line of days.
extension GanttPage {
  /// Pixels a day at least at each zoom; codes and names show from the first at which they fit.
  var zooms: [Double] { [max(1.7, 900 / Double(dayCount)), 4, 10] }

  var dayCount: Int { chart.days.upperBound + 1 - chart.days.lowerBound }

  var plan: String {
    """
    <section aria-labelledby="plan">
    <h2 id="plan">Plan</h2>
    <form id="controls" hidden>
    <label>Find a practice, ODS code or PCN <input type="search" id="find" autocomplete="off">\
    </label>
    <label>Group by <select id="group">\(groupOptions)</select></label>
    <label>Show <select id="zoom"><option value="0">everything</option>\
    <option value="1">about 6 months</option><option value="2">about 2 months</option></select>\
    </label>
    <p role="status" id="count"></p>
    </form>
    \(legend)
    <div class="scroll" role="region" aria-labelledby="plan" tabindex="0" \
    style="--days:\(dayCount);--fit:\(Markup.number(zooms[0]))">
    <table class="gantt">
    <caption>Practices and when each migrates. The drawing shows the dates of the tables below.\
    </caption>
    <thead><tr><th scope="col">Practice</th><th scope="col">ODS code</th>\
    <th scope="col">PCN</th><th scope="col" class="number">List size</th>\
    <th scope="col">Go-live</th><th scope="col" class="lane" aria-label="Timeline">\(axis)</th>\
    </tr></thead>
    \(chart.groups.map(body).joined(separator: "\n"))
    </table>
    </div>
    </section>
    """
  }

  private var groupOptions: String {
    let names: [(GanttGrouping, String)] = [
      (.route, "systems"), (.pcn, "PCN"), (.month, "month of go-live"), (.none, "nothing"),
    ]
    return names.map { value, words in
      "<option value=\"\(value.rawValue)\"\(value == grouping ? " selected" : "")>\(words)</option>"
    }.joined()
  }

  private var legend: String {
    let families = StageFamily.allCases.compactMap { family -> String? in
      let stages = report.region.pathway.stages.filter { StageFamily(code: $0.code) == family }
      if stages.isEmpty { return nil }
      let names = stages.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
      return "<li>\(swatch(family.fill, family.edge)) <b>\(family.words)</b>: "
        + "\(Markup.escaped(names))</li>"
    }
    let shapes = GanttSVGPainter.shapes
      .filter { report.region.pathway.index(of: $0.0) != nil }
      .map { code, shape, family in
        "<li>\(icon(PageText.path(of: shape, half: 6), family.fill)) \(code)</li>"
      }
    let hard = "\(swatch("#e8edee", "#768692")) no cutover allowed (solid edge)"
    let soft = "\(swatch("#f4f6f7", "#768692", dashed: true)) better avoided (dashed edge)"
    return """
      <ul class="legend">
      \((families + shapes).joined(separator: "\n"))
      <li>\(hard)</li>
      <li>\(soft)</li>
      </ul>
      """
  }

  private func swatch(_ fill: String, _ edge: String, dashed: Bool = false) -> String {
    "<svg class=\"icon\" aria-hidden=\"true\" width=\"16\" height=\"14\"><rect x=\"1\" y=\"1\" "
      + "width=\"14\" height=\"12\" fill=\"\(fill)\" stroke=\"\(edge)\""
      + "\(dashed ? " stroke-dasharray=\"3 2\"" : "")/></svg>"
  }

  private func icon(_ path: String, _ fill: String) -> String {
    "<svg class=\"icon\" aria-hidden=\"true\" width=\"16\" height=\"16\" viewBox=\"-8 -8 16 16\">"
      + "<path d=\"\(path)\" fill=\"\(fill)\"/></svg>"
  }

  private func body(_ group: GanttChart.Group) -> String {
    let count = group.rows.count
    return """
      <tbody>
      <tr class="group"><th colspan="5" scope="rowgroup"><bdi>\(Markup.escaped(group.title))</bdi>, \
      \(count) practice\(count == 1 ? "" : "s")</th><td class="lane">\(lane("", height: 22))</td></tr>
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
    let code = Markup.escaped(practice.code.text)
    return "<tr tabindex=\"0\" data-code=\"\(code)\" data-day=\"\(row.goLive.iso)\" "
      + titles.joined(separator: " ")
      + "><th scope=\"row\"><bdi>\(Markup.escaped(practice.name))</bdi></th><td>\(code)</td>"
      + "<td>\(Markup.escaped(practice.pcn ?? ""))</td><td class=\"number\">\(size)</td>"
      + "<td>\(row.goLive.shortWords)</td><td class=\"lane\">\(lane(bars(row), height: 22))</td></tr>"
  }
}
