import Files

/// How many columns of a terminal a text takes.
///
/// Small and our own, because the C library's `wcwidth` depends on the locale and counts scalars
/// where terminals draw whole characters. The ranges are the Wide and Fullwidth blocks of Unicode's
/// East Asian Width; rare symbols may still differ between terminals.
enum TerminalWidth {
  /// The columns of a text.
  static func of(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + of($1) } }

  /// The columns of one character: 0 if it leaves no mark, 2 if it is wide, else 1.
  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // The emoji variation selector turns a narrow symbol into a wide picture.
      if scalar == "\u{FE0F}" { return max(width, 2) }
      width = max(width, of(scalar))
    }
    return width
  }

  /// The columns of one scalar by itself.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    return wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
      ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
    0x20000...0x3FFFD,
  ]

  /// The text as it may go to a terminal, on one line.
  static func harmless(_ text: String) -> String { HarmlessText.line(text) }

  /// The text cut or padded with spaces to exactly so many columns.
  static func fitted(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    let cut = cut(text, to: width, ellipsis: ellipsis)
    return cut + String(repeating: " ", count: max(0, width - of(cut)))
  }

  /// The text cut with an ellipsis to at most so many columns, at whole characters.
  static func cut(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    let text = harmless(text)
    if of(text) <= width { return text }
    var kept = ""
    var used = of(ellipsis)
    for character in text {
      let next = of(character)
      if used + next > width { break }
      kept.append(character)
      used += next
    }
    return width < of(ellipsis) ? "" : kept + ellipsis
  }

  /// The text broken at spaces into lines of at most so many columns, later ones indented.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in harmless(text).split(separator: " ") {
      let margin = lines.isEmpty ? "" : String(repeating: " ", count: indent)
      if line.isEmpty {
        line = cut(margin + word, to: width)
      } else if of(line) + 1 + of(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = cut(String(repeating: " ", count: indent) + word, to: width)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
