import Days
import Migrations

/// Distances between dates as tables by working-day number.
enum Distances {
  /// For each day before which a stage waits (the finish of the one before), its last start.
  static func latestStarts(_ wait: Length, in calendar: WorkingCalendar) -> [Int32] {
    table(calendar) { number, day in
      switch wait {
      case .workingDays(let count): number + 1 + count
      case .days(let count): calendar.number(of: day + count + 2) - 1
      }
    }
  }

  /// For each earlier date, the first later one that is so far away.
  static func least(_ length: Length, in calendar: WorkingCalendar) -> [Int32] {
    table(calendar) { number, day in
      switch length {
      case .workingDays(let count): number + count
      case .days(let count): calendar.number(of: day + count)
      }
    }
  }

  /// For each earlier date, the last later one that is no further away.
  static func most(_ length: Length, in calendar: WorkingCalendar) -> [Int32] {
    table(calendar) { number, day in
      switch length {
      case .workingDays(let count): number + count
      case .days(let count): calendar.number(of: day + count + 1) - 1
      }
    }
  }

  private static func table(
    _ calendar: WorkingCalendar, _ value: (_ number: Int, _ day: Day) -> Int
  ) -> [Int32] {
    calendar.workingDays.enumerated().map { Int32(clamping: value($0.offset, $0.element)) }
  }
}

/// Two dates of a migration that must be so far apart.
struct Distance: Sendable {
  let from: StageEvent
  let to: StageEvent
  /// For each day of `from`, the first day of `to`; nil without a least distance.
  let least: [Int32]?
  /// For each day of `from`, the last day of `to`; nil without a greatest distance.
  let most: [Int32]?
}
