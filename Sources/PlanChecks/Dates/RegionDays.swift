import Days
import Migrations

/// A region's days as numbers of working days, computed once for all its practices.
///
/// The arrays run over all working days of the calendar, which is known well beyond the horizon. It
/// is shared rather than copied, as a region is large.
final class RegionDays: Sendable {
  let region: Region
  let meanListSize: Double
  /// How many working days the calendar knows.
  let count: Int
  /// The numbers of the horizon's first and last working day; empty if the first is the greater.
  let first: Int
  let last: Int
  /// By stage, for each working day how many days before it are protected from the stage.
  let blockedBefore: [[Int32]]
  /// By stage, for each working day what the avoided days before it cost together.
  let avoidBefore: [[Int64]]
  /// By stage, the working days on which it may start by its weekdays.
  let mayStart: [[Bool]]
  /// By stage, for each finish of the stage before, the last working day on which it may start.
  let latestStart: [[Int32]]
  /// Zeros where a practice has no costs.
  let zeros: [Int64]

  init(of region: Region) {
    let calendar = region.calendar
    let count = calendar.workingDays.count
    self.region = region
    self.count = count
    meanListSize = region.meanListSize
    first = calendar.number(of: region.horizon.lowerBound)
    last = calendar.number(of: region.horizon.upperBound + 1) - 1
    zeros = [Int64](repeating: 0, count: count)
    var blocked: [[Int32]] = []
    var avoided: [[Int64]] = []
    for stage in region.pathway.stages.indices {
      var tally = DayTally(count: count)
      for period in region.protectedPeriods where period.stages.contains(stage) {
        for range in period.occurrences(touching: calendar.first...calendar.last) {
          tally.add(period.rule, on: range, in: region)
        }
      }
      blocked.append(tally.blockedBefore)
      avoided.append(tally.avoidBefore)
    }
    blockedBefore = blocked
    avoidBefore = avoided
    mayStart = region.pathway.stages.map { stage in
      calendar.workingDays.map { stage.weekdays?.contains($0.weekday) ?? true }
    }
    latestStart = region.pathway.stages.map { stage in
      (0..<count).map { finish in
        switch stage.longestWait {
        case nil: Int32.max
        case .workingDays(let wait): Int32(finish + 1 + wait)
        case .days(let wait):
          Int32(calendar.number(of: calendar.workingDays[finish] + wait + 2) - 1)
        }
      }
    }
  }

  /// The number of a day if it is a working day of the calendar.
  func number(ofWorkingDay day: Day) -> Int? {
    region.calendar.isWorking(day) ? region.calendar.number(of: day) : nil
  }

  /// The first working day that lies at least so long after a working day.
  func release(_ day: Int, _ length: Length) -> Int {
    switch length {
    case .workingDays(let count): day + count
    case .days(let count): region.calendar.number(of: region.calendar.workingDays[day] + count)
    }
  }

  /// The last working day that lies at most so long after a working day.
  func limit(_ day: Int, _ length: Length) -> Int {
    switch length {
    case .workingDays(let count): day + count
    case .days(let count):
      region.calendar.number(of: region.calendar.workingDays[day] + count + 1) - 1
    }
  }
}

/// Counts forbidden and priced working days of one stage, as sums up to each day.
struct DayTally {
  private var blocked: [Bool]
  private var avoided: [Int64]
  /// The most that a day and all days together are said to cost.
  private static let most: Int64 = 1_000_000_000_000_000

  init(count: Int) {
    blocked = [Bool](repeating: false, count: count)
    avoided = [Int64](repeating: 0, count: count)
  }

  mutating func add(_ rule: Protection, on range: ClosedRange<Day>, in region: Region) {
    let calendar = region.calendar
    let numbers = calendar.number(of: range.lowerBound)..<calendar.number(of: range.upperBound + 1)
    for number in numbers {
      switch rule {
      case .forbid: blocked[number] = true
      case .avoid(let cost):
        // Held where more would leave the range: lower than the truth, as a bound may be.
        avoided[number] = min(
          avoided[number] + MicroPoints.down(region.objective.avoid * cost), DayTally.most)
      }
    }
  }

  var blockedBefore: [Int32] {
    var sums: [Int32] = [0]
    sums.reserveCapacity(blocked.count + 1)
    for (number, isBlocked) in blocked.enumerated() {
      sums.append(sums[number] + (isBlocked ? 1 : 0))
    }
    return sums
  }

  var avoidBefore: [Int64] {
    var sums: [Int64] = [0]
    sums.reserveCapacity(avoided.count + 1)
    for (number, cost) in avoided.enumerated() {
      sums.append(min(sums[number] + cost, DayTally.most))
    }
    return sums
  }
}
