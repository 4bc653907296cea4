public import Days
public import Migrations

/// Every legal set of dates of one practice, by trying every day for every end of every stage.
///
/// It reads the contract afresh and shares nothing with the checker or the optimiser, so that
/// both can be judged by it. Only for small worlds.
public struct BruteForce {
  private let region: Region
  private let practice: Practice
  private let days: [Day]
  private let today: Day?

  /// The dates of the practice at this place in the region's list.
  public init(_ place: Int, in region: Region) {
    self.init(region.practices[place], in: region, today: region.asOf)
  }

  private init(_ practice: Practice, in region: Region, today: Day?) {
    self.region = region
    self.practice = practice
    self.today = today
    days = region.horizon.filter(region.calendar.isWorking)
  }

  /// The go-live from which delay counts: the first without an agreed day, a record, a deadline and
  /// today; where there is none the first with the agreed day and the records.
  public static func earliestGoLive(_ place: Int, in region: Region) -> Day? {
    var free = region.practices[place]
    free.pinnedGoLive = nil
    free.frozenGoLive = nil
    free.actuals = [:]
    free.mustBeLiveBy = nil
    var agreed = region.practices[place]
    agreed.frozenGoLive = nil
    agreed.mustBeLiveBy = nil
    // Idle time that a plan was asked to keep is no rule of the region.
    var own = region
    own.pathway.leadTimes.removeAll(where: \.isReserve)
    return [free, agreed].lazy.compactMap { practice in
      BruteForce(practice, in: own, today: nil).schedules()
        .map { $0[region.pathway.goLive].start }.min()
    }.first
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
    if place == region.pathway.goLive, practice.actuals[place] == nil {
      if let pinned = practice.pinnedGoLive, pinned != start { return false }
      if let frozen = practice.frozenGoLive, frozen != start { return false }
      if region.rules.deadlinesAreHard, let deadline = practice.mustBeLiveBy, start > deadline {
        return false
      }
    }
    if let actual = practice.actuals[place] { return start == actual.start }
    let isAhead = practice.actuals.keys.allSatisfy { $0 < place }
    // What comes before a record has happened, whenever that was.
    for first in [practice.notBefore, region.opening].compactMap(\.self)
    where isAhead && start < first {
      return false
    }
    if let today, isAhead, start < today { return false }
    if let weekdays = stage.weekdays, !weekdays.contains(start.weekday) { return false }
    guard let before = begun.last, let longest = stage.longestWait else { return true }
    func fits(_ start: Day) -> Bool {
      let idle = (before.finish + 1)..<max(start, before.finish + 1)
      return switch longest {
      case .workingDays(let most): idle.count(where: region.calendar.isWorking) <= most
      case .days(let most): idle.count <= most
      }
    }
    // A wait since a record that is too long today already can no longer be kept.
    if isAhead, practice.actuals[place - 1]?.finish != nil, let first = firstOpenDay, !fits(first) {
      return true
    }
    return fits(start)
  }

  private var firstOpenDay: Day? {
    today.flatMap { today in
      (today...(today + 30)).first(where: region.calendar.isWorking)
    }
  }

  /// Whether a stage may have these dates; nil if no later finish will do either.
  private func mayLast(_ dates: StageDates, stage place: Int) -> Bool? {
    let actual = practice.actuals[place]
    let known = actual.map { max($0.start, $0.finish ?? $0.finishesFrom ?? $0.start) }
    let worked = (dates.start...dates.finish).filter { day in
      region.calendar.isWorking(day) && known.map { day > $0 } ?? true
    }
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
    if let actual {
      if let first = actual.finishesFrom, actual.finish == nil, dates.finish < first {
        return false
      }
      return actual.finish == nil || actual.finish == dates.finish
    }
    let lengths = region.pathway.stages[place].lengths(forListSize: practice.listSize)
    // Without a record every day of the stage counts.
    if worked.count > lengths.maximum { return nil }
    return worked.count >= lengths.minimum
  }

  /// Lead times and the longest elapsed time, as soon as their later date is known.
  private func keepsDistances(_ begun: Schedule) -> Bool {
    func known(_ event: StageEvent) -> Day? {
      event.stage < begun.count ? begun.day(of: event) : nil
    }
    for leadTime in region.pathway.leadTimes {
      guard let from = known(leadTime.from), let to = known(leadTime.to),
        !isRecord(leadTime.to)
      else { continue }
      if let only = leadTime.practices, !only.contains(practice.code) { continue }
      if let least = leadTime.bySource[practice.source] ?? leadTime.atLeast,
        distance(from, to, least) < least.count
      {
        return false
      }
      if let most = leadTime.atMost, distance(from, to, most) > most.count,
        !isOver(most, since: leadTime.from, until: leadTime.to)
      {
        return false
      }
    }
    let (first, last) = (
      StageEvent(stage: 0, edge: .start), StageEvent(stage: region.pathway.goLive, edge: .start)
    )
    if let longest = region.rules.maximumElapsed, begun.count > region.pathway.goLive,
      !isRecord(last), !isOver(longest, since: first, until: last)
    {
      return distance(begun.day(of: first), begun.day(of: last), longest) <= longest.count
    }
    return true
  }

  private func isRecord(_ event: StageEvent) -> Bool {
    guard let actual = practice.actuals[event.stage] else { return false }
    return event.edge == .start || actual.finish != nil
  }

  /// Whether today is too late already to keep a distance since a record.
  private func isOver(_ most: Length, since from: StageEvent, until to: StageEvent) -> Bool {
    guard isRecord(from), let actual = practice.actuals[from.stage], let first = firstOpenDay,
      practice.actuals.keys.allSatisfy({ $0 < to.stage })
    else { return false }
    let begun = from.edge == .start ? actual.start : actual.finish ?? actual.start
    return distance(begun, first, most) > most.count
  }

  private func distance(_ from: Day, _ to: Day, _ length: Length) -> Int {
    switch length {
    case .days: to - from
    case .workingDays: (from..<max(from, to)).count(where: region.calendar.isWorking)
    }
  }
}
