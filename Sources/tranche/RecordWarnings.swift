import TrancheKit

/// What is on record and breaks a rule: told, and never held against a plan.
enum RecordWarnings {
  /// A warning for each finding of the past.
  static func of(_ region: Region) -> [Diagnostic] {
    RecordChecks(of: region).findings().map { finding in
      Diagnostic(
        code: "W460", file: "actuals.csv", message: finding.message,
        why: "It has happened, so plans go on from it: rule \(finding.rule.rawValue).",
        fix: "correct the record if it is wrong.")
    }
  }
}
