/// Looks for a whole plan that needs the least extra capacity: ruin and recreate, where a slot
/// that is not there costs what it would be bought for.
struct PurchaseSearch {
  let model: Model
  let terms: PurchaseTerms
  let generator: PatternGenerator
  /// How much a point for capacity counts against a point of the plan.
  static let weight = 1_000.0
  /// A plan with what it needs.
  struct Found {
    var state: PlanState
    var need: PurchaseNeed
    /// What is compared: rows that cannot be bought, then purchases, then the plan's own cost.
    var value: Double

    init(_ state: PlanState, terms: PurchaseTerms, limits: [Int: PurchaseAmount]? = nil) {
      self.state = state
      need = PurchaseNeed(state, terms: terms, limits: limits)
      value =
        state.total + (limits == nil ? PurchaseSearch.weight * need.cost : 0)
        + Double(need.unmet) * (limits == nil ? terms.noRoom : terms.beyond)
    }

    /// Whether it needs less than another one, or as much with cheaper dates.
    func isBetter(than other: Found) -> Bool {
      if need.unmet != other.need.unmet { return need.unmet < other.need.unmet }
      if abs(need.cost - other.need.cost) > 0.5 { return need.cost < other.need.cost }
      return state.total < other.state.total - 0.5
    }
  }

  /// Takes one unit after another away, and periods, the dearest first, as long as a plan can be
  /// found without.
  func shrunk(
    _ start: Found, moves: Int, target: Double, guide: [Double], seed: UInt64, stop: () -> Bool
  ) -> Found {
    var best = start
    var tried: Set<PurchaseCut> = []
    while best.need.unmet == 0, best.need.cost > target + 0.5, !stop() {
      guard let cut = best.need.dearestCut(besides: tried) else { break }
      let limits = best.need.limits(after: cut)
      let found = improve(
        Found(best.state, terms: terms, limits: limits), moves: moves, target: target,
        guide: guide, seed: seed &+ UInt64(cut.key), limits: limits, stop: stop)
      if found.need.unmet == 0 {
        best = Found(found.state, terms: terms)
      } else {
        tried.insert(cut)
      }
    }
    return best
  }

  /// A first plan: known dates where they are allowed, the rest where it needs the least.
  func first(from known: [[Int32]?]) -> Found {
    var state = PlanState(model: model)
    var rest: [Int] = []
    for block in model.blocks.indices {
      let members = model.blocks[block].members
      let isKept = members.allSatisfy { member in
        let chain = model.practices[member]
        guard let days = known[member] else { return false }
        let day = Int(days[chain.goLive])
        return day >= chain.nodes[chain.goLive].lower && day <= chain.nodes[chain.goLive].upper
      }
      guard isKept else {
        rest.append(block)
        continue
      }
      for member in members {
        if let days = known[member] {
          state.put(member, days: days, model: model, generator: generator)
        }
      }
    }
    for block in rest { insert(block, into: &state, guide: []) }
    return Found(state, terms: terms)
  }

  /// The best plan found in so many moves, or as soon as it needs no more than `target`.
  func improve(
    _ start: Found, moves: Int, target: Double, guide: [Double], seed: UInt64,
    limits: [Int: PurchaseAmount]? = nil, stop: () -> Bool
  ) -> Found {
    var random = SplitMix64(seed: seed)
    var current = start
    var best = start
    guard !model.blocks.isEmpty else { return best }
    for move in 0..<moves {
      if best.need.unmet == 0, limits != nil || best.need.cost <= target + 0.5 { break }
      if move % 16 == 0, stop() { break }
      var state = current.state
      let blocks = ruin(current, limits, &random)
      for block in blocks {
        for member in model.blocks[block].members {
          state.remove(member, model: model)
        }
      }
      let guided = random.below(2) == 0 ? [] : guide
      for block in blocks.shuffled(using: &random) {
        insert(block, into: &state, guide: guided, limits: limits)
      }
      let trial = Found(state, terms: terms, limits: limits)
      let heat = 50 * ScaledObjective.unit * (1 - Double(move) / Double(moves)) * random.unit()
      if trial.value <= current.value + heat { current = trial }
      // A steady purchase of little price must not grow for the sake of cheaper dates.
      if current.isBetter(than: best) { best = current }
    }
    return best
  }

  private func insert(
    _ block: Int, into state: inout PlanState, guide: [Double], limits: [Int: PurchaseAmount]? = nil
  ) {
    let members = model.blocks[block].members
    let charges = PurchaseCharges(
      room: state.room, terms: terms, amounts: PurchaseNeed(state, terms: terms).amounts,
      weight: Self.weight, guide: guide,
      links: members.reduce(into: [:]) { $0[$1] = state.linkCharges($1, model: model) },
      limits: limits)
    let answer = BlockPricing(model: model, generator: generator).best(block, charges: charges)
    for (member, days) in zip(members, answer.days) {
      if let days { state.put(member, days: days, model: model, generator: generator) }
    }
  }

  /// Some blocks of which most use what has to be bought.
  private func ruin(
    _ found: Found, _ limits: [Int: PurchaseAmount]?, _ random: inout SplitMix64
  ) -> [Int] {
    let wanted = min(model.blocks.count, 2 + random.below(7))
    var short: Set<Int> = []
    for (row, room) in found.state.room.enumerated() where room < -1e-6 {
      let allowed = limits.map { terms.units(of: $0[terms.key(of: row)], in: row) } ?? 0
      if -room > Double(allowed) + 1e-6 { short.insert(row) }
    }
    let culprits = model.blocks.indices.filter { block in
      model.blocks[block].members.contains { member in
        guard let days = found.state.days[member] else { return true }
        return generator.uses(of: model.practices[member], days: days).contains {
          short.contains($0.row)
        }
      }
    }
    var taken: Set<Int> = []
    for _ in 0..<(4 * wanted) where taken.count < wanted {
      if !culprits.isEmpty, random.below(3) > 0 {
        taken.insert(culprits[random.below(culprits.count)])
      } else {
        taken.insert(random.below(model.blocks.count))
      }
    }
    return taken.sorted()
  }
}
