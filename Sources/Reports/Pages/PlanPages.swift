import Days
import Migrations

/// A plan on sheets of paper: the answer, the chart, the capacities, the dates.
///
/// Type keeps its size. What does not fit goes on the next page, under the same headings.
struct PlanPages {
  /// One page.
  struct Page {
    /// What its footer and the contents call it; the first page of several has a heading.
    var heading: String?
    var drawing: Drawing
  }

  let report: PlanReport
  let paper: Paper
  let chart: GanttChart
  private(set) var pages: [Page] = []

  /// Pixels a day at least: a stage of two weeks has room for its letters.
  private static let leastPerDay = 1.8

  init(of report: PlanReport, paper: Paper, grouping: GanttGrouping) {
    self.report = report
    self.paper = paper
    chart = GanttChart(of: report, grouping: grouping)
    addCharts()
    addChanges()
    addCapacity()
    addDates()
    addPeriods()
    let contents = contents(startingAt: 2)
    pages.insert(Page(heading: "The answer", drawing: contents), at: 0)
    for place in pages.indices { foot(place) }
  }

  var margin: Double { GanttPainter.margin }
  var width: Double { paper.size.width - 2 * margin }
  /// The last base line of what stands above the footer.
  var floor: Double { paper.size.height - margin - 26 }
  private var laneWidth: Double { paper.size.width - margin - GanttPainter.origin }

  private var stretches: [ClosedRange<Day>] {
    chart.stretches(of: Int(laneWidth / Self.leastPerDay))
  }

  mutating func add(_ page: Page) { pages.append(page) }

  private mutating func addCharts() {
    for days in stretches {
      let heading = "Plan, \(days.words)"
      // How much room the headings leave is known once they are painted.
      let empty = painter(days, [])
      let lines = Int((floor - empty.start.y) / GanttPainter.rowHeight)
      for (number, groups) in chart.chunks(of: lines, in: days).enumerated() {
        var (painter, top) = self.painter(days, groups, title: heading, isFirst: number == 0)
        painter.bands(from: top, to: painter.y + painter.rowsHeight)
        painter.rows()
        painter.canvas.close("Figure")
        add(Page(heading: number == 0 ? heading : nil, drawing: painter.canvas))
      }
    }
  }

  /// A painter that has painted the headings of a page, and where its bands start.
  private func painter(
    _ days: ClosedRange<Day>, _ groups: [GanttChart.Group], loads: [ResourceLoad] = [],
    title: String = "", isFirst: Bool = true
  ) -> (start: GanttPainter, top: Double) {
    var painter = GanttPainter(
      report, chart: chart.part(days, groups: groups, loads: loads), laneWidth: laneWidth)
    painter.y = margin + 18
    let words = isFirst ? title : "\(title), continued"
    let (x, y) = (margin, painter.y)
    painter.canvas.tagged(isFirst ? "H1" : "P") { $0.text(words, x, y, size: 18, bold: true) }
    painter.canvas.open("Figure", alternative: Self.words(days, groups, loads))
    painter.y += 8
    if loads.isEmpty { painter.legend() }
    let top = loads.isEmpty ? painter.axis() : painter.axis(heads: [])
    return (painter, top)
  }

  /// What a drawing shows, for who cannot see it.
  private static func words(
    _ days: ClosedRange<Day>, _ groups: [GanttChart.Group], _ loads: [ResourceLoad]
  ) -> String {
    if !loads.isEmpty {
      let peaks = loads.map { "\($0.resource.name), \($0.peakWords)" }
      return "What is used and what there is, week by week, \(days.words). "
        + "\(peaks.joined(separator: "; "))."
    }
    let count = groups.reduce(0) { $0 + $1.rows.count }
    return "Chart of the stages of \(counted(count, "practice")), "
      + "\(days.words): \(groups.map(\.title).joined(separator: "; ")). "
      + "The table of key dates has their dates."
  }

  private mutating func addCapacity() {
    for days in stretches where !chart.loads.isEmpty {
      let heading = "Capacity by week, \(days.words)"
      let first = painter(days, [], loads: Array(chart.loads.prefix(1))).start
      let lines = max(1, Int((floor - first.y - 44) / GanttPainter.rowHeight))
      for start in stride(from: 0, to: chart.loads.count, by: lines) {
        let loads = Array(chart.loads[start..<min(start + lines, chart.loads.count)])
        var (painter, top) = self.painter(
          days, [], loads: loads, title: heading, isFirst: start == 0)
        painter.bands(from: top, to: painter.y + painter.capacityHeight)
        painter.capacity()
        painter.canvas.close("Figure")
        add(Page(heading: start == 0 ? heading : nil, drawing: painter.canvas))
      }
    }
  }

  private mutating func foot(_ place: Int) {
    let base = paper.size.height - margin
    let page = "page \(place + 1) of \(pages.count)"
    let left = report.smallPrint[0]
    let width = ArialWidth.of(page, size: 11)
    let right = paper.size.width - margin - width
    pages[place].drawing.text(
      ArialWidth.fitted("\(report.title). \(left)", width: right - margin - 20, size: 11), margin,
      base, size: 11, fill: "#4c6272")
    pages[place].drawing.text(page, right, base, size: 11, fill: "#4c6272")
  }
}
