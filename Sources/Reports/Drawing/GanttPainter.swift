import Days
import Migrations

/// One painting of a chart: a running height, and places across from the chart's own fractions.
struct GanttPainter {
  static let margin = 24.0
  static let nameWidth = 236.0
  static let codeWidth = 74.0
  static let dateWidth = 96.0
  static let rowHeight = 22.0
  /// What stands left of the line of days.
  static let origin = margin + nameWidth + codeWidth + dateWidth

  let report: PlanReport
  let chart: GanttChart
  /// Where the line of days starts and how wide it is; ticks, bars and bands all use these two.
  let origin = GanttPainter.origin
  let laneWidth: Double
  var canvas = Drawing()
  /// The labels of the bands, kept until the bands are painted behind them.
  var labels: [(text: String, x: Double, base: Double)] = []
  var y = 0.0

  init(_ report: PlanReport, chart: GanttChart, laneWidth: Double) {
    self.report = report
    self.chart = chart
    self.laneWidth = laneWidth
  }

  var right: Double { origin + laneWidth }

  func x(_ day: Day) -> Double { origin + chart.fraction(of: day) * laneWidth }

  /// The whole chart as one drawing, as high as it has to be.
  static func whole(
    _ report: PlanReport, grouping: GanttGrouping, pixelsPerDay: Double
  ) -> (drawing: Drawing, width: Double) {
    let chart = GanttChart(of: report, grouping: grouping)
    let count = Double(chart.days.upperBound + 1 - chart.days.lowerBound)
    let width = max(1_100, (count * max(0.2, pixelsPerDay)).rounded(.up))
    var painter = GanttPainter(report, chart: chart, laneWidth: width)
    painter.heading()
    painter.legend()
    let top = painter.axis()
    painter.bands(from: top, to: painter.y + painter.rowsHeight)
    painter.rows()
    painter.capacity()
    painter.y += 10
    painter.periods()
    painter.leftOut()
    painter.footer()
    return (painter.canvas, painter.right + margin)
  }

  private mutating func heading() {
    y = Self.margin + 20
    canvas.text(report.title, Self.margin, y, size: 22, bold: true)
    y += 8
    let sentences = PlanSentences(of: report)
    let lead = [sentences.scheduled, sentences.firstAndLast, sentences.quality].compactMap(\.self)
    let width = right - Self.margin
    for line in ArialWidth.lines(lead.joined(separator: " "), width: width, size: 14) {
      y += 20
      canvas.text(line, Self.margin, y, size: 14)
    }
    y += 14
  }

  /// What colours and shapes mean, in one line or more.
  mutating func legend() {
    var x = Self.margin
    y += 12
    for family in StageFamily.allCases {
      let codes = report.region.pathway.stages.map(\.code)
        .filter { StageFamily(code: $0) == family }
      if codes.isEmpty { continue }
      let label = "\(family.words): \(codes.joined(separator: ", "))"
      wrap(&x, label)
      canvas.rectangle(x, y - 11, 16, 14, fill: family.fill, stroke: family.edge)
      canvas.text(label, x + 21, y)
      x += 21 + ArialWidth.of(label, size: 12) + 22
    }
    for (code, shape, family) in Self.shapes where report.region.pathway.index(of: code) != nil {
      let label = "first day of \(code)"
      wrap(&x, label)
      canvas.shape(shape, x + 8, y - 4, half: 6, fill: family.fill)
      canvas.text(label, x + 21, y)
      x += 21 + ArialWidth.of(label, size: 12) + 22
    }
    y += 20
  }

  private mutating func wrap(_ x: inout Double, _ label: String) {
    if x + 21 + ArialWidth.of(label, size: 12) > right {
      x = Self.margin
      y += 18
    }
  }

  /// The shapes, whose first days they mark.
  static let shapes: [(String, StageShape, StageFamily)] = [
    ("ID", .square, .data), ("FD", .triangle, .cutover), ("GL", .diamond, .goLive),
  ]

  private mutating func footer() {
    let width = right - Self.margin
    for line in report.smallPrint {
      for part in ArialWidth.lines(line, width: width, size: 12) {
        y += 17
        canvas.text(part, Self.margin, y, fill: "#4c6272")
      }
    }
  }
}
