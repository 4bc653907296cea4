import Migrations

/// The tree as a plan's file states it.
extension BranchTree {
  /// The proof by cases; nil where it proves no more than the plan's own prices.
  ///
  /// - Parameters:
  ///   - rounding: by how much bounds are stated lower.
  ///   - certificate: writes prices as a plan's file states them.
  func proof(
    beside plan: Plan, rounding: Rounding, certificate: (Prices) -> Certificate
  ) -> BranchProof? {
    let bound =
      branches.lazy.filter { $0.split == nil }
      .map { $0.bound - rounding.slack(of: $0.prices, in: model) }.min() ?? 0
    let proven = min((bound.rounded(.down) / ScaledObjective.unit), plan.cost.total)
    guard proven > plan.bound + 0.01 else { return nil }
    return BranchProof(
      bound: proven,
      branches: branches.map { branch in
        guard let (split, parts) = branch.split else {
          return .priced(certificate(branch.prices))
        }
        return .split(
          BranchProof.Split(
            practice: model.region.practices[split.practice].code,
            event: model.practices[split.practice].nodes[split.node].event,
            latest: model.timetable.day(split.latest),
            leftOut: split.mayBeLeftOut ? parts[0] : nil, by: parts[parts.count - 2],
            after: parts[parts.count - 1]))
      })
  }
}
