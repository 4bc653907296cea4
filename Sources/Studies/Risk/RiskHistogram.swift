import Days

/// Days counted by week or, where they lie far apart, by month.
struct RiskHistogram {
  /// One bar.
  struct Bin: Hashable {
    let name: String
    var count: Int
  }

  /// `week` or `month`.
  let unit: String
  /// The bars in order, empty ones between others included; days that never come are last.
  let bins: [Bin]

  /// The histogram of days, of which nil never comes.
  init(of days: [Day?]) {
    let known = days.compactMap(\.self)
    let never = days.count - known.count
    var bins: [Bin] = []
    var unit = "week"
    if let first = known.min(), let last = known.max() {
      if Week(containing: first).distance(to: Week(containing: last)) < 16 {
        let counts = Dictionary(grouping: known) { Week(containing: $0) }
        bins = (Week(containing: first)..<Week(containing: last).advanced(by: 1)).map {
          Bin(name: $0.monday.shortWords, count: counts[$0]?.count ?? 0)
        }
      } else {
        unit = "month"
        let counts = Dictionary(grouping: known) { $0.parts.year * 12 + $0.parts.month - 1 }
        let (from, to) = (first.parts, last.parts)
        bins = (from.year * 12 + from.month - 1...to.year * 12 + to.month - 1).map {
          Bin(
            name: "\(Day.monthNames[$0 % 12].prefix(3)) \($0 / 12)", count: counts[$0]?.count ?? 0)
        }
      }
    }
    if never > 0 { bins.append(Bin(name: "never", count: never)) }
    self.unit = unit
    self.bins = bins
  }
}
