/// The shape of plan.json for programs that read it.
public enum PlanSchema {
  /// JSON Schema 2020-12 of plan.json, with every field described; ends with a newline.
  public static var plan: String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A plan made by tranche",
      "description": "The record of a plan: every practice dated or left out, what that costs, what is proven of it, and the prices that prove it. Readers accept unknown fields and refuse a greater format. Dates are ISO 8601 civil dates; both ends of a span belong to it.",
      "type": "object",
      "required": ["format", "tool", "version", "seed", "status", "region", "inputs", "summary", "protected", "practices", "resources", "certificate", "work"],
      "properties": {
        "format": { "const": \(PlanJSONWriter.format), "description": "The version of this shape." },
        "tool": { "const": "tranche", "description": "The program that wrote the file." },
        "version": { "type": "string", "description": "The program's version." },
        "generated": { "type": "string", "description": "A date, or a time in UTC; present only where SOURCE_DATE_EPOCH or --today gave it." },
        "seed": { "type": "integer", "minimum": 0, "description": "The seed of the run. The same inputs and seed give the same plan where proof is optimal or within-gap." },
        "status": { "enum": ["draft", "accepted"], "description": "Whether the region has accepted the plan." },
        "region": {
          "type": "object",
          "description": "What was planned.",
          "required": ["name", "code", "start", "finish"],
          "properties": {
            "name": { "type": "string", "description": "The region's name." },
            "code": { "type": "string", "description": "The region's code; may be empty." },
            "start": { "$ref": "#/$defs/date", "description": "The first day on which a stage may lie." },
            "finish": { "$ref": "#/$defs/date", "description": "The last day on which a stage may lie." },
            "as_of": { "$ref": "#/$defs/date", "description": "The day on which the records were true; nothing off record starts before it. Absent if there is none." }
          }
        },
        "not_planned": {
          "type": "array",
          "description": "The practices of the files that are not planned because their status says so; they have no dates and no cost. Absent if there is none.",
          "items": {
            "type": "object",
            "description": "One practice.",
            "required": ["ods_code", "name", "status", "reason"],
            "properties": {
              "ods_code": { "type": "string", "description": "Its code." },
              "name": { "type": "string", "description": "Its name." },
              "status": { "enum": ["on hold", "live", "done", "cancelled", "declined", "closed"], "description": "What its status means." },
              "reason": { "type": "string", "description": "The status, with what the file says of it." }
            }
          }
        },
        "inputs": {
          "type": "array",
          "description": "Each file that was read, by name.",
          "items": {
            "type": "object",
            "description": "One file.",
            "required": ["file", "sha256"],
            "properties": {
              "file": { "type": "string", "description": "The file's name in the region folder." },
              "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "The SHA-256 of its bytes." }
            }
          }
        },
    \(summary)
    \(protected)
    \(practices)
    \(resources)
    \(branching)
    \(replan)
    \(reserves)
    \(asked)
        "work": { "type": "object", "additionalProperties": { "type": "integer" }, "description": "What the run did, in counts that repeat; never seconds." }
      },
      "$defs": {
        "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "A civil date." },
        "optionalDate": { "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "A civil date, or null for none." },
    \(priceLists)
        "price": { "type": "integer", "minimum": 0, "description": "In whole units of the certificate." },
        "terms": { "type": "object", "additionalProperties": { "type": "number" }, "description": "Points by term of the cost: delay, preference, late, avoid, weekday, squeeze, stretch, wait, moved, extra, unscheduled." }
      }
    }

    """
  }
}
