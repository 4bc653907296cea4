import Days
import Migrations
import Planning

/// Plans found under a price on moves, stated by the true objective.
extension Replanner {
  /// A plan found under a price, with the costs of the true objective and the free plan's proof.
  func restated(_ plan: Plan, provenBy free: Plan) -> Plan {
    var restated = plan.costed(in: region)
    restated.bound = min(free.bound, restated.cost.total)
    restated.boundByPrices = min(free.boundByPrices, restated.cost.total)
    restated.certificate = free.certificate
    // Its own cases are of the problem with the price.
    restated.branching = free.branching
    if let cases = free.branching?.bound {
      restated.branching?.bound = min(cases, restated.cost.total)
    }
    restated.uses = uses(of: plan, pricedBy: free)
    restated.proof =
      restated.cost.total - (free.proof == .optimal ? free.cost.total : free.bound) < 1e-6
      ? .optimal : restated.gap <= options.gap ? .withinGap : .stopped
    return restated
  }

  /// What a plan uses, with the prices of another's certificate.
  private func uses(of plan: Plan, pricedBy free: Plan) -> [ResourceUse] {
    struct Key: Hashable {
      let resource: ResourceID
      let period: Int
    }
    func key(_ use: ResourceUse) -> Key {
      Key(resource: use.resource, period: use.period.number)
    }
    var uses: [Key: ResourceUse] = [:]
    for var use in plan.uses {
      use.price = 0
      uses[key(use)] = use
    }
    for use in free.uses where use.price > 0 {
      var found = uses[key(use)] ?? use
      if uses[key(use)] == nil { found.used = 0 }
      found.price = use.price
      uses[key(use)] = found
    }
    let order = Dictionary(
      region.resources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return uses.values.filter { $0.used > 0 || $0.price > 0 }.sorted {
      (order[$0.resource] ?? 0, $0.period) < (order[$1.resource] ?? 0, $1.period)
    }
  }
}
