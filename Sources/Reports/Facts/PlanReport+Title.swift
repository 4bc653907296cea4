import Days
import Migrations

/// What every artefact carries: whose plan, how firm, from which inputs.
extension PlanReport {
  /// The title, with DRAFT in words until the plan is accepted.
  var title: String {
    let region = region.name.isEmpty ? "Region" : region.name
    return "\(region): GP clinical-system migration plan" + (standing == .draft ? ", DRAFT" : "")
  }

  /// The status in words.
  var standingWords: String {
    guard standing == .accepted else { return "DRAFT: nobody has agreed to these dates yet." }
    return revisions.last.map { "Accepted plan, revision \($0.number)." } ?? "Accepted plan."
  }

  /// The first twelve digits of one fingerprint over all inputs, or nil where there are none.
  ///
  /// The inputs' own fingerprints are shown, file by file, because one that stands for all would
  /// need a hash function here.
  var fingerprints: String? {
    inputs.isEmpty
      ? nil : inputs.map { "\($0.file) \($0.sha256.prefix(12))" }.joined(separator: ", ")
  }

  /// The lines at the foot of every chart.
  var smallPrint: [String] {
    var first = "Made by tranche \(version)"
    if let stamp { first += " on \(stamp.day.words)" }
    first += ", seed \(plan.seed). \(standingWords) Contains no patient data."
    return [first] + (fingerprints.map { ["Inputs (SHA-256): \($0)."] } ?? [])
  }
}
