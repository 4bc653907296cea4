/// A civil date of the proleptic Gregorian calendar, held as the number of days since 1 January 1970.
///
/// A plain number makes `Range<Day>` a collection of days, makes the distance between two dates a
/// subtraction, and leaves time zones out of planning altogether.
public struct Day: Hashable, Comparable, Strideable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let number: Int

  /// The day with this number.
  public init(number: Int) { self.number = number }

  /// The day of these parts, or nil where no such date exists (31 February, month 13).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.number = Day.number(year: year, month: month, day: day)
  }

  /// Compares by date.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The calendar days from this day to the other; negative if the other is earlier.
  public func distance(to other: Day) -> Int { other.number - number }

  /// The day so many calendar days later.
  public func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// The day so many calendar days later.
  public static func + (day: Day, days: Int) -> Day { day.advanced(by: days) }

  /// The day so many calendar days earlier.
  public static func - (day: Day, days: Int) -> Day { day.advanced(by: -days) }

  /// The calendar days from the right date to the left one.
  public static func - (left: Day, right: Day) -> Int { left.number - right.number }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = (number + 3) % 7
    return Weekday(rawValue: (index < 0 ? index + 7 : index) + 1) ?? .monday
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  public var parts: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's "civil from days", with eras of 400 years that begin on 1 March.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year of the date.
  public var year: Int { parts.year }

  /// The number of days in a month (1 to 12) of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
