/// What the prices of a certificate prove, computed in whole numbers.
public struct ProvenBound: Hashable, Sendable {
  /// No plan costs less than this many millionths of a point, unless `isImpossible`.
  public let millionths: Int64
  /// The part of the practices: what each costs at least under the prices.
  public let practices: Int64
  /// The part of the capacities: what they are worth at the prices, taken off.
  public let capacities: Int64
  /// Entries of the certificate that prove nothing, as sentences; they are left out of the sums.
  public let faults: [String]
  /// Whether a practice that may not be left out has no legal dates, so that there is no plan.
  public let isImpossible: Bool

  /// The bound in points.
  public var points: Double { Double(millionths) / 1e6 }
}
