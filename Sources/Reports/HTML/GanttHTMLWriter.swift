import Days
import Migrations

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
    \(definitions)
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
}
