import Migrations

/// A first plan of a variant: what had to change goes first, the others keep their dates where
/// there is room, and who was displaced is put back last.
struct DisplacingStart {
  let model: Model
  /// The prices of the region, which tell the changed practices what their places cost others.
  let prices: Prices

  /// The plan.
  ///
  /// - Parameters:
  ///   - changed: practices whose days changed.
  ///   - schedules: the dates of all practices before, by place.
  func plan(changed: Set<Int>, schedules: [Int: Schedule]) -> PlanState {
    var state = PlanState(model: model)
    var insertion = Insertion(model: model, generator: model.generator())
    let start = WarmStart(insertion: insertion, schedules: schedules)
    let order = Greedy(insertion: insertion).order(model)
    let isChanged = { (block: Int) in
      model.blocks[block].members.contains(where: changed.contains)
    }
    let isAgreed = { (block: Int) in
      model.blocks[block].members.contains {
        model.region.practices[$0].isCommitted
      }
    }
    var rest: [Int] = []
    // What is agreed or on record has no other place to go.
    for block in order where isAgreed(block) && !isChanged(block) {
      if !start.keep(block, in: &state) { rest.append(block) }
    }
    insertion.guide = prices.rows
    insertion.guideWeight = 1
    for block in rest + order.filter(isChanged) { insertion.insert(block, into: &state) }
    rest = []
    for block in order where !isAgreed(block) && !isChanged(block) {
      if !start.keep(block, in: &state) { rest.append(block) }
    }
    for block in rest { insertion.insert(block, into: &state) }
    return state
  }
}
