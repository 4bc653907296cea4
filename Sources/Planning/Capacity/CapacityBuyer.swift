public import Days
import Migrations

/// Finds the least extra capacity with which everybody is live by a date, as a whole plan.
///
/// A search with slots on sale finds a plan and what has to be bought for it; a relaxation proves
/// what has to be bought at least; then the plan is made the cheapest that the bought capacity
/// allows. One buyer asked for one date after another starts each from the last.
public final class CapacityBuyer {
  private let planner: WarmPlanner
  private let mode: PurchaseMode
  private let from: Day
  /// The moves of one search.
  private let moves: Int
  private var known: [[Int32]?]
  private var prices: Prices?
  private var patterns: [Pattern] = []

  /// A buyer for the region of a settled planner.
  ///
  /// - Parameters:
  ///   - from: the day from which there is more; nil for the region's start.
  ///   - moves: how long to search at most; a search that reaches the bound ends before.
  public init(_ planner: WarmPlanner, mode: PurchaseMode, from: Day? = nil, moves: Int = 2_000) {
    self.planner = planner
    self.mode = mode
    self.from = max(from ?? planner.region.horizon.lowerBound, planner.region.horizon.lowerBound)
    self.moves = moves
    known = planner.state.days
  }

  /// The least extra capacity for a date.
  ///
  /// - Parameter polishes: whether to make the plan the cheapest that the capacity allows; without,
  ///   it is the first that needs no more.
  public func buy(
    by date: Day, polishes: Bool = true, observe: (Planner.Progress) -> Void = { _ in }
  ) -> PurchaseOutcome {
    let region = planner.region
    let days = region.horizon.lowerBound...max(date, region.horizon.lowerBound)
    var variant = Variant(
      goLives: Dictionary(uniqueKeysWithValues: region.practices.indices.map { ($0, days) }))
    let model = planner.model(of: variant)
    let late = practices(thatCannotBeLiveIn: model)
    guard late.isEmpty else { return .tooEarly(late) }
    let terms = PurchaseTerms(
      model: model, mode: mode,
      days: from...max(from, min(region.horizon.upperBound, date + 28)))
    let (found, bound) = search(model, terms)
    guard found.need.unmet == 0, found.state.days.allSatisfy({ $0 != nil }) else {
      return .notFound
    }
    known = found.state.days
    let purchases = purchases(found.need, model)
    variant.capacities = purchases.map {
      Variant.CapacityStep(resource: $0.resource, periods: $0.periods, units: Double($0.units))
    }
    guard let plan = plan(variant, found.state, polishes: polishes, observe) else {
      return .notFound
    }
    return .bought(
      PurchasedPlan(
        by: date, purchases: purchases, bound: bound / ScaledObjective.unit, plan: plan,
        variant: variant))
  }

  /// Practices whose own rules leave nothing so early.
  private func practices(thatCannotBeLiveIn model: Model) -> [Int] {
    let generator = model.generator()
    return model.practices.indices.filter {
      model.blockOfPractice[$0] == nil
        || generator.best(model.practices[$0], charges: NoCharges()) == nil
    }
  }

  /// Searches and proves in turns, until both meet or the moves are used up.
  private func search(
    _ model: Model, _ terms: PurchaseTerms
  ) -> (found: PurchaseSearch.Found, bound: Double) {
    let search = PurchaseSearch(model: model, terms: terms, generator: model.generator())
    let stop = planner.stop
    var found = search.first(from: known)
    func go(_ moves: Int, target: Double, guide: [Double], seed: UInt64) {
      found = search.improve(
        found, moves: moves, target: target, guide: guide,
        seed: planner.options.seed &* 7919 &+ seed, stop: { stop.isNow })
    }
    go(moves / 8, target: 0, guide: [], seed: 1)
    if found.need.unmet == 0, found.need.cost == 0 { return (found, 0) }
    let free = model.withoutOwnCosts(threads: planner.options.threads)
    let generator = free.generator()
    let own = found.state.patterns(
      of: Array(free.blocks.indices), model: free, generator: generator)
    let relaxation = PurchaseRelaxation(
      terms: terms, stop: stop, threads: planner.options.threads)
    let proof = relaxation.run(
      free, start: own + patterns.filter { free.allows($0) }, prices: prices,
      target: found.need.unmet == 0 ? found.need.cost : .infinity, rounds: 80)
    prices = proof.prices
    if !proof.patterns.isEmpty { patterns = proof.patterns.suffix(20 * free.blocks.count) }
    let guide = proof.prices.rows.map { $0 * PurchaseSearch.weight / 2 }
    go(moves / 2, target: proof.bound, guide: guide, seed: 2)
    found = search.shrunk(
      found, moves: max(40, moves / 20), target: proof.bound, guide: guide,
      seed: planner.options.seed &+ 3, stop: { stop.isNow })
    if mode == .steady {
      found = PurchaseTrials(planner: planner, model: model, terms: terms)
        .shrunk(found, target: proof.bound)
    }
    go(moves / 4, target: proof.bound, guide: guide, seed: 4)
    return (found, min(proof.bound, found.need.cost))
  }

  private func purchases(_ need: PurchaseNeed, _ model: Model) -> [Purchase] {
    need.amounts.sorted { $0.key < $1.key }.map { _, amount in
      let rows = need.terms.rows(through: amount.last)
      let periods = [rows.lowerBound, rows.upperBound].map {
        model.rows.period(of: $0, timetable: model.timetable)
      }
      return Purchase(
        resource: model.region.resources[need.terms.resource(of: amount.last)].id,
        periods: periods[0]...periods[1], units: amount.units,
        cost: need.terms.price(of: amount) / ScaledObjective.unit)
    }
  }

  /// The plan of the dates found, or the cheapest that the same capacity allows.
  private func plan(
    _ variant: Variant, _ found: PlanState, polishes: Bool,
    _ observe: (Planner.Progress) -> Void
  ) -> Plan? {
    let model = planner.model(of: variant)
    var start = PlanState(model: model)
    let generator = model.generator()
    for (practice, days) in found.days.enumerated() {
      if let days { start.put(practice, days: days, model: model, generator: generator) }
    }
    let outcome =
      polishes
      ? planner.outcome(of: model, start: start, observe: observe)
      : planner.stated(start, in: model)
    guard case .planned(let plan) = outcome else { return nil }
    return plan
  }
}
