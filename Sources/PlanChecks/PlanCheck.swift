public import Migrations

/// One hard rule, checked by plain counting on the dates of a plan.
public protocol PlanCheck: Sendable {
  /// The rule's name, as in section 4 of the contract.
  var rule: Rule { get }

  /// Everything in the plan that breaks the rule, in any order.
  func findings(in plan: CheckedPlan) -> [Finding]
}
