import Files

/// Text made safe for XML and HTML.
enum Markup {
  /// The text with the five special characters escaped, for elements and quoted attributes alike.
  ///
  /// Control characters, and what XML 1.0 cannot hold at all, become U+FFFD, and marks without a look
  /// are left out; a line end becomes a space, which is
  /// how both languages show it.
  static func escaped(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
      case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\r", "\t": safe.append(" ")
      case "\u{FFFE}", "\u{FFFF}": safe.append("\u{FFFD}")
      default:
        // Left open, a mark of direction would turn around what follows it on the page.
        if let shown = HarmlessText.shown(scalar) { safe.append(shown) }
      }
    }
    return String(safe)
  }

  /// A coordinate with at most two decimals.
  static func number(_ value: Double) -> String { Figures.plain(value, decimals: 2) }

  /// A share of the whole as a percentage with three decimals.
  static func percent(_ share: Double) -> String { Figures.plain(share * 100, decimals: 3) + "%" }
}

/// How wide Arial sets a text, close enough to decide what fits, with a tenth on top because
/// machines without Arial take a wider fallback.
///
/// A drawing that is placed by us alone cannot ask a browser, and the font's own tables are not
/// ours to ship.
enum ArialWidth {
  /// The width of a text in the unit of the font size.
  static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * (bold ? 1.2 : 1.1)
  }

  /// The text cut with an ellipsis so that it is no wider than this.
  static func fitted(_ text: String, width: Double, size: Double, bold: Bool = false) -> String {
    if of(text, size: size, bold: bold) <= width { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size, bold: bold) > width { kept.removeLast() }
    return kept + "…"
  }

  /// The text cut in its middle so that its last words stay, which tell resources of one holder
  /// apart.
  static func keepingEnd(_ text: String, width: Double, size: Double) -> String {
    if of(text, size: size) <= width { return text }
    let end = text.split(separator: " ").suffix(2).joined(separator: " ")
    let room = width - of(" \(end)", size: size)
    return room < width / 3
      ? fitted(text, width: width, size: size) : "\(fitted(text, width: room, size: size)) \(end)"
  }

  /// The text broken at spaces into lines no wider than this.
  static func lines(_ text: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, of("\(last) \(word)", size: size) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(fitted(String(word), width: width, size: size))
      }
    }
    return lines
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|": 0.24
    case "f", "t", "I", ".", ",", ":", ";", "!", "/", " ", "[", "]": 0.28
    case "r", "(", ")", "-", "`", "\"": 0.36
    case "c", "k", "s", "v", "x", "y", "z", "J": 0.51
    case "m", "w", "M": 0.84
    case "W", "@", "%", "…", "—": 1
    case "A"..."Z", "&", "+", "<", ">", "=": 0.72
    case _ where scalar.value < 0x300: 0.57
    case _ where TerminalWidth.of(scalar) == 0: 0
    case _ where scalar.value < 0x600: 0.75
    default: 1
    }
  }
}
