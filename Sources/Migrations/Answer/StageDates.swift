public import Days

/// When one stage of one migration happens: both days are working days and belong to the stage.
public struct StageDates: Hashable, Sendable {
  /// The first working day.
  public var start: Day
  /// The last working day.
  public var finish: Day

  /// The dates of a stage.
  public init(start: Day, finish: Day) {
    self.start = start
    self.finish = finish
  }

  /// The day of one end.
  public subscript(edge: StageEvent.Edge) -> Day { edge == .start ? start : finish }
}

/// One practice's complete dates, a value per stage of the pathway in its order.
public typealias Schedule = [StageDates]

extension Schedule {
  /// The day of an event.
  public func day(of event: StageEvent) -> Day { self[event.stage][event.edge] }
}
