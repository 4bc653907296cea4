import Days

/// Something that ties a later date of a migration to an earlier one that is not the one before.
///
/// Between its two events a coupling is open, and the search must remember its value.
struct Coupling {
  /// What ties the two dates.
  enum Kind {
    /// At least so long between them; the value is the first day on which the later may be.
    case atLeast(Length)
    /// At most so long between them; the value is the last day on which the later may be.
    case atMost(Length)
    /// A resource counted once a period for two stages; the value is the period already paid.
    case paid(Int)
    /// A span that may be empty; the value is the earlier date.
    case span(Int)
    /// The go-live day, remembered to the end; the value is the day.
    case goLive
  }

  var kind: Kind
  /// The event that opens it.
  var source: Int
  /// The event that closes it; the number of events for never.
  var target: Int

  /// The value that does not bind at all.
  var freeValue: Int32 {
    switch kind {
    case .atLeast: 0
    case .atMost: Int32.max
    case .paid, .span, .goLive: -1
    }
  }
}
