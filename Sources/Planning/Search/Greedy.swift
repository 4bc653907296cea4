import Migrations

/// A first plan: one block after the other, each where it costs least in the room that is left.
struct Greedy {
  let insertion: Insertion

  /// Commitments first, then by weight, then those that can be live early; whoever has had no turn
  /// when `stop` says so is left out.
  func plan(stop: () -> Bool = { false }) -> PlanState {
    let model = insertion.model
    var state = PlanState(model: model)
    for block in order(model) where !stop() { insertion.insert(block, into: &state) }
    return state
  }

  /// The blocks in the order in which they are inserted.
  func order(_ model: Model) -> [Int] {
    func key(_ block: Int) -> (Int, Double, Int, Int) {
      let members = model.blocks[block].members
      let committed = members.contains { model.practices[$0].isCommitted }
      let isPilot = members.contains { model.region.practices[$0].isPilot }
      let weight = members.reduce(0) { $0 + model.practices[$1].unscheduledCost }
      let earliest = members.compactMap { model.practices[$0].earliest }.min() ?? 0
      return (committed ? 0 : isPilot ? 1 : 2, -weight, earliest, block)
    }
    return model.blocks.indices.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
