/// The running means of each row's excess and of its square (after Kingma and Ba, 2015).
struct Moments {
  private let momentum: Double
  private var first: [Double]
  private var second: [Double]
  /// What is left of the zeros that both began with.
  private var firstShare = 1.0
  private var secondShare = 1.0

  /// No excess yet; `momentum` is the share of the mean that a step keeps, below 1.
  init(count: Int, momentum: Double) {
    self.momentum = momentum
    first = [Double](repeating: 0, count: count)
    second = first
  }

  /// Begins a step, in which some rows' excesses are noted; that of all others is and was 0.
  mutating func begin() {
    firstShare *= momentum
    secondShare *= 0.99
  }

  /// Takes one row's excess in and says where its price should go: about 1 for an excess that stays.
  mutating func direction(_ row: Int, excess: Double) -> Double {
    first[row] = momentum * first[row] + (1 - momentum) * excess
    second[row] = 0.99 * second[row] + 0.01 * excess * excess
    guard first[row] != 0 else { return 0 }
    let mean = first[row] / (1 - firstShare)
    let square = second[row] / (1 - secondShare)
    // The constant keeps a row that is overused by a hair for the first time from a whole step.
    return mean / (square.squareRoot() + 0.05)
  }
}
