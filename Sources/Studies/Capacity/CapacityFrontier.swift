public import Days
import Migrations
public import Planning

/// The last go-live against extra capacity: for one date after another, the least that has to be
/// bought.
public struct CapacityFrontier: Sendable {
  /// One date.
  public struct Point: Sendable {
    /// The last go-live day allowed.
    public var by: Day
    /// What came of it.
    public var outcome: PurchaseOutcome

    /// The plan with what is bought; nil if there is none.
    public var bought: PurchasedPlan? {
      guard case .bought(let plan) = outcome else { return nil }
      return plan
    }
  }

  /// The points from the latest date to the earliest.
  public let points: [Point]

  /// Buys for dates from the latest to the earliest, each search starting from the last.
  public init(
    dates: [Day], buyer: CapacityBuyer, isCancelled: () -> Bool = { false },
    observe: (Planner.Progress) -> Void = { _ in }
  ) {
    var points: [Point] = []
    for date in Set(dates).sorted(by: >) where !isCancelled() {
      let outcome = buyer.buy(by: date, polishes: false, observe: observe)
      points.append(Point(by: date, outcome: outcome))
      // What no capacity allows by a day, none allows by an earlier one.
      if case .tooEarly = outcome { break }
    }
    self.points = CapacityFrontier.reconciled(points)
  }

  /// The same points, from the latest date to the earliest, each with the best that any shows for
  /// it: what is enough for a date is enough for every later one, and what is proven to be needed
  /// for a date is needed for every earlier one.
  static func reconciled(_ points: [Point]) -> [Point] {
    var points = points
    var cheapest: PurchasedPlan?
    for place in points.indices.reversed() {
      let own = points[place].bought
      if let found = cheapest, found.extra < (own?.extra ?? .infinity) - 1e-9 {
        var taken = found
        taken.by = points[place].by
        taken.bound = min(own?.bound ?? 0, found.extra)
        points[place].outcome = .bought(taken)
      }
      cheapest = points[place].bought ?? cheapest
    }
    var needed = 0.0
    for place in points.indices {
      guard var bought = points[place].bought else { continue }
      bought.bound = min(max(bought.bound, needed), bought.extra)
      needed = bought.bound
      points[place].outcome = .bought(bought)
    }
    return points
  }

  /// So many dates from a plan's last go-live back to the first that own rules may allow.
  public static func dates(count: Int, planner: WarmPlanner) -> [Day] {
    let goLive = planner.region.pathway.goLive
    let scheduled = planner.plan.practices.filter { !$0.schedule.isEmpty }
    guard count > 0, let last = scheduled.map({ $0.schedule[goLive].start }).max() else {
      return []
    }
    let own = planner.plan.practices.compactMap(\.earliestGoLive)
    // In its own first week everybody would go live at once; a week later is the first of interest.
    let first = min(last, (own.max() ?? last) + 7)
    guard count > 1, first < last else { return [last] }
    return (0..<count).map { last - (last - first) * $0 / (count - 1) }
      .compactMap { planner.region.calendar.lastWorkingDay(onOrBefore: $0) }
  }
}
