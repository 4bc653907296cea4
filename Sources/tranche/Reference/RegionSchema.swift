/// The JSON Schema of region.toml, by which editors complete and underline, made from the reference.
///
/// It is written in draft 4 of JSON Schema, the only one that all editors' TOML extensions know.
/// A date of TOML is a text with the format `date` to them. The schema asks for the plain spelling:
/// words in small letters, and tables of a list written `[[so]]`.
struct RegionSchema {
  /// The name of the file that `init` writes beside region.toml.
  static let fileName = "region.schema.json"
  /// The first line of region.toml by which an editor finds that file.
  static let line = "#:schema ./\(fileName)\n"

  private let tables: [Reference.Table]

  /// The schema of the keys that a reference describes.
  init(_ reference: Reference) { tables = reference.tables }

  /// The schema of region.toml.
  static var text: String {
    get throws { try JSONText.of(RegionSchema(Reference(RegionReference.text)).tree) }
  }

  private static let top = "(top)"

  /// The schema as JSON.
  var tree: JSONTree {
    var definitions: [String: JSONTree] = [:]
    for table in tables where table.table != Self.top {
      definitions[table.table] = object(table)
    }
    if let resource = tables.first(where: { $0.table == "[[resource]]" }) {
      definitions[Self.shortForm] = shortForm(of: resource)
    }
    let root = tables.first { $0.table == Self.top }.map(object) ?? .object([:])
    return root.with([
      "$schema": .text("http://json-schema.org/draft-04/schema#"), "title": .text("region.toml"),
      "definitions": .object(definitions),
    ])
  }

  /// A table with its keys, and with those that it must have.
  private func object(_ table: Reference.Table) -> JSONTree {
    let properties = table.keys.map { key in
      (key.key, schema(of: key, in: table).with(["description": .text(description(of: key))]))
    }
    // [output] keeps keys that nobody reads yet.
    var members: [String: JSONTree] = [
      "type": .text("object"), "description": .text(table.meaning),
      "properties": .object(Dictionary(properties, uniquingKeysWith: { $1 })),
      "additionalProperties": .flag(table.table == "[output]"),
    ]
    let required = table.keys.filter { $0.standard == "required" }.map(\.key)
    if !required.isEmpty { members["required"] = .list(required.map(JSONTree.text)) }
    let choices = table.keys.compactMap { key in
      key.standard.hasPrefix(Self.either)
        ? Set([key.key, String(key.standard.dropFirst(Self.either.count))]) : nil
    }
    let either = Set(choices).map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { keys in
      Self.any(keys.map { .object(["required": .list([.text($0)])]) })
    }
    if !either.isEmpty { members["allOf"] = .list(either) }
    return .object(members)
  }

  private static let either = "required, or "
  private static let shortForm = "number or table"

  /// What a system or a partner may have instead of a number: a few keys of a resource.
  private func shortForm(of resource: Reference.Table) -> JSONTree {
    var table = Reference.Table(table: resource.table, meaning: "A capacity that changes.")
    table.keys = resource.keys.filter { ["capacity", "changes", "extra"].contains($0.key) }
      .map { $0.key == "capacity" ? $0.required : $0 }
    return object(table)
  }

  private func description(of key: Reference.Key) -> String {
    var parts = [key.meaning]
    if !key.unit.isEmpty { parts.append("Unit: \(key.unit).") }
    if !key.standard.isEmpty, !key.isRequired { parts.append("Default: \(key.standard).") }
    return parts.joined(separator: " ")
  }

  private func schema(of key: Reference.Key, in table: Reference.Table) -> JSONTree {
    switch key.type {
    case "table": .object(["allOf": .list([reference(to: key.key, in: table)])])
    case "tables":
      .object(["type": .text("array"), "items": reference(to: key.key, in: table)])
    case "number": key.limits.schema(.text("number"))
    case "whole number": key.limits.schema(.text("integer"))
    case "number or table":
      Self.any([key.limits.schema(.text("number")), Self.reference(to: Self.shortForm)])
    case "1 or table or text":
      Self.any([
        .object(["enum": .list([.integer(1), .text("patients")])]),
        reference(to: key.key, in: table),
      ])
    case "table of lengths": Self.table(of: Self.text(Self.length))
    case "table of columns": Self.table(of: .object(["type": .text("string")]))
    case "share":
      Self.any([Self.text("^ *[0-9.]+ *%$"), key.limits.schema(.text("number"))])
    case "two dates of stages":
      Self.list(of: Self.text("[.]")).with(["minItems": .integer(2), "maxItems": .integer(2)])
    case _ where key.type.hasPrefix("list of "):
      Self.any([text(key), Self.list(of: text(key))])
    default: text(key)
    }
  }

  /// A text of a kind, or one of the words of a key.
  private func text(_ key: Reference.Key) -> JSONTree {
    if case .words(let words) = key.limits {
      return .object(["type": .text("string"), "enum": .list(words.map(JSONTree.text))])
    }
    switch key.type {
    case "date": return Self.date
    case "date or \"MM-DD\"":
      return Self.any([Self.date, Self.text("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")])
    case "length": return Self.text(Self.length)
    case "length, or negative": return Self.text("^ *[-+]?" + Self.length.dropFirst())
    case "time": return Self.text("^[0-9.]+ *([sSmMhH]|[mM][iI][nN]) *$")
    case "short name": return Self.text("^ *[A-Za-z0-9_-]{1,64} *$")
    case "date of a stage": return Self.text("[.]")
    case "address": return Self.text("^ *[^ ]*@[^ ]* *$")
    case "text", "id", "date of a stage, or task": return Self.text("[^ ]")
    case _ where key.type.hasPrefix("list of "): return .object(["type": .text("string")])
    default: preconditionFailure("the reference has a type without a schema: \(key.type)")
    }
  }

  private static let date: JSONTree = .object(["type": .text("string"), "format": .text("date")])
  private static let length = "^ *[+]?[0-9 ]+[wW]?[dD]? *$"

  private static func text(_ pattern: String) -> JSONTree {
    .object(["type": .text("string"), "pattern": .text(pattern)])
  }

  private static func any(_ choices: [JSONTree]) -> JSONTree {
    .object(["anyOf": .list(choices)])
  }

  private static func list(of items: JSONTree) -> JSONTree {
    .object(["type": .text("array"), "items": items])
  }

  private static func table(of values: JSONTree) -> JSONTree {
    .object(["type": .text("object"), "additionalProperties": values])
  }

  /// The table that a key of another one holds, by the names of the reference: `[calendar]`,
  /// `[[stage]]`, `[calendar] closures`.
  private func reference(to key: String, in table: Reference.Table) -> JSONTree {
    let names =
      table.table == Self.top ? ["[\(key)]", "[[\(key)]]"] : ["\(table.table) \(key)"]
    guard let name = names.first(where: { name in tables.contains { $0.table == name } }) else {
      preconditionFailure("the reference has no table for \(key) of \(table.table)")
    }
    return Self.reference(to: name)
  }

  private static func reference(to name: String) -> JSONTree {
    // In a JSON pointer within an address, these cannot stand as they are.
    let address = name.replacing(" ", with: "%20").replacing("[", with: "%5B")
      .replacing("]", with: "%5D")
    return .object(["$ref": .text("#/definitions/\(address)")])
  }
}

extension Reference.Limits {
  /// The schema of a number of a type within the limits.
  fileprivate func schema(_ type: JSONTree) -> JSONTree {
    var members = ["type": type]
    if case .numbers(let least, let most) = self {
      members["minimum"] = .number(least)
      if let most { members["maximum"] = .number(most) }
    }
    return .object(members)
  }
}
