public import Days
public import Migrations

/// How extra capacity is bought.
public enum PurchaseMode: String, Sendable, CaseIterable {
  /// So many units more in every period from the first on sale to the last that is short.
  case steady
  /// So many units more in single periods.
  case byWeek = "by-week"
}

/// Units of a resource that are bought.
public struct Purchase: Hashable, Sendable {
  /// The resource.
  public var resource: ResourceID
  /// The first days of the first and the last period in which there is more.
  public var periods: ClosedRange<Day>
  /// Whole units more in each of these periods.
  public var units: Int
  /// Points for all of them.
  public var cost: Double

  /// Units of a resource that are bought.
  public init(resource: ResourceID, periods: ClosedRange<Day>, units: Int, cost: Double) {
    self.resource = resource
    self.periods = periods
    self.units = units
    self.cost = cost
  }
}

/// The least extra capacity found with which everybody is live by a date.
public struct PurchasedPlan: Sendable {
  /// The last go-live day allowed.
  public var by: Day
  /// What is bought, by resource and date; empty if the date can be met without.
  public var purchases: [Purchase]
  /// Points that less extra capacity would cost, at least, for the date to be met.
  public var bound: Double
  /// The plan with what is bought, everybody live by the date.
  public var plan: Plan
  /// The capacities and days that the plan is judged by.
  public var variant: Variant

  /// Points for what is bought.
  public var extra: Double { purchases.reduce(0) { $0 + $1.cost } }
  /// (extra - bound) / max(extra, 1).
  public var gap: Double { max(0, (extra - bound) / max(extra, 1)) }
}

/// What asking for extra capacity comes to.
public enum PurchaseOutcome: Sendable {
  /// A plan that meets the date.
  case bought(PurchasedPlan)
  /// No capacity can help: the rules of these practices (by place) allow nothing so early.
  case tooEarly([Int])
  /// No plan was found within the limits.
  case notFound
}

/// An amount that is bought as one.
struct PurchaseAmount: Hashable, Sendable {
  /// Whole units more in each period.
  var units: Int
  /// The row of the last period in which there is more.
  var last: Int
}

/// What may be bought, and at which price.
struct PurchaseTerms: Sendable {
  let mode: PurchaseMode
  /// Millionths of a point per unit and period, by resource.
  let unitPrices: [Double]
  /// Millionths of a point for a row without room that is not on sale; see `Model.noRoom`.
  let noRoom: Double
  /// Millionths of a point for a unit beyond a limit: more than any dates of a practice cost.
  var beyond: Double { noRoom / 100 }
  /// Whether each row is on sale.
  let onSale: [Bool]
  /// The rows on sale of each resource, one after the other; nil for none.
  let rowsOnSale: [ClosedRange<Int>?]
  private let resourceOfRow: [Int32]

  /// Everything at its resource's price, in the periods that begin within some days.
  init(model: Model, mode: PurchaseMode, days: ClosedRange<Day>) {
    self.mode = mode
    noRoom = model.noRoom
    let region = model.region
    unitPrices = region.resources.map {
      ScaledObjective.scaled(max(0, $0.extraCost ?? region.objective.extra))
    }
    var onSale = [Bool](repeating: false, count: model.rows.count)
    var sold = [ClosedRange<Int>?](repeating: nil, count: region.resources.count)
    var resources = [Int32](repeating: 0, count: model.rows.count)
    for (place, stretch) in model.rows.stretches.enumerated() {
      let first = region.resources[place].period(containing: days.lowerBound)
      for row in stretch.base..<(stretch.base + stretch.count) {
        resources[row] = Int32(place)
        let period = model.rows.period(of: row, timetable: model.timetable)
        guard period >= first, period <= days.upperBound else { continue }
        onSale[row] = true
        sold[place] = (sold[place]?.lowerBound ?? row)...row
      }
    }
    self.onSale = onSale
    rowsOnSale = sold
    resourceOfRow = resources
  }

  func isOnSale(_ row: Int) -> Bool { onSale[row] }

  /// The resource (by place) of a row.
  func resource(of row: Int) -> Int { Int(resourceOfRow[row]) }

  /// What is bought as one: a resource, or one row of it.
  func key(of row: Int) -> Int { mode == .steady ? resource(of: row) : row }

  /// The rows in which there is more when something is bought up to a row on sale.
  func rows(through last: Int) -> ClosedRange<Int> {
    guard mode == .steady, let sold = rowsOnSale[resource(of: last)] else { return last...last }
    return sold.lowerBound...max(last, sold.lowerBound)
  }

  /// Millionths of a point for one unit up to a row on sale.
  ///
  /// It goes by the periods in which there is more, and not by the date that is asked for: what is
  /// enough for a date is enough for every later one, at the same price.
  func price(through last: Int) -> Double {
    unitPrices[resource(of: last)] * Double(rows(through: last).count)
  }

  /// Millionths of a point for an amount.
  func price(of amount: PurchaseAmount) -> Double {
    amount.units > 0 ? price(through: amount.last) * Double(amount.units) : 0
  }

  /// How many units of a row an amount of its key brings.
  func units(of amount: PurchaseAmount?, in row: Int) -> Int {
    guard let amount, row <= amount.last else { return 0 }
    return amount.units
  }

  /// The greatest number of millionths that every whole purchase is a multiple of, where all
  /// prices are the same; nil where they differ.
  var commonPrice: Double? {
    let prices = Set(unitPrices.indices.filter { rowsOnSale[$0] != nil }.map { unitPrices[$0] })
    return prices.count == 1 ? prices.first.flatMap { $0 > 0 ? $0 : nil } : nil
  }
}
