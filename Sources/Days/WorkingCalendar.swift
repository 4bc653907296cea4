/// The working days of a stretch of time: Monday to Friday without the given holidays.
///
/// Working days are numbered from 0 at the first one, so that a length in working days is a
/// difference of numbers. Days outside the stretch are treated as if it were its nearest end.
public struct WorkingCalendar: Hashable, Sendable {
  /// The first day the calendar knows.
  public let first: Day
  /// The last day the calendar knows.
  public let last: Day
  /// The holidays it was made with, as far as they fall in the stretch.
  public let holidays: Set<Day>

  /// The working days in order.
  public let workingDays: [Day]
  /// For each day of the stretch, how many working days lie before it.
  private let countBefore: [Int32]

  /// A calendar of `first` to `last` inclusive; `last` must not be before `first`.
  public init(first: Day, last: Day, holidays: Set<Day>) {
    precondition(first <= last, "a working calendar needs its first day before its last")
    self.first = first
    self.last = last
    self.holidays = holidays.filter { $0 >= first && $0 <= last }
    var working: [Day] = []
    var counts: [Int32] = []
    counts.reserveCapacity(last - first + 2)
    for day in first..<(last + 1) {
      counts.append(Int32(working.count))
      if !day.weekday.isWeekend && !holidays.contains(day) { working.append(day) }
    }
    counts.append(Int32(working.count))
    workingDays = working
    countBefore = counts
  }

  /// Whether the day is a working day of this calendar.
  public func isWorking(_ day: Day) -> Bool {
    day >= first && day <= last && !day.weekday.isWeekend && !holidays.contains(day)
  }

  /// The number of a working day; for any other day, of the next working day after it.
  public func number(of day: Day) -> Int {
    Int(countBefore[min(max(day - first, 0), countBefore.count - 1)])
  }

  /// The working day with this number, or nil outside the stretch.
  public func day(number: Int) -> Day? {
    workingDays.indices.contains(number) ? workingDays[number] : nil
  }

  /// The first working day on or after a day, or nil past the end.
  public func firstWorkingDay(onOrAfter day: Day) -> Day? { self.day(number: number(of: day)) }

  /// The last working day on or before a day, or nil before the start.
  public func lastWorkingDay(onOrBefore day: Day) -> Day? {
    self.day(number: number(of: day + 1) - 1)
  }

  /// How many working days lie in a range of days.
  public func count(in days: Range<Day>) -> Int {
    number(of: days.upperBound) - number(of: days.lowerBound)
  }

  /// The working day so many working days from a day, or nil outside the stretch.
  ///
  /// From a day that is no working day, counting starts at the next one.
  public func day(_ day: Day, movedBy workingDays: Int) -> Day? {
    self.day(number: number(of: day) + workingDays)
  }
}
