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
                    "price": { "type": "integer", "minimum": 0, "description": "The certificate's price, to the nearest thousandth of a point per unit." }
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
            "unit": { "enum": ["thousandths of a point", "1e-4", "1e-5", "1e-6"], "description": "What every price in this file is a whole number of, in points." },
            "bound": { "type": "number", "description": "No plan costs less, by these prices alone; rounded down." },
            "prices": { "$ref": "#/$defs/prices", "description": "The prices of resources." },
            "links": { "$ref": "#/$defs/links", "description": "The prices of links." }
          }
        },
    """
}
