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
    var options = options
    let threads = options.threads
    model = options.readying { Model(region: region, threads: threads) }
    pool = PricingPool(model: model, threads: options.threads)
    prices = Prices(certificate: plan.certificate, model: model)
    options.start = plan.schedulesByPlace
    options.startUses = plan.uses
    self.options = options
    state = WarmStart(
      insertion: Insertion(model: model, generator: model.generator()),
      schedules: options.start
    ).plan()
  }

  /// A planner of variants of the same plan in a region that prices moves away from it.
  ///
  /// - Parameters:
  ///   - known: a settled planner of a region that does not; its prices are taken over.
  ///   - region: the same region with a baseline of the plan's dates.
  public convenience init(_ known: WarmPlanner, pricingMovesIn region: Region) {
    self.init(
      region: region, plan: known.plan, options: known.options, cancellation: known.cancellation)
    if model.rows.count == known.model.rows.count, model.links.count == known.model.links.count {
      prices = known.prices
    }
  }

  /// Whether a wish or the command's deadline says to stop now.
  public var mustStop: Bool { stop.isNow }

  /// When everything has to be over.
  var stop: Stop { Stop(cancellation: cancellation, deadline: options.deadline) }

  /// Solves the region itself again from its plan, so that its prices and columns are known.
  ///
  /// Returns what came of it; `plan` is the better of the two plans after it.
  ///
  /// - Parameters:
  ///   - keepsPlan: whether `plan` stays as it is, only with what has been proven of it.
  ///   - observe: is told of progress from time to time.
  @discardableResult
  public func settle(
    keepsPlan: Bool = false, observe: (Planner.Progress) -> Void = { _ in }
  ) -> Outcome {
    let run = PlanningRun(
      model: model, warmth: Warmth(start: state, prices: prices, patterns: []), options: options,
      cancellation: cancellation)
    let outcome = run.settled(observe)
    if case .planned(let found) = outcome {
      if !keepsPlan, found.cost.total < plan.cost.total - 1e-6 {
        plan = found
        state = run.best
      } else {
        if found.boundByPrices > plan.boundByPrices {
          plan.boundByPrices = min(found.boundByPrices, plan.cost.total)
          plan.certificate = found.certificate
          if plan.boundByPrices > plan.bound {
            plan.bound = plan.boundByPrices
            plan.branching = nil
            plan.proof = plan.isProvenBest ? .optimal : plan.proof
          }
        }
        if let cases = found.branching { plan.take(cases: cases, gap: options.gap) }
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
    guard case .planned = outcome, !run.stop.isNow, !run.pricesMoves else { return outcome }
    run.best = Homecoming(model: model, before: state, patterns: run.patterns, prices: prices)
      .settled(run.best, seed: options.seed, stop: run.stop)
    return .planned(run.finishedPlan())
  }

  /// The region that a variant's plan is judged by.
  public func region(of variant: Variant) -> Region { region.changing(variant.capacities) }

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
