import LinearPrograms
import Migrations

/// One run of the planner: the recipe, its limits, and the best that is known so far.
final class PlanningRun {
  let model: Model
  let options: Planner.Options
  let cancellation: Cancellation
  let pool: PricingPool
  let clock = ContinuousClock()
  let began: ContinuousClock.Instant
  /// When to stop, whatever has been done.
  let stop: Stop

  var work = Work()
  var best: PlanState
  /// The bound in millionths of a point, with the prices in whole units that prove it.
  var proof: Lagrangian
  /// Patterns by block, for neighbourhoods to start from.
  var patterns: [Int: [Pattern]] = [:]
  /// How many blocks a neighbourhood has now; it adapts.
  var neighbourhoodSize = 20
  /// The branches, once prices and searches have come to their end.
  var tree: BranchTree?
  /// What is known of a like problem, to begin with in place of a first plan and first prices.
  let warmth: Warmth?

  convenience init(region: Region, options: Planner.Options, cancellation: Cancellation) {
    // Making the model counts.
    var options = options
    options.deadline = options.deadline.or(Deadline(in: options.timeLimit))
    let threads = options.threads
    let model = options.readying { Model(region: region, threads: threads) }
    self.init(model: model, options: options, cancellation: cancellation)
  }

  init(
    model: Model, warmth: Warmth? = nil, options: Planner.Options, cancellation: Cancellation
  ) {
    began = clock.now
    self.model = model
    self.warmth = warmth
    self.options = options
    stop = Stop(
      cancellation: cancellation,
      deadline: options.deadline.or(Deadline(in: options.timeLimit)))
    self.cancellation = cancellation
    pool = PricingPool(model: model, threads: options.threads)
    best = PlanState(model: model)
    proof = Lagrangian(prices: Prices(count: model.rows.count), model: model, pool: pool)
  }

  /// Seconds since the run began.
  var seconds: Double {
    let elapsed = began.duration(to: clock.now).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  /// Whether a limit or a wish says to stop now.
  var mustStop: Bool {
    stop.isNow || options.workLimit.map { work.units >= $0 } ?? false
  }

  /// (cost - bound) / cost of the best plan.
  var gap: Double {
    max(0, (best.total - proof.bound) / max(best.total, ScaledObjective.unit))
  }

  /// Whether the best plan is a plan and close enough to the bound.
  var isDone: Bool { best.keepsCommitments(model) && gap <= options.gap }

  /// Whether there is something left to do, and leave to do it.
  var goesOn: Bool {
    !mustStop && (!isDone || (options.extraEpochs > 0 && gap > 1e-9))
  }

  /// Runs the recipe.
  func outcome(_ observe: (Planner.Progress) -> Void) -> Outcome {
    if let explanation = hopelessCommitments() { return .impossible(explanation) }
    observe(progress("first plan"))
    makeFirstPlan()
    observe(progress("first plan"))
    if let explanation = provenClash() { return .impossible(explanation) }
    if !stop.isNow, goesOn || !isDone { solveRelaxation(observe) }
    if goesOn { search(observe) }
    keepDates()
    guard best.keepsCommitments(model) else {
      return .outOfTime(ClashFinder(model: model, stop: stop).stuck(best))
    }
    return .planned(finishedPlan())
  }

  /// Why no plan keeps all commitments, where the first plan does not and none can; nil where one
  /// may.
  ///
  /// It is asked without any costs: weights, however large, make nothing impossible.
  private func provenClash() -> Explanation? {
    guard !best.keepsCommitments(model), !mustStop else { return nil }
    let finder = ClashFinder(model: model, stop: stop)
    let answer = finder.areImpossible(finder.committed, capacity: model.rows.capacity)
    work.pivots += answer.pivots
    guard answer.isProven else { return nil }
    return warmth == nil
      ? finder.explanation() : Explanation(summary: "The rules leave no plan.", clashes: [])
  }

  func progress(_ phase: String) -> Planner.Progress {
    let isPlan = best.keepsCommitments(model)
    return Planner.Progress(
      phase: phase, seconds: seconds, scheduled: best.days.count { $0 != nil },
      cost: isPlan ? best.total / ScaledObjective.unit : nil,
      bound: proof.bound / ScaledObjective.unit)
  }

  // MARK: Steps

  func makeFirstPlan() {
    if let warmth {
      best = warmth.start
      take(Lagrangian(prices: warmth.prices, model: model, pool: pool))
      return
    }
    let insertion = Insertion(model: model, generator: model.generator())
    best = Greedy(insertion: insertion).plan { mustStop }
    if !options.start.isEmpty {
      let warm = WarmStart(insertion: insertion, schedules: options.start).plan { mustStop }
      if warm.total <= best.total { best = warm }
    }
    guard !isDone else { return }
    improve(moves: min(60 + 4 * model.blocks.count, 1_500), guide: [], heat: 20, epoch: 0)
  }
}
