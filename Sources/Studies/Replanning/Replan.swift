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
  ///   - plan: the plan to start from, by place in the region's list.
  ///   - region: the region as it is now.
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
    if region.rules.freezeIsHard { baseline.kept = kept(baseline, in: region) }
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
      // What came to nothing has to be done again, and has not happened as planned.
      if practice.formerAttempts.contains(where: { $0.stage == stage }) { break }
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

  /// The frozen practices that can go live on their day by what is on record of them.
  private func kept(_ baseline: Baseline, in region: Region) -> Set<PracticeCode> {
    let dates = OwnDates(of: region.replanning(from: baseline))
    return Set(
      region.practices.enumerated().compactMap { place, practice in
        guard baseline.frozen.contains(practice.code), practice.pinnedGoLive == nil,
          let day = baseline.goLives[practice.code], dates.allow(goLive: day, of: place)
        else { return nil }
        return practice.code
      })
  }

  /// The practices that have dates only if some of them lie before the day.
  private func overdue(_ baseline: Baseline, in region: Region) -> Set<PracticeCode> {
    var lenient = baseline
    lenient.overdue = Set(region.practices.map(\.code))
    let strictDates = OwnDates(of: region.replanning(from: baseline))
    let lenientDates = OwnDates(of: region.replanning(from: lenient))
    var overdue: Set<PracticeCode> = []
    for (place, practice) in region.practices.enumerated()
    where !strictDates.exist(for: place) && lenientDates.exist(for: place) {
      overdue.insert(practice.code)
    }
    return overdue
  }
}
