import Days
import Migrations

/// The earliest dates of a practice's stages that lengths, order, lead times, weekdays, forbidden
/// periods and `not_before` allow, each stage as short as it may be.
///
/// Longest waits, capacities and links are left out, so the dates are never too late: what does
/// not fit here fits nowhere.
struct EarliestDates {
  private let region: Region
  /// For each stage, whether the region forbids it on a working day, by the day's number.
  private let forbidden: [[Bool]]

  /// Prepares the forbidden days of a region.
  init(region: Region) {
    self.region = region
    let days = region.calendar.workingDays
    let whole = region.calendar.first...region.calendar.last
    forbidden = region.pathway.stages.indices.map { stage in
      var flags = [Bool](repeating: false, count: days.count)
      for period in region.protectedPeriods
      where period.rule == .forbid && period.stages.contains(stage) {
        for range in period.occurrences(touching: whole) {
          let last = region.calendar.number(of: range.upperBound + 1)
          for number in region.calendar.number(of: range.lowerBound)..<last
          where number < days.count {
            flags[number] = true
          }
        }
      }
      return flags
    }
  }

  /// Whether the region's periods forbid a stage on a day that is a working day.
  func forbids(_ stage: Int, on day: Day) -> Bool {
    let number = region.calendar.number(of: day)
    return forbidden[stage].indices.contains(number) && forbidden[stage][number]
  }

  /// The earliest dates, as far as they fall into the calendar; fewer than the stages if not all do.
  func schedule(of practice: Practice) -> Schedule {
    let calendar = region.calendar
    let first = [practice.notBefore, region.opening].compactMap(\.self).max()
    var next = calendar.number(of: max(region.horizon.lowerBound, first ?? Day(number: 0)))
    var schedule: Schedule = []
    for (place, stage) in region.pathway.stages.enumerated() {
      if let actual = practice.actuals[place] {
        let finish = max(actual.start, actual.finish ?? actual.start)
        schedule.append(StageDates(start: actual.start, finish: finish))
        next = calendar.number(of: finish + 1)
        continue
      }
      let length = stage.lengths(forListSize: practice.listSize).minimum
      let today = region.today(for: practice, stage: place).map(calendar.number(of:)) ?? 0
      var number = max(next, today, leastNumber(place, practice, schedule))
      while number < calendar.workingDays.count,
        !allows(stage, place, number, length, practice)
      {
        number += 1
      }
      guard let start = calendar.day(number: number),
        let finish = calendar.day(number: number + length - 1)
      else { return schedule }
      schedule.append(StageDates(start: start, finish: finish))
      next = number + length
    }
    return schedule
  }

  private func allows(
    _ stage: Stage, _ place: Int, _ number: Int, _ length: Int, _ practice: Practice
  ) -> Bool {
    let days = region.calendar.workingDays
    guard number + length <= days.count else { return false }
    if let weekdays = stage.weekdays, !weekdays.contains(days[number].weekday) { return false }
    for day in number..<(number + length) where forbidden[place][day] { return false }
    let dates = days[number]...days[number + length - 1]
    return !practice.closures.contains { closure in
      closure.rule == .forbid && closure.stages.contains(place) && closure.days.overlaps(dates)
        && region.calendar.count(
          in: closure.days.clamped(to: dates)
            .lowerBound..<(closure.days.clamped(to: dates)
            .upperBound + 1)) > 0
    }
  }

  /// The least working-day number that the lead times to a stage's start allow.
  private func leastNumber(_ place: Int, _ practice: Practice, _ schedule: Schedule) -> Int {
    var least = 0
    for lead in region.pathway.leadTimes where lead.to.stage == place && lead.to.edge == .start {
      guard lead.from.stage < schedule.count, let length = lead.atLeast(for: practice)
      else { continue }
      let from = schedule.day(of: lead.from)
      switch length {
      case .days(let count): least = max(least, region.calendar.number(of: from + count))
      case .workingDays(let count): least = max(least, region.calendar.number(of: from) + count)
      }
    }
    return least
  }
}
