import Days
import Migrations

/// capacity.svg: a heatmap, a row for each resource and a cell for each week, each with its number.
public struct CapacitySVGWriter: PlanWriter {
  private static let margin = 24.0
  private static let label = 260.0
  private static let cell = 26.0

  /// A writer of capacity.svg.
  public init() {}

  /// `capacity.svg`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let uses = CapacityUse.all(of: report)
    let weeks = Set(uses.flatMap { use in use.periods.map { Week(containing: $0.period) } })
      .sorted()
    var drawing = Drawing()
    let title = "\(report.title): capacity by week"
    drawing.text(title, Self.margin, Self.margin + 16, size: 18, bold: true)
    drawing.text(
      "Each cell is what is used; the colour is its share of what there is. Of a daily resource, "
        + "the fullest day.", Self.margin, Self.margin + 38)
    var y = Self.margin + 64
    months(&drawing, weeks, y)
    y += 10
    for use in uses {
      let name =
        "\(use.resource.name), \(Figures.plain(use.resource.capacity, decimals: 1)) a "
        + use.resource.period.rawValue
      drawing.text(
        ArialWidth.fitted(name, width: Self.label - 8, size: 12), Self.margin, y + 16)
      for (place, week) in weeks.enumerated() {
        guard let period = use.use(in: week) else { continue }
        let x = Self.margin + Self.label + Double(place) * Self.cell
        let heat = Heat(period)
        drawing.rectangle(x, y, Self.cell - 1, 21, fill: heat.fill, stroke: "#d8dde0")
        guard period.used > 0 else { continue }
        let text = Figures.plain(period.used, decimals: period.used < 100 ? 1 : 0)
        let width = ArialWidth.of(text, size: 9)
        if width <= Self.cell - 2 {
          drawing.text(text, x + (Self.cell - 1 - width) / 2, y + 15, size: 9, fill: heat.ink)
        }
      }
      y += 22
    }
    legend(&drawing, y + 14)
    let width = 2 * Self.margin + Self.label + max(14, Double(weeks.count)) * Self.cell
    return [
      OutputFile(
        name: "capacity.svg",
        text: drawing.svg(
          width: width, title: title,
          description: "What each resource's weeks hold, of what there is."))
    ]
  }

  private func months(_ drawing: inout Drawing, _ weeks: [Week], _ y: Double) {
    var last = 0
    for (place, week) in weeks.enumerated() where week.monday.parts.month != last {
      last = week.monday.parts.month
      let x = Self.margin + Self.label + Double(place) * Self.cell
      let month = week.monday.shortMonth
      drawing.text(place == 0 || last == 1 ? "\(month) \(week.monday.year)" : month, x, y)
    }
  }

  private func legend(_ drawing: inout Drawing, _ y: Double) {
    var x = Self.margin + Self.label
    for heat in Heat.allCases {
      drawing.rectangle(x, y, 16, 16, fill: heat.fill, stroke: "#d8dde0")
      drawing.text(heat.words, x + 22, y + 12)
      x += 34 + ArialWidth.of(heat.words, size: 12)
    }
  }
}
