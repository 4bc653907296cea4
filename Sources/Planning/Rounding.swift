import Migrations

/// How far sums of costs may be off because costs are counted in whole millionths of a point.
struct Rounding {
  /// Millionths of a point by which a bound is stated lower, so that whoever rounds each cost down,
  /// as the checker does, finds it proven; 0 where every cost is a whole number of millionths.
  let slack: Double

  init(of model: Model) {
    let region = model.region
    // Each end of a stage may be rounded, and each use of a period.
    let events = Rounding.isExact(region) ? 0 : 2 * region.pathway.stages.count + 2
    let unit = Double(model.priceUnit.millionths)
    let uses = model.practices.reduce(0) { sum, chain in
      sum + 60 * chain.terms.count { ($0.amount * unit).rounded() != $0.amount * unit }
    }
    slack = (1.5 * Double(events * region.practices.count + uses)).rounded(.up)
  }

  /// The slack of a bound that rests on these prices, in millionths of a point.
  ///
  /// The rule lets a millionth pass over a capacity, and uses that are no whole numbers may reach it:
  /// whoever proves the bound counts it as worth its price.
  func slack(of prices: Prices, in model: Model) -> Double {
    let region = model.region
    guard region.practices.contains(where: { $0.listSize == nil }) else { return slack }
    return prices.rows.indices.reduce(slack) { sum, row in
      let price = prices.rows[row]
      guard price > 0, region.resources[model.rows.resource(of: row)].amount == .patients else {
        return sum
      }
      return sum + price * 1e-6 + 1
    }
  }

  private static func isExact(_ region: Region) -> Bool {
    let objective = region.objective
    let mean = region.meanListSize
    var costs = [objective.weekday, objective.squeeze, objective.stretch, objective.wait]
    let protections =
      region.protectedPeriods.map(\.rule) + region.practices.flatMap(\.closures).map(\.rule)
    for case .avoid(let cost) in protections { costs.append(cost * objective.avoid) }
    for practice in region.practices {
      let weight = region.weight(of: practice, meanListSize: mean)
      costs += [
        objective.delay, objective.preference, objective.late, objective.unscheduled,
      ].map { $0 * weight }
    }
    if region.baseline != nil { costs += [objective.moved, objective.movedPerDay] }
    return costs.allSatisfy {
      let millionths = $0 * ScaledObjective.unit
      return abs(millionths - millionths.rounded()) < 1e-6 * max(1, abs($0))
    }
  }
}
