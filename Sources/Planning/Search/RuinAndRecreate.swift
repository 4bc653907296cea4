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
  /// Whether rows are made dear at random while somebody is put back, so that those who come first
  /// leave room that no price asks of them; for small regions in which nothing else helps.
  var isShaken = false

  /// The best plan found in so many moves.
  func improve(_ start: PlanState, moves: Int, seed: UInt64, heat: Double, stop: () -> Bool)
    -> PlanState
  {
    var random = SplitMix64(seed: seed)
    var current = start
    var best = start
    guard !model.blocks.isEmpty else { return best }
    for move in 0..<moves {
      if stop() { break }
      let before = current.total
      let blocks = ruin(current, &random)
      var taken = blocks.flatMap { model.blocks[$0].members }.map { ($0, current.days[$0]) }
      for (practice, _) in taken { current.remove(practice, model: model) }
      taken += recreate(&current, blocks, &random, stop).map { ($0, nil) }
      let threshold = heat * (1 - Double(move) / Double(moves)) * random.unit()
      if current.total < before + threshold {
        if current.total < best.total - 0.5 { best = current }
      } else {
        for (practice, _) in taken { current.remove(practice, model: model) }
        for case (let practice, let days?) in taken {
          current.put(practice, days: days, model: model, generator: generator)
        }
      }
    }
    return best
  }

  /// Puts blocks back; says which other practices found a place besides.
  private func recreate(
    _ state: inout PlanState, _ blocks: [Int], _ random: inout SplitMix64, _ stop: () -> Bool
  ) -> [Int] {
    var insertion = Insertion(model: model, generator: generator)
    if !guide.isEmpty && random.below(3) > 0 {
      insertion.guide = guide
      insertion.guideWeight = random.unit()
    }
    if isShaken {
      let most = Double(1 << random.below(11)) * ScaledObjective.unit
      insertion.guide = model.rows.capacity.map { _ in
        random.below(4) == 0 ? random.unit() * most : 0
      }
      insertion.guideWeight = 1
    }
    for block in order(blocks, &random) { insertion.insert(block, into: &state) }
    guard state.datedCount < movableCount else { return [] }
    // Somebody left out may now have a place. Where thousands are, one move takes a minute.
    var others: [Int] = []
    for block in model.blocks.indices where !blocks.contains(block) {
      if stop() { break }
      if model.blocks[block].members.allSatisfy({ state.goLives[$0] == nil }) {
        insertion.insert(block, into: &state)
        others += model.blocks[block].members
      }
    }
    return others
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
    model.blocks[block].members.lazy.compactMap { state.goLives[$0] }.first
  }

  /// How many practices can have dates at all.
  private var movableCount: Int { model.blockOfPractice.count - model.hopelessCount }

  /// The blocks by distance of their go-live from the seed's, the nearest few dozen.
  private func near(_ seed: Int, _ state: PlanState) -> [Int] {
    let day = goLive(seed, state) ?? earliest(seed)
    var reach = 5
    while true {
      let found = model.blocks.indices.filter { block in
        goLive(block, state).map { abs($0 - day) <= reach } ?? (reach >= model.timetable.count)
      }
      if found.count >= 40 || reach >= model.timetable.count {
        return found.map { (abs((goLive($0, state) ?? 10_000) - day), $0) }
          .sorted { $0 < $1 }.map(\.1)
      }
      reach *= 2
    }
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
        guard let goLive = state.goLives[member], abs(goLive - wishDay) < 100 else { return false }
        return state.uses[member].contains { wanted.contains($0.row) }
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
