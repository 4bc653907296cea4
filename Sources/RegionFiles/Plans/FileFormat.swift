import FoundationEssentials

/// The number in `format` of plan.json, looked at before anything else is.
///
/// A later version may have given every other key another meaning or kind, so nothing of a file of
/// another format is decoded.
enum FileFormat {
  /// The one format that this version writes and reads.
  static let known = 1

  /// What a JSON file says of its format where that is not the known one; nil if it is, if the
  /// file does not say, or if it is no JSON object, which decoding it will say better.
  static func other(in bytes: [UInt8]) -> String? {
    guard let header = try? JSONDecoder().decode(Header.self, from: Data(bytes)) else { return nil }
    return header.other
  }

  private struct Header: Decodable {
    /// The format as it is written, if it is not the known one.
    var other: String?

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      guard values.contains(.format) else { return }
      if let number = try? values.decode(Int.self, forKey: .format) {
        other = number == FileFormat.known ? nil : String(number)
      } else if let number = try? values.decode(Double.self, forKey: .format) {
        other = String(number)
      } else if let text = try? values.decode(String.self, forKey: .format) {
        other = "\"\(text.prefix(20).filter { !$0.isNewline })\""
      } else {
        other = "of no kind that this version knows"
      }
    }

    private enum Key: CodingKey { case format }
  }
}
