import Days
import Migrations

/// What was asked for beside the region's files, in plan.json.
extension PlanRecord {
  /// The member `asked`; nil where the files say everything.
  var asked: JSONValue? {
    let asked = report.region.asked
    guard !asked.isEmpty else { return nil }
    return .object([
      "settings": .array(
        asked.settings.map { .object(["key": .string($0.key), "value": .string($0.value)]) }),
      "additions": .array(asked.additions.map(JSONValue.string)),
      "pins": .array(
        asked.changes.pins.map {
          .object(["ods_code": .string($0.code.text), "go_live": .string($0.day.iso)])
        }),
      "blocks": .array(
        asked.changes.blocks.map {
          .object([
            "ods_code": .string($0.code.text), "from": .string($0.days.lowerBound.iso),
            "to": .string($0.days.upperBound.iso),
          ])
        }),
      "drops": .array(asked.changes.drops.map { .string($0.text) }),
    ])
  }
}

/// The part of the schema about what was asked for.
extension PlanSchema {
  static let asked = """
        "asked": {
          "type": "object",
          "description": "What was asked for beside the files of the region folder; absent for nothing. Cost, bound and certificate are those of the region with it.",
          "required": ["settings", "additions", "pins", "blocks", "drops"],
          "properties": {
            "settings": {
              "type": "array",
              "description": "Keys of region.toml with other values.",
              "items": {
                "type": "object",
                "description": "One key.",
                "required": ["key", "value"],
                "properties": {
                  "key": { "type": "string", "description": "The key, as system.tpp.go_lives_per_week." },
                  "value": { "type": "string", "description": "The value, as it would stand in the file." }
                }
              }
            },
            "additions": { "type": "array", "description": "Further files of practices, by path.", "items": { "type": "string", "description": "A path." } },
            "pins": {
              "type": "array",
              "description": "Agreed go-lives.",
              "items": {
                "type": "object",
                "description": "One practice's.",
                "required": ["ods_code", "go_live"],
                "properties": {
                  "ods_code": { "type": "string", "description": "The practice." },
                  "go_live": { "$ref": "#/$defs/day", "description": "Its go-live." }
                }
              }
            },
            "blocks": {
              "type": "array",
              "description": "Days on which a practice takes no final data, cutover, go-live or aftercare.",
              "items": {
                "type": "object",
                "description": "One practice's.",
                "required": ["ods_code", "from", "to"],
                "properties": {
                  "ods_code": { "type": "string", "description": "The practice." },
                  "from": { "$ref": "#/$defs/day", "description": "The first day." },
                  "to": { "$ref": "#/$defs/day", "description": "The last day." }
                }
              }
            },
            "drops": { "type": "array", "description": "Practices that drop out.", "items": { "type": "string", "description": "An ODS code." } }
          }
        },
    """
}
