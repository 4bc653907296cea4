public import Migrations

/// Judges any set of dates against every hard rule, with code that the optimiser does not share.
public struct Checker: Sendable {
  /// The rules that are checked, in the contract's order.
  public let rules: [any PlanCheck] = [
    PathwayCheck(), LeadTimesCheck(), ProtectedCheck(), ClosuresCheck(), CapacityCheck(),
    LinksCheck(), PinsCheck(), DeadlinesCheck(), AsOfCheck(),
  ]

  /// A checker of all rules.
  public init() {}

  /// Everything that breaks a rule, sorted by rule, practice, resource and period.
  ///
  /// - Parameters:
  ///   - schedules: the dates of the scheduled practices, by place in the region's list; they may
  ///     be wrong in any way.
  ///   - region: the region whose rules count.
  public func findings(schedules: [Int: Schedule], region: Region) -> [Finding] {
    let plan = CheckedPlan(schedules: schedules, region: region)
    let found = rules.flatMap { $0.findings(in: plan) }
    // Equal keys keep the order in which they were found, so that the list repeats.
    return found.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.rule != second.rule { return first.rule < second.rule }
      let one = (first.practice?.text ?? "", first.resource?.text ?? "", first.period ?? "")
      let other = (second.practice?.text ?? "", second.resource?.text ?? "", second.period ?? "")
      return one != other ? one < other : left.offset < right.offset
    }.map(\.element)
  }
}
