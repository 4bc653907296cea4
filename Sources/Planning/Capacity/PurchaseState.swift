/// What a plan needs beyond the capacity that there is, in whole units, and what that costs.
struct PurchaseNeed {
  let terms: PurchaseTerms
  /// What is needed, by what is bought as one.
  private(set) var amounts: [Int: PurchaseAmount] = [:]
  /// Millionths of a point for it.
  private(set) var cost = 0.0
  /// Units short that are not on sale, or beyond what is allowed.
  private(set) var unmet = 0

  /// What a plan needs; what is beyond `limits`, where given, counts as unmet.
  init(_ state: PlanState, terms: PurchaseTerms, limits: [Int: PurchaseAmount]? = nil) {
    self.terms = terms
    for (row, room) in state.room.enumerated() where room < -1e-6 {
      guard terms.isOnSale(row) else {
        unmet += 1
        continue
      }
      let short = Int((-room - 1e-6).rounded(.up))
      let key = terms.key(of: row)
      if let limits { unmet += max(0, short - terms.units(of: limits[key], in: row)) }
      let known = amounts[key]
      let needed = PurchaseAmount(
        units: max(short, known?.units ?? 0), last: max(row, known?.last ?? row))
      cost += terms.price(of: needed) - (known.map { terms.price(of: $0) } ?? 0)
      amounts[key] = needed
    }
  }
}

/// What a practice is charged for units that would have to be bought for it.
struct PurchaseCharges: Charges {
  let room: [Double]
  let terms: PurchaseTerms
  /// What is bought already, by what is bought as one.
  let amounts: [Int: PurchaseAmount]
  /// How much more than its points a purchase counts, so that the least purchase comes first.
  let weight: Double
  /// Guiding prices in millionths of a point per unit of each row, or empty.
  let guide: [Double]
  let links: [Int: [Double]]
  /// The most of each thing; nil for no limit.
  var limits: [Int: PurchaseAmount]?

  func charge(row: Int, amount: Double) -> Double {
    let guided = guide.isEmpty ? 0 : (guide[row] * amount).rounded()
    let room = room[row]
    guard room < amount - 1e-6 else { return guided }
    guard terms.isOnSale(row) else { return guided + terms.noRoom }
    let short = Int((amount - room - 1e-6).rounded(.up))
    let known = Int(max(0, (-room - 1e-6).rounded(.up)))
    let key = terms.key(of: row)
    if let limits {
      // What is allowed is paid for; every unit beyond counts like a row without room.
      let beyond = short - max(terms.units(of: limits[key], in: row), known)
      return guided + Double(max(0, beyond)) * terms.beyond
    }
    // A row of its own is bought as short as it is; a steady purchase grows in units and in time.
    let bought =
      terms.mode == .steady ? amounts[key] : PurchaseAmount(units: known, last: row)
    let needed = PurchaseAmount(
      units: max(short, bought?.units ?? 0), last: max(row, bought?.last ?? row))
    let added = terms.price(of: needed) - (bought.map { terms.price(of: $0) } ?? 0)
    return guided + (weight * added).rounded()
  }

  func isFree(resource: Int) -> Bool { false }
  func goLiveCharges(practice: Int) -> [Double]? { links[practice] }
}
