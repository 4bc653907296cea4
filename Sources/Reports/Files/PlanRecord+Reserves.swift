import Days
import Migrations

/// The reserves that a plan was asked to keep, in plan.json.
extension PlanRecord {
  /// The member `reserves`; nil where there are none.
  var reserves: JSONValue? {
    let reserves = report.region.reserves
    guard !reserves.isEmpty else { return nil }
    return .array(
      reserves.map { reserve in
        .object([
          "stage": .string(report.region.pathway.stages[reserve.stage].id.text),
          "at_least": .string(reserve.atLeast.description),
          "ods_code": .text(reserve.practice?.text),
        ])
      })
  }
}

/// The part of the schema about reserves.
extension PlanSchema {
  static let reserves = """
        "reserves": {
          "type": "array",
          "description": "Idle time that the plan was asked to keep; absent for none. Cost, bound and certificate are those of the region with it.",
          "items": {
            "type": "object",
            "description": "Idle time before one stage.",
            "required": ["stage", "at_least", "ods_code"],
            "properties": {
              "stage": { "type": "string", "description": "The stage's id." },
              "at_least": { "type": "string", "description": "How long it waits at least after the stage before it, such as 1w or 5wd." },
              "ods_code": { "type": ["string", "null"], "description": "The only practice that keeps it; null for every one without a stage on record." }
            }
          }
        },
    """
}
