import Days
import Migrations
import TestSupport

/// Everything that one practice can do in a small world, with its cost under prices.
struct ListedPractice {
  /// The days and costs of its legal dates.
  let options: [(goLive: Day, cost: Double)]
  /// What leaving it out costs; nil if it may not be left out.
  let leavingOut: Double?

  init(_ place: Int, in region: Region, prices: [Certificate.Price]) {
    let practice = region.practices[place]
    let mean = region.meanListSize
    let goLive = region.pathway.goLive
    let schedules = BruteForce(place, in: region).schedules()
    let earliest = BruteForce.earliestGoLive(place, in: region) ?? region.horizon.lowerBound
    options = schedules.map { schedule in
      var cost =
        Cost.of(
          schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean
        ).total
      for resource in region.resources {
        let uses = BruteForce.uses(of: resource, by: practice, schedule: schedule, in: region)
        for price in prices where price.resource == resource.id {
          cost += Double(price.units) / 1_000 * uses[price.period, default: 0]
        }
      }
      return (schedule[goLive].start, cost)
    }
    leavingOut =
      practice.isCommitted
      ? nil : Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total
  }

  /// The least of leaving it out and going live, on one day if one is given.
  func least(on day: Day? = nil) -> Double? {
    let dated = options.filter { day == nil || $0.goLive == day }.map(\.cost)
    return (dated + (leavingOut.map { [$0] } ?? [])).min()
  }
}
