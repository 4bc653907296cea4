import LinearPrograms

/// Branch and price for regions in which prices alone leave a distance (Barnhart and others, 1998).
///
/// The relaxation may share a practice out among several go-lives. Each branch forbids such a
/// share: the practice is left out, goes live by a day, or after it. A branch is a region with
/// fewer dates, so it is priced and bounded as the whole one is; no plan costs less than the
/// least bound of the branches that together hold all plans. The branch with the least bound is
/// split next, two at a time whatever the threads, so that a run repeats.
struct BranchTree {
  /// The most blocks for which branches are worth their time: fewer where the plan is near enough
  /// to the bound already.
  static func largestRegion(isDone: Bool) -> Int { isDone ? 12 : 40 }
  /// Blocks times branches at most, which is what proving them again takes time for.
  static let largestTree = 6_000
  /// A bound so near to a plan's cost proves it: a hundredth of a point, as far as files state
  /// costs.
  static let tolerance = 0.01 * ScaledObjective.unit

  /// A branch: what it assumes, what is proven of it, and its parts once it is split.
  struct Branch: Sendable {
    var narrowings: [Narrowing]
    /// Prices in whole units that prove the bound.
    var prices: Prices
    /// No plan of the branch costs less, in millionths of a point.
    var bound: Double
    /// Whether nothing more can come of it: no split is known.
    var isClosed = false
    /// The split and the places of its parts.
    var split: (BranchSplit, parts: [Int])?
  }

  let model: Model
  let solver: BranchSolver
  private(set) var branches: [Branch]
  private var patterns: [Pattern]

  /// A tree with the whole region as its only branch.
  init(model: Model, proof: Lagrangian, patterns: [Pattern], solver: BranchSolver) {
    self.model = model
    self.solver = solver
    self.patterns = patterns
    branches = [Branch(narrowings: [], prices: proof.prices, bound: proof.bound)]
  }

  /// No plan costs less, in millionths of a point.
  var bound: Double {
    branches.lazy.filter { $0.split == nil }.map(\.bound).min() ?? 0
  }

  /// The branches that may hold a plan cheaper than `cost`, the least bound first.
  private func open(below cost: Double) -> [Int] {
    guard branches.count * model.blocks.count < BranchTree.largestTree else { return [] }
    return branches.indices.filter {
      branches[$0].split == nil && !branches[$0].isClosed
        && branches[$0].bound < cost - BranchTree.tolerance
    }.sorted { (branches[$0].bound, $0) < (branches[$1].bound, $1) }
  }

  /// Whether nothing is left to do beside a plan of this cost.
  func isDone(beside cost: Double) -> Bool { open(below: cost).isEmpty }

  /// Solves and splits so many branches at most; says what they came to.
  mutating func advance(_ steps: Int, best: inout PlanState, threads: Int, work: inout Work) {
    for _ in 0..<steps where !solver.stop.isNow {
      let chosen = Array(open(below: best.total).prefix(2))
      guard !chosen.isEmpty else { return }
      let (solver, branches, patterns) = (solver, branches, patterns)
      let cutoff = best.total - BranchTree.tolerance
      let solved = Parallel.map(chosen.count, threads: threads) { place, _ in
        defer { LinearProgram.leaveThread() }
        let branch = branches[chosen[place]]
        return solver.solve(
          branch.narrowings, prices: branch.prices, patterns: patterns, cutoff: cutoff)
      }
      for (place, result) in zip(chosen, solved) {
        take(result, for: place)
        if let plan = result.plan, plan.total < best.total - 0.5 { best = plan }
        work.cells += result.cells
        work.pivots += result.pivots
        work.nodes += result.nodes
        work.troubles += result.troubles
      }
    }
  }

  private mutating func take(_ solved: BranchSolver.Solved, for place: Int) {
    patterns += solved.patterns
    if solved.bound > branches[place].bound {
      branches[place].bound = solved.bound
      branches[place].prices = solved.prices
    }
    // Stopped half-way it stays open, for what it has is valid.
    guard !solver.stop.isNow else { return }
    guard let split = solved.split else {
      branches[place].isClosed = true
      return
    }
    let parent = branches[place]
    let first = branches.count
    branches += split.parts.map {
      Branch(
        narrowings: parent.narrowings + [$0], prices: parent.prices, bound: parent.bound)
    }
    branches[place].split = (split, Array(first..<branches.count))
  }
}
