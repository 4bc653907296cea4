internal import Days
internal import Migrations

/// gantt.html: the plan as one page that works without a network and without scripts.
public struct GanttHTMLWriter: PlanWriter {
  /// What the rows are grouped by when the page opens; the reader may choose another.
  public var grouping: GanttGrouping

  /// A writer of gantt.html.
  public init(grouping: GanttGrouping = .route) { self.grouping = grouping }

  /// `gantt.html`.
  public func files(for report: PlanReport) -> [OutputFile] {
    [OutputFile(name: "gantt.html", text: GanttPage(report, grouping: grouping).text)]
  }
}

extension PlanWriter where Self == GanttHTMLWriter {
  /// gantt.html, the plan as one page.
  public static var html: GanttHTMLWriter { GanttHTMLWriter() }
}

/// The page, section by section, in the order in which it is read out.
struct GanttPage {
  let report: PlanReport
  let chart: GanttChart
  let grouping: GanttGrouping

  init(_ report: PlanReport, grouping: GanttGrouping) {
    self.report = report
    self.grouping = grouping
    chart = GanttChart(of: report, grouping: grouping)
  }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(PageText.policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Markup.escaped(report.title))</title>
    <style>
    \(PageText.style)
    </style>
    </head>
    <body>
    \(PageText.hatch)
    <a class="skip" href="#plan">Skip to the plan</a>
    <header>
    <h1>\(Markup.escaped(report.title))</h1>
    <p>\(subtitle)</p>
    </header>
    <main>
    \(answer)
    \(plan)
    \(leftOut)
    \(capacity)
    \(months)
    \(keyDates)
    \(stages)
    \(periods)
    \(method)
    </main>
    <div id="strip" role="status" hidden></div>
    <script>
    \(PageText.script)
    </script>
    </body>
    </html>

    """
  }

  private var subtitle: String {
    let horizon = report.region.horizon.words
    let count = report.plan.practices.count
    let stamp = report.stamp.map { " Made on \($0.day.words)." } ?? ""
    return Markup.escaped(
      "\(report.standingWords) \(Figures.words(count)) practice\(count == 1 ? "" : "s"), "
        + "\(horizon).\(stamp) Contains no patient data.")
  }

  private var answer: String {
    let items = PlanSentences(of: report).all.map { "<li>\(Markup.escaped($0))</li>" }
    return """
      <section class="answer" aria-labelledby="answer">
      <h2 id="answer">The answer</h2>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      </section>
      """
  }

  private var leftOut: String {
    let out = report.plan.practices.filter { $0.schedule.isEmpty }
    if out.isEmpty { return "" }
    let items = out.map { planned in
      let practice = report.region.practices[planned.practice]
      let reason = planned.reason.isEmpty ? "" : ": \(planned.reason)"
      return "<li><bdi>\(Markup.escaped(practice.name))</bdi> "
        + "(\(Markup.escaped(practice.code.text)))\(Markup.escaped(reason))</li>"
    }
    return """
      <section aria-labelledby="left-out">
      <h2 id="left-out">Left out</h2>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      </section>
      """
  }

  private var periods: String {
    if chart.bands.isEmpty { return "" }
    let rows = chart.bands.map { band in
      let dates =
        band.occurrences.isEmpty
        ? "not in the time shown" : band.occurrences.map(\.words).joined(separator: "; ")
      let cells = [
        dates, band.period.ruleWords, band.period.stageCodes(in: report.region.pathway),
        band.period.source,
      ]
      return "<tr><td>\(band.number)</td><th scope=\"row\">\(Markup.escaped(band.period.name))</th>"
        + cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
    }
    return """
      <section aria-labelledby="periods">
      <h2 id="periods">Protected periods</h2>
      <div class="scroll" role="region" aria-labelledby="periods" tabindex="0">
      <table class="list">
      <thead><tr><th scope="col">Number</th><th scope="col">Period</th><th scope="col">Dates</th>\
      <th scope="col">Rule</th><th scope="col">Stages</th><th scope="col">Source</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      </section>
      """
  }

  private var method: String {
    var lines = [
      "The plan minimises a cost in points over every rule of the region; the proof says how far "
        + "it can be from the best. Whoever doubts it can check the dates and the bound with "
        + "tranche verify, which shares no code with the search.",
      "A stage takes whole working days; both its dates belong to it. Lengths, waits and periods "
        + "are those of the region's files. What people, suppliers and lines will really do is "
        + "not known to the plan: dates are to be agreed with each practice.",
    ]
    lines += report.smallPrint
    return """
      <section aria-labelledby="method">
      <h2 id="method">Method and limits</h2>
      \(lines.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
      </section>
      """
  }
}
