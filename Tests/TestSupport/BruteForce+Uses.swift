public import Days
public import Migrations

/// What dates take of a resource, counted day by day.
extension BruteForce {
  /// What the practice's dates take of a resource, by first day of the period.
  public static func uses(
    of resource: Resource, by practice: Practice, schedule: Schedule, in region: Region
  ) -> [Day: Double] {
    guard resource.appliesTo.matches(practice) else { return [:] }
    let amount = resource.amount(of: practice, meanListSize: region.meanListSize)
    var uses: [Day: Double] = [:]
    switch resource.use {
    case .starts(let stages):
      for stage in stages {
        uses[resource.period(containing: schedule[stage].start), default: 0] += amount
      }
    case .days(let stages):
      for stage in stages {
        for day in schedule[stage].start...schedule[stage].finish
        where region.calendar.isWorking(day) {
          uses[resource.period(containing: day)] = amount
        }
      }
    case .span(let from, let to):
      let first = moved(schedule.day(of: from.event), by: from.offset, in: region.calendar)
      let last = moved(schedule.day(of: to.event), by: to.offset, in: region.calendar)
      guard first <= last else { return [:] }
      for day in first...last where region.calendar.isWorking(day) {
        uses[resource.period(containing: day)] = amount
      }
    }
    return uses
  }

  /// The day so many working days on, one step at a time.
  private static func moved(_ day: Day, by count: Int, in calendar: WorkingCalendar) -> Day {
    var day = day
    var left = abs(count)
    while left > 0 {
      day = day + (count > 0 ? 1 : -1)
      if calendar.isWorking(day) { left -= 1 }
    }
    return day
  }
}
