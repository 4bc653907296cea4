import Migrations

/// What stands above the chart: fields to find and group by, and what colours and shapes mean.
extension GanttPage {
  var controls: String {
    let routes = chart.rowsByGoLive.map { report.region.route(of: $0.practice) }
    let some = Set(chart.rowsByGoLive.flatMap(tags))
    let choices = [
      ("changed", "moved since the last revision"),
      ("avoided", "going live in a period better avoided"),
      ("protected", "with any stage in a protected period"),
      ("tight", "slack under 5 working days"), ("fixed", "pinned, started or done"),
    ].filter { some.contains($0.0) }
    return """
      <form id="controls" hidden>
      <label>Find a practice, ODS code or PCN <input type="search" id="find" autocomplete="off">\
      </label>
      \(choice("route", "Systems", "", Set(routes).sorted().map { ($0, $0) }))\
      \(choice("only", "Only those", "", choices))\
      <label>Group by <select id="group">\(groupOptions)</select></label>
      <label>Show <select id="zoom"><option value="0">everything</option>\
      <option value="1">about 6 months</option><option value="2">about 2 months</option></select>\
      </label>
      <p role="status" id="count"></p>
      </form>
      """
  }

  /// What the reader can ask of a row, as words that its tag and a choice share.
  func tags(of row: GanttChart.Row) -> [String] {
    var tags: [String] = []
    if let before = tables.former[row.practice.code] {
      let was = before.stages.map(\.dates)
      if was != row.bars.map(\.dates) { tags.append("changed") }
    } else if report.former != nil {
      tags.append("changed")
    }
    let isInside = row.planned.schedule.enumerated().contains { place, dates in
      !tables.protectedPeriods(place, dates).isEmpty
    }
    if isInside { tags.append("protected") }
    if report.region.isBetterAvoided(row.goLive) { tags.append("avoided") }
    if let slack = report.slack[row.planned.practice], slack.whole < 5 { tags.append("tight") }
    if row.planned.status != .scheduled { tags.append("fixed") }
    return tags
  }

  /// A field to choose from, left out where there is nothing to choose.
  private func choice(
    _ id: String, _ title: String, _ all: String, _ choices: [(value: String, words: String)]
  ) -> String {
    if choices.isEmpty || (id == "route" && choices.count < 2) { return "" }
    let options = choices.map {
      "<option value=\"\(Markup.escaped($0.value))\">\(Markup.escaped($0.words))</option>"
    }
    return "<label>\(title) <select id=\"\(id)\"><option value=\"\(all)\">all</option>"
      + options.joined() + "</select></label>\n"
  }

  private var groupOptions: String {
    let names: [(GanttGrouping, String)] = [
      (.route, "systems"), (.pcn, "PCN"), (.month, "month of go-live"), (.none, "nothing"),
    ]
    return names.map { value, words in
      "<option value=\"\(value.rawValue)\"\(value == grouping ? " selected" : "")>\(words)</option>"
    }.joined()
  }

  var legend: String {
    let families = StageFamily.allCases.compactMap { family -> String? in
      let stages = report.region.pathway.stages.filter { StageFamily(code: $0.code) == family }
      if stages.isEmpty { return nil }
      let names = stages.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
      return "<li>\(swatch(family.fill, family.edge)) <b>\(family.words)</b>: "
        + "\(Markup.escaped(names))</li>"
    }
    let shapes = GanttPainter.shapes
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
}
