import Days

/// The table for people: aligned text, or Markdown.
extension SweepTable {
  private var headings: [String] {
    keys.map { SweepTable.shortName(of: $0) } + [
      "scheduled", "left out", "last go-live", "late", "cost", "gap", "ended",
    ]
  }

  private static func shortName(of key: String) -> String {
    key.split(separator: ".").last.map(String.init) ?? key
  }

  private func cells(_ row: SweepRow) -> [String] {
    let figures = row.figures
    func points(_ value: Double?, _ unit: String = "") -> String {
      value.map { plain($0) + unit } ?? "-"
    }
    return row.values + [
      "\(figures.scheduled)", "\(figures.unscheduled)", figures.lastGoLive?.shortWords ?? "-",
      "\(figures.late)", points(figures.cost), points(figures.gap.map { $0 * 100 }, "%"),
      figures.ending.words + (isCheapest(row) ? ", cheapest" : ""),
    ]
  }

  /// Whether no other row costs less; of equal ones all are.
  private func isCheapest(_ row: SweepRow) -> Bool {
    guard rows.count > 1, let cost = row.figures.cost,
      let least = rows.compactMap(\.figures.cost).min()
    else { return false }
    return cost == least
  }

  /// The table with aligned columns, each line ended, and what its rows must not be taken for.
  public var text: String {
    let all = [headings] + rows.map(cells)
    let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in all {
      var line = ""
      for (column, cell) in row.enumerated() { line += padded(cell, widths[column]) + "  " }
      while line.last == " " { line.removeLast() }
      text += "  " + line + "\n"
    }
    return text + "\n" + notes.map { $0 + "\n" }.joined()
  }

  /// The table in Markdown, each line ended.
  public var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return line(headings) + line(headings.map { _ in "---" })
      + rows.map { line(cells($0)) }.joined()
      + "\n" + notes.map { $0 + "\n" }.joined()
  }

  private var notes: [String] {
    var notes = [
      "Costs compare as far as the gaps allow: a row's best plan may cost less by up to its gap."
    ]
    let stopped = rows.count { $0.figures.ending == .stopped || $0.figures.ending == .outOfTime }
    if stopped > 0 {
      notes.append(
        "\(stopped) of \(counted(rows.count, "row")) \(stopped.form("was", "were")) stopped by a "
          + "limit; give \(stopped.form("it", "them")) more time before comparing.")
    }
    if rows.count < total { notes.append("\(rows.count) of \(counted(total, "row")).") }
    return notes
  }
}
