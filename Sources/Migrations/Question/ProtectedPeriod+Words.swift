import Days

/// The dates of protected periods for people.
extension ProtectedPeriod {
  /// When it is, as `every year 1 October to 30 November`.
  public var dateWords: String {
    switch dates {
    case .once(let days): "\(days.lowerBound.words) to \(days.upperBound.words)"
    case .everyYear(let from, let to): "every year \(from.words) to \(to.words)"
    }
  }
}

extension ProtectedPeriod.MonthDay {
  /// The day without a year, as `1 October`.
  fileprivate var words: String { "\(day) \(Day.monthNames[min(max(month, 1), 12) - 1])" }
}
