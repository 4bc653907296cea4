/// The weights of the cost that a plan is judged by, in points (contract, section 5).
public struct Objective: Hashable, Sendable {
  /// Per calendar day of go-live after the practice's earliest, or after the first day that it
  /// wishes if that is later, times its weight.
  public var delay = 1.0
  /// Per calendar day between go-live and the wished days, times the practice's weight.
  public var preference = 2.0
  /// Per calendar day after `must_be_live_by`, times the practice's weight.
  public var late = 10.0
  /// Factor on the cost of every avoid period and closure.
  public var avoid = 1.0
  /// Per stage start on a weekday to avoid.
  public var weekday = 2.0
  /// Per working day under the usual length.
  public var squeeze = 3.0
  /// Per working day over the usual length.
  public var stretch = 1.0
  /// Per idle working day between stages.
  public var wait = 0.5
  /// Once for each go-live that differs from the baseline's.
  public var moved = 5.0
  /// Per calendar day by which a go-live differs from the baseline's.
  public var movedPerDay = 1.0
  /// Per practice left out, times its weight.
  public var unscheduled = 2_000.0
  /// Per unit and period of bought capacity where a resource names no cost of its own.
  public var extra = 1.0
  /// What practices count by.
  public var weightBy = WeightBy.practices

  /// What a practice's weight is made of besides its priority.
  public enum WeightBy: String, Hashable, Sendable {
    /// Every practice counts the same.
    case practices
    /// Practices count by list size over the mean list size.
    case patients
  }

  /// A named set of weights to start from.
  public enum Preset: String, Hashable, Sendable, CaseIterable {
    /// The contract's defaults.
    case balanced
    /// No preference, avoid periods at a quarter of their cost.
    case earliest
    /// Avoid periods at four times their cost, squeeze at 10.
    case gentle
  }

  /// The weights of a preset.
  public init(_ preset: Preset = .balanced) {
    switch preset {
    case .balanced: break
    case .earliest:
      preference = 0
      avoid = 0.25
    case .gentle:
      avoid = 4
      squeeze = 10
    }
  }
}
