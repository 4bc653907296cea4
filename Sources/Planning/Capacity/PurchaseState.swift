/// What a plan needs beyond the capacity that there is, in whole units, and what that costs.
struct PurchaseNeed {
  let terms: PurchaseTerms
  /// Whole units by what is bought as one.
  private(set) var units: [Int: Int] = [:]
  /// Millionths of a point for them.
  private(set) var cost = 0.0
  /// Rows that are short and not on sale.
  private(set) var unmet = 0

  /// What a plan needs; what is beyond `limits`, where given, counts as unmet.
  init(_ state: PlanState, terms: PurchaseTerms, limits: [Int: Int]? = nil) {
    self.terms = terms
    for (row, room) in state.room.enumerated() where room < -1e-6 {
      guard terms.isOnSale(row) else {
        unmet += 1
        continue
      }
      let short = Int((-room - 1e-6).rounded(.up))
      let key = terms.key(of: row)
      if let limits, short > limits[key, default: 0] { unmet += short - limits[key, default: 0] }
      let known = units[key, default: 0]
      if short > known {
        cost += terms.price(of: row) * Double(short - known)
        units[key] = short
      }
    }
  }
}

/// What a practice is charged for units that would have to be bought for it.
struct PurchaseCharges: Charges {
  let room: [Double]
  let terms: PurchaseTerms
  /// Units bought already, by what is bought as one.
  let units: [Int: Int]
  /// How much more than its points a purchase counts, so that the least purchase comes first.
  let weight: Double
  /// Guiding prices in millionths of a point per unit of each row, or empty.
  let guide: [Double]
  let links: [Int: [Double]]
  /// The most units of each thing; nil for no limit.
  var limits: [Int: Int]?

  func charge(row: Int, amount: Double) -> Double {
    let guided = guide.isEmpty ? 0 : (guide[row] * amount).rounded()
    let room = room[row]
    guard room < amount - 1e-6 else { return guided }
    guard terms.isOnSale(row) else { return guided + terms.noRoom }
    let short = Int((amount - room - 1e-6).rounded(.up))
    let bought =
      terms.mode == .steady
      ? units[terms.key(of: row), default: 0] : Int(max(0, (-room - 1e-6).rounded(.up)))
    if let limits {
      // What is allowed is paid for; every unit beyond counts like a row without room.
      let beyond = short - max(limits[terms.key(of: row), default: 0], Int(max(0, -room)))
      return guided + Double(max(0, beyond)) * terms.beyond
    }
    return guided + (weight * terms.price(of: row) * Double(max(0, short - bought))).rounded()
  }

  func isFree(resource: Int) -> Bool { false }
  func goLiveCharges(practice: Int) -> [Double]? { links[practice] }
}
