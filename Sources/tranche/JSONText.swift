import FoundationEssentials
import TrancheKit

/// JSON for `--json`: sorted keys, so that the same answer is the same text.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// The same value with what would disturb a terminal escaped, which stands in strings only.
  private static func escaped(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 >= 0x7F }) else { return json }
    var safe = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar == "\n" || HarmlessText.shown(scalar) == scalar {
        safe.append(scalar)
      } else {
        safe.append(contentsOf: HarmlessText.escape(scalar).unicodeScalars)
      }
    }
    return String(safe)
  }

  /// A number of points as printed: to a millionth.
  static func points(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
