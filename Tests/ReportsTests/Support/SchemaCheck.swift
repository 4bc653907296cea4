import FoundationEssentials

/// A JSON value as it is read.
enum ReadJSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ReadJSON])
  case object([String: ReadJSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([ReadJSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: ReadJSON].self))
    }
  }

  static func read(_ text: String) throws -> ReadJSON {
    try JSONDecoder().decode(ReadJSON.self, from: Data(text.utf8))
  }

  subscript(_ key: String) -> ReadJSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var items: [ReadJSON] { if case .array(let values) = self { values } else { [] } }

  /// The type's name in JSON Schema.
  var typeNames: [String] {
    switch self {
    case .null: ["null"]
    case .bool: ["boolean"]
    case .number(let value): value == value.rounded() ? ["integer", "number"] : ["number"]
    case .string: ["string"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }
}

/// The part of JSON Schema 2020-12 that the schema of plan.json uses; any other keyword is a fault.
struct SchemaCheck {
  let root: ReadJSON
  private(set) var faults: [String] = []

  init(_ root: ReadJSON) { self.root = root }

  mutating func check(_ value: ReadJSON, against schema: ReadJSON, at path: String = "$") {
    guard case .object(let keywords) = schema else { return faults.append("\(path): no schema") }
    if keywords["description"] == nil { faults.append("\(path): not described") }
    for (keyword, wanted) in keywords {
      switch keyword {
      case "$schema", "title", "description", "$defs": continue
      case "$ref":
        let name = wanted.string?.split(separator: "/").last.map(String.init) ?? ""
        guard let target = root["$defs"]?[name] else {
          faults.append("\(path): no \(name)")
          continue
        }
        check(value, against: target, at: path)
      case "type":
        let types = wanted.string.map { [$0] } ?? wanted.items.compactMap(\.string)
        if value.typeNames.allSatisfy({ !types.contains($0) }) {
          faults.append("\(path): \(value.typeNames) is not \(types)")
        }
      case "const": if value != wanted { faults.append("\(path): not \(wanted)") }
      case "enum": if !wanted.items.contains(value) { faults.append("\(path): not in \(wanted)") }
      case "minimum":
        if let number = value.number, let least = wanted.number, number < least {
          faults.append("\(path): \(number) is below \(least)")
        }
      case "pattern":
        if let text = value.string, (try? pattern(wanted.string)).map({ text.contains($0) }) != true
        {
          faults.append("\(path): \(text) has another pattern")
        }
      case "required":
        for name in wanted.items.compactMap(\.string) where value[name] == nil {
          faults.append("\(path): lacks \(name)")
        }
      case "items":
        for (place, item) in value.items.enumerated() {
          check(item, against: wanted, at: "\(path)[\(place)]")
        }
      case "additionalProperties":
        if case .object(let members) = value {
          for member in members.values { faults += type(of: member, wanted, path) }
        }
      case "properties":
        guard case .object(let members) = value, case .object(let known) = wanted else { continue }
        for (name, member) in members {
          guard let schema = known[name] else {
            faults.append("\(path).\(name): not described")
            continue
          }
          check(member, against: schema, at: "\(path).\(name)")
        }
      default: faults.append("\(path): keyword \(keyword) is not known to this check")
      }
    }
  }

  private func type(of member: ReadJSON, _ schema: ReadJSON, _ path: String) -> [String] {
    guard let wanted = schema["type"]?.string, !member.typeNames.contains(wanted) else { return [] }
    return ["\(path): a member is not \(wanted)"]
  }

  private func pattern(_ text: String?) throws -> Regex<AnyRegexOutput> { try Regex(text ?? "") }
}
