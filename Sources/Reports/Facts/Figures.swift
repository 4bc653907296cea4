/// Numbers as text, the same on every machine and without a locale.
enum Figures {
  /// A number with at most six decimals and no exponent: `1284.5`, `0.25`, `-3`.
  ///
  /// Written from a whole number of millionths, because the shortest text of a `Double` may be
  /// `1e-06`, which spreadsheets read as text in some locales.
  static func plain(_ value: Double, decimals: Int = 6) -> String {
    let scale = power(decimals)
    guard let scaled = Int(exactly: (value * scale).rounded()) else { return "\(value)" }
    let unit = Int(scale)
    let size = scaled.magnitude
    var fraction = decimals == 0 ? "" : String(size % UInt(unit))
    fraction = String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (scaled < 0 ? "-" : "") + String(size / UInt(unit))
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The value to six decimals, to the nearest.
  static func nearest(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  /// The largest value of six decimals that is not above this one.
  ///
  /// A bound is a promise, so it is never rounded up; a value that has six decimals keeps them.
  static func atMost(_ value: Double) -> Double {
    let close = nearest(value)
    return close <= value ? close : ((value * 1e6).rounded() - 1) / 1e6
  }

  /// A number for people: commas over 999, decimals only where it is small.
  static func words(_ value: Double, rounding: FloatingPointRoundingRule = .toNearestOrEven)
    -> String
  {
    let decimals = abs(value) < 100 ? 1 : 0
    let scale = power(decimals)
    return grouped(plain((value * scale).rounded(rounding) / scale, decimals: decimals))
  }

  /// A number of points, in words already, with its noun.
  static func points(_ words: String) -> String { words == "1" ? "1 point" : "\(words) points" }

  /// A whole number for people, as `1,284`.
  static func words(_ value: Int) -> String { grouped(String(value)) }

  /// A share for people, never below the true one: `1.8%`, `under 0.1%`.
  static func percentAtMost(_ share: Double) -> String {
    let percent = max(0, share * 100)
    if percent > 0, percent < 0.1 { return "0.1%" }
    // Ten decimals are dropped first, so that 0.018 is not taken for a little more than 1.8%.
    let tenths = ((percent * 1e10).rounded() / 1e9).rounded(.up)
    return plain(tenths / 10, decimals: 1) + "%"
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { product, _ in product * 10 }
  }

  private static func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1)
    let negative = text.hasPrefix("-")
    let digits = Array(parts[0].drop { $0 == "-" })
    var whole = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    return (negative ? "-" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
  }
}
