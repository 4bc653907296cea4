/// The parts of the schema about the plan itself.
extension PlanSchema {
  static let summary = """
        "summary": {
          "type": "object",
          "description": "The plan in figures and sentences. Points are rounded to six decimals.",
          "required": ["cost", "bound", "gap", "proof", "scheduled", "unscheduled", "first_go_live", "last_go_live", "sentences"],
          "properties": {
            "cost": {
              "type": "object",
              "description": "What the plan costs.",
              "required": ["total", "terms"],
              "properties": {
                "total": { "type": "number", "description": "Points in all." },
                "terms": { "$ref": "#/$defs/terms", "description": "The total by term." },
                "without_moved": { "type": "number", "description": "The total without what moves count: what people are told, and what plans are compared by." }
              }
            },
            "bound": { "type": "number", "description": "No plan costs less; rounded down, so never above what is proven." },
            "gap": { "type": "number", "minimum": 0, "description": "(cost - bound) / max(cost, 1)." },
            "proof": { "enum": ["optimal", "within-gap", "stopped", "impossible"], "description": "What is known of the distance between cost and bound." },
            "scheduled": { "type": "integer", "minimum": 0, "description": "Practices with dates." },
            "unscheduled": { "type": "integer", "minimum": 0, "description": "Practices left out." },
            "first_go_live": { "$ref": "#/$defs/optionalDate", "description": "The earliest go-live; null if there is none." },
            "last_go_live": { "$ref": "#/$defs/optionalDate", "description": "The latest go-live; null if there is none." },
            "sentences": { "type": "array", "items": { "type": "string", "description": "One sentence." }, "description": "The answer in words." }
          }
        },
    """

  static let protected = """
        "protected": {
          "type": "array",
          "description": "The protected periods that apply.",
          "items": {
            "type": "object",
            "description": "One period.",
            "required": ["id", "name", "rule", "cost", "stages", "source", "dates"],
            "properties": {
              "id": { "type": "string", "description": "The period's id." },
              "name": { "type": "string", "description": "The name in words." },
              "rule": { "enum": ["forbid", "avoid"], "description": "Whether listed stages are forbidden or priced." },
              "cost": { "type": "number", "minimum": 0, "description": "Points per working day of a listed stage; 0 where it forbids." },
              "stages": { "type": "array", "items": { "type": "string", "description": "One code, such as FD." }, "description": "The codes of the listed stages." },
              "source": { "type": "string", "description": "Where it comes from." },
              "dates": {
                "type": "array",
                "description": "Each time that it touches the region's horizon.",
                "items": {
                  "type": "object",
                  "description": "Both days inclusive.",
                  "required": ["from", "to"],
                  "properties": {
                    "from": { "$ref": "#/$defs/date", "description": "The first day." },
                    "to": { "$ref": "#/$defs/date", "description": "The last day." }
                  }
                }
              }
            }
          }
        },
    """

  static let practices = """
        "practices": {
          "type": "array",
          "description": "A value per practice, in the order of practices.csv.",
          "items": {
            "type": "object",
            "description": "One practice.",
            "required": ["ods_code", "name", "source_system", "target_system", "pcn_code", "status", "tranche", "cost", "terms", "reason", "earliest_go_live", "go_live", "stages", "tasks"],
            "properties": {
              "ods_code": { "type": "string", "description": "The ODS code." },
              "name": { "type": "string", "description": "The name, as in practices.csv." },
              "source_system": { "type": "string", "description": "The id of the system it leaves." },
              "target_system": { "type": "string", "description": "The id of the system it joins." },
              "pcn_code": { "type": ["string", "null"], "description": "The code of its primary care network; null for none." },
              "partner": { "type": ["string", "null"], "description": "The id of its delivery partner; null for none." },
              "contact_email": { "type": "string", "description": "Who is invited to its single events, as in practices.csv; absent if nobody is named." },
              "status": { "enum": ["scheduled", "pinned", "started", "done", "unscheduled"], "description": "How it stands." },
              "tranche": { "type": "string", "description": "The open window between protected periods that holds the go-live; empty for none." },
              "cost": { "type": "number", "description": "Its own points." },
              "terms": { "$ref": "#/$defs/terms", "description": "Its own points by term." },
              "reason": { "type": "string", "description": "Why it is on these dates or left out; may be empty." },
              "earliest_go_live": { "$ref": "#/$defs/optionalDate", "description": "The first go-live that every rule on this practice alone allows; null if none is." },
              "go_live": { "$ref": "#/$defs/optionalDate", "description": "The start of go-live; null if left out." },
              "stages": {
                "type": "array",
                "description": "Every stage in order; empty if left out.",
                "items": {
                  "type": "object",
                  "description": "One stage.",
                  "required": ["stage", "code", "start", "finish", "working_days"],
                  "properties": {
                    "stage": { "type": "string", "description": "The stage's id." },
                    "code": { "type": "string", "description": "The stage's code, such as FD." },
                    "start": { "$ref": "#/$defs/date", "description": "Its first working day." },
                    "finish": { "$ref": "#/$defs/date", "description": "Its last working day." },
                    "working_days": { "type": "integer", "minimum": 0, "description": "Working days from start to finish, both counted." }
                  }
                }
              },
              "tasks": {
                "type": "array",
                "description": "The tasks that follow from the stages; empty if left out.",
                "items": {
                  "type": "object",
                  "description": "One task.",
                  "required": ["id", "date"],
                  "properties": {
                    "id": { "type": "string", "description": "The task's id, such as pcse-notice." },
                    "date": { "$ref": "#/$defs/date", "description": "When it is due." }
                  }
                }
              }
            }
          }
        },
    """
}
