import Days
import Migrations

/// gantt.html: the plan as one page that works without a network and without scripts.
public struct GanttHTMLWriter: PlanWriter {
  private let digest: SHA256Digest
  /// What the rows are grouped by when the page opens; the reader may choose another.
  public var grouping: GanttGrouping

  /// A writer of gantt.html.
  public init(digest: @escaping SHA256Digest, grouping: GanttGrouping = .route) {
    self.digest = digest
    self.grouping = grouping
  }

  /// `gantt.html`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let page = GanttPage(report, grouping: grouping)
    let sections = [
      page.answer, page.replan, page.plan, page.leftOut, page.capacity, page.months, page.keyDates,
      page.stages, page.periods, page.method,
    ]
    return [OutputFile(name: "gantt.html", text: page.document(sections).text(digest))]
  }
}

/// The sections of pages about a plan, and what they share.
struct GanttPage {
  let report: PlanReport
  let chart: GanttChart
  let grouping: GanttGrouping
  let tables: ReportTables

  init(_ report: PlanReport, grouping: GanttGrouping) {
    self.report = report
    self.grouping = grouping
    chart = GanttChart(of: report, grouping: grouping)
    tables = ReportTables(of: report)
  }

  /// A page of some sections.
  func document(_ sections: [String]) -> HTMLDocument {
    let size = ":root{--days:\(dayCount);--fit:\(Markup.number(zooms[0]))}"
    return HTMLDocument(
      title: report.title, subtitle: subtitle, style: PageText.style + size,
      script: PageText.script, definitions: definitions, sections: sections)
  }

  private var subtitle: String {
    let horizon = report.region.horizon.words
    let count = report.plan.practices.count
    let stamp = report.stamp.map { " Made on \($0.day.words)." } ?? ""
    return "\(report.standingWords) \(counted(count, "practice")), "
      + "\(horizon).\(stamp) Contains no patient data."
  }

  var answer: String {
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

  var leftOut: String {
    let all = WithoutDates.all(of: report)
    return [("left-out", "Left out", "left out"), ("not-planned", "Not planned", "not planned")]
      .compactMap { id, title, state in
        let items = all.filter { $0.state == state }.map { entry in
          let reason = entry.reason.isEmpty ? "" : ": \(entry.reason)"
          return "<li>\(label(entry.practice))\(Markup.escaped(reason))</li>"
        }
        if items.isEmpty { return nil }
        return section(id, title, "<ul>\n\(items.joined(separator: "\n"))\n</ul>")
      }.joined(separator: "\n")
  }

  /// A section with a heading.
  func section(_ id: String, _ title: String, _ content: String) -> String {
    """
    <section aria-labelledby="\(id)">
    <h2 id="\(id)">\(Markup.escaped(title))</h2>
    \(content)
    </section>
    """
  }

  /// A table that scrolls by itself where it is wider than the window.
  func scrolling(_ title: String, _ table: String) -> String {
    """
    <div class="scroll" role="region" aria-label="\(Markup.escaped(title)), table" tabindex="0">
    \(table)
    </div>
    """
  }

  /// A name in a direction of its own, then its code.
  func label(_ practice: Practice) -> String {
    "<bdi>\(Markup.escaped(practice.name))</bdi> (\(Markup.escaped(practice.code.text)))"
  }
}
