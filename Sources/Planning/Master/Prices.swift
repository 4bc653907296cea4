import Migrations

/// What the master problem asks for its rows: the duals in the words of the field.
struct Prices: Sendable {
  /// Millionths of a point per unit, a value per resource row.
  var rows: [Double]
  /// Millionths of a point for each priced link row.
  var links = LinkPrices()

  init(count: Int) {
    rows = [Double](repeating: 0, count: count)
  }

  /// The prices as charges.
  func charges(of model: Model) -> PriceCharges {
    var goLive: [Int: [Double]] = [:]
    func add(_ practice: Int, _ days: ClosedRange<Int>, _ price: Double) {
      var row = goLive[practice] ?? [Double](repeating: 0, count: model.timetable.count)
      for day in days where row.indices.contains(day) { row[day] += price }
      goLive[practice] = row
    }
    for (row, price) in links where price > 0 {
      add(model.links[row.link].first, row.first, price)
      add(model.links[row.link].second, row.second, price)
    }
    return PriceCharges(prices: rows, goLive: goLive, rows: model.rows)
  }

  /// What all capacities are worth at these prices, in millionths of a point, never too little.
  func worth(of model: Model) -> Double {
    var worth = 0.0
    for (row, price) in rows.enumerated() where price > 0 {
      worth += (price * model.rows.capacity[row]).rounded(.up)
    }
    return worth + links.sum
  }

  /// These prices moved towards others by a weight from 0 to 1.
  func smoothed(towards other: Prices, weight: Double) -> Prices {
    guard weight > 0 else { return self }
    var smoothed = self
    for row in rows.indices {
      smoothed.rows[row] = weight * other.rows[row] + (1 - weight) * rows[row]
    }
    for (row, price) in links {
      smoothed.links[row] = weight * (other.links[row] ?? 0) + (1 - weight) * price
    }
    for (row, price) in other.links where links[row] == nil {
      smoothed.links[row] = weight * price
    }
    return smoothed
  }

  /// The same prices in whole units, as a plan's file states them.
  func rounded(to unit: Certificate.Unit) -> Prices {
    var rounded = self
    for row in rows.indices { rounded.rows[row] = Prices.round(rows[row], to: unit) }
    for (row, price) in links {
      let price = Prices.round(price, to: unit)
      rounded.links[row] = price > 0 ? price : nil
    }
    return rounded
  }

  /// Millionths to the nearest whole units, in millionths.
  private static func round(_ price: Double, to unit: Certificate.Unit) -> Double {
    let unit = Double(unit.millionths)
    return max(0, (price / unit).rounded() * unit)
  }
}
