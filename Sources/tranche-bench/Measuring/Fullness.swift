import TrancheKit

/// How full the weeks are, to judge a portfolio's calibration by the plan that came of it.
enum Fullness {
  /// The share of the open weeks whose slots for go-lives are all taken; nil without such slots.
  ///
  /// Open weeks are those that `Calibration` counts, up to the last day.
  static func share(of plan: Plan, region: Region) -> Double? {
    guard let slots = region.resources.first(where: { $0.id.text.hasSuffix("-go-lives") }) else {
      return nil
    }
    let open = Calibration(region: region).openWeeks
    guard !open.isEmpty else { return nil }
    let full = plan.uses.count { $0.resource == slots.id && $0.used >= $0.capacity - 1e-6 }
    return Double(full) / Double(open.count)
  }
}
