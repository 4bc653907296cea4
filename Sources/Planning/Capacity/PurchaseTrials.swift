import Migrations

/// Takes steady units and weeks away as long as the whole recipe finds a plan without them.
///
/// A steady unit that is left away takes a slot out of many weeks at once, which ruin and recreate
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
    var tried: Set<PurchaseCut> = []
    while best.need.unmet == 0, best.need.cost > target + 0.5, !planner.mustStop {
      guard let cut = best.need.dearestCut(besides: tried, stepByStep: true) else { break }
      if let found = plan(with: best.need.limits(after: cut), from: best.state),
        found.need.unmet == 0, found.need.cost < best.need.cost - 0.5
      {
        best = found
      } else {
        tried.insert(cut)
      }
    }
    return best
  }

  /// A plan of everybody that needs no more than so much; nil if none was found.
  private func plan(
    with amounts: [Int: PurchaseAmount], from state: PlanState
  ) -> PurchaseSearch.Found? {
    let steps = amounts.sorted { $0.key < $1.key }.compactMap {
      key, amount -> Variant.CapacityStep? in
      guard amount.units > 0 else { return nil }
      let rows = terms.rows(through: amount.last)
      let periods = [rows.lowerBound, rows.upperBound].map {
        model.rows.period(of: $0, timetable: model.timetable)
      }
      return Variant.CapacityStep(
        resource: model.region.resources[key].id, periods: periods[0]...periods[1],
        units: Double(amount.units))
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
