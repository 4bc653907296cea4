import Days
public import Migrations

/// What one file of a plan's folder says otherwise than another.
public struct PlanDifference: Hashable, Sendable {
  /// The practice concerned; nil where a whole file cannot be compared.
  public var practice: PracticeCode?
  /// The file that differs from plan.json, or plan.json itself where it contradicts itself.
  public var file: String
  /// Practice, stage and both dates, as a sentence without its full stop.
  public var message: String

  /// How to mend it, whatever differs.
  public static let fix =
    "plan again (tranche plan --pin for a date that is agreed); tranche verify --plan stages.csv "
    + "judges dates made by hand."
}

extension PlanDifference {
  /// The differences as errors: the first ones in full, then how many more there are.
  static func diagnostics(_ differences: [PlanDifference], in folder: String) -> [Diagnostic] {
    let most = 10
    var diagnostics = differences.prefix(most).map { difference in
      Diagnostic(code: "E404", file: difference.file, message: difference.message, fix: fix)
    }
    if differences.count > most {
      diagnostics.append(
        Diagnostic(
          code: "E404", file: "plan.json",
          message:
            "the files of \(folder) differ in \(counted(differences.count - most, "more place"))",
          fix: fix))
    }
    return diagnostics
  }
}
