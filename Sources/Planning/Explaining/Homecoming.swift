import LinearPrograms

/// Brings practices back to the dates they had before, as far as that costs nothing.
///
/// Plans of equal cost differ in dates that nobody asked to move. Sets of practices that moved are
/// planned again in whole numbers with a hair on every move, so that chains of swaps are undone
/// together, which one practice by itself could not.
struct Homecoming {
  let model: Model
  /// The plan before.
  let before: PlanState
  let patterns: [Int: [Pattern]]
  let prices: Prices
  /// Millionths of a point for a move: all of them together are less than any real difference.
  private let hair = 100.0
  /// Whether other dates than go-lives are brought back too.
  var keepsStages = false

  /// A plan that costs no more and moves no more practices.
  func settled(_ plan: PlanState, seed: UInt64, stop: Stop) -> PlanState {
    // Only who has moved is planned again; of the others nothing is needed.
    let away = model.blocks.indices.filter { block in
      model.blocks[block].members.contains { isAway($0, in: plan) }
    }
    guard !away.isEmpty else { return plan }
    var goLives: [Int: Int] = [:]
    for block in away {
      for member in model.blocks[block].members { goLives[member] = before.goLives[member] }
    }
    var haired = model.with(hairFor: goLives, hair: hair)
    if keepsStages {
      let days = goLives.keys.reduce(into: [Int: [Int32]]()) { $0[$1] = before.days[$1] }
      haired = haired.with(hairForDays: days, hair: hair / 5)
    }
    let generator = haired.generator()
    let neighbourhood = Neighbourhood(model: haired, generator: generator)
    var random = SplitMix64(seed: seed)
    var state = restated(plan, in: haired)
    var pool = away.reduce(into: [Int: [Pattern]]()) { $0[$1] = patterns[$1] }
    for (block, old) in zip(away, before.patterns(of: away, model: model, generator: generator))
    where old.goLives.allSatisfy({ $0 != nil }) && Set(old.goLives).count == 1 {
      // Dates of before may be forbidden now; those that fit are taken up by the master.
      let isLegal = zip(model.blocks[block].members, old.goLives).allSatisfy { member, goLive in
        let node = model.practices[member].nodes[model.practices[member].goLive]
        return goLive.map { $0 >= node.lower && $0 <= node.upper } ?? false
      }
      if isLegal { pool[block, default: []].append(old) }
    }
    pool = pool.mapValues { list in
      list.suffix(30).map {
        Pattern(block: $0.block, days: $0.days, model: haired, generator: generator)
      }
    }
    for _ in 0..<4 where !stop.isNow {
      let moved = away.filter { block in
        model.blocks[block].members.contains { isAway($0, in: state) }
      }
      guard !moved.isEmpty else { break }
      let set = moved.shuffled(using: &random).prefix(26).sorted()
      guard
        let found = try? neighbourhood.improve(
          state, blocks: set, patterns: pool, guide: prices, stop: stop)
      else { break }
      state = found.state
    }
    let settled = restated(state, in: model)
    return settled.total <= plan.total + 0.5 ? settled : plan
  }

  /// Whether a practice is elsewhere than before, by its go-live or, where stages are kept, by any
  /// date; not who had no place before.
  private func isAway(_ practice: Int, in state: PlanState) -> Bool {
    guard let was = before.days[practice] else { return false }
    return keepsStages
      ? state.days[practice] != was : state.goLives[practice] != before.goLives[practice]
  }

  /// The same dates in another model.
  private func restated(_ plan: PlanState, in model: Model) -> PlanState {
    var state = PlanState(model: model)
    let generator = model.generator()
    for (practice, days) in plan.days.enumerated() {
      if let days { state.put(practice, days: days, model: model, generator: generator) }
    }
    return state
  }
}
