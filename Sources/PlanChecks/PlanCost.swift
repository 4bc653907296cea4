public import Migrations

/// What a set of dates costs, by the contract's definition and with the checker's own earliest
/// go-lives.
public struct PlanCost {
  private let region: Region
  private let meanListSize: Double
  private let earliest: EarliestGoLive

  /// The costs of a region's plans.
  public init(of region: Region) {
    self.region = region
    meanListSize = region.meanListSize
    earliest = EarliestGoLive(of: region)
  }

  /// The cost of the practice at this place in the region's list.
  ///
  /// Without dates, or with dates that lack a value per stage, it costs what leaving it out costs.
  /// A practice that its own rules never allow has no earliest go-live, hence no delay.
  public func cost(of practice: Int, schedule: Schedule?) -> Cost {
    let subject = region.practices[practice]
    guard let schedule, schedule.count == region.pathway.stages.count,
      schedule.allSatisfy({ $0.start <= $0.finish })
    else { return Cost.ofLeavingOut(subject, in: region, meanListSize: meanListSize) }
    let goLive = schedule[region.pathway.goLive].start
    return Cost.of(
      schedule, practice: subject, earliest: earliest.day(of: practice) ?? goLive, in: region,
      meanListSize: meanListSize)
  }

  /// The cost of a whole plan, whose dates are keyed by place in the region's list.
  public func cost(of schedules: [Int: Schedule]) -> Cost {
    region.practices.indices.reduce(Cost()) { $0 + cost(of: $1, schedule: schedules[$1]) }
  }
}
