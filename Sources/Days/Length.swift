/// A length of time with its unit: working days or calendar days, never a bare number.
public enum Length: Hashable, Sendable, CustomStringConvertible {
  /// Working days, written `5wd`.
  case workingDays(Int)
  /// Calendar days, written `35d` or, for whole weeks, `5w`.
  case days(Int)

  /// Reads `5wd`, `35d` or `5w` (with a sign if wanted); nil for anything else or above 4,000 days.
  public init?(_ text: some StringProtocol) {
    let trimmed = String(text.filter { $0 != " " })
    let digits = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
    guard let count = Int(digits), abs(count) <= 4_000 else { return nil }
    switch trimmed.dropFirst(digits.count).lowercased() {
    case "wd": self = .workingDays(count)
    case "d": self = .days(count)
    case "w": self = .days(count * 7)
    default: return nil
    }
  }

  /// The number before the unit, in working or calendar days.
  public var count: Int {
    switch self {
    case .workingDays(let count), .days(let count): count
    }
  }

  /// As written in files: `5wd`, `5w`, `12d`.
  public var description: String {
    switch self {
    case .workingDays(let count): "\(count)wd"
    case .days(let count): count != 0 && count % 7 == 0 ? "\(count / 7)w" : "\(count)d"
    }
  }

  /// In words for people: `5 working days`, `5 weeks`, `12 days`.
  public var words: String {
    switch self {
    case .workingDays(let count): counted(count, "working day")
    case .days(let count) where count != 0 && count % 7 == 0:
      counted(count / 7, "week")
    case .days(let count): counted(count, "day")
    }
  }

  /// Whether the distance of two dates is at least this length: `wd` compares
  /// working-day numbers (Monday to Tuesday is 1wd), `d` compares dates.
  public func isAtMost(from start: Day, to end: Day, in calendar: WorkingCalendar) -> Bool {
    distance(from: start, to: end, in: calendar) >= count
  }

  /// The distance between two dates in this length's unit.
  public func distance(from start: Day, to end: Day, in calendar: WorkingCalendar) -> Int {
    switch self {
    case .workingDays: calendar.number(of: end) - calendar.number(of: start)
    case .days: end - start
    }
  }
}
