public import Days

/// The open windows between protected periods, each a tranche of go-lives with a name.
public struct Tranches: Sendable {
  /// The open windows, in order.
  public let windows: [ClosedRange<Day>]

  /// The windows of a region's horizon in which no protected period forbids a go-live.
  public init(of region: Region) {
    let goLive = region.pathway.goLive
    let shut = region.protectedPeriods
      .filter { $0.rule == .forbid && $0.stages.contains(goLive) }
      .flatMap { $0.occurrences(touching: region.horizon) }
      .sorted { $0.lowerBound < $1.lowerBound }
    var windows: [ClosedRange<Day>] = []
    var open = region.horizon.lowerBound
    for period in shut {
      if period.lowerBound > open { windows.append(open...(period.lowerBound - 1)) }
      open = max(open, period.upperBound + 1)
    }
    if open <= region.horizon.upperBound { windows.append(open...region.horizon.upperBound) }
    self.windows = windows
  }

  /// The name of the window that holds a day, as `Spring 2027`; empty if it is in no window.
  ///
  /// By month where the window lies within one, so that December's fortnight is not mixed up with
  /// the winter before.
  public func name(of day: Day) -> String {
    guard let window = windows.first(where: { $0.contains(day) }) else { return "" }
    let (year, month, _) = window.lowerBound.parts
    let end = window.upperBound.parts
    if (end.year, end.month) == (year, month) { return "\(Day.monthNames[month - 1]) \(year)" }
    let season =
      switch month {
      case 3...5: "Spring"
      case 6...8: "Summer"
      case 9...11: "Autumn"
      default: "Winter"
      }
    return "\(season) \(year)"
  }
}
