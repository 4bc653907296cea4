import Days
import Migrations

/// Which rows a slide has.
extension BoardSlide {
  /// By primary care network where there are some, else by systems.
  static func grouping(of report: PlanReport) -> GanttGrouping {
    GanttChart(of: report, grouping: .pcn).groups.count > 1 ? .pcn : .route
  }

  /// The largest groups in the chart's order, the others as one.
  static func lines(of chart: GanttChart) -> [(title: String, rows: [GanttChart.Row])] {
    let all = chart.groups.map { ($0.title, $0.rows) }
    guard all.count > mostRows else { return all }
    let kept = Set(
      all.enumerated().sorted { ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset) }
        .prefix(mostRows - 1).map(\.offset))
    let others = all.enumerated().filter { !kept.contains($0.offset) }
    return all.enumerated().filter { kept.contains($0.offset) }.map(\.element)
      + [("\(counted(others.count, "other"))", others.flatMap(\.element.1))]
  }
}
