/// Dates as text: ISO 8601 for files, words for people.
extension Day: CustomStringConvertible {
  /// The date as `2027-01-04`.
  public var description: String { iso }

  /// The date as `2027-01-04`.
  public var iso: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// The date in words, as `4 January 2027`.
  public var words: String {
    let (year, month, day) = parts
    return "\(day) \(Day.monthNames[month - 1]) \(year)"
  }

  /// The date with a short month, as `4 Jan 2027`, for places without room.
  public var shortWords: String {
    let (year, month, day) = parts
    return "\(day) \(Day.monthNames[month - 1].prefix(3)) \(year)"
  }

  /// The date with its weekday, as `Monday 4 January 2027`.
  public var longWords: String { "\(weekday.name) \(words)" }

  /// The English names of the months, January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day written as `2027-01-04`, or nil for anything else.
  public init?(iso text: some StringProtocol) {
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].count == 4, pieces[1].count == 2, pieces[2].count == 2,
      pieces.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(pieces[0]), let month = Int(pieces[1]), let day = Int(pieces[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// Ranges of dates as text.
extension ClosedRange<Day> {
  /// Both dates in words, without saying the year or the month twice.
  public var words: String {
    let (from, to) = (lowerBound.parts, upperBound.parts)
    if lowerBound == upperBound { return lowerBound.words }
    if from.year != to.year { return "\(lowerBound.words) to \(upperBound.words)" }
    if from.month != to.month {
      return "\(from.day) \(Day.monthNames[from.month - 1]) to \(upperBound.words)"
    }
    return "\(from.day) to \(upperBound.words)"
  }
}

/// A whole number with leading zeros.
private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
