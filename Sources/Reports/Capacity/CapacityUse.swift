import Days
import Migrations

/// One resource week by week (or day by day): use, spare and price.
struct CapacityUse {
  let resource: Resource
  /// The periods from the first to the last that the plan uses of anything.
  let periods: [ResourceUse]

  /// Every resource that the plan uses or prices, in the region's order.
  static func all(of report: PlanReport) -> [CapacityUse] {
    let used = report.plan.uses.filter { $0.used > 0 }
    guard let first = used.map(\.period).min(), let last = used.map(\.period).max() else {
      return []
    }
    return ResourceLoad.all(of: report).filter { load in load.uses.contains { $0.used > 0 } }
      .map { load in
        let known = Dictionary(
          load.uses.map { ($0.period, $0) }, uniquingKeysWith: { one, _ in one })
        var periods: [ResourceUse] = []
        var period = load.resource.period(containing: first)
        let step = load.resource.period == .week ? 7 : 1
        while period <= last {
          if step == 7 || report.region.calendar.isWorking(period) || known[period] != nil {
            periods.append(
              known[period]
                ?? ResourceUse(
                  resource: load.resource.id, period: period,
                  capacity: load.resource.capacity(inPeriod: period), used: 0, price: 0))
          }
          period = period + step
        }
        return CapacityUse(resource: load.resource, periods: periods)
      }
  }

  /// The periods in which some of it is used.
  var used: [ResourceUse] { periods.filter { $0.used > 0 } }
  /// The used share of what there is between its first and its last use.
  var share: Double {
    guard let first = used.first?.period, let last = used.last?.period else { return 0 }
    let open = periods.filter { $0.period >= first && $0.period <= last }
    let there = open.reduce(0) { $0 + $1.capacity }
    return there > 0 ? open.reduce(0) { $0 + $1.used } / there : 0
  }
  /// The dearest period; nil if none has a price.
  var dearest: ResourceUse? {
    periods.filter { $0.price > 0 }.max { ($0.price, $1.period) < ($1.price, $0.period) }
  }

  /// The use that stands for a week: of a daily resource, its fullest day.
  func use(in week: Week) -> ResourceUse? {
    periods.filter { week.days.contains($0.period) }
      .max { ($0.share, $1.period) < ($1.share, $0.period) }
  }
}
