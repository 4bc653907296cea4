import Days
public import Migrations

/// Every legal set of dates of one practice, by trying every day for every end of every stage.
///
/// It reads the contract afresh and shares nothing with the checker or the optimiser, so that
/// both can be judged by it. Only for small worlds.
public struct BruteForce {
  private let region: Region
  private let practice: Practice
  private let days: [Day]

  /// The dates of the practice at this place in the region's list.
  public init(_ place: Int, in region: Region) {
    self.region = region
    practice = region.practices[place]
    days = region.horizon.filter(region.calendar.isWorking)
  }

  /// Every legal set of dates, capacity and links left aside.
  public func schedules() -> [Schedule] {
    var found: [Schedule] = []
    extend([], into: &found)
    return found
  }

  private func extend(_ begun: Schedule, into found: inout [Schedule]) {
    guard begun.count < region.pathway.stages.count else {
      found.append(begun)
      return
    }
    for start in days where begun.last.map({ start > $0.finish }) ?? true {
      guard mayStart(on: start, after: begun) else { continue }
      for finish in days where finish >= start {
        if let fits = mayLast(StageDates(start: start, finish: finish), stage: begun.count) {
          let longer = begun + [StageDates(start: start, finish: finish)]
          if fits && keepsDistances(longer) { extend(longer, into: &found) }
        } else {
          break
        }
      }
    }
  }

  private func mayStart(on start: Day, after begun: Schedule) -> Bool {
    let place = begun.count
    let stage = region.pathway.stages[place]
    if place == region.pathway.goLive {
      if let pinned = practice.pinnedGoLive, pinned != start { return false }
      if region.rules.deadlinesAreHard, let deadline = practice.mustBeLiveBy, start > deadline {
        return false
      }
    }
    if let actual = practice.actuals[place] { return start == actual.start }
    if let first = practice.notBefore, start < first { return false }
    if let weekdays = stage.weekdays, !weekdays.contains(start.weekday) { return false }
    guard let before = begun.last, let longest = stage.longestWait else { return true }
    let idle = (before.finish + 1)..<start
    switch longest {
    case .workingDays(let most): return idle.count(where: region.calendar.isWorking) <= most
    case .days(let most): return idle.count <= most
    }
  }

  /// Whether a stage may have these dates; nil if no later finish will do either.
  private func mayLast(_ dates: StageDates, stage place: Int) -> Bool? {
    let worked = (dates.start...dates.finish).filter(region.calendar.isWorking)
    for period in region.protectedPeriods
    where period.rule == .forbid && period.stages.contains(place) {
      for range in period.occurrences(touching: dates.start...dates.finish)
      where worked.contains(where: range.contains) {
        return nil
      }
    }
    for closure in practice.closures where closure.rule == .forbid {
      if closure.stages.contains(place), worked.contains(where: closure.days.contains) {
        return nil
      }
    }
    if let actual = practice.actuals[place] {
      if let first = actual.finishesFrom, actual.finish == nil, dates.finish < first {
        return false
      }
      return actual.finish == nil || actual.finish == dates.finish
    }
    let lengths = region.pathway.stages[place].lengths(forListSize: practice.listSize)
    if worked.count > lengths.maximum { return nil }
    return worked.count >= lengths.minimum
  }

  /// Lead times and the longest elapsed time, as soon as their later date is known.
  private func keepsDistances(_ begun: Schedule) -> Bool {
    func known(_ event: StageEvent) -> Day? {
      event.stage < begun.count ? begun.day(of: event) : nil
    }
    for leadTime in region.pathway.leadTimes {
      guard let from = known(leadTime.from), let to = known(leadTime.to) else { continue }
      if let least = leadTime.bySource[practice.source] ?? leadTime.atLeast,
        distance(from, to, least) < least.count
      {
        return false
      }
      if let most = leadTime.atMost, distance(from, to, most) > most.count { return false }
    }
    if let longest = region.rules.maximumElapsed, begun.count > region.pathway.goLive {
      let goLive = begun[region.pathway.goLive].start
      return distance(begun[0].start, goLive, longest) <= longest.count
    }
    return true
  }

  private func distance(_ from: Day, _ to: Day, _ length: Length) -> Int {
    switch length {
    case .days: to - from
    case .workingDays: (from..<max(from, to)).count(where: region.calendar.isWorking)
    }
  }
}
