/// A day of the week; Monday is 1, as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Comparable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// The English name, as `Monday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The key used in region files: `mon` to `sun`.
  public var key: String { String(name.lowercased().prefix(3)) }

  /// The weekday with this key (`mon` to `sun`, in any case), or nil.
  public init?(key: some StringProtocol) {
    let wanted = key.lowercased()
    guard let found = Weekday.allCases.first(where: { $0.key == wanted }) else { return nil }
    self = found
  }

  /// Whether it is Saturday or Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// Compares by place in the week, Monday first.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
