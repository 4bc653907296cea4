import LinearPrograms

/// Solving the master, and what its solution says.
extension MasterProblem {
  /// Solves the relaxation, making rows until no known row is broken.
  ///
  /// - Parameters:
  ///   - pivots: the most for each set of rows.
  ///   - stop: when to end; each call of GLPK gets what is left then.
  /// - Returns: the solution; nil if pivots or time ran out first.
  mutating func solve(pivots: Int, stop: Stop) throws(SolverError) -> MasterSolution? {
    var values: [Double] = []
    var method = SimplexMethod.primal
    while true {
      let outcome = try patientlySolved(method, pivots, stop)
      guard outcome.knowledge == .optimal, let objective = outcome.objective else { return nil }
      program.readColumnValues(into: &values)
      guard makeRows(brokenBy: values) else {
        var duals: [Double] = []
        program.readRowDuals(into: &duals)
        return solution(objective * ScaledObjective.unit, values, duals)
      }
      method = .dual
    }
  }

  /// Solves by one method, and by the other where the first one comes nowhere.
  ///
  /// A degenerate master can hold a method at one corner for a hundred thousand pivots.
  private mutating func patientlySolved(
    _ method: SimplexMethod, _ most: Int, _ stop: Stop
  ) throws(SolverError) -> RelaxationOutcome {
    let patience = min(most, MasterProblem.patience)
    let other: SimplexMethod = method == .primal ? .dual : .primal
    for method in [method, other, method] {
      let outcome = try program.solveRelaxation(
        method: method, limits: stop.limits(pivots: patience))
      pivots += outcome.pivots
      if !outcome.troubles.isEmpty { troubles += 1 }
      if outcome.stop != .pivotLimit || patience == most { return outcome }
    }
    return try program.solveRelaxation(method: other, limits: stop.limits(pivots: patience))
  }

  /// The solution with these values of columns and duals of rows.
  private func solution(_ value: Double, _ values: [Double], _ duals: [Double]) -> MasterSolution {
    var prices = Prices(count: model.rows.count)
    for (place, row) in resourceRows {
      prices.rows[Int(place)] = max(0, -duals[row.index]) * ScaledObjective.unit
    }
    for (linkRow, row) in linkRows {
      let price = max(0, -duals[row.index]) * ScaledObjective.unit
      if price > 0 { prices.links[linkRow] = price }
    }
    return MasterSolution(
      value: value, patternValues: columns.map { values[$0.index] }, prices: prices,
      serving: convexity.mapValues { duals[$0.index] * ScaledObjective.unit })
  }

  /// The cheapest way to take one whole pattern per block, as far as the limits allow.
  ///
  /// Column values of `start` (places of patterns) are offered as a first solution.
  /// - Returns: a place in `patterns` per block of `blocks`, and the nodes used; nil if none.
  mutating func solveIntegers(start: [Int], limits: IntegerLimits)
    throws(SolverError) -> (chosen: [Int]?, nodes: Int)
  {
    for column in columns { program.setInteger(column) }
    var offered = [Double](repeating: 0, count: program.columnCount)
    for place in start { offered[columns[place].index] = 1 }
    let outcome = try program.solveIntegers(limits: limits, start: start.isEmpty ? nil : offered)
    pivots += outcome.relaxation.pivots
    if outcome.stop == .numericalTrouble || !outcome.relaxation.troubles.isEmpty { troubles += 1 }
    for column in columns { program.setInteger(column, false) }
    guard !outcome.values.isEmpty else { return (nil, outcome.nodes) }
    let chosen = columns.indices.filter { outcome.values[columns[$0].index] > 0.5 }
    guard keepsRows(chosen) else {
      troubles += 1
      return (nil, outcome.nodes)
    }
    return (chosen, outcome.nodes)
  }

  /// Makes the rows that a choice of patterns (by place) breaks; says whether there are any.
  mutating func makeRows(brokenBy chosen: [Int]) -> Bool {
    var values = [Double](repeating: 0, count: program.columnCount)
    for place in chosen { values[columns[place].index] = 1 }
    return makeRows(brokenBy: values)
  }
}
