/// Costs in whole millionths of a point, so that a sum of them is exact.
///
/// Nothing here may err in a proof's favour. What a practice pays is rounded down, and a cost beyond
/// the range is held at its end, which is lower still. What a capacity is worth is rounded up, and
/// beyond the range there is no number for it at all: whoever asks has to give the price up.
enum MicroPoints {
  /// No legal dates; more than any cost within `range`, and a sum of a few of them still fits.
  static let infinite = Int64.max / 8
  /// A threshold above every sum within `range` and below `infinite`.
  static let ceiling = Int64.max / 16
  /// What the prices of all that one practice could use may come to at most, so that every sum of
  /// its dates is exact and stays far below `ceiling`.
  static let range = 1e17
  /// The greatest single amount.
  private static let greatest: Int64 = 1_000_000_000_000_000

  /// Points rounded down, for what practices cost; what is no number costs nothing.
  static func down(_ points: Double) -> Int64 { lowered(points * 1e6) }

  /// A price times an amount, rounded down, for what a use costs.
  static func down(_ price: Int, times amount: Double) -> Int64 {
    lowered(Double(price) * amount)
  }

  /// A price times an amount, rounded up, for what a capacity is worth; nil if that is too much to
  /// be summed exactly.
  static func up(_ price: Int, times amount: Double) -> Int64? {
    let worth = (Double(price) * amount).rounded(.up)
    return worth >= 0 && worth < Double(greatest) ? Int64(worth) : nil
  }

  private static func lowered(_ number: Double) -> Int64 {
    guard !number.isNaN else { return 0 }
    let whole = number.rounded(.down)
    guard whole < Double(greatest) else { return greatest }
    return whole > -Double(greatest) ? Int64(whole) : -greatest
  }
}
