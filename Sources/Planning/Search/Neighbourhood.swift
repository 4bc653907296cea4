import LinearPrograms

/// Solves again, as an integer problem, a few dozen practices with all others held fast.
///
/// Columns made only for the relaxation are the wrong ones for a whole plan: here every practice
/// of the neighbourhood is priced again against the room that the others leave, and the small
/// master is then solved in whole numbers under a node limit (after Maher and Rönnberg, 2023).
struct Neighbourhood {
  let model: Model
  let generator: PatternGenerator
  /// The most nodes of the integer search.
  var nodes = 60
  /// The most rounds of pricing.
  var rounds = 25

  /// What a try comes to.
  struct Result {
    /// The plan, better or as it was.
    var state: PlanState
    /// Pivots of the simplex method used.
    var pivots: Int
    /// Nodes of the integer search used.
    var nodes: Int
    /// Solves that GLPK failed on.
    var troubles = 0
  }

  /// Tries to improve a plan within a set of blocks.
  ///
  /// Links to practices outside are kept by days that are forbidden, links within by rows.
  func improve(
    _ state: PlanState, blocks: [Int], patterns pool: [Int: [Pattern]], guide: Prices,
    stop: Stop
  ) throws(SolverError) -> Result {
    var freed = state
    for block in blocks {
      for member in model.blocks[block].members {
        freed.remove(member, model: model)
      }
    }
    let outside = freed
    var master = MasterProblem(model: model, blocks: blocks, capacity: outside.room)
    master.add(state.patterns(of: blocks, model: model, generator: generator))
    for block in blocks {
      master.add((pool[block] ?? []).filter { fits($0, outside) })
      master.add([
        Pattern(
          block: block, days: model.blocks[block].members.map { _ in nil }, model: model,
          generator: generator)
      ])
    }
    var result = Result(state: state, pivots: 0, nodes: 0)
    var prices = guide
    price(&master, blocks, outside, prices)
    for _ in 0..<rounds {
      guard let solution = try master.solve(pivots: 20_000, stop: stop) else { break }
      prices = solution.prices
      if price(&master, blocks, outside, prices) == 0 { break }
    }
    try choose(&master, blocks, state, outside, stop, &result)
    result.pivots += master.pivots
    result.troubles = master.troubles
    return result
  }

  /// Adds the cheapest plan of each block at the prices; says how many were new.
  @discardableResult
  private func price(
    _ master: inout MasterProblem, _ blocks: [Int], _ outside: PlanState, _ prices: Prices
  ) -> Int {
    let priced = prices.charges(of: model)
    var new: [Pattern] = []
    for block in blocks {
      let charges = NeighbourhoodCharges(
        prices: priced, room: outside.room, noRoom: model.noRoom,
        links: model.blocks[block].members.reduce(into: [:]) {
          $0[$1] = outside.linkCharges($1, model: model)
        })
      let answer = BlockPricing(model: model, generator: generator).best(block, charges: charges)
      guard answer.cost < model.noRoom / 2 else { continue }
      new.append(Pattern(block: block, days: answer.days, model: model, generator: generator))
    }
    return master.add(new)
  }

  private func choose(
    _ master: inout MasterProblem, _ blocks: [Int], _ state: PlanState, _ outside: PlanState,
    _ stop: Stop, _ result: inout Result
  ) throws(SolverError) {
    // The first columns are those of the plan as it is.
    var start = Array(blocks.indices)
    while !stop.isNow {
      let (chosen, used) = try master.solveIntegers(
        start: start, limits: stop.limits(nodes: nodes))
      result.nodes += used
      guard let chosen else { return }
      // A choice may break rows that the relaxation never came near: make them and go on.
      if master.makeRows(brokenBy: chosen) {
        start = Array(blocks.indices)
        guard try master.solve(pivots: 20_000, stop: stop) != nil else { return }
        continue
      }
      var improved = outside
      for place in chosen {
        let pattern = master.patterns[place]
        for (member, days) in zip(model.blocks[pattern.block].members, pattern.days) {
          if let days { improved.put(member, days: days, model: model, generator: generator) }
        }
      }
      if improved.total < state.total - 0.5 { result.state = improved }
      return
    }
  }

  /// Whether a pattern has room beside what is held fast, and keeps its links to it.
  private func fits(_ pattern: Pattern, _ outside: PlanState) -> Bool {
    guard pattern.uses.allSatisfy({ outside.room[Int($0.row)] >= $0.amount - 1e-6 }) else {
      return false
    }
    return zip(model.blocks[pattern.block].members, pattern.goLives).allSatisfy { member, day in
      guard let day, let charges = outside.linkCharges(member, model: model) else { return true }
      return charges[day] == 0
    }
  }
}

/// Prices within a neighbourhood, and no room where the others leave none.
struct NeighbourhoodCharges: Charges {
  let prices: PriceCharges
  let room: [Double]
  /// The charge for a row without room.
  let noRoom: Double
  let links: [Int: [Double]]

  func charge(row: Int, amount: Double) -> Double {
    let price = prices.charge(row: row, amount: amount).rounded()
    return room[row] < amount - 1e-6 ? price + noRoom : price
  }

  func isFree(resource: Int) -> Bool { false }

  func goLiveCharges(practice: Int) -> [Double]? {
    let priced = prices.goLiveCharges(practice: practice)
    guard let forbidden = links[practice] else { return priced }
    guard let priced else { return forbidden }
    return zip(priced, forbidden).map { $0 + $1 }
  }
}
