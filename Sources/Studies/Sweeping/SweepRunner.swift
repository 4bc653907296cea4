import Dispatch
import Synchronization

/// Runs the rows of a sweep, some at a time, and hands them on in order as soon as they are there.
public struct SweepRunner: Sendable {
  /// How many rows run at a time.
  public var jobs: Int

  /// A runner of so many rows at a time; at least 1.
  public init(jobs: Int = 1) { self.jobs = max(1, jobs) }

  /// Runs rows.
  ///
  /// - Parameters:
  ///   - rows: the numbers of the rows.
  ///   - run: makes the figures of a row, from any thread; nil where the run was cancelled, after
  ///     which no further row begins.
  ///   - emit: takes each finished row in the order of `rows`, one at a time.
  /// - Returns: the finished rows.
  @discardableResult
  public func run(
    _ rows: [Int], row run: @escaping @Sendable (Int) -> SweepRow?,
    emit: @escaping @Sendable (SweepRow) -> Void = { _ in }
  ) -> [SweepRow] {
    let state = Mutex(State(rows: rows))
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(1, rows.count))) { _ in
      while let place = state.withLock({ $0.take() }) {
        let found = run(rows[place])
        state.withLock { state in
          state.put(found, at: place)
          for row in state.ready() { emit(row) }
        }
      }
    }
    return state.withLock { $0.done.compactMap(\.self) }
  }

  private struct State {
    var done: [SweepRow?]
    private var next = 0
    private var emitted = 0
    private var isCancelled = false

    init(rows: [Int]) { done = rows.map { _ in nil } }

    mutating func take() -> Int? {
      guard !isCancelled, next < done.count else { return nil }
      next += 1
      return next - 1
    }

    mutating func put(_ row: SweepRow?, at place: Int) {
      done[place] = row
      if row == nil { isCancelled = true }
    }

    /// The rows that can be handed on now.
    mutating func ready() -> [SweepRow] {
      var rows: [SweepRow] = []
      while emitted < done.count, let row = done[emitted] {
        rows.append(row)
        emitted += 1
      }
      return rows
    }
  }
}
