/// The solution of a master problem as it was when it was solved.
///
/// A value of its own, because the master goes on: rows and columns that are added later have no
/// part in it.
struct MasterSolution: Sendable {
  /// The relaxation's value in millionths of a point.
  let value: Double
  /// The value of each pattern that the master had, in the order of `MasterProblem.patterns`.
  let patternValues: [Double]
  /// What the rows are worth.
  let prices: Prices
  /// The price of serving each block, in millionths of a point.
  private let serving: [Int: Double]

  init(value: Double, patternValues: [Double], prices: Prices, serving: [Int: Double]) {
    self.value = value
    self.patternValues = patternValues
    self.prices = prices
    self.serving = serving
  }

  /// The price of serving a block, in millionths of a point; 0 for one that took no part.
  func serving(_ block: Int) -> Double { serving[block] ?? 0 }
}
