import Dispatch

/// The same work on many items, on some threads, with results in the items' order.
public enum Parallel {
  /// Calls `body` with each index below `count` and the number of the worker that does it.
  ///
  /// Workers take fixed slices, so which worker does what never depends on time.
  public static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (_ index: Int, _ worker: Int) -> Result
  ) -> [Result] {
    let workers = max(1, min(threads, count))
    guard workers > 1 else { return (0..<count).map { body($0, 0) } }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      // Each index is written by one worker only, and read after all have ended.
      nonisolated(unsafe) let results = base
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in stride(from: worker, to: count, by: workers) {
          (results + index).initialize(to: body(index, worker))
        }
      }
      initialized = count
    }
  }
}
