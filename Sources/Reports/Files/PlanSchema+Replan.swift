/// The part of the schema about replans.
extension PlanSchema {
  static let replan = """
        "replan": {
          "type": "object",
          "description": "What the plan started from; absent for a plan from nothing. The term moved counts go-lives that differ from those given here.",
          "required": ["as_of", "freeze", "practices"],
          "properties": {
            "as_of": { "$ref": "#/$defs/date", "description": "The day on which what is recorded was true; nothing new is planned before it." },
            "freeze": { "type": "string", "description": "How long from that day on go-lives are frozen, such as 6w." },
            "baseline": { "type": "string", "description": "The SHA-256 of the dates it started from, by which verify and accept find that plan among the accepted revisions; absent where it is not known." },
            "max_moves": { "type": "integer", "minimum": 0, "description": "The most go-lives that may differ; absent for no limit." },
            "practices": {
              "type": "array",
              "description": "A value per practice that the former plan schedules.",
              "items": {
                "type": "object",
                "description": "One practice of the former plan.",
                "required": ["ods_code", "go_live", "frozen", "overdue", "noticed_extract", "facts"],
                "properties": {
                  "ods_code": { "type": "string", "description": "The ODS code." },
                  "go_live": { "$ref": "#/$defs/optionalDate", "description": "The former go-live." },
                  "frozen": { "type": "boolean", "description": "Whether the go-live was so near that moving it costs 1000 times as much." },
                  "kept": { "type": "boolean", "description": "Whether the go-live was frozen and the region keeps such go-lives exactly." },
                  "overdue": { "type": "boolean", "description": "Whether what is on record leaves no dates from as_of on, so that some may lie before it." },
                  "noticed_extract": { "$ref": "#/$defs/optionalDate", "description": "The day of the extract for which the notice had been sent by as_of; null for none." },
                  "facts": {
                    "type": "array",
                    "description": "Stages taken as done as planned, because they lay before as_of and nobody recorded otherwise.",
                    "items": {
                      "type": "object",
                      "description": "One stage.",
                      "required": ["stage", "start", "finish"],
                      "properties": {
                        "stage": { "type": "string", "description": "The stage's id." },
                        "start": { "$ref": "#/$defs/date", "description": "The first day." },
                        "finish": { "$ref": "#/$defs/optionalDate", "description": "The last day; null for a stage under way." }
                      }
                    }
                  }
                }
              }
            }
          }
        },
    """
}
