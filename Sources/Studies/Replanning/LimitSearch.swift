/// The price at which few enough go-lives move: raised fivefold until they do, then bisected.
struct LimitSearch {
  private var low = 0.0
  private var high: Double?
  private var current = 20.0
  private var bisections = 0

  /// The next price to try, in points; nil when the search is over.
  var nextPrice: Double? { bisections > 4 || current > 100_000 ? nil : current }

  /// Takes the answer for the price of `nextPrice`.
  mutating func note(isWithin: Bool) {
    if isWithin { high = current } else { low = current }
    guard let high else {
      current *= 5
      return
    }
    bisections += 1
    current = (low + high) / 2
  }
}
