import LinearPrograms

/// Better prices by column generation in one group of blocks after the other, with the prices of
/// what all groups share held.
///
/// For regions whose whole master has too many pivots. With π held for the shared rows N, the bound
/// falls apart into a problem per group g with its own rows:
///
///     sum over g of min { sum of (cost(j) + sum over N of π(r) use(j, r)) λ(j) : rows of g }
///       - sum over N of π(r) capacity(r)
///
/// so that each group's own prices can only raise it.
struct LocalPrices {
  let model: Model
  let pool: PricingPool
  let groups: LocalGroups
  let stop: Stop
  /// The most rounds of a group.
  var rounds = 30

  /// What a group's rounds came to.
  private struct Found: Sendable {
    var prices: Prices
    var patterns: [Pattern]
    var pivots: Int
    /// Solves that GLPK failed on.
    var troubles = 0
  }

  /// What all groups came to.
  struct Result {
    /// The best bound and its prices.
    var best: Lagrangian
    /// All patterns made.
    var patterns: [Pattern]
    var pivots: Int
    /// Solves that GLPK failed on.
    var troubles: Int
  }

  /// Improves prices, beginning with some patterns of every block.
  func run(from start: Lagrangian, patterns: [Pattern]) -> Result {
    var patternsOfBlock = [[Pattern]](repeating: [], count: model.blocks.count)
    for pattern in patterns { patternsOfBlock[pattern.block].append(pattern) }
    let (given, groups, model) = (patternsOfBlock, groups, model)
    let found = Parallel.map(groups.groups.count, threads: pool.threads) { place, _ -> Found in
      defer { LinearProgram.leaveThread() }
      let none = Found(prices: start.prices, patterns: [], pivots: 0)
      guard !self.stop.isNow else { return none }
      do {
        return try self.generate(
          groups.groups[place], given: given, shared: start.prices)
      } catch {
        return Found(prices: start.prices, patterns: [], pivots: 0, troubles: 1)
      }
    }
    var prices = start.prices
    for (blocks, own) in zip(groups.groups, found) {
      for row in rows(of: blocks) { prices.rows[row] = own.prices.rows[row] }
      prices.links.merge(own.prices.links)
    }
    let all = Lagrangian(prices: prices, model: model, pool: pool)
    return Result(
      best: all.bound > start.bound ? all : start,
      patterns: found.flatMap(\.patterns), pivots: found.reduce(0) { $0 + $1.pivots },
      troubles: found.reduce(0) { $0 + $1.troubles })
  }

  /// The rows of the resources that only these blocks use.
  private func rows(of blocks: [Int]) -> [Int] {
    let resources = Set(
      blocks.flatMap { model.blocks[$0].members }
        .flatMap { model.practices[$0].terms.map(\.resource) })
    return resources.filter { groups.isLocal[$0] }.sorted().flatMap {
      Array(
        model.rows.stretches[$0]
          .base..<(model.rows.stretches[$0].base + model.rows.stretches[$0].count))
    }
  }

  /// Column generation in one group.
  private func generate(
    _ blocks: [Int], given: [[Pattern]], shared: Prices
  ) throws(SolverError) -> Found {
    let own = rows(of: blocks)
    var outside = shared
    for row in own { outside.rows[row] = 0 }
    outside.links = LinkPrices()
    let charged = outside.charges(of: model)
    var capacity = [Double](repeating: .infinity, count: model.rows.count)
    for row in own { capacity[row] = model.rows.capacity[row] }
    let generator = model.generator()
    let pricing = BlockPricing(model: model, generator: generator)
    func pattern(_ block: Int, _ days: [[Int32]?]) -> Pattern {
      Pattern(block: block, days: days, model: model, generator: generator)
    }
    var master = MasterProblem(model: model, blocks: blocks, capacity: capacity)
    var made: [Pattern] = []
    func add(_ new: [Pattern]) -> Int {
      made += new
      return master.add(
        new.map { $0.costing($0.charged(charged, members: model.blocks[$0.block].members)) })
    }
    _ = add(
      blocks.flatMap { block in
        [pattern(block, model.blocks[block].members.map { _ in nil })] + given[block]
      })
    var best = Found(prices: shared, patterns: [], pivots: 0)
    var bestBound = -Double.infinity
    for _ in 0..<rounds where !stop.isNow {
      guard let solution = try master.solve(pivots: 50_000, stop: stop)
      else { break }
      let value = solution.value
      var prices = solution.prices
      for row in outside.rows.indices where outside.rows[row] > 0 {
        prices.rows[row] = outside.rows[row]
      }
      let charges = prices.charges(of: model)
      let answers = blocks.map { pricing.best($0, charges: charges) }
      let worth = own.reduce(0) { $0 + prices.rows[$1] * capacity[$1] }
      let bound =
        answers.reduce(0) { $0 + $1.bound } - worth - prices.links.sum
      if bound > bestBound {
        bestBound = bound
        best.prices = prices
      }
      if value - bestBound <= 1e-4 * abs(value) { break }
      if add(zip(blocks, answers).map { pattern($0, $1.days) }) == 0 { break }
    }
    best.patterns = made
    best.pivots = master.pivots
    best.troubles = master.troubles
    return best
  }
}
