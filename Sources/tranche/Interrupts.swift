import Glibc
import TrancheKit

/// Ctrl-C, SIGTERM and a terminal that is closed: the first asks the planner to stop and keep its
/// best, the second ends at once.
enum Interrupts {
  // Set once before the handler is installed; the handler only raises a flag, which is safe in
  // signal handlers.
  nonisolated(unsafe) private static var cancellation: Cancellation?

  /// Lets signals cancel this run.
  static func cancel(_ run: Cancellation) {
    cancellation = run
    // A program that starts this one may have blocked signals, and a new process inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGHUP)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !isHangUpIgnored {
      signal(number) { _ in
        guard let run = Interrupts.cancellation, !run.isCancelled else {
          _exit(ExitStatus.interrupted.rawValue)
        }
        run.cancel()
      }
    }
  }

  /// Whether the command is to outlive its terminal, as under `nohup`.
  private static var isHangUpIgnored: Bool {
    var action = sigaction()
    guard sigaction(SIGHUP, nil, &action) == 0 else { return false }
    let handler = action.__sigaction_handler.sa_handler
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
