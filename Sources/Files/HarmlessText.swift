/// Text as it may go to a terminal: nothing in it moves the cursor, changes colours, rings, hides
/// or turns the direction of the line.
///
/// Names and values come from files that anybody may have made, and a terminal obeys what it is
/// sent. Control characters (C0, DEL and C1) become U+FFFD, so that one sees that something was
/// there; the line and paragraph separators become spaces; characters that have no look of their
/// own (direction marks, zero-width ones, tags) are left out, save the joiners that some scripts and
/// emoji are written with.
public enum HarmlessText {
  /// A text on one line: line ends and tabs become spaces, too.
  public static func line(_ text: String) -> String { cleaned(text, keepsLines: false) }

  /// A text of several lines, which keeps its line ends, its tabs and a byte order mark in front.
  public static func lines(_ text: String) -> String { cleaned(text, keepsLines: true) }

  /// What stands for a character on a line; nil for one that is left out.
  public static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // Most text is ASCII, which needs no look into the tables of Unicode.
    if (0x20...0x7E).contains(scalar.value) { return scalar }
    switch scalar {
    case "\n", "\r", "\t": return " "
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control: return "\u{FFFD}"
    case .lineSeparator, .paragraphSeparator: return " "
    case .format: return scalar == "\u{200C}" || scalar == "\u{200D}" ? scalar : nil
    default: return scalar
    }
  }

  /// A character as JSON and JavaScript escape it, as one `\u` or two.
  public static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static func cleaned(_ text: String, keepsLines: Bool) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x20...0x7E).contains($0) || keepsLines && ($0 == 10 || $0 == 9)
    }
    if isPlain { return text }
    var safe = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if keepsLines, isLayout(at: index, of: scalars) {
        safe.append(scalar)
      } else if let shown = shown(scalar) {
        // A lone carriage return would let the rest be written over the line.
        safe.append(keepsLines && scalar == "\r" ? "\u{FFFD}" : shown)
      }
    }
    return String(safe)
  }

  private static func isLayout(
    at index: String.Index, of scalars: String.UnicodeScalarView
  ) -> Bool {
    switch scalars[index] {
    case "\n", "\t": true
    case "\r":
      scalars.index(after: index) < scalars.endIndex && scalars[scalars.index(after: index)] == "\n"
    case "\u{FEFF}": index == scalars.startIndex
    default: false
    }
  }
}
