import Days
import Migrations

/// What changed since the plan that people know.
extension GanttPage {
  /// A row for every practice of which a stage moved, went or came; empty without a revision before.
  var changes: String {
    guard let former = report.former, let table = tables.changes else { return "" }
    let title = "What changed since revision \(former.number)"
    if table.rows.isEmpty {
      return section("changes", title, "<p>Nothing: every date is the same.</p>")
    }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for row in table.rows {
      guard case .text(let code) = row[0] else { continue }
      if counts[code] == nil { order.append(code) }
      counts[code, default: 0] += 1
    }
    let now = Dictionary(
      report.snapshot.entries.map { ($0.code.text, $0) }, uniquingKeysWith: { one, _ in one })
    let was = Dictionary(
      former.plan.entries.map { ($0.code.text, $0) }, uniquingKeysWith: { one, _ in one })
    let rows = order.map { code in
      row(code, was: was[code], now: now[code], stages: counts[code] ?? 0)
    }
    let heads = ["Practice", "Go-live was", "Go-live now", "Moved", "Stages changed", "Why"]
    return section(
      "changes", title,
      "<p>\(Figures.words(order.count)) practice\(order.count == 1 ? "" : "s"). The sections of the "
        + "practices have every stage.</p>\n"
        + scrolling(
          "What changed",
          """
          <table class="list">
          <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
          <tbody>
          \(rows.joined(separator: "\n"))
          </tbody>
          </table>
          """))
  }

  private func row(
    _ code: String, was: PlanSnapshot.Entry?, now: PlanSnapshot.Entry?, stages: Int
  ) -> String {
    let name = (now ?? was)?.name ?? ""
    let reason = now.map(\.reason) ?? "No longer in the region."
    let cells = [
      was?.goLive?.words ?? "not in the plan", now?.goLive?.words ?? "not in the plan",
      moved(from: was?.goLive, to: now?.goLive), "\(stages)", reason,
    ]
    return "<tr><th scope=\"row\"><bdi>\(Markup.escaped(name))</bdi> (\(Markup.escaped(code)))</th>"
      + cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
  }

  /// How far a day moved, in words; empty where one of them is missing.
  func moved(from was: Day?, to now: Day?) -> String {
    guard let was, let now else { return "" }
    let days = tables.workingDays(from: was, to: now)
    if days == 0 { return "the same day" }
    let count = abs(days)
    return "\(Figures.words(count)) working day\(count == 1 ? "" : "s") "
      + (days > 0 ? "later" : "earlier")
  }
}
