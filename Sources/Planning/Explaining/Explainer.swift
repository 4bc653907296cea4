import Migrations

/// Explains a plan: every claim is found by dating one practice again with the others held, or by
/// planning everything again.
public struct Explainer {
  let planner: WarmPlanner
  /// Plans other weeks of a practice.
  let trials: WarmPlanner
  let generator: PatternGenerator

  var model: Model { planner.model }
  var region: Region { planner.region }

  /// An explainer of the plan of a planner that has been settled.
  ///
  /// - Parameters:
  ///   - planner: the planner.
  ///   - trials: plans other weeks of a practice, such as a planner of the same plan that prices
  ///     moves; nil for the planner itself, by which everybody may move.
  public init(_ planner: WarmPlanner, trials: WarmPlanner? = nil) {
    self.planner = planner
    self.trials = trials ?? planner
    generator = planner.model.generator()
  }

  /// Explains the practice at a place in the region's list.
  ///
  /// - Parameters:
  ///   - trials: how many weeks to try by planning again, besides the weeks before and after.
  ///   - observe: is told of progress from time to time.
  public func practice(
    _ practice: Int, trials: Int = 3, observe: (Planner.Progress) -> Void = { _ in }
  ) -> PracticeExplanation {
    let weeks = fit(practice)
    var explanation = PracticeExplanation(
      practice: practice, planned: planner.plan.practices[practice],
      bindings: PracticeBindings(explainer: self, practice: practice)?.all() ?? [], weeks: weeks,
      trials: [])
    for week in weeksToTry(practice, weeks, count: trials)
    where !planner.mustStop {
      explanation.trials.append(trial(practice, week: week, observe))
    }
    return explanation
  }

  /// The state without a practice.
  func others(without practice: Int) -> PlanState {
    var others = planner.state
    others.remove(practice, model: model)
    return others
  }

  /// Who uses a row in the plan, and how much all of them together.
  func holders(of row: Int) -> (practices: [Int], used: Double) {
    var used = 0.0
    var holders: [Int] = []
    for chain in model.practices {
      let own = planner.state.uses[chain.practice].reduce(0) {
        $0 + ($1.row == row ? $1.amount : 0)
      }
      if own > 0 {
        holders.append(chain.practice)
        used += own
      }
    }
    return (holders, used)
  }
}
