import LinearPrograms
import Testing

@Suite("Integer problems")
struct IntegerTests {
  @Test(
    "A knapsack has the optimum of dynamic programming",
    arguments: [
      IntegerOptions(), IntegerOptions(branching: .pseudoCost), IntegerOptions(cuts: false),
      IntegerOptions(presolve: true), IntegerOptions(rootMethod: .primal),
    ])
  func knapsack(options: IntegerOptions) throws {
    let knapsack = Knapsack(items: 25, seed: 11)
    var program = knapsack.program()
    let outcome = try program.solveIntegers(
      limits: IntegerLimits(nodes: 1_000_000), options: options)
    #expect(outcome.stop == .finished)
    #expect(outcome.knowledge == .optimal)
    #expect(isNear(outcome.objective, -Double(knapsack.best)))
    #expect(outcome.bound == outcome.objective)
    #expect(outcome.relaxation.knowledge == .optimal)
    #expect(outcome.relaxation.objective! < outcome.objective!)
    #expect(outcome.values.allSatisfy { $0 == 0 || $0 == 1 })
    let weight = zip(outcome.values, knapsack.weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    #expect(weight <= knapsack.capacity)
    #expect(isNear(program.objective, outcome.relaxation.objective!))
  }

  @Test("A limit of nodes gives the same outcome each time, and is kept")
  func nodeLimit() throws {
    func solve() throws -> IntegerOutcome {
      var program = Knapsack(items: 60, seed: 12).program()
      return try program.solveIntegers(
        limits: IntegerLimits(nodes: 20), options: IntegerOptions(cuts: false))
    }
    let first = try solve()
    #expect(first.stop == .nodeLimit)
    #expect(first.nodes == 20)
    #expect(first.knowledge == .feasible)
    #expect(first.improvements > 0)
    #expect(first.nodesAtLastImprovement <= 20)
    #expect(first.bound < first.objective!)
    #expect(-Double(Knapsack(items: 60, seed: 12).best) >= first.bound - 1e-6)
    #expect(try solve() == first)
  }

  @Test("No round of cuts begins that may end beyond the time left, and nothing else changes")
  func cutsNearTheDeadline() throws {
    func solve(_ options: IntegerOptions) throws -> IntegerOutcome {
      var program = Master.integerProgram(jobs: 30, weeks: 8, eachJob: 6, seed: 13)
      return try program.solveIntegers(limits: IntegerLimits(nodes: 50), options: options)
    }
    let cut = try solve(IntegerOptions())
    let bare = try solve(IntegerOptions(cuts: false))
    #expect(cut != bare)
    let bytes = LinearProgram.bytesInUse
    #expect(try solve(IntegerOptions(firstRound: 1e6)) == bare)
    #expect(try solve(IntegerOptions(firstRound: 0)) == cut)
    #expect(LinearProgram.bytesInUse == bytes)
  }

  @Test("One node is the root alone")
  func root() throws {
    var program = Master.integerProgram(jobs: 30, weeks: 8, eachJob: 6, seed: 13)
    let outcome = try program.solveIntegers(limits: IntegerLimits(nodes: 1))
    #expect(outcome.stop == .nodeLimit)
    #expect(outcome.nodes == 1)
    #expect(outcome.bound >= outcome.relaxation.objective!)
  }

  @Test("A start is the first solution, and kept if nothing better turns up")
  func start() throws {
    let knapsack = Knapsack(items: 60, seed: 12)
    var finder = knapsack.program()
    let best = try finder.solveIntegers(limits: IntegerLimits(nodes: 1_000_000))
    #expect(isNear(best.objective, -Double(knapsack.best)))
    var program = knapsack.program()
    let outcome = try program.solveIntegers(
      limits: IntegerLimits(nodes: 1), start: best.values, options: IntegerOptions(cuts: false))
    #expect(outcome.startTaken)
    #expect(outcome.knowledge == .feasible || outcome.knowledge == .optimal)
    #expect(outcome.values == best.values)
    #expect(isNear(outcome.objective, -Double(knapsack.best)))
    var without = knapsack.program()
    let alone = try without.solveIntegers(
      limits: IntegerLimits(nodes: 1), options: IntegerOptions(cuts: false))
    #expect(!alone.startTaken)
    #expect(alone.objective ?? .infinity > outcome.objective!)
  }

  @Test("A start that breaks a bound, a row or wholeness is not taken")
  func badStart() throws {
    let knapsack = Knapsack(items: 60, seed: 12)
    var tooHeavy = [Double](repeating: 1, count: 60)
    var starts = [tooHeavy]
    tooHeavy = Array(repeating: 0, count: 60)
    tooHeavy[0] = 2
    starts.append(tooHeavy)
    tooHeavy[0] = 0.5
    starts.append(tooHeavy)
    for start in starts {
      var program = knapsack.program()
      let outcome = try program.solveIntegers(
        limits: IntegerLimits(nodes: 5), start: start, options: IntegerOptions(cuts: false))
      #expect(!outcome.startTaken)
    }
  }

  @Test("No whole number, and no value at all, are infeasible")
  func infeasible() throws {
    var program = LinearProgram()
    let column = program.addColumn(cost: 1, bounds: .between(0, 5), entries: [])
    let other = program.addColumn(cost: 1, bounds: .between(0, 5), entries: [])
    program.setInteger(column)
    program.setInteger(other)
    let row = program.addRow(.exactly(3), entries: [(column, 2), (other, 4)])
    let noWhole = try program.solveIntegers(limits: IntegerLimits(nodes: 1_000))
    #expect(noWhole.stop == .finished)
    #expect(noWhole.knowledge == .infeasible)
    #expect(noWhole.relaxation.knowledge == .optimal)
    #expect(noWhole.values.isEmpty)
    #expect(noWhole.bound == .infinity)
    let presolved = try program.solveIntegers(
      limits: IntegerLimits(nodes: 1_000), options: IntegerOptions(presolve: true))
    #expect(presolved.knowledge == .infeasible)
    program.setBounds(of: row, .exactly(100))
    let none = try program.solveIntegers(limits: IntegerLimits(nodes: 1_000))
    #expect(none.knowledge == .infeasible)
    #expect(none.relaxation.knowledge == .infeasible)
    #expect(none.objective == nil)
  }

  @Test("An unbounded relaxation is said to be so")
  func unbounded() throws {
    var program = LinearProgram()
    let column = program.addColumn(cost: -1, bounds: .atLeast(0), entries: [])
    program.addRow(.atLeast(1), entries: [(column, 1)])
    program.setInteger(column)
    let outcome = try program.solveIntegers(limits: IntegerLimits(nodes: 10))
    #expect(outcome.knowledge == .unbounded)
    #expect(outcome.bound == -.infinity)
  }

  @Test("Gap, cutoff, time and flag end the search for their reason")
  func ends() throws {
    let knapsack = Knapsack(items: 60, seed: 12)
    let best = -Double(knapsack.best)
    let plain = IntegerOptions(cuts: false)
    var program = knapsack.program()
    let near = try program.solveIntegers(
      limits: IntegerLimits(nodes: 100_000, gap: 0.05), options: plain)
    #expect(near.stop == .gapReached)
    #expect(near.knowledge == .feasible)
    #expect(near.objective! - near.bound <= 0.05 * abs(near.objective!) + 1e-6)
    #expect(near.bound <= best + 1e-6)

    let cut = try program.solveIntegers(
      limits: IntegerLimits(nodes: 100_000, objectiveCutoff: best - 1_000), options: plain)
    #expect(cut.stop == .cutoffReached)
    #expect(cut.bound >= best - 1_000)

    let flag = CancelFlag()
    flag.raise()
    let cancelled = try program.solveIntegers(
      limits: IntegerLimits(nodes: 100_000, cancel: flag), options: plain)
    #expect(cancelled.stop == .cancelled)
    #expect(cancelled.knowledge == .nothing)

    var endless = endlessProgram()
    let late = try endless.solveIntegers(
      limits: IntegerLimits(nodes: 1_000_000_000, seconds: 0.2), options: plain)
    #expect(late.stop == .timeLimit)
    #expect(late.knowledge == .feasible)
  }

  @Test("Bounds of integer columns are rounded inward")
  func rounding() throws {
    var program = LinearProgram()
    let column = program.addColumn(cost: -1, bounds: .between(0.5, 3.7), entries: [])
    program.setInteger(column)
    #expect(program.bounds(of: column) == .between(1, 3))
    program.setBounds(of: column, .between(0.2, 1.9))
    #expect(program.bounds(of: column) == .exactly(1))
    program.setBounds(of: column, .atMost(2.9999999999))
    #expect(program.bounds(of: column) == .atMost(3))
    program.setBounds(of: column, .atLeast(-2.5))
    #expect(program.bounds(of: column) == .atLeast(-2))
    program.setInteger(column, false)
    program.setBounds(of: column, .between(0.5, 3.7))
    #expect(program.bounds(of: column) == .between(0.5, 3.7))
    let outcome = try program.solveIntegers(limits: IntegerLimits(nodes: 10))
    #expect(isNear(outcome.objective, -3.7))
  }
}
