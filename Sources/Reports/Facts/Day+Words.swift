import Days

/// Dates as the NHS writes them for people.
extension Day {
  /// The month and the year, as `January 2027`.
  var monthWords: String { "\(Day.monthNames[parts.month - 1]) \(year)" }

  /// The month's first three letters.
  var shortMonth: String { String(Day.monthNames[parts.month - 1].prefix(3)) }

  /// The day without its year, as `14 Jan`, for places without room.
  var shortDay: String { "\(parts.day) \(shortMonth)" }
}

/// Stretches of days for people.

extension ClosedRange<Day> {
  /// Both dates with short months, as `12 Nov to 25 Nov 2026`.
  var shortWords: String {
    if lowerBound == upperBound { return lowerBound.shortWords }
    if lowerBound.year != upperBound.year {
      return "\(lowerBound.shortWords) to \(upperBound.shortWords)"
    }
    return "\(lowerBound.shortDay) to \(upperBound.shortWords)"
  }
}
