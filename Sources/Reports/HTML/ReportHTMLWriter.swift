import Days
import Migrations

/// report.html: everything about a plan in one page, to send on.
///
/// What gantt.html has, and: what changed, months as calendars, what is due, and a section for
/// each practice.
public struct ReportHTMLWriter: PlanWriter {
  private let digest: SHA256Digest
  /// What the rows are grouped by when the page opens; the reader may choose another.
  public var grouping: GanttGrouping

  /// A writer of report.html.
  public init(digest: @escaping SHA256Digest, grouping: GanttGrouping = .route) {
    self.digest = digest
    self.grouping = grouping
  }

  /// `report.html`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let page = GanttPage(report, grouping: grouping)
    let sections = [
      page.answer, page.replan, page.changes, page.plan, page.leftOut, page.calendar, page.capacity,
      page.periods, page.due, page.practices, page.method,
    ]
    return [OutputFile(name: "report.html", text: page.document(sections).text(digest))]
  }
}
