/// Texts as a workbook can hold them.
enum WorkbookText {
  /// The longest text of a cell, in characters of UTF-16.
  static let longest = 32_767

  /// The text for a cell: literal, whatever it looks like, and never longer than a cell.
  ///
  /// `_x0041_` is the format's own way to write a character, so a text that happens to look like
  /// one has its underscore written in that way. Controls are left to the library, which does it.
  static func cell(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var length = 0
    for (place, scalar) in scalars.enumerated() {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > longest - 8 {
        kept.append("…")
        break
      }
      if scalar == "_", isEscape(scalars, at: place) {
        kept.append(contentsOf: "_x005F_".unicodeScalars)
      } else {
        // Neither is a character of XML, and 0 would end the text in the library.
        kept.append(["\u{0}", "\u{FFFE}", "\u{FFFF}"].contains(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(kept)
  }

  /// The text for a note or a heading, where the library does not write controls in its own way.
  static func plain(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(8_000) {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
      kept.append(isControl || scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? " " : scalar)
    }
    return String(kept)
  }

  /// Whether `_xHHHH_` begins here.
  private static func isEscape(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place + 6 < scalars.count, scalars[place + 1] == "x", scalars[place + 6] == "_" else {
      return false
    }
    return scalars[(place + 2)...(place + 5)].allSatisfy { Character($0).isHexDigit }
  }
}
