/// The parts of the schema about capacity and proof.
extension PlanSchema {
  static let resources = """
        "resources": {
          "type": "array",
          "description": "Every resource of the region, short forms expanded.",
          "items": {
            "type": "object",
            "description": "One resource.",
            "required": ["id", "name", "per", "periods"],
            "properties": {
              "id": { "type": "string", "description": "The resource's id." },
              "name": { "type": "string", "description": "The name in words." },
              "per": { "enum": ["week", "day"], "description": "The length of a period." },
              "periods": {
                "type": "array",
                "description": "The periods that are used or priced, by date.",
                "items": {
                  "type": "object",
                  "description": "One period.",
                  "required": ["period", "capacity", "used", "price"],
                  "properties": {
                    "period": { "$ref": "#/$defs/date", "description": "The day, or the Monday of the week." },
                    "capacity": { "type": "number", "minimum": 0, "description": "What there is." },
                    "used": { "type": "number", "minimum": 0, "description": "What the plan takes." },
                    "price": { "$ref": "#/$defs/price", "description": "The certificate's price, in whole thousandths of a point per unit." }
                  }
                }
              }
            }
          }
        },
        "certificate": {
          "type": "object",
          "description": "Prices that prove the bound: the sum over practices (or groups that go live together) of the cheaper of being left out and the cheapest own cost + price x use, minus the sum of price x capacity.",
          "required": ["unit", "prices", "links"],
          "properties": {
            "unit": { "const": "thousandths of a point", "description": "The unit of every price in this file." },
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
                  "price": { "$ref": "#/$defs/price", "description": "Whole thousandths of a point per unit." }
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
                  "price": { "$ref": "#/$defs/price", "description": "Whole thousandths of a point; its sign in the bound is minus." },
                  "meaning": { "type": "string", "description": "The row in words." }
                }
              }
            }
          }
        },
    """
}
