import LinearPrograms
import Testing

@Suite("Relaxations")
struct RelaxationTests {
  /// Dantzig's example of three products: 5a + 4b + 3c at most, as costs below 0.
  private func products() -> LinearProgram {
    var program = LinearProgram()
    let rows = program.addRows([.atMost(5), .atMost(11), .atMost(8)])
    program.addColumns([
      NewColumn(
        cost: -5, bounds: .atLeast(0), entries: [(rows[0], 2), (rows[1], 4), (rows[2], 3)]),
      NewColumn(
        cost: -4, bounds: .atLeast(0), entries: [(rows[0], 3), (rows[1], 1), (rows[2], 4)]),
      NewColumn(
        cost: -3, bounds: .atLeast(0), entries: [(rows[0], 1), (rows[1], 2), (rows[2], 2)]),
    ])
    return program
  }

  @Test(
    "A textbook program has its optimum, values and duals",
    arguments: [SimplexMethod.primal, .dual, .dualThenPrimal])
  func textbook(method: SimplexMethod) throws {
    var program = products()
    let outcome = try program.solveRelaxation(method: method, limits: SolveLimits())
    #expect(outcome.stop == .finished)
    #expect(outcome.knowledge == .optimal)
    #expect(outcome.rung == .asGiven)
    #expect(outcome.pivots > 0)
    #expect(isNear(outcome.objective, -13))
    #expect(isNear(program.objective, -13))
    var values: [Double] = [9, 9, 9, 9, 9]
    program.readColumnValues(into: &values)
    #expect(areNear(values, [2, 0, 1]))
    program.readRowDuals(into: &values)
    #expect(areNear(values, [-1, 0, -1]))
    program.readReducedCosts(into: &values)
    #expect(areNear(values, [0, 3, 0]))
    program.readRowValues(into: &values)
    #expect(areNear(values, [5, 10, 8]))
  }

  @Test("A row at its lower bound has a dual of 0 or more, and a constant is added")
  func diet() throws {
    var program = LinearProgram()
    let first = program.addRow(.atLeast(4))
    let second = program.addRow(.atLeast(6))
    program.addColumn(cost: 2, bounds: .atLeast(0), entries: [(first, 1), (second, 1)])
    program.addColumn(cost: 3, bounds: .atLeast(0), entries: [(first, 1), (second, 2)])
    program.setConstantCost(100)
    let outcome = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(isNear(outcome.objective, 110))
    var duals: [Double] = []
    program.readRowDuals(into: &duals)
    #expect(areNear(duals, [1, 1]))
  }

  @Test("Bounds, costs and coefficients can be changed between solves")
  func changes() throws {
    var program = products()
    let columns = (0..<3).map { Column($0) }
    _ = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    program.setBounds(of: columns[2], .exactly(0))
    var outcome = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(isNear(outcome.objective, -12.5))
    program.setBounds(of: columns[2], .atLeast(0))
    program.setCost(of: columns[2], -3.5)
    outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(isNear(outcome.objective, -14))
    program.setEntries(of: columns[2], [(Row(0), 1), (Row(2), 1)])
    outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(isNear(outcome.objective, -17.5))
    program.setBounds(of: Row(0), .atMost(4))
    outcome = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(isNear(outcome.objective, -14))
    program.setEntries(of: Row(0), [(columns[0], 1)])
    program.setBounds(of: columns[2], .between(0, 2))
    outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(isNear(outcome.objective, -17))
  }

  @Test("Columns and rows are deleted and the others renumbered in order")
  func deletion() throws {
    var program = products()
    let columns = (0..<3).map { Column($0) }
    _ = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(program.deleteColumns([columns[1]]) == [Column(0), nil, Column(1)])
    let columnCount = program.columnCount
    #expect(columnCount == 2)
    var outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(outcome.pivots == 0)
    #expect(isNear(outcome.objective, -13))
    // Row 1 is slack, so basic.
    #expect(program.deleteRows([Row(1)]) == [Row(0), nil, Row(1)])
    outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(outcome.pivots == 0)
    // A basic column leaves a basis with too few: the next solve repairs that by itself.
    #expect(program.deleteColumns([Column(0)]) == [nil, Column(0)])
    outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(outcome.rung == .standardBasis)
    #expect(isNear(outcome.objective, -12))
    #expect(program.deleteColumns([]) == [Column(0)])
    #expect(program.deleteRows([]) == [Row(0), Row(1)])
  }

  @Test("Scaled programs give unscaled answers")
  func scaled() throws {
    var program = LinearProgram()
    let row = program.addRow(.atLeast(3e6))
    program.addColumn(cost: 2e-3, bounds: .atMost(1e9), entries: [(row, 1e5)])
    program.scale()
    let outcome = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(isNear(outcome.objective, 0.06))
    var duals: [Double] = []
    program.readRowDuals(into: &duals)
    #expect(areNear(duals, [2e-8]))
  }

  @Test("Columns nonbasic at a range begin at its lower end, even if the upper one is nearer to 0")
  func lowerEnd() {
    var program = LinearProgram()
    let row = program.addRow(.free)
    program.addColumn(cost: 1, bounds: .between(-9, -1), entries: [(row, 1)])
    let atLower = program.saveBasis()
    program.deleteColumns([Column(0)])
    program.addColumn(cost: 1, bounds: .atLeast(-9), entries: [(row, 1)])
    #expect(program.saveBasis() == atLower)
  }

  @Test("The version is one of the fifth series")
  func version() {
    #expect(LinearProgram.versionOfGLPK.hasPrefix("5."))
  }
}
