import Days
import Migrations

/// What stands behind the plan: the protected periods that apply, the method, its limits.
extension GanttPage {
  var periods: String {
    if chart.bands.isEmpty { return "" }
    let rows = chart.bands.map { band in
      let dates =
        band.occurrences.isEmpty
        ? "not in the time shown" : band.occurrences.map(\.words).joined(separator: "; ")
      let cells = [
        dates, band.period.ruleWords, band.period.stageCodes(in: report.region.pathway),
        inside(band), band.period.source,
      ]
      return "<tr><td>\(band.number)</td><th scope=\"row\">\(Markup.escaped(band.period.name))</th>"
        + cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
    }
    return """
      <section aria-labelledby="periods">
      <h2 id="periods">Protected periods</h2>
      <div class="scroll" role="region" aria-label="Protected periods, table" tabindex="0">
      <table class="list">
      <thead><tr><th scope="col">Number</th><th scope="col">Period</th><th scope="col">Dates</th>\
      <th scope="col">Rule</th><th scope="col">Stages</th><th scope="col">Practices inside</th>\
      <th scope="col">Source</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      </section>
      """
  }

  /// How many practices have which of its stages inside a period.
  private func inside(_ band: GanttChart.Band) -> String {
    let rows = chart.rowsByGoLive
    let counts = band.period.stages.sorted().compactMap { place -> String? in
      guard report.region.pathway.stages.indices.contains(place) else { return nil }
      let count = rows.count { row in
        band.occurrences.contains { $0.overlaps(row.bars[place].days) }
      }
      return count == 0
        ? nil : "\(report.region.pathway.stages[place].code) \(Figures.words(count))"
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }

  var method: String {
    var lines = [
      "The plan minimises a cost in points over every rule of the region; the proof says how far "
        + "it can be from the best. Whoever doubts it can check the dates and the bound with "
        + "tranche verify, which shares no code with the search.",
      "A stage takes whole working days; both its dates belong to it. Lengths, waits and periods "
        + "are those of the region's files. What people, suppliers and lines will really do is "
        + "not known to the plan: dates are to be agreed with each practice.",
    ]
    lines.append(
      "How it is made again: tranche plan with the same files, the seed \(report.plan.seed) and "
        + "the same limits; tranche verify checks these dates in a second.")
    if !report.slack.isEmpty {
      lines.append(
        "Slack of a stage: working days by which it could be later with every other date where it "
          + "is. Slack of a practice: by which all its dates could be, with nobody else moving.")
    }
    lines += report.smallPrint
    return """
      <section aria-labelledby="method">
      <h2 id="method">Method and limits</h2>
      \(lines.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
      </section>
      """
  }
}
