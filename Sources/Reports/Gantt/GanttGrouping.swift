import Migrations

/// What the rows of a Gantt chart are grouped by.
public enum GanttGrouping: String, CaseIterable, Hashable, Sendable {
  /// By primary care network; practices without one come last.
  case pcn
  /// By the systems they leave and join, as `EMIS Web to SystmOne`.
  case route
  /// By the month of go-live.
  case month
  /// One list in order of go-live.
  case none

  /// The heading of the group that a row falls in.
  func title(of row: GanttChart.Row, in region: Region) -> String {
    switch self {
    case .pcn:
      row.practice.pcn.map { code in
        row.practice.pcnName.map { "\($0) (\(code))" } ?? "PCN \(code)"
      } ?? "No primary care network"
    case .route: region.route(of: row.practice)
    case .month: row.goLive.monthWords
    case .none: "All practices"
    }
  }
}

extension GanttChart {
  /// All rows in order of go-live, whatever their group.
  var rowsByGoLive: [Row] { GanttChart.sorted(groups.flatMap(\.rows)) }

  /// Groups in the order of their first go-live, rows in the order of go-live within each.
  static func grouped(_ rows: [Row], by grouping: GanttGrouping, in region: Region) -> [Group] {
    var order: [String] = []
    var byTitle: [String: [Row]] = [:]
    for row in sorted(rows) {
      let title = grouping.title(of: row, in: region)
      if byTitle[title] == nil { order.append(title) }
      byTitle[title, default: []].append(row)
    }
    if grouping == .pcn, let place = order.firstIndex(of: "No primary care network") {
      order.append(order.remove(at: place))
    }
    return order.map { Group(title: $0, rows: byTitle[$0] ?? []) }
  }

  private static func sorted(_ rows: [Row]) -> [Row] {
    rows.sorted { ($0.goLive, $0.practice.code) < ($1.goLive, $1.practice.code) }
  }
}
