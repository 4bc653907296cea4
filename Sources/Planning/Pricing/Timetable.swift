import Days
import Migrations

/// Working days as small numbers, the currency of all pricing.
///
/// Day numbers run from 0 over the horizon's working days. Spans with an offset may leave the
/// horizon, so periods are known for some days beyond both ends.
struct Timetable: Sendable {
  /// The working days of the horizon, in order.
  let days: [Day]
  /// How many working days are known before day 0 (and as many after the last one).
  let margin: Int
  /// For each day from `-margin` on, the number of its week among weeks that have a working day.
  let weeks: [Int32]
  /// The Monday of each such week.
  let mondays: [Day]
  /// Every known working day, from `-margin` on.
  let allDays: [Day]

  private let calendar: WorkingCalendar
  private let firstNumber: Int

  init(of region: Region) {
    calendar = region.calendar
    let first = calendar.number(of: region.horizon.lowerBound)
    let end = calendar.number(of: region.horizon.upperBound + 1)
    firstNumber = first
    let offsets = region.resources.flatMap { resource -> [Int] in
      guard case .span(let from, let to) = resource.use else { return [] }
      return [abs(from.offset), abs(to.offset)]
    }
    let wanted = (offsets.max() ?? 0) + 1
    margin = max(0, min(wanted, first, calendar.workingDays.count - end))
    days = Array(calendar.workingDays[first..<max(first, end)])
    allDays = Array(calendar.workingDays[(first - margin)..<(max(first, end) + margin)])
    var mondays: [Day] = []
    var weeks: [Int32] = []
    for day in allDays {
      let monday = Week(containing: day).monday
      if mondays.last != monday { mondays.append(monday) }
      weeks.append(Int32(mondays.count - 1))
    }
    self.mondays = mondays
    self.weeks = weeks
  }

  /// How many working days the horizon has.
  var count: Int { days.count }

  /// The number of a day if it is a working day of the horizon.
  func index(of day: Day) -> Int? {
    guard calendar.isWorking(day) else { return nil }
    let index = calendar.number(of: day) - firstNumber
    return days.indices.contains(index) ? index : nil
  }

  /// The number of the first working day on or after a day; may be beyond the horizon.
  func index(onOrAfter day: Day) -> Int { calendar.number(of: day) - firstNumber }

  /// The number of the last working day on or before a day; may be before the horizon.
  func index(onOrBefore day: Day) -> Int { calendar.number(of: day + 1) - 1 - firstNumber }

  /// The day with this number; the nearest known one outside.
  func day(_ index: Int) -> Day {
    allDays[min(max(index + margin, 0), allDays.count - 1)]
  }

  /// The number of the week of a day number, the nearest known one outside.
  func week(_ index: Int) -> Int {
    Int(weeks[min(max(index + margin, 0), weeks.count - 1)])
  }

  /// For each day number t, the last day number that lies at least so far before it.
  func latest(before length: Length) -> [Int32] {
    switch length {
    case .workingDays(let count): days.indices.map { Int32($0 - count) }
    case .days(let count): days.map { Int32(index(onOrBefore: $0 - count)) }
    }
  }

  /// For each day number t, the first day number that lies at most so far before it.
  func earliest(before length: Length) -> [Int32] {
    switch length {
    case .workingDays(let count): days.indices.map { Int32($0 - count) }
    case .days(let count): days.map { Int32(index(onOrAfter: $0 - count)) }
    }
  }
}
