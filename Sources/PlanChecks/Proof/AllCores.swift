import Dispatch

/// The results of a function for each number below a count, in their order, worked out on all cores.
///
/// Each number is asked for once, whichever core takes it, so the answer never depends on time.
func onAllCores<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else { return (0..<count).map(body) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    guard let base = buffer.baseAddress else { return }
    // Each place is written once, and read only after all have been.
    nonisolated(unsafe) let results = base
    DispatchQueue.concurrentPerform(iterations: count) { number in
      (results + number).initialize(to: body(number))
    }
    initialized = count
  }
}
