import Glibc
import LinearPrograms
import Synchronization
import Testing

/// The work of a new thread.
private final class Work: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Begins a thread, to be waited for with `pthread_join`.
func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t {
  var thread = pthread_t()
  let work = Unmanaged.passRetained(Work(body)).toOpaque()
  let code = pthread_create(
    &thread, nil,
    { argument in
      Unmanaged<Work>.fromOpaque(argument!).takeRetainedValue().body()
      return nil
    }, work)
  precondition(code == 0, "no thread could be made")
  return thread
}

/// Runs a function on a new thread and waits for it.
func onNewThread(_ body: @escaping @Sendable () -> Void) {
  pthread_join(startThread(body), nil)
}

/// Answers of threads by number.
private final class Answers: Sendable {
  let found = Mutex<[Int: [IntegerOutcome]]>([:])
}

@Suite("Threads")
struct ThreadTests {
  private static func solve(_ seed: Int) -> [IntegerOutcome] {
    (0..<3).compactMap { round in
      var program = Knapsack(items: 40, seed: UInt64(100 * seed + round)).program()
      return try? program.solveIntegers(limits: IntegerLimits(nodes: 2_000))
    }
  }

  @Test("Programs on threads at the same time give the answers of one after the other")
  func parallel() {
    let answers = Answers()
    let threads = (0..<6).map { seed in
      startThread {
        let outcomes = Self.solve(seed)
        LinearProgram.endOfThread()
        answers.found.withLock { $0[seed] = outcomes }
      }
    }
    for thread in threads { pthread_join(thread, nil) }
    let found = answers.found.withLock { $0 }
    for seed in 0..<6 {
      let expected = Self.solve(seed)
      #expect(expected.count == 3)
      #expect(found[seed] == expected)
    }
  }

  @Test("A flag raised on another thread ends a solve that would go on")
  func cancellation() throws {
    let flag = CancelFlag()
    let thread = startThread {
      usleep(100_000)
      flag.raise()
    }
    defer { pthread_join(thread, nil) }
    var program = endlessProgram()
    let outcome = try program.solveIntegers(
      limits: IntegerLimits(nodes: 1_000_000_000, seconds: 60, cancel: flag),
      options: IntegerOptions(cuts: false))
    #expect(outcome.stop == .cancelled)
  }

  @Test("A thread may make programs again after it ended its environment")
  func again() {
    onNewThread {
      let first = Self.solve(1)
      LinearProgram.endOfThread()
      let second = Self.solve(1)
      LinearProgram.endOfThread()
      #expect(first == second)
      #expect(first.count == 3)
    }
  }
}
