public import Days

/// What a period does to the stages it lists.
public enum Protection: Hashable, Sendable {
  /// No working day of a listed stage may lie inside.
  case forbid
  /// Each working day of a listed stage inside costs so many points.
  case avoid(cost: Double)
}

/// A time of the year that migrations leave alone: flu season, QOF year end, Christmas.
public struct ProtectedPeriod: Hashable, Sendable {
  /// The id in the region file.
  public var id: String
  /// The name in words.
  public var name: String
  /// When it is.
  public var dates: Dates
  /// The places of the stages it applies to.
  public var stages: Set<Int>
  /// Forbidden, or allowed at a cost.
  public var rule: Protection
  /// Where it comes from, printed in every report.
  public var source: String

  /// The dates of a period.
  public enum Dates: Hashable, Sendable {
    /// Once, both days inclusive.
    case once(ClosedRange<Day>)
    /// Every year, both days inclusive; wraps over New Year if the second is the earlier.
    case everyYear(from: MonthDay, to: MonthDay)
  }

  /// A day of any year.
  public struct MonthDay: Hashable, Sendable, Comparable {
    /// 1 to 12.
    public var month: Int
    /// 1 to 31; 29 February means 28 February in common years.
    public var day: Int

    /// A day of any year.
    public init(month: Int, day: Int) {
      self.month = month
      self.day = day
    }

    /// Compares by place in the year.
    public static func < (left: MonthDay, right: MonthDay) -> Bool {
      (left.month, left.day) < (right.month, right.day)
    }

    /// The day in a certain year.
    public func day(in year: Int) -> Day? {
      Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
    }
  }

  /// A protected period.
  public init(
    id: String, name: String, dates: Dates, stages: Set<Int>, rule: Protection, source: String = ""
  ) {
    self.id = id
    self.name = name
    self.dates = dates
    self.stages = stages
    self.rule = rule
    self.source = source
  }

  /// Each occurrence that touches a stretch of days, in order, not cut to it.
  public func occurrences(touching days: ClosedRange<Day>) -> [ClosedRange<Day>] {
    switch dates {
    case .once(let range): return range.overlaps(days) ? [range] : []
    case .everyYear(let from, let to):
      let wraps = to < from
      return (days.lowerBound.year - 1...days.upperBound.year + 1).compactMap { year in
        guard let start = from.day(in: year), let end = to.day(in: wraps ? year + 1 : year),
          start <= end, (start...end).overlaps(days)
        else { return nil }
        return start...end
      }
    }
  }
}

/// Dates on which one practice's stages are forbidden or priced: its own closures and blackouts.
public struct PracticeClosure: Hashable, Sendable {
  /// Both days inclusive.
  public var days: ClosedRange<Day>
  /// The places of the stages it applies to.
  public var stages: Set<Int>
  /// Forbidden, or allowed at a cost.
  public var rule: Protection
  /// Why, in the planner's words.
  public var reason: String

  /// A closure of one practice.
  public init(days: ClosedRange<Day>, stages: Set<Int>, rule: Protection, reason: String = "") {
    self.days = days
    self.stages = stages
    self.rule = rule
    self.reason = reason
  }
}
