public import Days

/// One step of a migration: how long it takes, how long it may be waited for, when it may start.
public struct Stage: Hashable, Sendable {
  /// The id used in region files, such as `final-data-production`.
  public var id: StageID
  /// The two capital letters printed in every chart, such as `FD`.
  public var code: String
  /// The name in words.
  public var name: String
  /// The lengths in working days where no band of list sizes says otherwise.
  public var lengths: Lengths
  /// Other lengths by list size, smallest band first; the first whose `upTo` is not below counts.
  public var byListSize: [SizeBand]
  /// The longest idle time between the stage before and this one; nil for the first stage.
  public var longestWait: Length?
  /// The weekdays on which the stage may start; nil for any working day.
  public var weekdays: Set<Weekday>?
  /// The weekdays on which a start is priced by the objective's `weekday`.
  public var avoidWeekdays: Set<Weekday>
  /// Where the numbers come from.
  public var source: String

  /// Shortest, usual and longest length in working days, each at least 1 and in that order.
  public struct Lengths: Hashable, Sendable {
    /// Working days at least.
    public var minimum: Int
    /// Working days as planned; a shorter stage is a squeeze, a longer one a stretch.
    public var usual: Int
    /// Working days at most.
    public var maximum: Int

    /// Lengths in working days.
    public init(minimum: Int, usual: Int, maximum: Int) {
      self.minimum = minimum
      self.usual = usual
      self.maximum = maximum
    }
  }

  /// The lengths of practices up to a list size.
  public struct SizeBand: Hashable, Sendable {
    /// The largest list size, in patients, to which the band applies; nil for no limit.
    public var upTo: Int?
    /// The lengths of this band.
    public var lengths: Lengths

    /// A band of list sizes.
    public init(upTo: Int?, lengths: Lengths) {
      self.upTo = upTo
      self.lengths = lengths
    }
  }

  /// A stage.
  public init(
    id: StageID, code: String, name: String, lengths: Lengths, byListSize: [SizeBand] = [],
    longestWait: Length? = nil, weekdays: Set<Weekday>? = nil, avoidWeekdays: Set<Weekday> = [],
    source: String = ""
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.lengths = lengths
    self.byListSize = byListSize
    self.longestWait = longestWait
    self.weekdays = weekdays
    self.avoidWeekdays = avoidWeekdays
    self.source = source
  }

  /// The lengths that count for a list size; a practice without one takes the plain values.
  public func lengths(forListSize size: Int?) -> Lengths {
    guard let size else { return lengths }
    return byListSize.first { $0.upTo.map { size <= $0 } ?? true }?.lengths ?? lengths
  }
}
