import Days
public import Migrations

/// What a set of dates takes of each resource, counted day by day, with a certificate's prices.
public struct PlanUses {
  /// The use of each resource in each period that is used or priced, by resource and date.
  public let uses: [ResourceUse]

  /// The uses of a plan; `schedules` is keyed by place in the region's list.
  public init(of schedules: [Int: Schedule], pricedBy certificate: Certificate, in region: Region) {
    let plan = CheckedPlan(schedules: schedules, region: region)
    let counter = ResourceUses(of: region)
    var prices: [ResourceID: [Day: Int]] = [:]
    for price in certificate.prices {
      let thousandths = Double(price.units) * Double(certificate.unit.millionths) / 1_000
      guard let rounded = Int(exactly: thousandths.rounded()), rounded > 0 else { continue }
      prices[price.resource, default: [:]][price.period] = rounded
    }
    uses = region.resources.flatMap { resource -> [ResourceUse] in
      var used: [Day: Double] = [:]
      for place in plan.scheduled {
        guard let schedule = plan.schedules[place] else { continue }
        used.merge(
          counter.uses(of: resource, place: place, schedule: schedule), uniquingKeysWith: +)
      }
      let priced = prices[resource.id] ?? [:]
      return Set(used.filter { $0.value > 0 }.keys).union(priced.keys).sorted().map { period in
        ResourceUse(
          resource: resource.id, period: period, capacity: resource.capacity(inPeriod: period),
          used: used[period] ?? 0, price: priced[period] ?? 0)
      }
    }
  }
}
