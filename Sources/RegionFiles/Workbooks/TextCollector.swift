/// Collects the text of an entry, without the readings that stand above East Asian text.
struct TextCollector {
  private var bytes: [UInt8] = []
  private var isText = false
  private var isReading = false
  /// Whether any part of the text is struck through.
  private(set) var isStruck = false

  /// The text so far, with characters that the format writes as `_xHHHH_` put back.
  var text: String { TextCollector.plain(String(decoding: bytes, as: UTF8.self)) }

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    isStruck = false
  }

  mutating func start(_ element: String, _ attributes: [String: String]) {
    if element == "rPh" { isReading = true }
    if element == "t" { isText = true }
    if element == "strike", Self.isOn(attributes["val"]) { isStruck = true }
  }

  mutating func end(_ element: String) {
    if element == "rPh" { isReading = false }
    if element == "t" { isText = false }
  }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if isText, !isReading { bytes.append(contentsOf: piece) }
  }

  /// Whether a flag of the format is set; it is where it has no value.
  static func isOn(_ value: String?) -> Bool {
    value.map { ["1", "true", "on"].contains($0) } ?? true
  }

  private static func plain(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      guard let code = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(code) else {
        return String(match.0)
      }
      return String(Character(scalar))
    }
  }
}
