public import Days
public import Migrations

/// Where a resource is short in a plan, who holds it, who waits, and what a slot is worth.
public struct ResourceExplanation: Sendable {
  /// The resource.
  public var resource: Resource
  /// The periods without room for any practice that uses it, in order of date.
  public var full: [FullPeriod]
  /// In how many periods it is used at all.
  public var usedCount: Int
  /// What one more and one fewer would do: in every period first, then in single ones.
  public var prices: [SlotPrice]
}

/// A period in which nothing of a resource is left.
public struct FullPeriod: Sendable {
  /// The slot, with who holds it.
  public var slot: FullSlot
  /// Points per unit in the plan's certificate.
  public var price: Double
  /// Who would be better off with it, were there room everywhere; who gains most first.
  public var waiting: [Waiting]

  /// A practice that waits for a slot.
  public struct Waiting: Hashable, Sendable {
    /// The practice's place in the region's list.
    public var practice: Int
    /// Points by which its cheapest dates with the slot cost less than its dates in the plan.
    public var gain: Double
  }
}

/// What one unit more, and one fewer, does to the cost of the best plan.
public struct SlotPrice: Sendable {
  /// The period; nil for all of them.
  public var period: Day?
  /// With one more.
  public var more: Side
  /// With one fewer; nil if there is none to take away.
  public var fewer: Side?

  /// One of the two changes, planned again.
  public struct Side: Sendable {
    /// What came of it.
    public var outcome: Outcome
    /// The capacities that its plan is judged by.
    public var variant: Variant
  }
}
