import Days
import Migrations

/// One practice's dates as a chain: which of them matter, what they cost, what they use.
///
/// Only ends of stages that something touches are decided one by one: by a protected period, a
/// closure, a resource, a weekday, a lead time, a pin or a record. The others are composed into
/// the arcs between (see `ChainArc`) and dated at the end.
struct PracticeModel: Sendable {
  /// A lead time between two nodes that are not neighbours.
  struct Chord: Hashable, Sendable {
    let from: Int
    let to: Int
    /// For each day number of `to`, the last one allowed to `from`; nil without a least distance.
    var latest: [Int32]?
    /// For each day number of `to`, the first one allowed to `from`; nil without a greatest one.
    var earliest: [Int32]?
  }

  /// How the practice uses one resource.
  struct Term: Hashable, Sendable {
    let resource: Int
    let amount: Double
    let kind: Kind

    /// How far from a day the periods may lie that it is charged for, in working days.
    var offsets: ClosedRange<Int> {
      guard case .range(_, let first, _, let last) = kind else { return 0...0 }
      return min(first, last, 0)...max(first, last, 0)
    }

    enum Kind: Hashable, Sendable {
      /// A use in the period of each of these nodes.
      case starts([Int])
      /// A use in each period from one node (moved by some days) to another.
      case range(from: Int, fromOffset: Int, to: Int, toOffset: Int)
      /// A use in each period of the stages with these nodes as start and finish, in order.
      case stages([StageNodes])
    }

    /// The nodes of a stage's two ends.
    struct StageNodes: Hashable, Sendable {
      let start: Int
      let finish: Int
    }
  }

  /// The practice's place in the region's list.
  var practice: Int
  var nodes: [ChainNode]
  /// `arcs[i]` leads from node i to node i + 1.
  var arcs: [ChainArc]
  /// Lead times that reach over other nodes and are not implied by the chain itself.
  var chords: [Chord]
  /// The chord that the chain is solved with exactly; the others are enforced by branching.
  var anchor: AnchoredChord?
  var terms: [Term]
  /// The node of the go-live day.
  let goLive: Int
  /// Millionths of a point for leaving the practice out.
  var unscheduledCost: Double
  /// Whether it may not be left out.
  var isCommitted: Bool
  /// The day number of the go-live from which delay counts: the first that its own rules allow,
  /// its agreed day, its records, its deadline and today left aside; nil for none.
  var earliest: Int?
  /// Whether all of its own rules together allow any dates.
  var hasDates: Bool
  /// For each go-live day number, the least that any later or equal one costs without charges,
  /// in millionths of a point; empty if not known.
  var leastCostFrom: [Double] = []

  /// The least lag between two nodes by the chain alone.
  func leastLag(from: Int, to: Int) -> Int {
    arcs[from..<to].reduce(0) { $0 + $1.leastLag }
  }

  /// Millionths of a point that no dates of the practice, nor leaving it out, cost more than.
  var greatestCost: Double {
    let days = nodes.reduce(0) { sum, node in
      sum + node.ownCost.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    }
    let lags = arcs.reduce(0) { sum, arc in sum + arc.costs.reduce(0) { max($0, abs($1)) } }
    return max(unscheduledCost, days + lags)
  }

  /// Makes all dates that are allowed, and leaving the practice out, cost nothing.
  mutating func dropCosts() {
    unscheduledCost = 0
    leastCostFrom = []
    for place in nodes.indices {
      nodes[place].ownCost = nodes[place].ownCost.map { $0.isFinite ? 0 : $0 }
    }
    for place in arcs.indices { arcs[place].dropCosts() }
    anchor?.dropCosts()
  }

  /// The own cost in millionths of a point of a day for each node.
  func ownCost(of days: [Int32]) -> Double {
    var cost = 0.0
    for (place, node) in nodes.enumerated() {
      let day = Int(days[place])
      cost += node.ownCost[day]
      if place > 0 {
        let arc = arcs[place - 1]
        cost += arc.costs[day - Int(days[place - 1]) - arc.leastLag]
      }
    }
    return cost
  }

  /// Whether the days of two nodes keep all chords.
  func keepsChords(_ days: [Int32]) -> Bool {
    chords.allSatisfy { chord in
      let to = Int(days[chord.to])
      if let latest = chord.latest, days[chord.from] > latest[to] { return false }
      if let earliest = chord.earliest, days[chord.from] < earliest[to] { return false }
      return true
    }
  }
}

/// What the solution by layers needs to know of the chord it is exact for.
struct AnchoredChord: Hashable, Sendable {
  /// The chord's place in the model's list.
  let chord: Int
  let from: Int
  let to: Int
  /// For each day number of `to`, the last one allowed to `from`.
  let latest: [Int32]
  /// For each node from `from` on, the lag since `from` at which the chord is kept for sure.
  let satisfiedAt: [Int]
  /// The arc into `to`, without the lags below which the layers matter.
  private(set) var tail: ChainArc?
  /// The lag from which `tail` starts; the arc's greatest lag plus 1 if there is none.
  let tailLag: Int

  /// Makes all lags cost nothing.
  mutating func dropCosts() { tail?.dropCosts() }
}
