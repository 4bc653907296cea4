/// The part of the schema about the proof by cases.
extension PlanSchema {
  static let branching = """
        "branching": {
          "type": "object",
          "description": "A proof by cases; absent where the certificate's prices alone prove as much. The first branch is the whole region. A branch is split by one date of one practice into parts that hold all plans, or proven by prices of its own, which count as in the certificate with the practices kept to what the branch assumes. The least of what the unsplit branches prove holds for every plan.",
          "required": ["bound", "gap", "branches"],
          "properties": {
            "bound": { "type": "number", "description": "No plan costs less; rounded down. summary.bound goes by it." },
            "gap": { "type": "number", "minimum": 0, "description": "(cost - bound) / max(cost, 1) with this bound." },
            "branches": {
              "type": "array",
              "description": "The branches; the parts of one come after it.",
              "items": {
                "type": "object",
                "description": "Either prices and links, as in the certificate, or a split.",
                "properties": {
                  "prices": { "$ref": "#/$defs/prices", "description": "The prices of an unsplit branch." },
                  "links": { "$ref": "#/$defs/links", "description": "The link prices of an unsplit branch." },
                  "ods_code": { "type": "string", "description": "The practice by whose date the branch is split." },
                  "stage": { "type": "string", "description": "The id of the stage whose date it is." },
                  "edge": { "enum": ["start", "finish"], "description": "Whether it is the stage's start or its finish." },
                  "latest": { "$ref": "#/$defs/date", "description": "The last day of the earlier part." },
                  "left_out": { "type": ["integer", "null"], "minimum": 1, "description": "The place, from 0, of the part in which the practice is left out; null where it may not be." },
                  "by": { "type": "integer", "minimum": 1, "description": "The place of the part in which the date is on latest or before." },
                  "after": { "type": "integer", "minimum": 1, "description": "The place of the part in which the date is after latest." }
                }
              }
            }
          }
        },
    """

  /// Prices as the certificate and every branch state them.
  static let priceLists = """
        "prices": {
          "type": "array",
          "description": "The prices above 0 of resources, by resource and period.",
          "items": {
            "type": "object",
            "description": "One price.",
            "required": ["resource", "period", "price"],
            "properties": {
              "resource": { "type": "string", "description": "The resource's id." },
              "period": { "$ref": "#/$defs/date", "description": "The day, or the Monday of the week." },
              "price": { "$ref": "#/$defs/price", "description": "In whole units of the certificate, per unit of the resource." }
            }
          }
        },
        "links": {
          "type": "array",
          "description": "The prices above 0 of links: at most one of the two practices goes live within its days. Each that does is charged the price; the capacity is 1.",
          "items": {
            "type": "object",
            "description": "One link row.",
            "required": ["first", "second", "first_from", "first_to", "second_from", "second_to", "price", "meaning"],
            "properties": {
              "first": { "type": "string", "description": "The ODS code of the link's first practice." },
              "second": { "type": "string", "description": "The ODS code of the link's second practice." },
              "first_from": { "$ref": "#/$defs/date", "description": "The first go-live day of the first practice that counts." },
              "first_to": { "$ref": "#/$defs/date", "description": "The last go-live day of the first practice that counts." },
              "second_from": { "$ref": "#/$defs/date", "description": "The first go-live day of the second practice that counts." },
              "second_to": { "$ref": "#/$defs/date", "description": "The last go-live day of the second practice that counts." },
              "price": { "$ref": "#/$defs/price", "description": "In whole units of the certificate; its sign in the bound is minus." },
              "meaning": { "type": "string", "description": "The row in words." }
            }
          }
        },
    """
}
