/// Numbers as printed in tables.
enum Numbers {
  /// So many digits after the point; `-` for none.
  static func text(_ value: Double?, digits: Int = 2) -> String {
    guard let value, value.isFinite else { return "-" }
    var unit = 1.0
    for _ in 0..<digits { unit *= 10 }
    let scaled = (abs(value) * unit).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    let sign = value < 0 && whole > 0 ? "-" : ""
    let base = Int(unit)
    guard digits > 0 else { return sign + String(whole) }
    let fraction = String(whole % base)
    return sign + String(whole / base) + "."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// The middle value; the mean of the two middle ones of an even number; nil of none.
  static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
