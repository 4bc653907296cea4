import Days
import Migrations

/// The tables about the plan itself: what changed, what is protected, what was found.
extension ReportTables {
  /// A row for every stage whose dates differ from the revision before; nil without one.
  var changes: ReportTable? {
    guard let before = report.former else { return nil }
    var table = ReportTable(
      name: "changes",
      columns: [
        .init("ods_code", "ODS code", 10), .init("practice_name", "Practice", 34),
        .init("stage_code", "Code", 6), .init("change", "Change", 10),
        .init("was_start", "Start was", 13), .init("now_start", "Start now", 13),
        .init("was_finish", "Finish was", 13), .init("now_finish", "Finish now", 13),
        .init("moved_working_days", "Moved, working days", 10), .init("reason", "Why", 60),
        .init("from_revision", "From revision", 9), .init("to_revision", "To revision", 9),
      ])
    let entries = report.snapshot.entries
    let now = Set(entries.map(\.code))
    let gone = before.plan.entries.filter { !now.contains($0.code) }
    for (old, new) in entries.map({ (former[$0.code], Optional($0)) }) + gone.map({ ($0, nil) }) {
      guard let entry = new ?? old, only.map({ $0.contains(entry.code) }) ?? true else { continue }
      for change in changes(from: old, to: new) {
        table.rows.append([
          .text(entry.code.text), .text(entry.name), .text(change.code), .text(change.words),
          .day(change.was?.start), .day(change.now?.start), .day(change.was?.finish),
          .day(change.now?.finish),
          .integer(
            change.was.flatMap { was in
              change.now.map { workingDays(from: was.start, to: $0.start) }
            }), .text(new?.reason ?? "No longer in practices.csv."), .integer(before.number),
          .integer(revision),
        ])
      }
    }
    return table
  }

  private struct Change {
    let code: String
    let was: StageDates?
    let now: StageDates?
    var words: String { was == nil ? "added" : now == nil ? "removed" : "moved" }
  }

  private func changes(from old: PlanSnapshot.Entry?, to new: PlanSnapshot.Entry?) -> [Change] {
    func stages(_ entry: PlanSnapshot.Entry?) -> [String: StageDates] {
      Dictionary(
        (entry?.stages ?? []).map { ($0.code, $0.dates) }, uniquingKeysWith: { one, _ in one })
    }
    let (was, now) = (stages(old), stages(new))
    let order = region.pathway.stages.map(\.code)
    let others = Set(was.keys).union(now.keys).subtracting(order).sorted()
    return (order + others).filter { was[$0] != now[$0] }.map {
      Change(code: $0, was: was[$0], now: now[$0])
    }
  }

  /// A row for every occurrence of a protected period in the horizon.
  var protected: ReportTable {
    var table = ReportTable(
      name: "protected",
      columns: [
        .init("period_id", "Id", 18), .init("name", "Period", 30), .init("from", "From", 13),
        .init("to", "To", 13), .init("rule", "Rule", 34), .init("stages", "Stages", 16),
        .init("touching", "Go-lives inside", 10), .init("source", "Source", 70),
      ])
    let goLives = scheduled.map { $0.planned.schedule[region.pathway.goLive].start }
    for period in region.protectedPeriods {
      for days in period.occurrences(touching: region.horizon) {
        let inside =
          period.stages.contains(region.pathway.goLive)
          ? goLives.count(where: days.contains) : 0
        table.rows.append([
          .text(period.id), .text(period.name), .day(days.lowerBound), .day(days.upperBound),
          .text(period.ruleWords), .text(period.stageCodes(in: region.pathway)),
          .integer(inside), .text(period.source),
        ])
      }
    }
    return table
  }

  /// A row for everything that was found about the inputs and the plan.
  var findings: ReportTable { Self.findings(report.findings) }

  /// A row for everything that was found.
  static func findings(_ findings: [ReportFinding]) -> ReportTable {
    ReportTable(
      name: "findings",
      columns: [
        .init("kind", "Kind", 12), .init("code", "Code", 8), .init("place", "Where", 34),
        .init("message", "What", 80), .init("fix", "What to do", 60),
      ],
      rows: findings.map {
        [.text($0.kind), .text($0.code), .text($0.place), .text($0.message), .text($0.fix)]
      })
  }
}
