import TrancheKit

/// What accepting a plan comes to: its files, what changes, and who must be told.
struct Acceptance {
  let report: PlanReport
  /// The revision before, if there is one.
  let old: PlanSnapshot?
  let former: RevisionRecord?
  let isPlainCSV: Bool
  let isASCII: Bool

  private var inputs: [String: String] {
    Dictionary(report.inputs.map { ($0.file, $0.sha256) }, uniquingKeysWith: { one, _ in one })
  }

  private var new: PlanSnapshot {
    var new = PlanSnapshot(of: report.plan, in: report.region, inputs: inputs, isAccepted: true)
    new.revision = (former?.revision ?? 0) + 1
    return new
  }

  /// The dates by place of the practice.
  var schedules: [Int: Schedule] {
    var schedules: [Int: Schedule] = [:]
    for planned in report.plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    return schedules
  }

  /// What the plan was made with that the region's files do not have; empty for nothing.
  private var madeWith: String {
    let words = report.region.asked.words
    return words.isEmpty
      ? "" : "\nMade with \(words), which the region's files do not have.\n"
  }

  /// What changes against the revision before.
  var comparison: PlanComparison? { old.map { PlanComparison(old: $0, new: new) } }

  /// Who must be told of what.
  var telling: Telling { Telling(from: old, to: new, in: report.region) }

  /// Whether the revision before has the same dates from the same inputs.
  var isSameAsBefore: Bool {
    guard let comparison else { return false }
    return comparison.isEmpty && comparison.inputs.isEmpty
  }

  /// What changes and who must be told, for people.
  var summary: String {
    let dated = new.entries.count { $0.goLive != nil }
    let changes =
      comparison.map { ComparisonText(isASCII: isASCII).text($0) }
      ?? "The first accepted plan: \(dated.grouped) of \(counted(new.entries.count, "practice")) "
      + "\(dated.form("has", "have")) dates.\n"
    let practices = Set(telling.items.map(\.practice)).count
    return changes + madeWith
      + "\nTo be told: \(counted(telling.items.count, "date")) of "
      + "\(counted(practices, "practice")) "
      + "(told.txt and told.csv name who).\n"
  }

  /// The files of the revision.
  func files() throws -> [OutputFile] {
    let style: CSVStyle = isPlainCSV ? .plain : .people
    let writers: [any PlanWriter] = [.json, .csv(style)]
    let changes =
      comparison.map { ComparisonText(isFull: true).text($0) } ?? "The first accepted plan.\n"
    return try writers.flatMap { try $0.files(for: report) } + [
      OutputFile(name: "changes.txt", text: changes + madeWith),
      OutputFile(name: "told.txt", text: telling.text),
      OutputFile(name: "told.csv", text: (isPlainCSV ? "" : "\u{FEFF}") + telling.csv),
    ]
  }

  /// The line of the history.
  func record(number: Int, plan: String, stamp: String?) -> RevisionRecord {
    var changes: [String: Int] = [:]
    if let comparison {
      for kind in PlanComparison.Kind.allCases where comparison.count(kind) > 0 {
        changes[kind.rawValue] = comparison.count(kind)
      }
    }
    return RevisionRecord(
      revision: number, folder: AcceptedHistory.folderName(of: number), plan: plan,
      inputs: inputs, accepted: stamp, cost: JSONText.points(report.plan.cost.withoutMoves),
      scheduled: report.plan.scheduledCount,
      unscheduled: report.plan.practices.count - report.plan.scheduledCount, changes: changes)
  }
}
