public import Days
public import Migrations

/// Costs by which plans of different questions compare.
extension Plan {
  /// The plan with the costs by which it compares with another: without the price on moves, and with
  /// delays that count from the other's earliest go-lives.
  ///
  /// A change that forbids dates can move a practice's own earliest go-live; counted from there, the
  /// later plan would seem the cheaper one.
  ///
  /// - Parameters:
  ///   - zeros: the go-lives from which delay counts, by practice; a practice without one keeps its
  ///     own.
  ///   - region: the plan's region.
  public func counted(from zeros: [PracticeCode: Day], in region: Region) -> Plan {
    costed(in: region.withoutMoves, from: zeros)
  }

  /// The plan with the costs that a region puts on its dates.
  ///
  /// - Parameters:
  ///   - region: the region, whose practices are the plan's.
  ///   - zeros: see `counted`.
  func costed(in region: Region, from zeros: [PracticeCode: Day] = [:]) -> Plan {
    let mean = region.meanListSize
    var costed = self
    costed.cost = Cost()
    for place in costed.practices.indices {
      let planned = costed.practices[place]
      let practice = region.practices[planned.practice]
      let cost: Cost
      if let earliest = zeros[practice.code] ?? planned.earliestGoLive, !planned.schedule.isEmpty {
        cost = Cost.of(
          planned.schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean)
      } else {
        cost = Cost.ofLeavingOut(practice, in: region, meanListSize: mean)
      }
      costed.practices[place].cost = cost
      costed.cost += cost
    }
    return costed
  }
}

extension PlanSnapshot {
  /// The go-lives from which delay counts, by practice.
  public var zeros: [PracticeCode: Day] {
    entries.reduce(into: [:]) { $0[$1.code] = $1.earliestGoLive }
  }
}
