import Days
import Migrations

/// Warns of wishes that no rule allows, and of practices that weights may leave out though there
/// is room for them.
struct WishArithmetic {
  let region: Region
  let dates: EarliestDates

  /// The warnings, W313 and W314; `schedules` are the practices' earliest dates.
  func warnings(_ schedules: [Schedule]) -> [Diagnostic] {
    let goLive = region.pathway.goLive
    let mean = region.meanListSize
    return zip(region.practices, schedules).flatMap { practice, schedule -> [Diagnostic] in
      guard schedule.count == region.pathway.stages.count, practice.actuals[goLive] == nil else {
        return []
      }
      let wish = practice.preferred.flatMap { refusal(of: $0, practice, schedule[goLive].start) }
      return [wish, mayBeLeftOut(practice, schedule, mean)].compactMap(\.self)
    }
  }

  /// Why none of the wished days can be a go-live; nil if one can.
  private func refusal(
    of wish: ClosedRange<Day>, _ practice: Practice, _ earliest: Day
  ) -> Diagnostic? {
    guard practice.fixedGoLive == nil, wish.overlaps(region.horizon) else { return nil }
    let days = wish.clamped(to: region.horizon)
    let reasons = days.map { reason(against: $0, practice, earliest) }
    guard reasons.allSatisfy({ $0 != nil }), let why = reasons.compactMap(\.self).last else {
      return nil
    }
    return Diagnostic(
      code: "W313", file: "practices.csv",
      message: "\(practice.code) cannot go live as it wishes, \(wish.words)", why: why,
      fix: "ask for another day; it is planned as near as the rest allows.")
  }

  private func reason(against day: Day, _ practice: Practice, _ earliest: Day) -> String? {
    let goLive = region.pathway.goLive
    guard region.calendar.isWorking(day) else { return "\(day.longWords) is no working day." }
    if let weekdays = region.pathway.stages[goLive].weekdays, !weekdays.contains(day.weekday) {
      return "Nobody goes live on a \(day.weekday.name)."
    }
    // A go-live whose following stage is forbidden on the next days is as impossible as itself.
    for stage in region.pathway.stages.indices.dropFirst(goLive) {
      let name = region.pathway.stages[stage].name
      let least = region.pathway.stages[goLive].lengths(forListSize: practice.listSize).minimum
      let start = stage == goLive ? day : region.calendar.day(day, movedBy: least) ?? day
      for period in region.protectedPeriods
      where stage <= goLive + 1 && period.rule == .forbid && period.stages.contains(stage) {
        if let range = period.occurrences(touching: start...start).first,
          stage == goLive || region.pathway.stages[stage].longestWait?.count == 0
        {
          return "\(name) would lie in \(period.name), \(range.words), which forbids it."
        }
      }
    }
    for closure in practice.closures
    where closure.rule == .forbid && closure.stages.contains(goLive) && closure.days.contains(day) {
      return "It is closed to go-lives from \(closure.days.words)."
    }
    if day < earliest { return "Its stages take until \(earliest.words) at the least." }
    return nil
  }

  /// A warning where leaving the practice out costs no more than its earliest dates.
  private func mayBeLeftOut(
    _ practice: Practice, _ schedule: Schedule, _ mean: Double
  ) -> Diagnostic? {
    guard !practice.isCommitted else { return nil }
    let day = schedule[region.pathway.goLive].start
    let whole = Cost.of(
      schedule, practice: practice, earliest: day, in: region, meanListSize: mean)
    // Squeezed lengths are a choice; the rest comes with the day.
    let dated = whole.total - whole[.squeeze] - whole[.delay]
    let out = Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total
    guard dated >= out else { return nil }
    let weight = region.weight(of: practice, meanListSize: mean)
    let enough = weight > 0 ? (dated / weight).rounded(.up) + 1 : nil
    return Diagnostic(
      code: "W314", file: "practices.csv",
      message: "\(practice.code) may be left out though there is room for it",
      why: "Going live on \(day.words) costs \(NumberText.readable(dated)) points or more, leaving"
        + " it out \(NumberText.readable(out)).",
      fix: enough.map {
        "set objective.unscheduled to \(NumberText.readable($0)) or more, or move its dates."
      } ?? "give it a weight above 0.")
  }
}
