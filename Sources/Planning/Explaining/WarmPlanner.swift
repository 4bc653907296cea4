import Days
public import Migrations

/// Plans variants of a region, each from the plan, prices and columns of the region itself.
///
/// A variant differs in capacities or in the days of some go-lives (see `Variant`), so that dates,
/// prices and most columns carry over: a few rounds of column generation and a short search do
/// what a plan from nothing takes many times as long for. Cost, bound and gap are the variant's
/// own, proven as any plan's are.
public final class WarmPlanner {
  /// The region as it is.
  public let region: Region
  /// The plan of the region as it is.
  public private(set) var plan: Plan
  let model: Model
  let options: Planner.Options
  let cancellation: Cancellation
  let pool: PricingPool
  /// The region's plan as the search holds it.
  private(set) var state: PlanState
  /// The prices that proved most for the region.
  private(set) var prices: Prices
  private var patterns: [Pattern] = []

  /// A planner of variants.
  ///
  /// - Parameters:
  ///   - region: the region.
  ///   - plan: a plan of it, whose dates are kept and whose certificate gives the first prices.
  ///   - options: how to solve each variant, and when to stop.
  public init(
    region: Region, plan: Plan, options: Planner.Options,
    cancellation: Cancellation = Cancellation()
  ) {
    self.region = region
    self.plan = plan
    self.cancellation = cancellation
    model = Model(region: region, threads: options.threads)
    pool = PricingPool(model: model, threads: options.threads)
    prices = Prices(certificate: plan.certificate, model: model)
    var options = options
    options.start = plan.schedulesByPlace
    self.options = options
    state = WarmStart(
      insertion: Insertion(model: model, generator: model.generator()),
      schedules: options.start
    ).plan()
  }

  /// Solves the region itself again from its plan, so that its prices and columns are known.
  ///
  /// Returns what came of it; `plan` is the better of the two plans after it.
  @discardableResult
  public func settle(observe: (Planner.Progress) -> Void = { _ in }) -> Outcome {
    let run = PlanningRun(
      model: model, warmth: Warmth(start: state, prices: prices, patterns: []), options: options,
      cancellation: cancellation)
    let outcome = run.settled(observe)
    if case .planned(let found) = outcome {
      if found.cost.total < plan.cost.total - 1e-6 {
        plan = found
        state = run.best
      } else if found.bound > plan.bound {
        plan.bound = min(found.bound, plan.cost.total)
        plan.certificate = found.certificate
        plan.proof = found.proof
      }
    }
    prices = run.proof.prices
    keep(run)
    return outcome
  }

  /// Plans a variant.
  public func outcome(
    of variant: Variant, observe: (Planner.Progress) -> Void = { _ in }
  ) -> Outcome {
    let model = model(of: variant)
    if let hopeless = hopeless(model, variant) { return .impossible(hopeless) }
    let start = DisplacingStart(model: model, prices: prices)
      .plan(changed: Set(variant.goLives.keys), schedules: options.start)
    return outcome(of: model, start: start, observe: observe)
  }

  /// Plans the model of a variant from a plan that is legal in it.
  func outcome(
    of model: Model, start: PlanState, observe: (Planner.Progress) -> Void
  ) -> Outcome {
    let run = PlanningRun(
      model: model,
      warmth: Warmth(start: start, prices: prices, patterns: legal(patterns, in: model)),
      options: options, cancellation: cancellation)
    let outcome = run.outcome(observe)
    keep(run)
    guard case .planned = outcome, !cancellation.isCancelled else { return outcome }
    run.best = Homecoming(model: model, before: state, patterns: run.patterns, prices: prices)
      .settled(run.best, seed: options.seed, cancel: cancellation)
    return .planned(run.finishedPlan())
  }

  /// The region that a variant's plan is judged by.
  public func region(of variant: Variant) -> Region { region.changing(variant.capacities) }

  /// The model of a variant.
  func model(of variant: Variant) -> Model {
    var changed = model
    if !variant.capacities.isEmpty {
      changed = changed.with(capacitiesOf: region(of: variant))
    }
    guard !variant.goLives.isEmpty else { return changed }
    let days = variant.goLives.mapValues { range -> ClosedRange<Int> in
      let first = max(0, model.timetable.index(onOrAfter: range.lowerBound))
      let last = min(model.timetable.count - 1, model.timetable.index(onOrBefore: range.upperBound))
      // An empty stretch is one that no day number lies in.
      return first <= last ? first...last : model.timetable.count...model.timetable.count
    }
    return changed.with(goLives: days, mustGoLive: variant.mustGoLive)
  }

