/// The search for better plans once prices are known, and before.
extension PlanningRun {
  func search(_ observe: (Planner.Progress) -> Void) {
    var epoch = 1
    var stale = 0
    var extra = options.extraEpochs
    while goesOn && stale < 60 {
      if isDone {
        guard extra > 0 else { break }
        extra -= 1
      }
      let before = best.total
      improve(
        moves: 600, guide: proof.prices.rows,
        heat: [0, 2, 8, 20][epoch % 4], epoch: epoch,
        // Small regions that long stayed as they were, before they are given up.
        isShaken: stale >= 6 && model.blocks.count <= 40)
      observe(progress("better plans"))
      stale = best.total < before - 0.5 ? 0 : stale + 1
      epoch += 1
      if stale >= 2, goesOn, model.blocks.count <= BranchTree.largestRegion(isDone: isDone) {
        branch()
        observe(progress("branches"))
        if let tree, tree.isDone(beside: best.total) { break }
      }
    }
    work.epochs = epoch
  }

  /// Splits some branches; they find plans of their own, and prove what prices alone cannot.
  func branch() {
    var tree =
      tree
      ?? BranchTree(
        model: model, proof: proof, patterns: patterns.sorted { $0.key < $1.key }.flatMap(\.value),
        solver: BranchSolver(model: model, stop: stop))
    self.tree = nil
    tree.advance(10, best: &best, threads: options.threads, work: &work)
    work.branches = tree.branches.count
    self.tree = tree
  }

  /// Lets workers search from the best plan, each in its own way, and keeps the best of all.
  ///
  /// Neighbourhoods close most of the gap; every second time one worker ruins and recreates, which
  /// finds other plans. What they change in different parts of the region is put together. The
  /// number of workers and what each does never depends on the threads.
  func improve(moves: Int, guide: [Double], heat: Double, epoch: Int, isShaken: Bool = false) {
    let model = model
    let start = best
    let patterns = patterns
    let neighbourhoodSize = neighbourhoodSize
    let usesPrices = !guide.isEmpty
    let prices = proof.prices
    let stop = stop
    let seed = options.seed &* 1_000_003 &+ UInt64(epoch)
    let results = Parallel.map(Worker.count, threads: options.threads) { place, _ in
      Worker(
        model: model, patterns: patterns, prices: prices, stop: stop,
        seed: seed &* 31 &+ UInt64(place)
      ).improve(
        start, moves: moves, guide: guide, heat: heat * ScaledObjective.unit,
        neighbourhoodSize: usesPrices && !isShaken && (place == 1 || epoch % 2 == 1)
          ? neighbourhoodSize : nil,
        isShaken: isShaken)
    }
    for result in results {
      work.cells += result.cells
      work.pivots += result.pivots
      work.nodes += result.nodes
      work.troubles += result.troubles
      if let size = result.size { self.neighbourhoodSize = size }
    }
    // The best first, then what the others found elsewhere.
    let generator = model.generator()
    let better = results.filter { $0.state.total < start.total - 0.5 }
    for result in better.sorted(by: { $0.state.total < $1.state.total }) {
      if best.total >= start.total - 0.5 {
        best = result.state
      } else {
        _ = best.merge(result.state, since: start, model: model, generator: generator)
      }
    }
  }
}
