/// A way to need less: fewer units of something, or the same for fewer periods.
struct PurchaseCut: Hashable {
  /// What is bought as one.
  let key: Int
  /// Periods fewer; 0 for a unit fewer.
  let periods: Int
}

extension PurchaseNeed {
  /// The cut that would save the most, besides some; nil if there is no other.
  ///
  /// Periods are cut by powers of two, so that a purchase for two years comes to its length in a
  /// few tries.
  func dearestCut(besides tried: Set<PurchaseCut>, stepByStep: Bool = false) -> PurchaseCut? {
    var dearest: (saving: Double, cut: PurchaseCut)?
    for key in amounts.keys.sorted(by: >) {
      guard let amount = amounts[key] else { continue }
      let count = terms.mode == .steady ? terms.rows(through: amount.last).count : 1
      var periods = 0
      while periods < count {
        let cut = PurchaseCut(key: key, periods: periods)
        let saving = terms.price(of: amount) - price(after: cut)
        if !tried.contains(cut), saving > dearest?.saving ?? 0 { dearest = (saving, cut) }
        periods = periods == 0 ? 1 : stepByStep ? count : 2 * periods
      }
    }
    return dearest?.cut
  }

  /// What may be bought after a cut, with everything else as it is needed.
  func limits(after cut: PurchaseCut) -> [Int: PurchaseAmount] {
    var limits = amounts
    if let amount = amounts[cut.key] {
      limits[cut.key] =
        cut.periods == 0
        ? PurchaseAmount(units: amount.units - 1, last: amount.last)
        : PurchaseAmount(units: amount.units, last: amount.last - cut.periods)
    }
    return limits
  }

  private func price(after cut: PurchaseCut) -> Double {
    limits(after: cut)[cut.key].map { terms.price(of: $0) } ?? 0
  }
}
