import Migrations

/// A practice that has no dates, and why: left out by the plan, or not planned at all.
struct WithoutDates: Sendable {
  let practice: Practice
  /// `left out`, or `not planned`.
  let state: String
  let reason: String

  /// All of a report, those left out first, each in the order of the region's files.
  static func all(of report: PlanReport) -> [WithoutDates] {
    report.plan.practices.filter { $0.schedule.isEmpty }.map {
      WithoutDates(
        practice: report.region.practices[$0.practice], state: "left out", reason: $0.reason)
    }
      + report.region.setAside.map {
        WithoutDates(practice: $0.practice, state: "not planned", reason: "\($0.reason)")
      }
  }

  /// The practice, its state and why, in one sentence.
  var sentence: String {
    let text = "\(practice.label) is \(state)" + (reason.isEmpty ? "" : ": \(reason)")
    return text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }
}
