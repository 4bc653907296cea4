import FoundationEssentials

/// JSON for `--json`: sorted keys, so that the same answer is the same text.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// A number of points as printed: to a millionth.
  static func points(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
