/// Marks within a text that nobody sees: zero-width spaces, direction marks, byte order marks.
enum InvisibleMarks {
  /// The bytes without them, no-break spaces made plain ones, and where the first was left out.
  static func removed(from bytes: [UInt8]) -> (bytes: [UInt8], first: Int?) {
    guard bytes.contains(where: { $0 == 0xE2 || $0 == 0xEF || $0 == 0xC2 }) else {
      return (bytes, nil)
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var first: Int?
    var index = 0
    while index < bytes.count {
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (bytes[index], second, third) {
      case (0xC2, 0xA0, _):
        kept.append(32)
        index += 2
      case (0xE2, 0x80, 0xAF):
        kept.append(32)
        index += 3
      // Joiners (8C, 8D) are left in: they shape letters and pictures.
      case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE),
        (0xE2, 0x81, 0xA0), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF):
        first = first ?? kept.count
        index += 3
      default:
        kept.append(bytes[index])
        index += 1
      }
    }
    return (kept, first)
  }
}
