/// The moment at which work has to be over.
///
/// It goes by a monotonic clock, which nobody sets. One value is made where a command begins and
/// handed down to all that it does: plans, studies of plans, and every call of GLPK.
public struct Deadline: Sendable {
  private let left: @Sendable () -> Double

  /// A deadline that is so many seconds from now.
  public init(in seconds: Double) {
    let clock = ContinuousClock()
    // A year stands for ever, and keeps the sum within what an instant can hold.
    let moment = clock.now + .seconds(min(seconds, 31_536_000))
    left = { (moment - clock.now) / .seconds(1) }
  }

  /// A deadline by another clock, which says how many seconds are left.
  public init(secondsLeft: @escaping @Sendable () -> Double) { left = secondsLeft }

  /// No deadline.
  public static let never = Deadline { .infinity }

  /// Seconds left; 0 or less once it has passed.
  public var secondsLeft: Double { left() }

  /// Whether it has passed.
  public var hasPassed: Bool { left() <= 0 }

  /// The same deadline, so many seconds earlier.
  public func earlier(by seconds: Double) -> Deadline {
    guard seconds > 0 else { return self }
    let left = left
    return Deadline { left() - seconds }
  }

  /// The earlier one of this deadline and another.
  public func or(_ other: Deadline) -> Deadline {
    let (left, others) = (left, other.left)
    return Deadline { min(left(), others()) }
  }
}
