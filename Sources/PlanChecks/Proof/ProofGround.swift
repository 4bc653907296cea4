import Days
import Migrations

/// What the proofs of a region need of it whatever the prices and the case, computed once.
struct ProofGround {
  let days: RegionDays
  let groups: [TogetherGroups.Group]
  /// The rules of each practice.
  let practices: [PracticeDays]
  /// The number of each practice's earliest go-live day; nil if it has none.
  let earliest: [Int?]
  /// Whether each practice has dates by all of its own rules together.
  let hasDates: [Bool]

  init(of region: Region) {
    let days = RegionDays(of: region)
    let earliestGoLive = EarliestGoLive(in: days)
    self.days = days
    groups = TogetherGroups(of: region).groups
    practices = region.practices.indices.map { PracticeDays($0, in: days) }
    earliest = region.practices.indices.map(earliestGoLive.number(of:))
    hasDates = region.practices.indices.map(earliestGoLive.hasDates)
  }
}
