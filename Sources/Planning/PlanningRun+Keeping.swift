import Migrations

/// What keeps dates that nobody asked to move, once a plan is found.
extension PlanningRun {
  /// Gives practices back the dates that they started from.
  func keepDates() {
    guard !options.start.isEmpty, !stop.isNow else { return }
    let stop = stop
    let insertion = Insertion(model: model, generator: model.generator())
    let start = WarmStart(insertion: insertion, schedules: options.start)
    if pricesMoves, best.keepsCommitments(model) {
      // A gap that is small for a plan is more than a move costs.
      best = Homecoming(
        model: model, before: start.former(), patterns: patterns, prices: proof.prices,
        keepsStages: true
      ).settled(best, seed: options.seed, stop: stop)
    }
    best = start.settled(best) { stop.isNow }
    guard pricesMoves, best.keepsCommitments(model) else { return }
    best = start.held(
      best, most: ScaledObjective.scaled(model.region.objective.moved), budget: spare
    ) { stop.isNow }
  }

  /// Whether go-lives that differ from those of a plan before cost something.
  var pricesMoves: Bool { !(model.region.baseline?.goLives.isEmpty ?? true) }

  /// Millionths of a point by which the plan may cost more and be within the gap that was asked for.
  private var spare: Double {
    options.gap < 1 ? max(0, proof.bound / (1 - options.gap) - best.total) : 0
  }
}
