import Days
import Migrations

/// What changed since the plan that people know.
extension GanttPage {
  /// What differs from the plan that it started from, and which notices are no longer right; empty
  /// for a plan from nothing.
  var replan: String {
    guard let news = report.news, let table = tables.replan else { return "" }
    let lines = [news.summary, news.notices].compactMap(\.self)
      .map { "<p>\(Markup.escaped($0))</p>" }
    let rows = table.rows.map { cells in
      "<tr>"
        + cells.dropFirst(2).reduce(
          "<th scope=\"row\"><bdi>\(Markup.escaped(cells[1].words))</bdi> (\(Markup.escaped(cells[0].words)))</th>"
        ) { $0 + "<td>\(Markup.escaped($1.words))</td>" } + "</tr>"
    }
    let heads = ["Practice"] + table.columns.dropFirst(2).map(\.title)
    let list =
      rows.isEmpty
      ? ""
      : "\n"
        + scrolling(
          "Against the plan it started from",
          listTable(heads, rows))
    return section(
      "replan", "Against the plan it started from", lines.joined(separator: "\n") + list)
  }

  /// A row for every practice of which a stage moved, went or came; empty without a revision before.
  var changes: String {
    guard let former = report.former, let table = tables.changes else { return "" }
    let title = "What changed since revision \(former.number)"
    if table.rows.isEmpty {
      return section("changes", title, "<p>Nothing: every date is the same.</p>")
    }
    let changes = tables.practiceChanges
    let rows = changes.map { change in
      "<tr><th scope=\"row\"><bdi>\(Markup.escaped(change.name))</bdi> "
        + "(\(Markup.escaped(change.code)))</th>"
        + change.cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
    }
    let heads = PracticeChange.heads
    return section(
      "changes", title,
      "<p>\(counted(changes.count, "practice")). The sections of the "
        + "practices have every stage.</p>\n"
        + scrolling(
          "What changed",
          listTable(heads, rows)))
  }

  /// A table of rows under their heads.
  private func listTable(_ heads: [String], _ rows: [String]) -> String {
    """
    <table class="list">
    <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
    <tbody>
    \(rows.joined(separator: "\n"))
    </tbody>
    </table>
    """
  }
}
