import Days

/// The columns of a terminal chart, each a stretch of days.
struct GanttScale: Sendable {
  let unit: Unit
  let columns: [Range<Day>]

  /// The length of a column.
  enum Unit: String, CaseIterable, Sendable {
    case week
    case fortnight
    case month
    case quarter

    /// In words, after "one column is a".
    var words: String { rawValue }
  }

  /// The finest scale that the width is meant for and that fits into the room for columns.
  init(days: ClosedRange<Day>, width: Int, room: Int) {
    let finest: Unit = width >= 120 ? .week : width >= 80 ? .fortnight : .month
    let units = Unit.allCases.drop { $0 != finest }
    let scales = units.map { ($0, GanttScale.columns(of: $0, covering: days)) }
    let fitting = scales.first { $0.1.count <= room } ?? scales[scales.endIndex - 1]
    unit = fitting.0
    // Even quarters run out of room after decades; what is beyond is not drawn.
    columns = Array(fitting.1.prefix(max(1, room)))
  }

  private static func columns(of unit: Unit, covering days: ClosedRange<Day>) -> [Range<Day>] {
    var columns: [Range<Day>] = []
    var start = first(of: unit, in: days.lowerBound)
    while start <= days.upperBound {
      let next = end(of: unit, from: start)
      columns.append(start..<next)
      start = next
    }
    return columns
  }

  private static func first(of unit: Unit, in day: Day) -> Day {
    let start = day - (day.parts.day - 1)
    switch unit {
    case .week, .fortnight: return Week(containing: day).monday
    case .month: return start
    case .quarter:
      let (year, month, _) = start.parts
      return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? start
    }
  }

  private static func end(of unit: Unit, from start: Day) -> Day {
    let (year, month, _) = start.parts
    func later(_ months: Int) -> Day {
      let place = month - 1 + months
      return Day(year: year + place / 12, month: place % 12 + 1, day: 1) ?? start + 31 * months
    }
    return switch unit {
    case .week: start + 7
    case .fortnight: start + 14
    case .month: later(1)
    case .quarter: later(3)
    }
  }

  /// The columns in which a month begins, with the month's first day; the first column stands for
  /// the month it lies in where that leaves room for both names.
  var monthStarts: [(column: Int, month: Day)] {
    columns.enumerated().compactMap { place, days in
      let first = days.first { $0.parts.day == 1 }
      if let first { return (place, first) }
      guard place == 0 else { return nil }
      return (0, days.lowerBound - (days.lowerBound.parts.day - 1))
    }
  }
}
