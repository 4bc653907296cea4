import CGLPKShim

/// A flag by which another thread or a signal handler asks a solve to end.
package final class CancelFlag: Sendable {
  // Outside Swift's exclusivity rules, because the callback in C reads it while others raise it.
  // Only the shim's atomic functions touch the number.
  nonisolated(unsafe) private let number: UnsafeMutablePointer<Int32>

  /// A flag that is not raised.
  package init() {
    number = .allocate(capacity: 1)
    number.initialize(to: 0)
  }

  deinit { number.deallocate() }

  /// Raises the flag.
  ///
  /// May be called on any thread and in a signal handler.
  package func raise() { cglpk_flag_raise(number) }

  /// Lowers the flag, to use it again.
  package func lower() { cglpk_flag_lower(number) }

  /// Tells whether the flag is raised.
  package var isRaised: Bool { cglpk_flag_is_raised(number) }

  /// Where the callback finds the flag; valid while the flag lives.
  var address: UnsafePointer<Int32> { UnsafePointer(number) }
}
