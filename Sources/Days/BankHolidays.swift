/// The bank holidays of England and Wales by rule, with the published exceptions.
///
/// The rule is that of the Banking and Financial Dealings Act 1971 and the proclamations since:
/// New Year, Good Friday, Easter Monday, first and last Monday of May, last Monday of August,
/// Christmas and Boxing Day, each moved to the next free weekday if it falls on a weekend.
/// One-offs are published at short notice, so they stand here as a table and a region may bring
/// its own list.
public enum BankHolidays {
  /// One holiday of the list.
  public struct Holiday: Hashable, Sendable {
    /// The day on which banks are shut (the substitute where there is one).
    public let day: Day
    /// What the published list calls it.
    public let title: String
  }

  /// The holidays of England and Wales of one year, in order of date.
  public static func englandAndWales(year: Int) -> [Holiday] {
    var holidays = statutory(year: year)
    for change in exceptions where change.year == year {
      if let removed = change.removed { holidays.removeAll { $0.day == removed } }
      if let added = change.added { holidays.append(Holiday(day: added, title: change.title)) }
    }
    return holidays.sorted { $0.day < $1.day }
  }

  /// Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher computation).
  public static func easterSunday(year: Int) -> Day {
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let correction = (century + 8) / 25
    let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - moon - yearOfCentury % 4) % 7
    let late = (golden + 11 * moon + 22 * weekday) / 451
    let shifted = moon + weekday - 7 * late + 114
    return day(year, shifted / 31, shifted % 31 + 1)
  }

  private static func statutory(year: Int) -> [Holiday] {
    let easter = easterSunday(year: year)
    let newYear = day(year, 1, 1)
    let christmas = day(year, 12, 25)
    let christmasDays: (Day, Day) =
      switch christmas.weekday {
      case .friday: (christmas, christmas + 3)
      case .saturday: (christmas + 2, christmas + 3)
      case .sunday: (christmas + 2, christmas + 1)
      default: (christmas, christmas + 1)
      }
    return [
      Holiday(day: nextWeekday(newYear), title: "New Year's Day"),
      Holiday(day: easter - 2, title: "Good Friday"),
      Holiday(day: easter + 1, title: "Easter Monday"),
      Holiday(day: firstMonday(year, 5), title: "Early May bank holiday"),
      Holiday(day: lastMonday(year, 5), title: "Spring bank holiday"),
      Holiday(day: lastMonday(year, 8), title: "Summer bank holiday"),
      Holiday(day: christmasDays.0, title: "Christmas Day"),
      Holiday(day: christmasDays.1, title: "Boxing Day"),
    ]
  }

  private struct Exception {
    let year: Int
    let removed: Day?
    let added: Day?
    let title: String
  }

  /// What was published against the rule, 2019 to 2028.
  private static let exceptions = [
    Exception(
      year: 2020, removed: day(2020, 5, 4), added: day(2020, 5, 8),
      title: "Early May bank holiday (VE day)"),
    Exception(
      year: 2022, removed: day(2022, 5, 30), added: day(2022, 6, 2), title: "Spring bank holiday"),
    Exception(
      year: 2022, removed: nil, added: day(2022, 6, 3), title: "Platinum Jubilee bank holiday"),
    Exception(
      year: 2022, removed: nil, added: day(2022, 9, 19),
      title: "Bank Holiday for the State Funeral of Queen Elizabeth II"),
    Exception(
      year: 2023, removed: nil, added: day(2023, 5, 8),
      title: "Bank holiday for the coronation of King Charles III"),
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is no date")
    }
    return day
  }

  private static func nextWeekday(_ day: Day) -> Day {
    switch day.weekday {
    case .saturday: day + 2
    case .sunday: day + 1
    default: day
    }
  }

  private static func firstMonday(_ year: Int, _ month: Int) -> Day {
    Week(containing: day(year, month, 7)).monday
  }

  private static func lastMonday(_ year: Int, _ month: Int) -> Day {
    Week(containing: day(year, month, Day.length(ofMonth: month, year: year))).monday
  }
}
