import Days
import Migrations

/// gantt.svg: the plan on one page, for slides and documents.
public struct GanttSVGWriter: PlanWriter {
  /// What the rows are grouped by.
  public var grouping: GanttGrouping
  /// Pixels a day, at least; the chart is never narrower than about 1,100 pixels.
  public var pixelsPerDay: Double

  /// A writer of gantt.svg.
  public init(grouping: GanttGrouping = .route, pixelsPerDay: Double = 2.4) {
    self.grouping = grouping
    self.pixelsPerDay = pixelsPerDay
  }

  /// `gantt.svg`.
  public func files(for report: PlanReport) -> [OutputFile] {
    var painter = GanttSVGPainter(report, grouping: grouping, pixelsPerDay: pixelsPerDay)
    return [OutputFile(name: "gantt.svg", text: painter.paint())]
  }
}

extension PlanWriter where Self == GanttSVGWriter {
  /// gantt.svg, the plan on one page.
  public static var svg: GanttSVGWriter { GanttSVGWriter() }
}

/// One painting of a chart: a running height, and places across from the chart's own fractions.
struct GanttSVGPainter {
  static let margin = 24.0
  static let nameWidth = 236.0
  static let codeWidth = 74.0
  static let dateWidth = 96.0
  static let rowHeight = 22.0

  let report: PlanReport
  let chart: GanttChart
  /// Where the line of days starts and how wide it is; ticks, bars and bands all use these two.
  let origin: Double
  let laneWidth: Double
  var canvas = SVGCanvas()
  /// The labels of the bands, kept until the bands are painted behind them.
  var labels: [(text: String, x: Double, base: Double)] = []
  var y = 0.0

  init(_ report: PlanReport, grouping: GanttGrouping, pixelsPerDay: Double) {
    self.report = report
    chart = GanttChart(of: report, grouping: grouping)
    let count = Double(chart.days.upperBound + 1 - chart.days.lowerBound)
    origin = Self.margin + Self.nameWidth + Self.codeWidth + Self.dateWidth
    laneWidth = max(1_100, (count * max(0.2, pixelsPerDay)).rounded(.up))
  }

  var right: Double { origin + laneWidth }

  func x(_ day: Day) -> Double { origin + chart.fraction(of: day) * laneWidth }

  mutating func paint() -> String {
    heading()
    legend()
    let top = axis()
    let rowsBottom = y + rowsHeight
    bands(from: top, to: rowsBottom)
    rows()
    capacity()
    y += 10
    periods()
    leftOut()
    footer()
    return canvas.document(
      width: right + Self.margin, title: report.title,
      description: PlanSentences(of: report).all.joined(separator: " "))
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

  private mutating func legend() {
    var x = Self.margin
    y += 12
    for family in StageFamily.allCases {
      let codes = report.region.pathway.stages.map(\.code)
        .filter { StageFamily(code: $0) == family }
      if codes.isEmpty { continue }
      canvas.rectangle(x, y - 11, 16, 14, fill: family.fill, stroke: family.edge)
      let label = "\(family.words): \(codes.joined(separator: ", "))"
      canvas.text(label, x + 21, y)
      x += 21 + ArialWidth.of(label, size: 12) + 22
    }
    for (code, shape, family) in Self.shapes where report.region.pathway.index(of: code) != nil {
      canvas.shape(shape, x + 8, y - 4, half: 6, fill: family.fill)
      let label = "first day of \(code)"
      canvas.text(label, x + 21, y)
      x += 21 + ArialWidth.of(label, size: 12) + 22
    }
    y += 20
  }

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
