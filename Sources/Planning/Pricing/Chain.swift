import Migrations

/// A date that pricing decides: an end of a stage that a rule, a capacity or a price touches.
struct ChainNode: Hashable, Sendable {
  /// The end of a stage.
  let event: StageEvent
  /// The first day number allowed.
  var lower: Int
  /// The last day number allowed.
  var upper: Int
  /// The cost of each day in millionths of a point; infinite where a rule forbids it.
  var ownCost: [Double]
}

/// The way from one decided date to the next: a convex cost of the working days between them.
///
/// Stages in between that nothing touches are composed into it. Each part adds to the least lag
/// and brings pieces (so many days at so much a day); together, sorted by slope, they are the
/// cheapest way to spend any lag.
struct ChainArc: Hashable, Sendable {
  /// A run of days that cost the same each.
  struct Piece: Hashable, Sendable {
    let slope: Double
    var length: Int
  }

  /// What the arc is made of, in order, for dating the stages in between at the end.
  enum Part: Hashable, Sendable {
    /// The days of a stage from its start to its finish.
    case length(stage: Int, lengths: Stage.Lengths)
    /// From a stage's finish to the next one's start: 1 plus the idle days.
    case gap(longest: Int)
    /// A recorded stage of so many working days, whatever its limits, against its usual length.
    case recorded(days: Int, usual: Int)
  }

  /// The least lag in working days.
  var leastLag: Int
  /// The cost at the least lag.
  var leastCost: Double
  /// The pieces, cheapest first.
  var pieces: [Piece]
  /// What it is made of.
  var parts: [Part]
  /// The cost of each lag from the least one on.
  var costs: [Double] = []
  /// For each day number of the later date, the first day number allowed to the earlier one.
  var floor: [Int32]?
  /// For each day number of the later date, the last day number allowed to the earlier one.
  var ceiling: [Int32]?

  init(parts: [Part], objective: ScaledObjective, count: Int) {
    self.parts = parts
    leastLag = 0
    leastCost = 0
    var bySlope: [Double: Int] = [:]
    for part in parts {
      switch part {
      case .length(_, let lengths):
        leastLag += lengths.minimum - 1
        leastCost += objective.squeeze * Double(lengths.usual - lengths.minimum)
        bySlope[-objective.squeeze, default: 0] += lengths.usual - lengths.minimum
        bySlope[objective.stretch, default: 0] += min(lengths.maximum - lengths.usual, count)
      case .gap(let longest):
        leastLag += 1
        bySlope[objective.wait, default: 0] += min(longest, count)
      case .recorded(let days, let usual):
        leastLag += days - 1
        leastCost +=
          objective.squeeze * Double(max(0, usual - days))
          + objective.stretch * Double(max(0, days - usual))
      }
    }
    pieces = bySlope.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { Piece(slope: $0.key, length: min($0.value, count)) }
    costs = [leastCost]
    for piece in pieces {
      for _ in 0..<piece.length { costs.append((costs.last ?? 0) + piece.slope) }
    }
  }

  /// The same arc without its lags below `lag`, which must not be above the greatest one.
  func tail(from lag: Int) -> ChainArc {
    guard lag > leastLag else { return self }
    var tail = self
    var skipped = lag - leastLag
    tail.costs = Array(costs[skipped...])
    tail.leastLag = lag
    tail.leastCost = tail.costs[0]
    while skipped > 0, let piece = tail.pieces.first {
      let taken = min(skipped, piece.length)
      skipped -= taken
      tail.pieces[0].length -= taken
      if tail.pieces[0].length == 0 { tail.pieces.removeFirst() }
    }
    return tail
  }

  /// Makes all lags cost nothing.
  mutating func dropCosts() {
    let length = pieces.reduce(0) { $0 + $1.length }
    pieces = length > 0 ? [Piece(slope: 0, length: length)] : []
    leastCost = 0
    costs = costs.map { _ in 0 }
  }

  /// The greatest lag in working days.
  var greatestLag: Int { leastLag + costs.count - 1 }
}

/// The weights of the objective in millionths of a point.
///
/// Own costs are rounded to whole millionths once, here and where day costs are made, so that
/// sums of them are exact in a Double up to 2^53 and a bound computed from whole prices is a sum
/// of whole numbers.
struct ScaledObjective: Sendable {
  /// Millionths in a point.
  static let unit = 1e6

  let squeeze: Double
  let stretch: Double
  let wait: Double
  let weekday: Double

  init(_ objective: Objective) {
    squeeze = ScaledObjective.scaled(objective.squeeze)
    stretch = ScaledObjective.scaled(objective.stretch)
    wait = ScaledObjective.scaled(objective.wait)
    weekday = ScaledObjective.scaled(objective.weekday)
  }

  /// Points as whole millionths.
  static func scaled(_ points: Double) -> Double { (points * unit).rounded() }
}
