import LinearPrograms
import Testing

@Suite("Outcomes of relaxations")
struct OutcomeTests {
  typealias Rung = RelaxationOutcome.Rung

  @Test(
    "An infeasible program is said to be so",
    arguments: [SimplexMethod.primal, .dual, .dualThenPrimal])
  func infeasible(method: SimplexMethod) throws {
    var program = LinearProgram()
    let column = program.addColumn(cost: 1, bounds: .between(0, 10), entries: [])
    program.addRow(.atLeast(6), entries: [(column, 1)])
    program.addRow(.atMost(5), entries: [(column, 1)])
    let outcome = try program.solveRelaxation(method: method, limits: SolveLimits())
    #expect(outcome.stop == .finished)
    #expect(outcome.knowledge == .infeasible)
    #expect(outcome.objective == nil)
  }

  @Test(
    "An unbounded program is said to be so",
    arguments: [SimplexMethod.primal, .dual, .dualThenPrimal])
  func unbounded(method: SimplexMethod) throws {
    var program = LinearProgram()
    let row = program.addRow(.atMost(4))
    program.addColumn(cost: -1, bounds: .atLeast(0), entries: [(row, 1)])
    program.addColumn(cost: -1, bounds: .atLeast(0), entries: [(row, -1)])
    let outcome = try program.solveRelaxation(method: method, limits: SolveLimits())
    #expect(outcome.stop == .finished)
    #expect(outcome.knowledge == .unbounded)
    #expect(outcome.objective == nil)
  }

  @Test("A program that is neither dual nor primal feasible is infeasible to every method")
  func bothInfeasible() throws {
    for method in [SimplexMethod.primal, .dual, .dualThenPrimal] {
      var program = LinearProgram()
      let rows = program.addRows([.atMost(-1), .atLeast(1)])
      program.addColumn(cost: -1, bounds: .free, entries: [(rows[0], 1), (rows[1], 1)])
      program.addColumn(cost: -1, bounds: .atLeast(0), entries: [])
      let outcome = try program.solveRelaxation(method: method, limits: SolveLimits())
      #expect(outcome.knowledge == .infeasible)
    }
  }

  @Test("The limit of pivots ends a solve, and a later one goes on from there")
  func pivotLimit() throws {
    var program = Master.program(jobs: 60, weeks: 20, eachJob: 8, seed: 1)
    let first = try program.solveRelaxation(method: .primal, limits: SolveLimits(pivots: 70))
    #expect(first.stop == .pivotLimit)
    #expect(first.pivots == 70)
    #expect(first.knowledge == .feasibleNotProven)
    let rest = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(rest.knowledge == .optimal)
    #expect(first.objective! > rest.objective!)
    let pivotCount = program.pivotCount
    #expect(pivotCount == 70 + rest.pivots)
  }

  @Test("A limit of pivots in the first phase leaves nothing known")
  func nothingKnown() throws {
    var program = Master.program(jobs: 60, weeks: 20, eachJob: 8, seed: 1)
    let outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits(pivots: 3))
    #expect(outcome.stop == .pivotLimit)
    #expect(outcome.knowledge == .nothing)
    #expect(outcome.objective == nil)
  }

  @Test("The limit of seconds ends a solve")
  func timeLimit() throws {
    var program = Master.program(jobs: 300, weeks: 60, eachJob: 20, seed: 2)
    let outcome = try program.solveRelaxation(
      method: .primal, limits: SolveLimits(seconds: 0.002))
    #expect(outcome.stop == .timeLimit)
    #expect(outcome.knowledge != .optimal)
  }

  @Test("A raised flag ends a solve, a lowered one does not")
  func cancelled() throws {
    var program = Master.program(jobs: 60, weeks: 20, eachJob: 8, seed: 1)
    let flag = CancelFlag()
    flag.raise()
    let none = try program.solveRelaxation(method: .primal, limits: SolveLimits(cancel: flag))
    #expect(none.stop == .cancelled)
    #expect(none.pivots == 0)
    flag.lower()
    let all = try program.solveRelaxation(method: .primal, limits: SolveLimits(cancel: flag))
    #expect(all.stop == .finished)
  }

  @Test("Slices under a flag come to the same optimum, and repeat exactly")
  func slices() throws {
    func solve(_ flag: CancelFlag?) throws -> RelaxationOutcome {
      var program = Master.program(jobs: 600, weeks: 150, eachJob: 12, seed: 3)
      return try program.solveRelaxation(method: .primal, limits: SolveLimits(cancel: flag))
    }
    let whole = try solve(nil)
    let sliced = try solve(CancelFlag())
    // Otherwise there was one slice alone.
    #expect(sliced.pivots > 2_000)
    #expect(isNear(sliced.objective, whole.objective!))
    #expect(try solve(CancelFlag()) == sliced)
  }

  @Test("Each rung knows optimal, infeasible and unbounded", arguments: Rung.allCases)
  func rungs(rung: Rung) throws {
    var program = Master.program(jobs: 20, weeks: 8, eachJob: 5, seed: 4)
    let plain = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    let outcome = try program.solveRelaxation(
      method: .dual, limits: SolveLimits(), firstRung: rung)
    #expect(outcome.rung == rung)
    #expect(outcome.knowledge == .optimal)
    #expect(isNear(outcome.objective, plain.objective!))

    for column in 0..<8 { program.setBounds(of: Column(20 + column), .between(-1, 0)) }
    for row in 0..<20 { program.setBounds(of: Row(row), .exactly(50)) }
    for column in 0..<20 { program.setBounds(of: Column(column), .exactly(0)) }
    let infeasible = try program.solveRelaxation(
      method: .primal, limits: SolveLimits(), firstRung: rung)
    #expect(infeasible.rung == rung)
    #expect(infeasible.knowledge == .infeasible)

    var open = LinearProgram()
    let row = open.addRow(.atMost(4))
    open.addColumn(cost: -1, bounds: .atLeast(0), entries: [(row, 1)])
    open.addColumn(cost: -1, bounds: .atLeast(0), entries: [(row, -1)])
    let unbounded = try open.solveRelaxation(
      method: .primal, limits: SolveLimits(), firstRung: rung)
    #expect(unbounded.knowledge == .unbounded)
  }

  @Test("An empty program is optimal at its constant")
  func empty() throws {
    var program = LinearProgram()
    program.setConstantCost(3)
    program.addRows([])
    program.addColumns([])
    let outcome = try program.solveRelaxation(method: .dual, limits: SolveLimits())
    #expect(outcome.knowledge == .optimal)
    #expect(isNear(outcome.objective, 3))
    program.useAdvancedBasis()
    #expect(program.saveBasis().rowCount == 0)
  }
}
