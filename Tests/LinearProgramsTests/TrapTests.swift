import LinearPrograms
import Testing

/// Hands a program to another thread, which is what must not be done.
private final class Smuggler: @unchecked Sendable {
  var program = LinearProgram()
}

@Suite("Traps")
struct TrapTests {
  /// What a process that failed wrote on its standard error.
  private func words(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test("Another thread may not use a program")
  func useElsewhere() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let smuggler = Smuggler()
      onNewThread { smuggler.program.addRow(.free) }
    }
    #expect(words(result).contains("is called on another thread than the program's maker's"))
  }

  @Test("A program may not end on another thread")
  func endElsewhere() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let smuggler = Smuggler()
      onNewThread { smuggler.program = LinearProgram() }
    }
    #expect(words(result).contains("a program ends on another thread than its maker's"))
  }

  @Test("A thread may not end its environment while a program lives")
  func endWithProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let program = LinearProgram()
      LinearProgram.endOfThread()
      _ = program.rowCount
    }
    #expect(words(result).contains("the thread ends with 1 of its programs alive"))
  }

  @Test("A lost program may not be built on")
  func lost() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      do { try program.provokeAbort() } catch {}
      program.addRow(.free)
    }
    #expect(words(result).contains("a program lost by an error of GLPK"))
  }

  @Test("Coefficients, costs and bounds must be finite numbers")
  func numbers() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      let row = program.addRow(.free)
      program.addColumn(cost: 0, bounds: .free, entries: [(row, .nan)])
    }
    #expect(words(result).contains("a coefficient is nan"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      program.addColumn(cost: .infinity, bounds: .free, entries: [])
    }
    #expect(words(result).contains("the cost of a column is inf"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      program.addRow(.between(0, .infinity))
    }
    #expect(words(result).contains("bounds are 0.0 and inf"))
  }

  @Test("A lower bound may not be above the upper one")
  func crossedBounds() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      program.addRow(.between(2, 1))
    }
    #expect(words(result).contains("the lower bound 2.0 is above the upper bound 1.0"))
  }

  @Test("A column names a row once, and deletes name a column once")
  func repetitions() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      let row = program.addRow(.free)
      program.addColumn(cost: 0, bounds: .free, entries: [(row, 1), (row, 2)])
    }
    #expect(words(result).contains("row 0 is twice in a column"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      let column = program.addColumn(cost: 0, bounds: .free, entries: [])
      program.deleteColumns([column, column])
    }
    #expect(words(result).contains("column 0 is deleted twice"))
  }

  @Test("Rows and columns must exist")
  func indices() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      program.addColumn(cost: 0, bounds: .free, entries: [(Row(0), 1)])
    }
    #expect(words(result).contains("row 0 is not one of 0"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      program.setCost(of: Column(-1), 1)
    }
    #expect(words(result).contains("column -1 is not one of 0"))
  }

  @Test("A basis must fit, and a start have a value for each column")
  func sizes() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = LinearProgram()
      program.addRow(.free)
      let basis = program.saveBasis()
      program.deleteRows([Row(0)])
      program.restore(basis)
    }
    #expect(words(result).contains("does not fit a program of 0 and 0"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var program = Knapsack(items: 3, seed: 1).program()
      _ = try program.solveIntegers(limits: IntegerLimits(nodes: 1), start: [1])
    }
    #expect(words(result).contains("a start has 1 values for 3 columns"))
  }
}
