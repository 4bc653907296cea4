import Days
import Migrations

/// What a variant makes of the region's model, and what stays legal in it.
extension WarmPlanner {
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
  func hopeless(_ changed: Model, _ variant: Variant) -> Explanation? {
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
  func legal(_ patterns: [Pattern], in changed: Model) -> [Pattern] {
    patterns.filter { pattern in
      zip(changed.blocks[pattern.block].members, pattern.goLives).allSatisfy { member, goLive in
        let chain = changed.practices[member]
        guard let goLive else { return chain.isCommitted == model.practices[member].isCommitted }
        let node = chain.nodes[chain.goLive]
        return goLive >= node.lower && goLive <= node.upper
      }
    }
  }
}

extension WarmPlanner {
  /// A plan as it stands, with the bound that the region's prices prove for it.
  func stated(_ state: PlanState, in model: Model) -> Outcome {
    let run = PlanningRun(
      model: model, warmth: Warmth(start: state, prices: prices, patterns: []), options: options,
      cancellation: cancellation)
    run.makeFirstPlan()
    return .planned(run.finishedPlan())
  }
}
