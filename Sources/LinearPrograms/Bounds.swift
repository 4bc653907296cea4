import CGLPK

/// The range allowed to a row's sum or a column's value.
///
/// The numbers must be finite: where there is no bound, choose the case without it. NaN, infinity
/// and a lower bound above the upper one trap when the bounds are used.
package enum Bounds: Hashable, Sendable {
  /// Any value.
  case free
  /// This value or more.
  case atLeast(Double)
  /// This value or less.
  case atMost(Double)
  /// From the first value to the second, both included. They may be equal.
  case between(Double, Double)
  /// This value.
  case exactly(Double)

  /// Bounds in GLPK's terms: a type, and two numbers of which the type may ignore some.
  struct Checked {
    var type: Int32
    var low: Double
    var high: Double
  }

  /// The bounds in GLPK's terms; traps if they make no sense.
  func checked() -> Checked {
    switch self {
    case .free:
      return Checked(type: GLP_FR, low: 0, high: 0)
    case .atLeast(let low):
      demand(low.isFinite, "a lower bound is \(low)")
      return Checked(type: GLP_LO, low: low, high: 0)
    case .atMost(let high):
      demand(high.isFinite, "an upper bound is \(high)")
      return Checked(type: GLP_UP, low: 0, high: high)
    case .between(let low, let high):
      demand(low.isFinite && high.isFinite, "bounds are \(low) and \(high)")
      demand(low <= high, "the lower bound \(low) is above the upper bound \(high)")
      // Equal bounds must have the type FX: with DB the solver returns GLP_EBOUND.
      return Checked(type: low == high ? GLP_FX : GLP_DB, low: low, high: high)
    case .exactly(let value):
      demand(value.isFinite, "a fixed value is \(value)")
      return Checked(type: GLP_FX, low: value, high: value)
    }
  }

  /// These bounds with each end moved inward to a whole number; traps if none is between.
  ///
  /// An end within 1e-9 of a whole number counts as that number.
  func roundedInward() -> Bounds {
    func up(_ value: Double) -> Double { (value - 1e-9).rounded(.up) }
    func down(_ value: Double) -> Double { (value + 1e-9).rounded(.down) }
    switch self {
    case .free: return self
    case .atLeast(let low): return .atLeast(up(low))
    case .atMost(let high): return .atMost(down(high))
    case .between(let low, let high):
      demand(up(low) <= down(high), "no whole number lies between \(low) and \(high)")
      return .between(up(low), down(high))
    case .exactly(let value):
      return Bounds.between(value, value).roundedInward()
    }
  }
}
