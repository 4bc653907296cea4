import Days
import Migrations

/// The tables of a report: one definition of each for every format.
///
/// Each table is a function in a file of its own; what they share is worked out once here.
struct ReportTables: Sendable {
  let report: PlanReport
  let keyDates: KeyDates
  let taskDates: TaskDates
  let thirdParties: ThirdPartyDates
  /// The codes of the only practices to tell of; nil for all.
  private(set) var only: Set<PracticeCode>?
  /// The entries of the revision before, by code.
  let former: [PracticeCode: PlanSnapshot.Entry]

  init(of report: PlanReport, only: Set<PracticeCode>? = nil) {
    self.report = report
    self.only = only
    keyDates = KeyDates(of: report.region)
    taskDates = TaskDates(of: report.region)
    thirdParties = ThirdPartyDates(of: report.region)
    former = Dictionary(
      (report.former?.plan.entries ?? []).map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one }
    )
  }

  /// The same tables about one practice alone.
  func telling(only code: PracticeCode) -> ReportTables {
    var tables = self
    tables.only = [code]
    return tables
  }

  var region: Region { report.region }

  /// The practices of the plan in its order.
  var practices: [(practice: Practice, planned: PlannedPractice)] {
    report.plan.practices.map { (report.region.practices[$0.practice], $0) }
      .filter { pair in only.map { $0.contains(pair.practice.code) } ?? true }
  }

  /// The practices that have dates, in the plan's order.
  var scheduled: [(practice: Practice, planned: PlannedPractice)] {
    practices.filter { !$0.planned.schedule.isEmpty }
  }

  /// Working days from one day to another; negative if the other is earlier.
  func workingDays(from old: Day, to new: Day) -> Int {
    region.calendar.number(of: new) - region.calendar.number(of: old)
  }

  /// The number of the plan's revision; nil for a draft.
  var revision: Int? { report.standing == .accepted ? report.revisions.last?.number : nil }
}
