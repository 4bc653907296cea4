import Migrations

/// What a solved region leaves behind for variants of it: a plan to start from, prices, columns.
struct Warmth: Sendable {
  /// A plan that is legal in the variant.
  var start: PlanState
  /// The prices that proved the most for the region itself.
  var prices: Prices
  /// Patterns that are legal in the variant.
  var patterns: [Pattern]

  /// The prices and patterns in place of those that subgradient steps would find.
  func first(model: Model, pool: PricingPool) -> Subgradient.Result {
    Subgradient.Result(
      best: Lagrangian(prices: prices, model: model, pool: pool), patterns: patterns, passes: 0)
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
