import LinearPrograms
import Testing

@Suite("Warm starts")
struct WarmStartTests {
  @Test("New columns and the primal method take fewer pivots than a solve from scratch")
  func columnsThenPrimal() throws {
    var master = Master(jobs: 80, weeks: 25, seed: 5)
    let first = master.columns(eachJob: 10)
    let second = master.columns(eachJob: 2)
    var warm = master.rowsAndDearColumns()
    warm.addColumns(first)
    _ = try warm.solveRelaxation(method: .primal, limits: SolveLimits())
    warm.addColumns(second)
    let continued = try warm.solveRelaxation(method: .primal, limits: SolveLimits())
    var cold = master.rowsAndDearColumns()
    cold.addColumns(first + second)
    let scratch = try cold.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(continued.pivots > 0)
    #expect(continued.pivots < scratch.pivots / 2)
    #expect(isNear(continued.objective, scratch.objective!))
  }

  @Test("New rows and the dual method take fewer pivots than a solve from scratch")
  func rowsThenDual() throws {
    func cutOff(_ program: inout LinearProgram) {
      // The cheapest columns of some jobs may be used by a half only.
      for job in 0..<10 {
        program.addRow(
          .atMost(1), entries: (0..<10).map { (Column(105 + 10 * job + $0), $0 < 5 ? 2 : 1) })
      }
    }
    var warm = Master.program(jobs: 80, weeks: 25, eachJob: 10, seed: 6)
    let before = try warm.solveRelaxation(method: .dual, limits: SolveLimits())
    cutOff(&warm)
    let continued = try warm.solveRelaxation(method: .dual, limits: SolveLimits())
    var cold = Master.program(jobs: 80, weeks: 25, eachJob: 10, seed: 6)
    cutOff(&cold)
    let scratch = try cold.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(continued.objective! > before.objective!)
    #expect(continued.pivots > 0)
    #expect(continued.pivots < scratch.pivots / 2)
    #expect(isNear(continued.objective, scratch.objective!))
  }

  @Test("A second solve without a change makes no pivot")
  func nothingToDo() throws {
    var program = Master.program(jobs: 40, weeks: 15, eachJob: 6, seed: 7)
    _ = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    let again = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(again.pivots == 0)
    #expect(again.knowledge == .optimal)
  }

  @Test("A saved basis brings the optimum back without a pivot")
  func savedBasis() throws {
    var program = Master.program(jobs: 40, weeks: 15, eachJob: 6, seed: 8)
    let first = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    let basis = program.saveBasis()
    #expect(basis.rowCount == 55)
    #expect(basis.columnCount == 295)
    // A dive: fix columns, solve, go back.
    for index in 60..<160 { program.setBounds(of: Column(index), .exactly(0)) }
    let dive = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(dive.objective! > first.objective!)
    for index in 60..<160 { program.setBounds(of: Column(index), .atLeast(0)) }
    #expect(program.saveBasis() != basis)
    program.restore(basis)
    #expect(program.saveBasis() == basis)
    let back = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(back.pivots == 0)
    #expect(isNear(back.objective, first.objective!))
  }

  @Test("A basis saved before rows and columns were added still fits")
  func basisOfFewer() throws {
    var program = Master.program(jobs: 40, weeks: 15, eachJob: 6, seed: 8)
    _ = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    let basis = program.saveBasis()
    program.addRow(.atMost(1), entries: [(Column(70), 1), (Column(71), 1)])
    program.addColumn(cost: 5_000, bounds: .between(0, 1), entries: [(Row(0), 1)])
    program.useStandardBasis()
    #expect(program.saveBasis() != basis)
    program.restore(basis)
    let outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(outcome.pivots == 0)
  }

  @Test("Standard and advanced basis lead to the same optimum")
  func otherBases() throws {
    var program = Master.program(jobs: 40, weeks: 15, eachJob: 6, seed: 9)
    let first = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    program.useAdvancedBasis()
    let advanced = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    program.useStandardBasis()
    let standard = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(isNear(advanced.objective, first.objective!))
    #expect(isNear(standard.objective, first.objective!))
    #expect(standard.pivots > 0)
  }
}
