import Days
import Migrations

/// What the accepted plans did to one event.
struct EventHistory {
  /// How many accepted plans moved it, took it away or brought it back.
  private(set) var sequence = 0
  /// The place of the last accepted plan that changed it; nil if none has it.
  private(set) var lastChange: Int?
  /// Its days in the last accepted plan; nil if that has it not.
  private(set) var agreed: ClosedRange<Day>?
  /// Its last days before they changed; nil if they never did.
  private(set) var before: ClosedRange<Day>?

  /// - Parameter days: its days in each accepted plan, oldest first; nil where it is not there.
  init(days: [ClosedRange<Day>?]) {
    for (place, now) in days.enumerated() {
      if lastChange == nil {
        if now != nil { lastChange = place }
      } else if now != agreed {
        sequence += 1
        lastChange = place
        before = agreed ?? before
      }
      agreed = now
    }
  }

  /// How many accepted plans have followed the one that took it away; nil if it is there.
  func plansSinceGone(of count: Int) -> Int? {
    agreed == nil ? lastChange.map { count - 1 - $0 } : nil
  }
}
