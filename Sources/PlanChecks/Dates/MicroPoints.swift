/// Costs in whole millionths of a point, so that a sum of them is exact.
enum MicroPoints {
  /// More than any cost; a sum of a few of them still fits.
  static let infinite = Int64.max / 8
  /// A threshold above every real cost and below `infinite`.
  static let ceiling = Int64.max / 16

  /// Points rounded down, for what practices cost.
  static func down(_ points: Double) -> Int64 { whole((points * 1e6).rounded(.down)) }

  /// Thousandths of a point times an amount, rounded down, for what a use costs.
  static func down(thousandths: Int, times amount: Double) -> Int64 {
    whole((Double(thousandths) * amount * 1_000).rounded(.down))
  }

  /// Thousandths of a point times an amount, rounded up, for what a capacity is worth.
  static func up(thousandths: Int, times amount: Double) -> Int64 {
    whole((Double(thousandths) * amount * 1_000).rounded(.up))
  }

  /// A whole number that fits; a cost beyond all sense becomes the ceiling instead of a trap.
  private static func whole(_ number: Double) -> Int64 {
    number.magnitude < 1e15 ? Int64(number) : (number < 0 ? -1 : 1) * 1_000_000_000_000_000
  }
}
