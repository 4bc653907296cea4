/// Text as people type it: without the spaces around it, whatever kind of space they are.
enum Trimming {
  /// The text without white space, no-break spaces and invisible marks at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    // Most texts have nothing to trim, which their first and last byte tell.
    if let first = text.utf8.first, let last = text.unicodeScalars.last?.value,
      (33...126).contains(first),
      (33...126).contains(last)
    {
      return String(text)
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[first...last])
    return String(kept)
  }

  /// The text in lower case with only its letters and digits, by which headings and names match.
  static func folded(_ text: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || isDigit(scalar) {
      folded.append(scalar)
    }
    return String(folded)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }
}
