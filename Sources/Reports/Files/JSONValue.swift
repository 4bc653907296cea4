import Files

/// A JSON value that is always written the same way: sorted keys, two spaces, no exponent.
///
/// Foundation's encoder is not used because its number format and its layout are not promised to
/// stay, and a record whose bytes are compared needs both.
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case whole(String)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A whole number.
  static func integer(_ value: some BinaryInteger) -> JSONValue { .whole(String(value)) }

  /// A string, or null for nil.
  static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// The value with lines of at most about 140 columns and a newline at the end.
  var text: String {
    var text = ""
    write(into: &text, indent: 0)
    return text + "\n"
  }

  /// The value on one line, safe between the tags of an HTML script element.
  var inlineForHTML: String {
    inline.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
  }

  /// The value on one line.
  private var inline: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .whole(let digits): digits
    case .number(let value): value.isFinite ? Figures.plain(value) : "null"
    case .string(let value): JSONValue.quoted(value)
    case .array(let values): "[" + values.map(\.inline).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }
        .map { JSONValue.quoted($0.key) + ": " + $0.value.inline }.joined(separator: ", ") + "}"
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func write(into text: inout String, indent: Int) {
    let margin = String(repeating: "  ", count: indent + 1)
    func block(_ open: String, _ close: String, _ entries: [(String, JSONValue)]) {
      // Things without parts of their own stay on one line where it is short enough to read.
      if entries.allSatisfy({ $0.1.isLeaf }) {
        let line = inline
        if line.utf8.count + margin.utf8.count <= 140 || entries.isEmpty { return text += line }
      }
      text += open
      for (place, entry) in entries.enumerated() {
        text += (place == 0 ? "\n" : ",\n") + margin + entry.0
        entry.1.write(into: &text, indent: indent + 1)
      }
      text += "\n" + margin.dropLast(2) + close
    }
    switch self {
    case .array(let values): block("[", "]", values.map { ("", $0) })
    case .object(let members):
      block(
        "{", "}",
        members.sorted { $0.key < $1.key }.map { (JSONValue.quoted($0.key) + ": ", $0.value) })
    default: text += inline
    }
  }

  /// A string between quotes; what would disturb a terminal is escaped.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return "\"\(value)\"" }
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where HarmlessText.shown(scalar) != scalar: text += HarmlessText.escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
