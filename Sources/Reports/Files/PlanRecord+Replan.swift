import Days
import Migrations

/// The plan that a replan started from, in plan.json.
extension PlanRecord {
  /// The member `replan`; nil for a plan from nothing.
  var replan: JSONValue? {
    guard let baseline = report.region.baseline else { return nil }
    let codes = Set(baseline.goLives.keys).union(baseline.facts.keys).union(baseline.overdue)
    var members: [String: JSONValue] = [
      "as_of": .string(baseline.asOf.iso),
      "freeze": .string(baseline.freeze.description),
      "practices": .array(codes.sorted().map { practice($0, baseline) }),
    ]
    if let most = baseline.mostMoves { members["max_moves"] = .integer(most) }
    if let origin = baseline.origin { members["baseline"] = .string(origin) }
    return .object(members)
  }

  private func practice(_ code: PracticeCode, _ baseline: Baseline) -> JSONValue {
    let stages = report.region.pathway.stages
    let facts = (baseline.facts[code] ?? [:]).sorted { $0.key < $1.key }
      .filter { stages.indices.contains($0.key) }
    return .object([
      "ods_code": .string(code.text),
      "go_live": .text(baseline.goLives[code]?.iso),
      "frozen": .bool(baseline.frozen.contains(code)),
      "kept": .bool(baseline.kept.contains(code)),
      "overdue": .bool(baseline.overdue.contains(code)),
      "noticed_extract": .text(baseline.notices[code]?.iso),
      "facts": .array(
        facts.map { stage, fact in
          .object([
            "stage": .string(stages[stage].id.text), "start": .string(fact.start.iso),
            "finish": .text(fact.finish?.iso),
          ])
        }),
    ])
  }
}
