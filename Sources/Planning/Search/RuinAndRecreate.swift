/// Takes some related practices out of the plan and puts them back elsewhere, again and again.
///
/// After Schrimpf and others (2000): what is taken out shares weeks, resources or a network, so
/// that the places freed are of use to each other. Prices of rows, where known, guide what is put
/// back first and where. Worse plans are accepted up to a threshold that sinks to 0.
struct RuinAndRecreate {
  let model: Model
  let generator: PatternGenerator
  /// Millionths of a point per unit of each row; empty if not known.
  let guide: [Double]

  /// The best plan found in so many moves.
  func improve(_ start: PlanState, moves: Int, seed: UInt64, heat: Double, stop: () -> Bool)
    -> PlanState
  {
    var random = SplitMix64(seed: seed)
    var current = start
    var best = start
    guard !model.blocks.isEmpty else { return best }
    for move in 0..<moves {
      if move % 32 == 0 && stop() { break }
      let blocks = ruin(current, &random)
      var trial = current
      for block in blocks {
        for member in model.blocks[block].members {
          trial.remove(member, model: model, generator: generator)
        }
      }
      recreate(&trial, blocks, &random)
      let threshold = heat * (1 - Double(move) / Double(moves)) * random.unit()
      if trial.total < current.total + threshold {
        current = trial
        if current.total < best.total - 0.5 { best = current }
      }
    }
    return best
  }

  private func recreate(_ state: inout PlanState, _ blocks: [Int], _ random: inout SplitMix64) {
    var insertion = Insertion(model: model, generator: generator)
    if !guide.isEmpty && random.below(3) > 0 {
      insertion.guide = guide
      insertion.guideWeight = random.unit()
    }
    for block in order(blocks, &random) { insertion.insert(block, into: &state) }
    // Somebody left out may now have a place.
    for block in model.blocks.indices where !blocks.contains(block) {
      if model.blocks[block].members.allSatisfy({ state.days[$0] == nil }) {
        insertion.insert(block, into: &state)
      }
    }
  }

  private func order(_ blocks: [Int], _ random: inout SplitMix64) -> [Int] {
    func committed(_ block: Int) -> Bool {
      model.blocks[block].members.contains { model.practices[$0].isCommitted }
    }
    var order = blocks.shuffled(using: &random)
    switch random.below(3) {
    case 0:
      order.sort { weight($0) > weight($1) }
    case 1:
      order.sort { earliest($0) < earliest($1) }
    default: break
    }
    return order.filter(committed) + order.filter { !committed($0) }
  }

  private func weight(_ block: Int) -> Double {
    model.blocks[block].members.reduce(0) { $0 + model.practices[$1].unscheduledCost }
  }

  private func earliest(_ block: Int) -> Int {
    model.blocks[block].members.compactMap { model.practices[$0].earliest }.min() ?? 0
  }

  // MARK: What to take out

  private func ruin(_ state: PlanState, _ random: inout SplitMix64) -> [Int] {
    let wanted = 2 + random.below(min(12, max(1, model.blocks.count - 1)))
    let seed = seedBlock(state, &random)
    let candidates: [Int]
    switch random.below(4) {
    case 0: candidates = near(seed, state)
    case 1: candidates = rivals(of: seed, state)
    case 2: candidates = sameWindow(seed, state, &random)
    default: candidates = model.blocks.indices.shuffled(using: &random)
    }
    var taken = [seed]
    for block in candidates where block != seed && taken.count < wanted {
      // Passing over some keeps the sets of one seed from being always the same.
      if random.below(5) > 0 { taken.append(block) }
    }
    return taken
  }

  /// A block that costs much is the more likely seed.
  private func seedBlock(_ state: PlanState, _ random: inout SplitMix64) -> Int {
    let first = random.below(model.blocks.count)
    let second = random.below(model.blocks.count)
    func cost(_ block: Int) -> Double {
      model.blocks[block].members.reduce(0) { $0 + state.costs[$1] }
    }
    return cost(first) >= cost(second) ? first : second
  }

  private func goLive(_ block: Int, _ state: PlanState) -> Int? {
    model.blocks[block].members.lazy.compactMap { state.goLive($0, model: model) }.first
  }

  /// The blocks by distance of their go-live from the seed's.
  private func near(_ seed: Int, _ state: PlanState) -> [Int] {
    let day = goLive(seed, state) ?? earliest(seed)
    return model.blocks.indices.map { block in
      (abs((goLive(block, state) ?? 10_000) - day), block)
    }.sorted { $0 < $1 }.map(\.1)
  }

  /// The blocks on the days that the seed would like best if there were room for it.
  private func rivals(of seed: Int, _ state: PlanState) -> [Int] {
    let practice = model.blocks[seed].members[0]
    let chain = model.practices[practice]
    guard let wish = generator.best(chain, charges: NoCharges()) else { return [] }
    let wanted = Set(
      generator.uses(of: chain, days: wish.days).filter { state.room[$0.row] < $0.amount }
        .map(\.row))
    let wishDay = Int(wish.days[chain.goLive])
    return model.blocks.indices.filter { block in
      model.blocks[block].members.contains { member in
        guard let days = state.days[member], abs(Int(days[0]) - Int(wish.days[0])) < 100 else {
          return false
        }
        return generator.uses(of: model.practices[member], days: days).contains {
          wanted.contains($0.row)
        }
      }
    }.sorted {
      let left = abs((goLive($0, state) ?? 10_000) - wishDay)
      let right = abs((goLive($1, state) ?? 10_000) - wishDay)
      return (left, $0) < (right, $1)
    }
  }

  /// Blocks whose go-live lies anywhere in a stretch around the seed's, in any order.
  private func sameWindow(_ seed: Int, _ state: PlanState, _ random: inout SplitMix64) -> [Int] {
    let day = goLive(seed, state) ?? earliest(seed)
    return model.blocks.indices.filter {
      abs((goLive($0, state) ?? 10_000) - day) < 40
    }.shuffled(using: &random)
  }
}
