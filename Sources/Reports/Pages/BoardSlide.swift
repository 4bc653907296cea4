import Days
import Migrations

/// One slide for a board: three sentences, a row a group, go-lives by month.
struct BoardSlide {
  static let width = 1_920.0
  static let height = 1_080.0
  /// The most rows that a board can read.
  static let mostRows = 16
  static let margin = 60.0
  private static let origin = 520.0
  static let right = width - margin

  /// The three sentences.
  let sentences: [String]
  var drawing = Drawing()
  let chart: GanttChart
  let lines: [(title: String, rows: [GanttChart.Row])]

  init(of report: PlanReport) {
    let words = PlanSentences(of: report)
    sentences = [words.scheduled, words.firstAndLast, words.quality].compactMap(\.self)
    chart = GanttChart(of: report, grouping: Self.grouping(of: report))
    lines = Self.lines(of: chart)
    heading(report)
    let top = axis()
    rows(from: top)
    footer(report)
  }

  private func x(_ day: Day) -> Double {
    Self.origin + chart.fraction(of: day) * (Self.right - Self.origin)
  }

  /// The months and the periods behind everything; gives back where the rows start.
  private mutating func axis() -> Double {
    let top = 300.0
    let bottom = Self.height - 120
    drawing.open("Figure", alternative: alternative)
    for band in chart.bands.sorted(by: { !$0.isHard && $1.isHard }) {
      for days in band.occurrences {
        let (from, to) = (x(days.lowerBound), x(days.upperBound + 1))
        drawing.rectangle(
          from, top, to - from, bottom - top, fill: band.isHard ? "#e8edee" : "#f4f6f7")
        if band.isHard {
          drawing.hatching(from, top, to - from, bottom - top, stroke: "#aeb7bd")
        }
        for edge in [from, to] {
          drawing.line(edge, top, edge, bottom, stroke: "#768692", dashed: !band.isHard)
        }
      }
    }
    for (place, month) in chart.months.enumerated() {
      drawing.line(x(month), top - 26, x(month), bottom, stroke: "#aeb7bd")
      if place == 0 || month.parts.month == 1 {
        drawing.text("\(month.year)", x(month) + 4, top - 32, size: 18, bold: true)
      }
      let end = place + 1 < chart.months.count ? x(chart.months[place + 1]) : Self.right
      let name = ArialWidth.of(month.shortMonth, size: 16) <= end - x(month) - 5
      drawing.text(
        name ? month.shortMonth : String(month.shortMonth.prefix(1)), x(month) + 4, top - 8,
        size: 16)
    }
    drawing.line(Self.margin, top, Self.right, top, stroke: "#4c6272", width: 2)
    return top
  }

  private mutating func rows(from top: Double) {
    let height = min(44, (Self.height - 120 - top) / Double(lines.count + 1))
    var y = top
    for line in lines {
      row(line.title, line.rows, y, height, isTotal: false)
      y += height
    }
    drawing.line(Self.margin, y, Self.right, y, stroke: "#4c6272")
    row("All", lines.flatMap(\.rows), y, height, isTotal: true)
    drawing.close("Figure")
  }

  /// A group: from its first order to its last day, and its go-lives in each month.
  private mutating func row(
    _ title: String, _ rows: [GanttChart.Row], _ y: Double, _ height: Double, isTotal: Bool
  ) {
    let base = y + height / 2 + 6
    let count = "\(rows.count)"
    let room = Self.origin - Self.margin - 70
    // A code in brackets gives way before the name does.
    let fits = ArialWidth.of(title, size: 17, bold: isTotal) <= room
    let short = fits ? title : String(title.prefix { $0 != "(" })
    drawing.text(
      ArialWidth.fitted(short, width: room, size: 17, bold: isTotal), Self.margin, base, size: 17,
      bold: isTotal)
    drawing.text(
      count, Self.origin - 20 - ArialWidth.of(count, size: 17, bold: true), base, size: 17,
      bold: true)
    if !isTotal, let from = rows.compactMap({ $0.bars.first?.dates.start }).min(),
      let to = rows.compactMap({ $0.bars.last?.dates.finish }).max()
    {
      drawing.rectangle(
        x(from), y + height / 2 - 4, x(to + 1) - x(from), 8, fill: StageFamily.setUp.fill)
    }
    for (place, month) in chart.months.enumerated() {
      let end = place + 1 < chart.months.count ? chart.months[place + 1] : chart.days.upperBound + 1
      let days = rows.map(\.goLive).filter { (month..<end).contains($0) }
      if days.isEmpty { continue }
      let lives = days.count
      let label = ArialWidth.of("\(lives)", size: 17, bold: true)
      let side = max(26, label + 8)
      // Around the mean day, so that no number stands in a period that its go-lives keep clear of,
      // but inside the month, so that no two numbers meet.
      let mean = days.reduce(0.0) { $0 + x($1) + x($1 + 1) } / Double(2 * lives)
      let middle = min(max(mean, x(month) + side / 2), max(x(month), x(end) - side / 2))
      drawing.rectangle(
        middle - side / 2, y + (height - 26) / 2, side, 26,
        fill: isTotal ? StageFamily.data.fill : StageFamily.goLive.fill, stroke: "#ffffff")
      drawing.text(
        "\(lives)", middle - label / 2, base, size: 17, fill: "#ffffff", bold: true)
    }
  }
}
