public import Days
public import Migrations

/// What a run comes to in figures that can be set beside those of another run.
public struct RunFigures: Hashable, Sendable {
  /// How a run ended.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// Cost and bound are equal.
    case optimal
    /// The gap asked for was reached.
    case withinGap = "within-gap"
    /// A limit stopped it; plan and bound are valid.
    case stopped
    /// No plan satisfies the hard rules.
    case impossible
    /// The limits ran out before there was a plan.
    case outOfTime = "out-of-time"

    /// In words for people.
    public var words: String {
      switch self {
      case .optimal: "optimal"
      case .withinGap: "within gap"
      case .stopped: "stopped"
      case .impossible: "impossible"
      case .outOfTime: "out of time"
      }
    }
  }

  /// How it ended.
  public var ending: Ending
  /// Practices with dates; 0 without a plan.
  public var scheduled = 0
  /// Practices left out; 0 without a plan.
  public var unscheduled = 0
  /// The first go-live.
  public var firstGoLive: Day?
  /// The last go-live.
  public var lastGoLive: Day?
  /// Go-lives on the preferred date.
  public var preferred = 0
  /// Go-lives after the day they must be live by.
  public var late = 0
  /// The cost in points; nil without a plan.
  public var cost: Double?
  /// No plan costs less.
  public var bound: Double?
  /// (cost - bound) / max(cost, 1).
  public var gap: Double?

  /// The figures of a run without a plan.
  public init(ending: Ending) { self.ending = ending }

  /// The figures of an outcome.
  public init(of outcome: Outcome, in region: Region) {
    switch outcome {
    case .impossible: self.init(ending: .impossible)
    case .outOfTime: self.init(ending: .outOfTime)
    case .planned(let plan): self.init(of: plan, in: region)
    }
  }

  /// The figures of a plan.
  public init(of plan: Plan, in region: Region) {
    ending =
      switch plan.proof {
      case .optimal: .optimal
      case .impossible: .impossible
      case .withinGap: plan.isProvenBest ? .optimal : .withinGap
      case .stopped: plan.isProvenBest ? .optimal : .stopped
      }
    scheduled = plan.scheduledCount
    unscheduled = plan.practices.count - scheduled
    let goLive = region.pathway.goLive
    for planned in plan.practices where !planned.schedule.isEmpty {
      let practice = region.practices[planned.practice]
      let day = planned.schedule[goLive].start
      firstGoLive = min(firstGoLive ?? day, day)
      lastGoLive = max(lastGoLive ?? day, day)
      if practice.preferred?.contains(day) ?? false { preferred += 1 }
      if let deadline = practice.mustBeLiveBy, day > deadline { late += 1 }
    }
    cost = plan.cost.total
    bound = plan.bound
    gap = plan.gap
  }
}

/// The fullest period of a resource in a plan.
public struct ResourcePeak: Hashable, Sendable {
  /// The resource.
  public var resource: ResourceID
  /// The most that is used in one period.
  public var used: Double
  /// What there is in that period.
  public var capacity: Double
  /// In how many periods nothing is left.
  public var fullPeriods: Int

  /// The peaks of a plan by resource, in the order of the region.
  public static func all(of plan: Plan, in region: Region) -> [ResourcePeak] {
    let byResource = Dictionary(grouping: plan.uses.filter { $0.used > 0 }, by: \.resource)
    return region.resources.compactMap { resource in
      guard let uses = byResource[resource.id],
        let fullest = uses.max(by: { ($0.used, $1.period) < ($1.used, $0.period) })
      else { return nil }
      return ResourcePeak(
        resource: resource.id, used: fullest.used, capacity: fullest.capacity,
        fullPeriods: uses.count { $0.used > $0.capacity - 1e-9 })
    }
  }
}
