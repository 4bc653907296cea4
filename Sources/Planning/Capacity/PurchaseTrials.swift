import Migrations

/// Takes steady units away as long as the whole recipe finds a plan without them.
///
/// A steady unit that is left away takes a slot out of every week at once, which ruin and recreate
/// seldom mends; prices and neighbourhoods do, or prove that it cannot be.
struct PurchaseTrials {
  let planner: WarmPlanner
  let model: Model
  let terms: PurchaseTerms
  /// Units of work for each try; see `Work.units`.
  private let work = 250

  /// A plan that needs no more, and mostly less.
  func shrunk(_ start: PurchaseSearch.Found, target: Double) -> PurchaseSearch.Found {
    var best = start
    var tried: Set<Int> = []
    while best.need.unmet == 0, best.need.cost > target + 0.5, !planner.mustStop {
      let key = best.need.units.keys.filter { !tried.contains($0) }
        .max { (total(best, $0), $1) < (total(best, $1), $0) }
      guard let key else { break }
      var units = best.need.units
      units[key] = (units[key] ?? 1) - 1
      if let found = plan(with: units, from: best.state), found.need.cost < best.need.cost - 0.5 {
        best = found
      } else {
        tried.insert(key)
      }
    }
    return best
  }

  private func total(_ found: PurchaseSearch.Found, _ key: Int) -> Double {
    Double(found.need.units[key] ?? 0) * terms.unitPrices[key] * Double(terms.periodCounts[key])
  }

  /// A plan of everybody that needs no more than so many units; nil if none was found.
  private func plan(with units: [Int: Int], from state: PlanState) -> PurchaseSearch.Found? {
    let steps = units.compactMap { key, count -> Variant.CapacityStep? in
      let sold = terms.onSale.indices.filter { terms.onSale[$0] && terms.resource(of: $0) == key }
      guard count > 0, let first = sold.first, let last = sold.last else { return nil }
      let periods = [first, last].map { model.rows.period(of: $0, timetable: model.timetable) }
      return Variant.CapacityStep(
        resource: model.region.resources[key].id, periods: periods[0]...periods[1],
        units: Double(count))
    }
    let more = model.with(capacitiesOf: planner.region.changing(steps))
    var options = planner.options
    options.start = [:]
    options.workLimit = work
    // Any plan with everybody in it will do.
    options.gap = 1e6
    let run = PlanningRun(
      model: more,
      warmth: Warmth(start: fitting(state, in: more), prices: planner.prices, patterns: []),
      options: options, cancellation: planner.cancellation)
    guard case .planned = run.outcome({ _ in }) else { return nil }
    var restated = PlanState(model: model)
    let generator = model.generator()
    for (practice, days) in run.best.days.enumerated() {
      guard let days else { return nil }
      restated.put(practice, days: days, model: model, generator: generator)
    }
    return PurchaseSearch.Found(restated, terms: terms)
  }

  /// The blocks of a plan that have room, one after the other; the others are put back where they
  /// can be.
  private func fitting(_ state: PlanState, in more: Model) -> PlanState {
    let generator = more.generator()
    var kept = PlanState(model: more)
    var rest: [Int] = []
    for block in more.blocks.indices {
      let members = more.blocks[block].members
      var trial = kept
      for member in members {
        if let days = state.days[member] {
          trial.put(member, days: days, model: more, generator: generator)
        }
      }
      if trial.room.allSatisfy({ $0 > -1e-6 }) { kept = trial } else { rest.append(block) }
    }
    let insertion = Insertion(model: more, generator: generator)
    for block in rest { insertion.insert(block, into: &kept) }
    return kept
  }
}
