public import Migrations

/// Why a region has no plan, or none with everybody in it, and ways out.
public struct Impossibility: Sendable {
  /// The fewest rules that cannot hold together, in a planner's words.
  public var explanation: Explanation
  /// Whether the region has a plan that leaves practices out, by place; empty if it has no plan.
  public var leftOut: [Int]
  /// Whether the clash is proven, and no part of it clashes by itself.
  public var isProven: Bool
  /// Ways out, least harm first; each was planned again.
  public var fixes: [Fix]
}

/// A way out of an impossibility that was planned again.
public struct Fix: Sendable {
  /// What to change, one sentence a step.
  public var steps: [String]
  /// The region with the changes, by which the plan is judged.
  public var region: Region
  /// The plan with the changes.
  public var plan: Plan
  /// Points for capacity that is bought.
  public var extra: Double

  /// The cost of the plan with the changes, each broken rule at the price of its soft form, and of
  /// the capacity that is bought, in points.
  public var harm: Double { plan.cost.total + extra }
  /// How many practices are still left out.
  public var leftOutCount: Int { plan.practices.count - plan.scheduledCount }
}
