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
    let plain = region.withoutMoves
    let mean = region.meanListSize
    var counted = self
    counted.cost = Cost()
    for place in counted.practices.indices {
      let planned = counted.practices[place]
      let practice = region.practices[planned.practice]
      if let earliest = zeros[practice.code] ?? planned.earliestGoLive, !planned.schedule.isEmpty {
        counted.practices[place].cost = Cost.of(
          planned.schedule, practice: practice, earliest: earliest, in: plain, meanListSize: mean)
      }
      counted.cost += counted.practices[place].cost
    }
    return counted
  }
}

extension PlanSnapshot {
  /// The go-lives from which delay counts, by practice.
  public var zeros: [PracticeCode: Day] {
    entries.reduce(into: [:]) { $0[$1.code] = $1.earliestGoLive }
  }
}
