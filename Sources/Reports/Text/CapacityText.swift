import Days
import Migrations

/// Resources by week for a terminal: what is used of what there is, and what scarcity costs.
public struct CapacityText: PlanText {
  /// What the terminal can do.
  public var style: TerminalStyle

  /// Resources by week for a terminal.
  public init(style: TerminalStyle = TerminalStyle()) { self.style = style }

  /// The lines of the tables.
  public func lines(for report: PlanReport) -> [String] {
    let loads = ResourceLoad.all(of: report).filter { load in load.uses.contains { $0.used > 0 } }
    var lines = style.wrapped("\(report.title): capacity by week")
    if loads.isEmpty { return lines + ["", "No resource is used."] }
    lines += style.wrapped(
      "Each cell is used/there is, by the week's Monday; of a daily resource, its fullest day. "
        + "! is full, !! is over.")
    let weeks = Set(loads.flatMap { load in load.uses.map { Week(containing: $0.period) } })
      .sorted()
    // A year at a time, so that a heading need not carry the year.
    for year in Set(weeks.map(\.monday.year)).sorted() {
      let columns = weeks.filter { $0.monday.year == year }.map { week in
        TextTable.Column(
          heading: week.monday.shortDay, cells: loads.map { cell($0.use(in: week)) })
      }
      var table = TextTable(
        corner: String(year), headings: loads.map(\.resource.name), columns: columns)
      table.folded = { rows in
        "Not used in these weeks: \(ResourceGroups.words(rows.map { loads[$0].resource }))"
      }
      lines += [""] + table.lines(style: style, alignRight: true)
    }
    return lines + prices(loads)
  }

  private func cell(_ use: ResourceUse?) -> String {
    guard let use, use.used > 0 else { return String(style.open) }
    let mark = use.isOver ? "!!" : use.isFull ? "!" : ""
    return
      "\(Figures.plain(use.used, decimals: 1))/\(Figures.plain(use.capacity, decimals: 1))\(mark)"
  }

  /// The dearest periods: what one more unit would be worth to the bound, at most ten.
  private func prices(_ loads: [ResourceLoad]) -> [String] {
    let priced = loads.flatMap { load in
      load.uses.filter { $0.price > 0 }.map { (load.resource, $0) }
    }
    if priced.isEmpty { return [] }
    let dearest = priced.enumerated().sorted {
      ($1.element.1.price, $0.offset) < ($0.element.1.price, $1.offset)
    }.prefix(10)
    var lines = ["", "Where one more would help most, in points of the best possible cost:"]
      .flatMap { $0.isEmpty ? [""] : style.wrapped($0) }
    for (_, (resource, use)) in dearest {
      let when = resource.period == .week ? "week of \(use.period.words)" : use.period.longWords
      let points = Figures.plain(Double(use.price) / 1_000, decimals: 3)
      lines += style.wrapped("  \(points)  \(resource.name), \(when)", indent: 4)
    }
    if priced.count > 10 {
      lines += style.wrapped("  and \(Figures.words(priced.count - 10)) more in plan.json")
    }
    return lines
  }
}
