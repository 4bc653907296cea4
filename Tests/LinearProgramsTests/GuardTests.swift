import Glibc
import LinearPrograms
import Testing

@Suite("When GLPK gives up")
struct GuardTests {
  @Test("An abort becomes an error with GLPK's words, and the thread goes on")
  func recovery() throws {
    for _ in 0..<20 {
      var program = Knapsack(items: 10, seed: 1).program()
      let other = LinearProgram()
      do {
        try program.provokeAbort()
        Issue.record("nothing was thrown")
      } catch {
        #expect(error.code == .aborted)
        #expect(error.attempt == "provoking an error")
        #expect(error.messages.contains { $0.contains("glp_set_obj_coef") })
        #expect(error.description.contains("column number out of range"))
      }
      // #expect cannot look into a noncopyable value.
      let areLost = [program.isLost, other.isLost]
      #expect(areLost == [true, true])
      do {
        _ = try program.solveRelaxation(method: .dual, limits: SolveLimits())
        Issue.record("nothing was thrown")
      } catch {
        #expect(error.code == .programLost)
      }
      do {
        try program.writeMPS(to: "/dev/null")
        Issue.record("nothing was thrown")
      } catch {
        #expect(error.code == .programLost)
        #expect(error.messages.isEmpty)
      }
      let knapsack = Knapsack(items: 20, seed: 2)
      var fresh = knapsack.program()
      let isLost = fresh.isLost
      #expect(!isLost)
      let outcome = try fresh.solveIntegers(limits: IntegerLimits(nodes: 100_000))
      #expect(isNear(outcome.objective, -Double(knapsack.best)))
    }
  }

  /// The resident pages of this process.
  private static func residentPages() -> Int {
    var buffer = [CChar](repeating: 0, count: 128)
    let descriptor = open("/proc/self/statm", O_RDONLY)
    let count = read(descriptor, &buffer, 127)
    close(descriptor)
    let text = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return Int(text.split(separator: " ")[1])!
  }

  @Test("Programs made, solved and gone leave no memory behind")
  func memory() async {
    // In a process of its own: other tests would be counted too.
    await #expect(processExitsWith: .success) {
      func once() {
        var program = Master.program(jobs: 20, weeks: 6, eachJob: 4, seed: 3)
        let outcome = try? program.solveRelaxation(method: .dual, limits: SolveLimits())
        if outcome?.knowledge != .optimal { exit(3) }
        let search = try? program.solveIntegers(limits: IntegerLimits(nodes: 1))
        if search == nil { exit(4) }
      }
      for _ in 0..<100 { once() }
      let before = GuardTests.residentPages()
      for _ in 0..<2_000 { once() }
      let grown = GuardTests.residentPages() - before
      if LinearProgram.bytesInUse != 0 { exit(5) }
      LinearProgram.endOfThread()
      if grown > 250 { exit(6) }
      exit(0)
    }
  }

  @Test("Aborts leave no memory behind either")
  func memoryAfterAborts() async {
    await #expect(processExitsWith: .success) {
      func once() {
        var program = Master.program(jobs: 20, weeks: 6, eachJob: 4, seed: 3)
        do {
          try program.provokeAbort()
          exit(3)
        } catch {
          if error.code != .aborted { exit(4) }
        }
      }
      for _ in 0..<100 { once() }
      let before = GuardTests.residentPages()
      for _ in 0..<2_000 { once() }
      if GuardTests.residentPages() - before > 250 { exit(6) }
      exit(0)
    }
  }

  @Test("GLPK prints nothing")
  func silence() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      var program = Knapsack(items: 20, seed: 2).program()
      program.scale()
      program.useAdvancedBasis()
      _ = try program.solveIntegers(
        limits: IntegerLimits(nodes: 1_000), options: IntegerOptions(presolve: true))
      try program.writeLP(to: "/dev/null")
      do { try program.provokeAbort() } catch {}
      fflush(nil)
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    for word in ["GLPK", "rows", "Writing", "Scaling", "glp_"] { #expect(!output.contains(word)) }
  }
}
