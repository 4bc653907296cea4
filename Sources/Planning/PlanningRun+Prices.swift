import LinearPrograms

/// The relaxation: prices that prove a bound, and patterns to search with.
extension PlanningRun {
  func solveRelaxation(_ observe: (Planner.Progress) -> Void) {
    let generation = ColumnGeneration(model: model, pool: pool, stop: stop)
    let start = best.patterns(
      of: Array(model.blocks.indices), model: model, generator: model.generator())
    let warm =
      warmth?.first(model: model, pool: pool)
      ?? Subgradient(model: model, pool: pool, target: best.total).run(keeping: 5) { result in
        if result.passes % 10 == 0 { observe(progress("first prices")) }
        return mustStop
          || options.extraEpochs == 0
            && best.total - result.best.bound <= 0.95 * options.gap * best.total
      }
    take(warm.best)
    work.cells = pool.cells
    observe(progress("first prices"))
    guard goesOn else { return }
    guard model.blocks.count < Subgradient.sizeOfAlone else {
      improveLocally(warm.patterns + start)
      return
    }
    do {
      let result = try generation.run(
        start: start + warm.patterns, centre: warm.best, tolerance: min(options.gap / 20, 1e-4)
      ) {
        work.note(rounds: $0.rounds, columns: $0.patterns.count, rows: $0.rows)
        work.pivots = $0.pivots
        observe(progress("prices, round \($0.rounds)"))
        return mustStop
      }
      work.note(
        rounds: result.rounds, columns: result.patterns.count, rows: result.rows)
      work.pivots = result.pivots
      work.troubles += result.troubles
      take(result.best)
      for pattern in result.patterns { patterns[pattern.block, default: []].append(pattern) }
    } catch {
      // The bound and the plan known so far stay valid without GLPK.
      work.troubles += 1
    }
    work.cells = pool.cells
  }

  /// Prices of what only a place's practices share, and patterns for neighbourhoods.
  func improveLocally(_ start: [Pattern]) {
    let groups = LocalGroups(of: model, largest: 300)
    guard groups.groups.count > 1 else { return }
    let local = LocalPrices(model: model, pool: pool, groups: groups, stop: stop)
    let result = local.run(from: proof, patterns: start)
    work.pivots += result.pivots
    work.troubles += result.troubles
    work.note(rounds: 0, columns: result.patterns.count, rows: 0)
    for pattern in result.patterns { patterns[pattern.block, default: []].append(pattern) }
    take(result.best)
    work.cells = pool.cells
  }

  /// Takes prices over as proof if, rounded to what a plan's file states, they prove more.
  func take(_ found: Lagrangian) {
    let rounded = Lagrangian(
      prices: found.prices.rounded(to: model.priceUnit), model: model, pool: pool)
    if rounded.bound > proof.bound { proof = rounded }
  }
}
