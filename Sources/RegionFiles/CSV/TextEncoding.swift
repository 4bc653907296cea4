/// How the bytes of a table are written, and the same text in UTF-8.
enum TextEncoding {
  /// What a file turned out to be.
  struct Decoded {
    /// The text in UTF-8, without a byte order mark.
    var bytes: [UInt8]
    /// The name of the encoding where it is not UTF-8.
    var name: String?
    /// Where in `bytes` the first character stands that made the file Windows-1252.
    var firstForeign: Int?
    /// Whether the last character of UTF-16 is cut in half.
    var isTruncated = false
  }

  /// Decodes UTF-8 with or without its mark, UTF-16 with its mark, and else Windows-1252.
  static func decode(_ bytes: [UInt8]) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, littleEndian: false) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    if String(validating: body, as: UTF8.self) != nil { return Decoded(bytes: body) }
    return windows1252(body)
  }

  private static func utf16(_ bytes: [UInt8], littleEndian: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
    }
    return Decoded(
      bytes: Array(String(decoding: units, as: UTF16.self).utf8), name: "UTF-16",
      isTruncated: bytes.count % 2 == 1)
  }

  private static func windows1252(_ bytes: [UInt8]) -> Decoded {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var foreign: Int?
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      if foreign == nil { foreign = text.count }
      let code = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
      text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
    return Decoded(bytes: text, name: "Windows-1252", firstForeign: foreign)
  }

  /// The characters of 0x80 to 0x9F; the five without one stand for themselves.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
