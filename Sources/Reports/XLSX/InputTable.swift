import Days
import Migrations

/// The practices as they were understood, under the headings of practices.csv, so that the sheet
/// can be read back.
struct InputTable {
  let region: Region
  /// The practices as the region's files have them.
  let practices: [Practice]
  /// Those whose status says that they are not planned.
  let setAside: [SetAside]

  init(of report: PlanReport) {
    region = report.region
    practices = report.listed ?? report.region.practices
    setAside = report.region.setAside
  }

  private static let columns: [ReportTable.Column] = [
    ("ods_code", 10), ("practice_name", 34), ("source_system", 14), ("target_system", 14),
    ("pcn_code", 10), ("pcn_name", 26), ("icb_code", 10), ("icb_name", 20), ("postcode", 11),
    ("partner", 20), ("list_size", 9), ("preferred_date", 13), ("must_be_live_by", 13),
    ("not_before", 13), ("priority", 8), ("pinned_go_live", 13), ("pilot", 7), ("dispensing", 10),
    ("branches", 20), ("blackout", 30), ("contact_email", 24), ("notes", 40), ("status", 16),
  ].map { ReportTable.Column($0.0, $0.0, $0.1) }

  var table: ReportTable {
    var table = ReportTable(
      name: "practices",
      columns: Self.columns + region.otherColumnNames.map { ReportTable.Column($0, $0, 16) })
    table.rows =
      practices.map { row($0, status: "") }
      + setAside.map { row($0.practice, status: $0.words.isEmpty ? $0.state.rawValue : $0.words) }
    return table
  }

  private func row(_ practice: Practice, status: String) -> [CSVCell] {
    // A name of an ICB stands where a code would, if there was none.
    let isCode = practice.icb.map { $0.utf8.allSatisfy { $0 != 32 } } ?? true
    let others = practice.otherColumns.prefix(region.otherColumnNames.count)
    let cells: [CSVCell] = [
      .text(practice.code.text), .text(practice.name), .text(practice.source.text),
      .text(practice.target.text), .text(practice.pcn), .text(practice.pcnName),
      isCode ? .text(practice.icb) : .empty, isCode ? .empty : .text(practice.icb),
      .text(practice.postcode), .text(practice.partner?.text), .integer(practice.listSize),
      .days(practice.preferred), .day(practice.mustBeLiveBy), .day(practice.notBefore),
      .integer(practice.priority), .day(practice.pinnedGoLive),
      .text(practice.isPilot ? "yes" : "no"), .text(practice.isDispensing ? "yes" : "no"),
      .text(practice.branches.joined(separator: "; ")), .text(blackout(practice)),
      .text(practice.contactEmail), .text(practice.notes), .text(status),
    ]
    let missing = region.otherColumnNames.count - others.count
    return cells + others.map { .text($0) } + Array(repeating: .empty, count: missing)
  }

  /// The practice's blackouts; its other closures stand in closures.csv.
  private func blackout(_ practice: Practice) -> String {
    practice.closures.filter {
      $0.reason == "blackout" && $0.rule == .forbid
        && $0.stages == region.pathway.sensitiveStages
    }.map { "\($0.days.lowerBound.words) to \($0.days.upperBound.words)" }.joined(separator: "; ")
  }
}
