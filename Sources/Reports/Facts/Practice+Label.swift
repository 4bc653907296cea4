import Migrations

/// Practices in running text.
extension Practice {
  /// The name and the code, as `Old Mill Surgery (L82003)`.
  var label: String { "\(plainName) (\(code))" }

  /// The name without the invisible controls that would turn the direction of what follows it.
  var plainName: String {
    var kept = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
