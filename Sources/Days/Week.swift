/// An ISO week, named by its Monday; the unit in which planners book people and slots.
public struct Week: Hashable, Comparable, Strideable, Sendable, CustomStringConvertible {
  /// The Monday that names the week.
  public let monday: Day

  /// The week that holds a day.
  public init(containing day: Day) { monday = day - (day.weekday.rawValue - 1) }

  /// The seven days, Monday to Sunday.
  public var days: Range<Day> { monday..<(monday + 7) }

  /// Year and number by ISO 8601: week 1 is the one with the year's first Thursday.
  public var isoNumber: (year: Int, week: Int) {
    let thursday = monday + 3
    let year = thursday.year
    let firstDay = Day(year: year, month: 1, day: 1) ?? thursday
    return (year, (thursday - firstDay) / 7 + 1)
  }

  /// The Monday as an ISO date.
  public var description: String { monday.iso }

  /// Compares by date.
  public static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }

  /// The weeks from this one to the other.
  public func distance(to other: Week) -> Int { (other.monday - monday) / 7 }

  /// The week so many weeks later.
  public func advanced(by weeks: Int) -> Week { Week(containing: monday + weeks * 7) }
}
