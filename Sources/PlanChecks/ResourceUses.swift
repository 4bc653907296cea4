import Days
import Migrations

/// In which periods a migration uses a resource, counted day by day.
struct ResourceUses {
  let region: Region
  let meanListSize: Double

  init(of region: Region) {
    self.region = region
    meanListSize = region.meanListSize
  }

  /// What one practice's dates take of a resource, by first day of the period.
  func uses(of resource: Resource, place: Int, schedule: Schedule) -> [Day: Double] {
    let practice = region.practices[place]
    guard resource.appliesTo.matches(practice) else { return [:] }
    let amount = resource.amount(of: practice, meanListSize: meanListSize)
    var uses: [Day: Double] = [:]
    switch resource.use {
    case .starts(let stages):
      for stage in stages where schedule.indices.contains(stage) {
        uses[resource.period(containing: schedule[stage].start), default: 0] += amount
      }
    case .days(let stages):
      for stage in stages where schedule.indices.contains(stage) {
        for day in workingDays(from: schedule[stage].start, to: schedule[stage].finish) {
          uses[resource.period(containing: day)] = amount
        }
      }
    case .span(let from, let to):
      for day in workingDays(from: from, to: to, schedule: schedule) {
        uses[resource.period(containing: day)] = amount
      }
    }
    return uses
  }

  private func workingDays(from first: Day, to last: Day) -> [Day] {
    let numbers = (region.calendar.number(of: first)..<region.calendar.number(of: last + 1))
    return numbers.compactMap(region.calendar.day(number:))
  }

  /// All working days between the two ends, which may lie outside the horizon.
  private func workingDays(
    from: Resource.SpanEnd, to: Resource.SpanEnd, schedule: Schedule
  ) -> [Day] {
    let calendar = region.calendar
    let first = calendar.number(of: schedule.day(of: from.event)) + from.offset
    let last = calendar.number(of: schedule.day(of: to.event) + 1) - 1 + to.offset
    guard first <= last else { return [] }
    return (first...last).compactMap(calendar.day(number:))
  }
}
