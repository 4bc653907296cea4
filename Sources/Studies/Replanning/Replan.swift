public import Days
public import Migrations
import Planning

/// How to take an accepted plan up again: from which day, and what of it is near.
public struct Replan: Sendable {
  /// The day on which what is recorded was true.
  public var asOf: Day
  /// How long from that day on go-lives are frozen.
  public var freeze: Length
  /// The most go-lives that may differ; nil for no limit.
  public var mostMoves: Int?

  /// How to take a plan up again; go-lives of six weeks are frozen unless said otherwise.
  public init(asOf: Day, freeze: Length = .days(42), mostMoves: Int? = nil) {
    self.asOf = asOf
    self.freeze = freeze
    self.mostMoves = mostMoves
  }

  /// What a plan means for the replan of a region, whose records say what has happened since.
  ///
  /// - Parameters:
  ///   - plan: the plan to start from, with a value per practice of the region in its order.
  ///   - region: the region as it is now, without a baseline.
  public func baseline(of plan: Plan, in region: Region) -> Baseline {
    var baseline = Baseline(asOf: asOf, freeze: freeze, mostMoves: mostMoves)
    let goLive = region.pathway.goLive
    for planned in plan.practices where !planned.schedule.isEmpty {
      let practice = region.practices[planned.practice]
      let day = planned.schedule[goLive].start
      baseline.goLives[practice.code] = day
      if practice.actuals[goLive] == nil, day >= asOf, day <= lastFrozenDay(in: region) {
        baseline.frozen.insert(practice.code)
      }
      let facts = facts(of: planned.schedule, practice: practice)
      if !facts.isEmpty { baseline.facts[practice.code] = facts }
      if let extract = noticedExtract(planned.schedule, in: region) {
        baseline.notices[practice.code] = extract
      }
    }
    baseline.overdue = overdue(baseline, in: region)
    return baseline
  }

  /// What a plan means for a change that is asked of it: everybody stays on the go-live of the plan as
  /// far as the rules allow and as moving costs more than it saves.
  ///
  /// Nothing is on record by it and nothing is frozen. What the region itself takes up again (its
  /// own baseline's day, facts and notices) stays.
  ///
  /// - Parameters:
  ///   - plan: the plan that is there.
  ///   - planned: the region that it was made for.
  ///   - region: the region with the change.
  public static func fewMoves(from plan: Plan, of planned: Region, in region: Region) -> Baseline {
    var baseline =
      region.baseline ?? Baseline(asOf: region.horizon.lowerBound, freeze: .days(0))
    baseline.goLives = [:]
    let known = Set(region.practices.map(\.code))
    for entry in plan.practices where !entry.schedule.isEmpty {
      let code = planned.practices[entry.practice].code
      if known.contains(code) {
        baseline.goLives[code] = entry.schedule[planned.pathway.goLive].start
      }
    }
    return baseline
  }

  /// The last day whose go-lives are frozen.
  func lastFrozenDay(in region: Region) -> Day {
    switch freeze {
    case .days(let count): asOf + count
    case .workingDays(let count): region.calendar.day(asOf, movedBy: count) ?? asOf
    }
  }

  /// The stages that lie before the day and are not on record, taken as done as planned.
  ///
  /// They follow each other from the first stage on: one that contradicts a record, or whose
  /// predecessor is not over, has not happened as planned, nor has anything after it.
  private func facts(of schedule: Schedule, practice: Practice) -> [Int: Practice.Actual] {
    var facts: [Int: Practice.Actual] = [:]
    var over: Day?
    let firstRecord = practice.actuals.keys.sorted()
    for (stage, dates) in schedule.enumerated() {
      if let actual = practice.actuals[stage] {
        guard let finish = actual.finish else { break }
        over = finish
        continue
      }
      // A later record bounds what can have happened before it.
      let next = firstRecord.first { $0 > stage }.flatMap { practice.actuals[$0]?.start }
      guard dates.start < asOf, over.map({ dates.start > $0 }) ?? true,
        next.map({ dates.finish < $0 }) ?? true
      else { break }
      guard dates.finish < asOf else {
        facts[stage] = Practice.Actual(start: dates.start, finish: nil)
        break
      }
      facts[stage] = Practice.Actual(start: dates.start, finish: dates.finish)
      over = dates.finish
    }
    return facts
  }

  /// The day of the extract for which a notice has been sent by the day; nil if none has.
  private func noticedExtract(_ schedule: Schedule, in region: Region) -> Day? {
    guard let notice = region.pathway.leadTimes.first(where: { $0.id == "extract-notice" }),
      schedule.day(of: notice.from) <= asOf
    else { return nil }
    return schedule.day(of: notice.to)
  }

  /// The practices that have dates only if some of them lie before the day.
  private func overdue(_ baseline: Baseline, in region: Region) -> Set<PracticeCode> {
    var lenient = baseline
    lenient.overdue = Set(region.practices.map(\.code))
    let strictDates = OwnDates(of: region.replanning(from: baseline))
    let lenientDates = OwnDates(of: region.replanning(from: lenient))
    var overdue: Set<PracticeCode> = []
    for (place, practice) in region.practices.enumerated()
    where strictDates.earliestGoLive(of: place) == nil
      && lenientDates.earliestGoLive(of: place) != nil
    {
      overdue.insert(practice.code)
    }
    return overdue
  }
}
