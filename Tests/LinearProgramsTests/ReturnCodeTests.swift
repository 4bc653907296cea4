import CGLPK
import CGLPKShim
import Testing

@testable import LinearPrograms

/// What GLPK's return codes mean, and what is done about each: provoked where it can be.
@Suite("Return codes")
struct ReturnCodeTests {
  @Test("Each code of the simplex method means what GLPK's manual says")
  func pivoting() {
    let meanings: [Int32: ReturnCode.Pivoting] = [
      0: .done, GLP_EBADB: .trouble, GLP_ESING: .trouble, GLP_ECOND: .trouble,
      GLP_EBOUND: .trouble, GLP_EFAIL: .trouble, GLP_EOBJLL: .trouble, GLP_EOBJUL: .trouble,
      GLP_EITLIM: .pivotLimit, GLP_ETMLIM: .timeLimit, GLP_ENOPFS: .infeasible,
      GLP_ENODFS: .trouble,
    ]
    // Numbers that no version has used yet are trouble too.
    for number in Int32(-3)...40 {
      #expect(ReturnCode(rawValue: number).pivoting == meanings[number] ?? .trouble)
    }
  }

  @Test("Each code of the search means what GLPK's manual says")
  func search() {
    let meanings: [Int32: StopReason] = [
      0: .finished, GLP_EBOUND: .numericalTrouble, GLP_EROOT: .numericalTrouble,
      GLP_ENOPFS: .finished, GLP_ENODFS: .numericalTrouble, GLP_EFAIL: .numericalTrouble,
      GLP_EMIPGAP: .gapReached, GLP_ETMLIM: .timeLimit, GLP_ESTOP: .nodeLimit,
    ]
    for number in Int32(-3)...40 {
      let reason = ReturnCode(rawValue: number).search(endedFor: .nodeLimit)
      #expect(reason == meanings[number] ?? .numericalTrouble)
    }
  }

  @Test("Each known code is called what GLPK calls it, others by number")
  func names() {
    let names: [Int32: String] = [
      GLP_EBADB: "GLP_EBADB", GLP_ESING: "GLP_ESING", GLP_ECOND: "GLP_ECOND",
      GLP_EBOUND: "GLP_EBOUND", GLP_EFAIL: "GLP_EFAIL", GLP_EOBJLL: "GLP_EOBJLL",
      GLP_EOBJUL: "GLP_EOBJUL", GLP_EITLIM: "GLP_EITLIM", GLP_ETMLIM: "GLP_ETMLIM",
      GLP_ENOPFS: "GLP_ENOPFS", GLP_ENODFS: "GLP_ENODFS", GLP_EROOT: "GLP_EROOT",
      GLP_ESTOP: "GLP_ESTOP", GLP_EMIPGAP: "GLP_EMIPGAP",
    ]
    for number in Int32(-3)...40 {
      #expect(ReturnCode(rawValue: number).description == names[number] ?? "\(number)")
    }
  }

  /// Column k alone in row k, so that it has to be 1, at a cost of 1.
  private func diagonal(_ coefficients: [Double]) -> LinearProgram {
    var program = LinearProgram()
    let rows = program.addRows(coefficients.map { .exactly($0) })
    program.addColumns(
      zip(rows, coefficients).map {
        NewColumn(cost: 1, bounds: .atLeast(0), entries: [($0, $1)])
      })
    return program
  }

  @Test("GLP_EBADB: a basis that lost a column is replaced by the standard one")
  func badBasis() throws {
    var program = diagonal([1, 2, 4])
    _ = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    program.deleteColumns([Column(1)])
    program.setBounds(of: Row(1), .free)
    let outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(outcome.troubles == [.badBasis, .badBasis])
    #expect(outcome.rung == .standardBasis)
    #expect(isNear(outcome.objective, 2))
  }

  @Test("GLP_ESING: a basis whose columns have become multiples is replaced")
  func singular() throws {
    var program = diagonal([1, 1])
    _ = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    program.setEntries(of: Column(0), [(Row(0), 1), (Row(1), 1)])
    program.setEntries(of: Column(1), [(Row(0), 2), (Row(1), 2)])
    let outcome = try program.solveRelaxation(method: .primal, limits: SolveLimits())
    #expect(outcome.troubles == [.singular, .singular])
    #expect(outcome.rung == .standardBasis)
    #expect(isNear(outcome.objective, 0.5))
  }

