public import Days
public import Migrations

/// The first go-live day that every rule on a practice alone allows (contract, section 8).
///
/// It honours the pathway, lead times, elapsed time, horizon, protected periods, the practice's
/// closures, its first day, pin and records, and a hard deadline; no capacity and no link.
public struct EarliestGoLive {
  private let days: RegionDays

  /// The earliest go-lives of a region's practices; computing the shared days takes the most time,
  /// so make it once for all practices.
  public init(of region: Region) { days = RegionDays(of: region) }

  init(in days: RegionDays) { self.days = days }

  /// The first go-live day of the practice at this place in the region's list; nil if there is
  /// none at all.
  public func day(of practice: Int) -> Day? {
    number(of: PracticeDays(practice, in: days)).map { days.region.calendar.workingDays[$0] }
  }

  /// The first go-live day of a practice as the number of a working day.
  func number(of practice: PracticeDays) -> Int? {
    guard let whole = Windows(of: practice) else { return nil }
    let costs = StageCosts(free: practice)
    let all = whole[practice.goLive * 2]
    // The first possible day nearly always is the answer, so look close to it first.
    var first = all.lowerBound
    var size = 1
    while first <= all.upperBound {
      let some = first...min(first + size - 1, all.upperBound)
      if let windows = Windows(of: practice, within: [practice.goLive * 2: some]) {
        let search = DateSearch(practice, costs: costs, windows: windows)
        let least = search.leastCosts(within: 0)
        if let index = least.firstIndex(of: 0) { return search.goLiveDays.lowerBound + index }
      }
      first = some.upperBound + 1
      size *= 4
    }
    return nil
  }
}
