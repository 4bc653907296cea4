public import Days
public import Migrations

/// The first go-live day that every rule on a practice alone allows (contract, section 8).
///
/// It honours the pathway, lead times, elapsed time, horizon, protected periods, the practice's
/// closures and its first day; no capacity and no link. It leaves aside what is said of its dates:
/// the agreed day, the records, the deadline, today, and the reserves that a plan keeps. So agreeing
/// on a date, recording one, or keeping a reserve never changes what other dates cost.
public struct EarliestGoLive {
  private let days: RegionDays

  /// The earliest go-lives of a region's practices; computing the shared days takes the most time,
  /// so make it once for all practices.
  public init(of region: Region) { days = RegionDays(of: region) }

  init(in days: RegionDays) { self.days = days }

  /// The first go-live day of the practice at this place in the region's list.
  ///
  /// Where the rules alone allow no day, it is the first that they allow together with the agreed
  /// day and the records; nil if there is none even so.
  public func day(of practice: Int) -> Day? {
    number(of: practice).map { days.region.calendar.workingDays[$0] }
  }

  /// Whether the practice at this place has any dates by all of its own rules together.
  public func hasDates(_ place: Int) -> Bool { first(PracticeDays(place, in: days)) != nil }

  /// The first go-live day of the practice at this place, as the number of a working day.
  func number(of place: Int) -> Int? {
    let practice = days.region.practices[place]
    if let first = first(
      PracticeDays(
        place, in: days, as: practice.undated, seesToday: false, keepsReserves: false))
    {
      return first
    }
    guard practice.isCommitted else { return nil }
    var agreed = practice
    agreed.frozenGoLive = nil
    agreed.mustBeLiveBy = nil
    return first(
      PracticeDays(place, in: days, as: agreed, seesToday: false, keepsReserves: false))
  }

  /// The first go-live day that some rules allow.
  private func first(_ practice: PracticeDays) -> Int? {
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
