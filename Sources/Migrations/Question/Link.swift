public import Days

/// A rule between the go-live days of two practices; it binds only where both are scheduled.
public struct Link: Hashable, Sendable {
  /// What holds between the two.
  public var rule: Rule
  /// The first practice's place in the region's list.
  public var first: Int
  /// The second practice's place in the region's list.
  public var second: Int
  /// Whether it comes from a pilot rather than from links.csv.
  public var isFromPilot: Bool

  /// What holds between two go-live days.
  public enum Rule: Hashable, Sendable {
    /// The same day.
    case together
    /// The second at least so long after the first.
    case before(lag: Length)
    /// At least so long between them, in either order.
    case apart(lag: Length)
  }

  /// A link between two practices.
  public init(rule: Rule, first: Int, second: Int, isFromPilot: Bool = false) {
    self.rule = rule
    self.first = first
    self.second = second
    self.isFromPilot = isFromPilot
  }

  /// Whether two go-live days keep the link.
  public func allows(first: Day, second: Day, in calendar: WorkingCalendar) -> Bool {
    switch rule {
    case .together: first == second
    case .before(let lag): lag.distance(from: first, to: second, in: calendar) >= lag.count
    case .apart(let lag):
      lag.distance(from: min(first, second), to: max(first, second), in: calendar) >= lag.count
    }
  }
}
