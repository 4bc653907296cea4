import Days
import Migrations

/// What one practice costs at least under prices, by go-live day, made exact only where asked.
struct PracticeBound {
  /// What leaving it out costs; nil if it may not be left out.
  let leavingOut: Int64?
  private let search: DateSearch?
  private var threshold: Int64
  private var step: Int64 = 4_000_000
  private var costs: [Int64]

  init(
    _ place: Int, in days: RegionDays, prices: PriceList, assuming: Assumptions.Practice? = nil
  ) {
    let region = days.region
    let practice = region.practices[place]
    let mean = days.meanListSize
    leavingOut =
      practice.isCommitted || assuming?.hasDates ?? false
      ? nil
      : MicroPoints.down(Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total)
    let own = PracticeDays(place, in: days)
    guard !(assuming?.isLeftOut ?? false), !(assuming?.isEmpty ?? false),
      let windows = Windows(of: own, within: assuming?.windows ?? [:]),
      EarliestGoLive(in: days).hasDates(place),
      let first = EarliestGoLive(in: days).number(of: place)
    else {
      search = nil
      threshold = MicroPoints.ceiling
      costs = []
      return
    }
    let earliest = region.calendar.workingDays[first]
    let charges = prices.charges[place] ?? []
    let stageCosts = StageCosts(
      of: own,
      goLiveCost: { number in
        let day = region.calendar.workingDays[number]
        let cost = Cost.goLive(
          day, practice: practice, earliest: earliest, in: region, meanListSize: mean)
        return charges.reduce(MicroPoints.down(cost.total)) {
          $1.days.contains(day) ? $0 + $1.cost : $0
        }
      }, prices: prices.resources)
    let search = DateSearch(own, costs: stageCosts, windows: windows)
    costs = []
    guard search.leastPossible < MicroPoints.ceiling else {
      // Each window holds a day, but no dates fit together.
      self.search = nil
      threshold = MicroPoints.ceiling
      return
    }
    self.search = search
    threshold = search.leastPossible - 1
    refine()
  }

  /// The days on which it may go live; nil if there is none.
  var goLiveDays: ClosedRange<Int>? { search?.goLiveDays }

  /// Its least cost with dates that go live on a day: exact up to the threshold, else too low; nil
  /// if the rules leave it no dates with that day.
  func cost(goingLiveOn day: Int) -> (least: Int64, isExact: Bool)? {
    guard let days = goLiveDays, days.contains(day) else { return nil }
    let cost = costs[day - days.lowerBound]
    if cost <= threshold { return (cost, true) }
    // Everything legal costs less than the ceiling, so what was not found up to it is not there.
    return threshold >= MicroPoints.ceiling ? nil : (threshold + 1, false)
  }

  /// The lesser of leaving it out and going live on a day; nil if it can do neither.
  func share(goingLiveOn day: Int) -> (least: Int64, isExact: Bool)? {
    guard let dated = cost(goingLiveOn: day) else { return leavingOut.map { ($0, true) } }
    guard let leavingOut, leavingOut <= dated.least else { return dated }
    return (leavingOut, true)
  }

  /// Raises the threshold up to which costs are exact.
  mutating func refine() {
    guard let search, threshold < MicroPoints.ceiling else { return }
    threshold = min(threshold + step, MicroPoints.ceiling)
    // Nothing beyond the cost of leaving it out is ever asked for.
    if let leavingOut, threshold > leavingOut { threshold = leavingOut }
    costs = search.leastCosts(within: threshold)
    step = min(step, MicroPoints.ceiling / 64) * 4
  }
}