  /// Practices whose own rules leave none of the days asked for.
  private func hopeless(_ changed: Model, _ variant: Variant) -> Explanation? {
    let generator = changed.generator()
    let lost = variant.goLives.keys.sorted().filter {
      changed.blockOfPractice[$0] == nil
        || generator.best(changed.practices[$0], charges: NoCharges()) == nil
    }
    guard !lost.isEmpty else { return nil }
    let codes = lost.map { region.practices[$0].code }
    return Explanation(
      summary: "Its own rules do not allow these days.",
      clashes: [
        Explanation.Clash(
          rule: .pathway, practices: codes,
          message: "The own rules of \(codes.map(\.text).joined(separator: ", ")) allow no go-live "
            + "on these days.")
      ])
  }

  /// The patterns that a variant allows.
  private func legal(_ patterns: [Pattern], in changed: Model) -> [Pattern] {
    patterns.filter { pattern in
      zip(changed.blocks[pattern.block].members, pattern.goLives).allSatisfy { member, goLive in
        let chain = changed.practices[member]
        guard let goLive else { return chain.isCommitted == model.practices[member].isCommitted }
        let node = chain.nodes[chain.goLive]
        return goLive >= node.lower && goLive <= node.upper
      }
    }
  }

  /// Keeps the columns of a run that the region itself allows, for the next variant.
  private func keep(_ run: PlanningRun) {
    // Columns of one variant are legal in the region; too many would slow every later master.
    let known = patterns.count
    guard known < 20 * model.blocks.count else { return }
    var new = run.best.patterns(
      of: Array(model.blocks.indices), model: model, generator: model.generator())
    new += run.patterns.sorted { $0.key < $1.key }.flatMap { $0.value.suffix(12) }
    patterns += new.filter { pattern in
      zip(model.blocks[pattern.block].members, pattern.goLives).allSatisfy { member, goLive in
        goLive != nil || !model.practices[member].isCommitted
      }
    }
  }
}

extension Plan {
  /// The dates of each scheduled practice, by place in the region's list.
  public var schedulesByPlace: [Int: Schedule] {
    var schedules: [Int: Schedule] = [:]
    for planned in practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    return schedules
  }
}

extension PlanningRun {
  /// Runs the recipe to the prices at least, even where the plan is good enough already: it is
  /// prices and columns that variants start from.
  func settled(_ observe: (Planner.Progress) -> Void) -> Outcome {
    makeFirstPlan()
    solveRelaxation(observe)
    guard best.keepsCommitments(model) else { return outcome(observe) }
    return .planned(finishedPlan())
  }
}

extension Prices {
  /// The prices of a certificate, as far as the model has rows for them.
  init(certificate: Certificate, model: Model) {
    self.init(count: model.rows.count)
    let places = Dictionary(
      model.region.resources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for price in certificate.prices {
      guard let place = places[price.resource],
        let row = model.rows.row(of: place, period: price.period, timetable: model.timetable)
      else { continue }
      rows[row] = Double(price.thousandths) * 1_000
    }
    for price in certificate.links {
      func indices(_ days: ClosedRange<Day>) -> ClosedRange<Int>? {
        guard let first = model.timetable.index(of: days.lowerBound),
          let last = model.timetable.index(of: days.upperBound), first <= last
        else { return nil }
        return first...last
      }
      let link = model.links.firstIndex {
        model.region.practices[$0.first].code == price.first
          && model.region.practices[$0.second].code == price.second
      }
      guard let link, let first = indices(price.firstDays), let second = indices(price.secondDays)
      else { continue }
      // Two stretches are a row only where each pair of their days breaks the link; a plan's file
      // may be of another region.
      let excludes = first.allSatisfy { one in
        second.allSatisfy { !model.allows(model.links[link], first: one, second: $0) }
      }
      if excludes {
        links[LinkRow(link: link, first: first, second: second)] =
          Double(price.thousandths) * 1_000
      }
    }
  }
}

extension ResourceRows {
  /// The row of a resource (by place) for the period that begins on a day; nil if it has none.
  func row(of resource: Int, period: Day, timetable: Timetable) -> Int? {
    let stretch = stretches[resource]
    let periods = stretch.isDaily ? timetable.allDays : timetable.mondays
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle] < period { low = middle + 1 } else { high = middle }
    }
    guard low < periods.count, periods[low] == period else { return nil }
    return stretch.base + low
  }
}
