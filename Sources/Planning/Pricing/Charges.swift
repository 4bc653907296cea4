/// What a practice is charged besides its own cost: prices of rows, and rows without room.
protocol Charges {
  /// The charge in millionths of a point for `amount` units of a row; never negative.
  func charge(row: Int, amount: Double) -> Double
  /// Whether every row of a stretch is free for any amount, so that it may be passed over.
  func isFree(resource: Int) -> Bool
  /// The charge of a go-live day number of a practice, for links; nil if there is none.
  func goLiveCharges(practice: Int) -> [Double]?
}

/// No charge at all.
struct NoCharges: Charges {
  func charge(row: Int, amount: Double) -> Double { 0 }
  func isFree(resource: Int) -> Bool { true }
  func goLiveCharges(practice: Int) -> [Double]? { nil }
}

/// Prices of all rows, and of links by go-live day.
struct PriceCharges: Charges {
  /// Millionths of a point per unit, a value per row.
  let prices: [Double]
  /// Whether each resource has a price above 0.
  let priced: [Bool]
  /// Charges by go-live day for practices with priced links.
  let goLive: [Int: [Double]]

  init(prices: [Double], goLive: [Int: [Double]] = [:], rows: ResourceRows) {
    self.prices = prices
    self.goLive = goLive
    priced = rows.stretches.map { stretch in
      prices[stretch.base..<(stretch.base + stretch.count)].contains { $0 > 0 }
    }
  }

  func charge(row: Int, amount: Double) -> Double { prices[row] * amount }
  func isFree(resource: Int) -> Bool { !priced[resource] }
  func goLiveCharges(practice: Int) -> [Double]? { goLive[practice] }
}

/// Room left in rows by the rest of a plan, besides prices that guide.
///
/// A row without room for the amount is charged so much that any other way is cheaper; finite, so
/// that running sums over periods stay sums.
struct RoomCharges: Charges {
  /// Units left in each row.
  let room: UnsafePointer<Double>
  /// The charge for a row without room; see `Model.noRoom`.
  let noRoom: Double
  /// Guiding prices in millionths of a point per unit, or nil.
  let prices: UnsafePointer<Double>?
  /// The weight on the guiding prices.
  let weight: Double
  /// Charges by go-live day, for links that others' days forbid.
  let goLive: [Double]?

  func charge(row: Int, amount: Double) -> Double {
    // Whole millionths, so that sums with `noRoom` in them stay exact.
    let price = prices.map { ($0[row] * weight * amount).rounded() } ?? 0
    return room[row] < amount - 1e-6 ? price + noRoom : price
  }

  func isFree(resource: Int) -> Bool { false }
  func goLiveCharges(practice: Int) -> [Double]? { goLive }
}