  @Test("GLP_EFAIL: a hard master, its capacities in units that are far apart, is solved")
  func hardMaster() throws {
    /// The same master with the rows of some weeks in other units, which changes no answer.
    func solve(_ unit: (Int) -> Double) throws -> RelaxationOutcome {
      var program = Master.program(jobs: 400, weeks: 160, eachJob: 8, seed: 21)
      var made = Master(jobs: 400, weeks: 160, seed: 21)
      let work = made.columns(eachJob: 8)
      for week in 0..<160 {
        let row = Row(400 + week)
        let uses = work.enumerated().flatMap { place, column in
          column.entries.filter { $0.0 == row }.map { (Column(560 + place), $0.1 * unit(week)) }
        }
        program.setEntries(of: row, [(Column(400 + week), -unit(week))] + uses)
        program.setBounds(of: row, .atMost(5 * unit(week)))
      }
      return try program.solveRelaxation(method: .primal, limits: SolveLimits())
    }
    let plain = try solve { _ in 1 }
    #expect(plain.knowledge == .optimal && plain.troubles.isEmpty)
    let hard = try solve { $0.isMultiple(of: 2) ? 1e16 : 1 }
    // GLPK factorises anew after a hundred pivots, and finds a condition beyond 1 / epsilon.
    #expect(hard.troubles.first == .failed)
    #expect(hard.rung > .asGiven)
    #expect(hard.knowledge == .optimal)
    #expect(abs((hard.objective ?? 0) - (plain.objective ?? 1)) < 1e-4)
  }

  @Test("GLP_ENODFS: what the presolver finds without a dual solution is told exactly")
  func noDualSolution() throws {
    var program = LinearProgram()
    let row = program.addRow(.atMost(4))
    program.addColumn(cost: -1, bounds: .atLeast(0), entries: [(row, 1)])
    program.addColumn(cost: -1, bounds: .atLeast(0), entries: [(row, -1)])
    let outcome = try program.solveRelaxation(
      method: .primal, limits: SolveLimits(), firstRung: .presolved)
    #expect(outcome.troubles == [.noDualSolution])
    #expect(outcome.rung == .exact)
    #expect(outcome.knowledge == .unbounded)
  }

  @Test("GLP_EITLIM, GLP_ETMLIM and GLP_ENOPFS are no trouble")
  func limits() throws {
    var program = Master.program(jobs: 300, weeks: 60, eachJob: 20, seed: 2)
    let few = try program.solveRelaxation(method: .primal, limits: SolveLimits(pivots: 7))
    #expect(few.stop == .pivotLimit && few.troubles.isEmpty)
    let short = try program.solveRelaxation(method: .primal, limits: SolveLimits(seconds: 1e-3))
    #expect(short.stop == .timeLimit && short.troubles.isEmpty)
    var crossed = LinearProgram()
    let column = crossed.addColumn(cost: 1, bounds: .between(0, 10), entries: [])
    crossed.addRow(.atLeast(6), entries: [(column, 1)])
    crossed.addRow(.atMost(5), entries: [(column, 1)])
    let none = try crossed.solveRelaxation(
      method: .dual, limits: SolveLimits(), firstRung: .presolved)
    #expect(none.knowledge == .infeasible && none.troubles.isEmpty)
  }

  @Test("A search tells what GLPK returned: GLP_EMIPGAP, GLP_ESTOP, GLP_ETMLIM or 0")
  func searches() throws {
    func code(_ limits: IntegerLimits) throws -> ReturnCode {
      var program = endlessProgram()
      return try program.solveIntegers(limits: limits, options: IntegerOptions(cuts: false)).code
    }
    #expect(try code(IntegerLimits(nodes: 1_000_000, gap: 1e9)) == .gapReached)
    #expect(try code(IntegerLimits(nodes: 30)) == .stopped)
    let late = try code(IntegerLimits(nodes: 1_000_000_000, seconds: 0.05))
    #expect(late == .stopped || late == .timeLimit)
    var knapsack = Knapsack(items: 12, seed: 1).program()
    #expect(try knapsack.solveIntegers(limits: IntegerLimits(nodes: 10_000)).code == .done)
  }

  @Test("GLP_EBOUND and GLP_EROOT come from calls that a program never makes")
  func neverMade() throws {
    let problem = try #require(cglpk_create())
    defer { cglpk_delete(problem) }
    var code: Int32 = 0
    var options = cglpk_simplex_options()
    options.method = GLP_PRIMAL
    options.pivots = 100
    options.milliseconds = 1_000
    // A range with equal ends: `Bounds.checked` makes it a fixed value.
    #expect(cglpk_add_rows(problem, 1, [GLP_DB], [2], [2]))
    #expect(cglpk_simplex(problem, &options, &code))
    #expect(ReturnCode(rawValue: code) == .badBounds)
    // A search without a solved root: `solveIntegers` solves it first.
    #expect(cglpk_set_row_bounds(problem, 1, GLP_FX, 2, 2))
    #expect(cglpk_add_columns(problem, 1, [1], [GLP_LO], [0], [0], [0, 1], [0, 1], [0, 1]))
    #expect(cglpk_set_column_kind(problem, 1, GLP_IV))
    var search = cglpk_search()
    search.branching = GLP_BR_DTH
    search.milliseconds = 1_000
    search.node_limit = 10
    search.deadline = .max
    search.cutoff = .infinity
    #expect(cglpk_intopt(problem, &search, &code))
    #expect(ReturnCode(rawValue: code) == .noRoot)
  }
}
