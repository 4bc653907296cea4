import Days
import Migrations

/// What one practice costs at least under prices, over all or by go-live day, made exact only
/// where asked.
struct PracticeBound {
  /// What leaving it out costs; nil if it may not be left out.
  let leavingOut: Int64?
  private let search: DateSearch?
  private var threshold: Int64
  private var step = PracticeBound.firstStep
  private var costs: [Int64]
  /// By how much a threshold is raised at first, in millionths of a point.
  private static let firstStep: Int64 = 4_000_000

  /// - Parameter isAlone: whether its go-live day concerns nobody else, so that only
  ///   `leastAlone()` will be asked for.
  init(
    _ place: Int, in ground: ProofGround, prices: PriceList, isAlone: Bool,
    assuming: Assumptions.Practice? = nil
  ) {
    let days = ground.days
    let region = days.region
    let practice = region.practices[place]
    let mean = days.meanListSize
    leavingOut =
      practice.isCommitted || assuming?.hasDates ?? false
      ? nil
      : MicroPoints.down(Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total)
    let own = ground.practices[place]
    guard !(assuming?.isLeftOut ?? false), !(assuming?.isEmpty ?? false),
      let windows = Windows(of: own, within: assuming?.windows ?? [:]),
      ground.hasDates[place], let first = ground.earliest[place]
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
    let search = DateSearch(
      own, costs: stageCosts, windows: windows, remembersGoLive: !isAlone)
    costs = []
    guard search.leastPossible < MicroPoints.ceiling else {
      // Each window holds a day, but no dates fit together.
      self.search = nil
      threshold = MicroPoints.ceiling
      return
    }
    self.search = search
    threshold = search.leastPossible - 1
    if !isAlone { refine() }
  }

  /// The lesser of leaving it out and its cheapest dates, exactly; nil if it can do neither.
  func leastAlone() -> Int64? {
    guard let search else { return leavingOut }
    let most = leavingOut ?? MicroPoints.ceiling
    let least = search.leastPossible
    guard least < most else { return leavingOut }
    // Some dates, nearly always good ones, so that no dearer ones need be told apart below.
    var known = min(most, search.leastCost(within: most, width: 32))
    var reached = least - 1
    var step = PracticeBound.firstStep
    while reached < known - 1 {
      reached = min(reached + step, known - 1)
      known = min(known, search.leastCost(within: reached))
      step = min(step, MicroPoints.ceiling / 64) * 4
    }
    return known < MicroPoints.ceiling ? known : nil
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
