import Days
import Migrations

/// What a plan was asked to keep in reserve.
extension PlanSentences {
  /// A sentence for each reserve.
  var reserves: [String] {
    report.region.reserves.map { reserve in
      let stage = report.region.pathway.stages[reserve.stage].name.lowercased()
      let who =
        reserve.practice.map { code in
          report.region.practices.first { $0.code == code }.map(\.label) ?? code.text
        } ?? "every practice"
      return "In reserve for \(who): at least \(reserve.atLeast.words) before \(stage)."
    }
  }
}
