/// The stretch of a chain under its anchored lead time, solved exactly.
///
/// Under a lead time from one node (the anchor) to a later one (the target), the value of a node
/// in between depends on how long ago the anchor was, until that is long enough for the rest of
/// the chain to keep the lead time by itself. So each node between carries one layer of values
/// for each lag since the anchor below that, and one row for all lags above (`satisfied`). The
/// target then takes, for each of its days, the layers that its least distance allows.
struct AnchoredPass {
  let anchor: AnchoredChord
  let model: PracticeModel
  let scratch: PricingScratch

  private var count: Int { scratch.count }
  private var window: Range<Int> { scratch.window }

  /// How many layers a node between has.
  private func layers(_ node: Int) -> Int { max(0, anchor.satisfiedAt[node - anchor.from]) }

  /// The row of a node's layer for a lag since the anchor.
  private func layer(_ node: Int, _ lag: Int) -> UnsafeMutablePointer<Double> {
    let before = anchor.satisfiedAt[0..<(node - anchor.from)].reduce(0) { $0 + max(0, $1) }
    return scratch.layer(before + lag)
  }

  /// The least lag since the anchor at a node.
  private func leastLag(_ node: Int) -> Int { model.leastLag(from: anchor.from, to: node) }

  // MARK: Forward

  /// Fills the nodes after the anchor, up to and with the target.
  func fill() {
    for node in (anchor.from + 1)..<max(anchor.to, anchor.from + 1) { fillBetween(node) }
    fillTarget()
  }

  private func fillBetween(_ node: Int) {
    let arc = model.arcs[node - 1]
    let satisfied = scratch.satisfied(node)
    if node - 1 == anchor.from {
      for x in window { satisfied[x] = .infinity }
    } else {
      step(arc, from: scratch.satisfied(node - 1), to: satisfied, scratch: scratch)
    }
    for lag in 0..<layers(node) {
      let row = layer(node, lag)
      for x in window { row[x] = .infinity }
    }
    for (lagBefore, source) in sources(before: node) {
      for (extra, cost) in arc.costs.enumerated() {
        let lag = arc.leastLag + extra
        guard lag < window.count else { break }
        let since = lagBefore + lag
        let row = since < layers(node) ? layer(node, since) : satisfied
        if arc.floor == nil && arc.ceiling == nil {
          for x in (window.lowerBound + lag)..<window.upperBound {
            row[x] = WindowMinimum.min(row[x], source[x - lag] + cost)
          }
        } else {
          for x in (window.lowerBound + lag)..<window.upperBound where arc.allows(x - lag, x) {
            row[x] = WindowMinimum.min(row[x], source[x - lag] + cost)
          }
        }
      }
    }
    let charges = scratch.charges(node)
    for x in window { satisfied[x] += charges[x] }
    for lag in leastLag(node)..<max(layers(node), leastLag(node)) {
      let row = layer(node, lag)
      for x in window { row[x] += charges[x] }
    }
  }

  /// The rows of the node before: the anchor itself, or its layers.
  private func sources(before node: Int) -> [(lag: Int, row: UnsafeMutablePointer<Double>)] {
    let before = node - 1
    if before == anchor.from { return [(0, scratch.values(before))] }
    return (leastLag(before)..<max(layers(before), leastLag(before))).map {
      ($0, layer(before, $0))
    }
  }

  private func fillTarget() {
    let target = anchor.to
    let last = target - 1
    let arc = model.arcs[last]
    let values = scratch.values(target)
    let isDirect = last == anchor.from
    if isDirect {
      for x in window { values[x] = .infinity }
    } else {
      step(arc, from: scratch.satisfied(last), to: values, scratch: scratch)
    }
    let rows = sources(before: target)
    if let firstLag = rows.first?.lag, let top = rows.last?.lag {
      // From here on, row m holds the least over all lags from m on: what a day allows is one row.
      let suffix = suffixMinima(rows)
      addTail(suffix[0], into: values)
      let arcEnd = min(anchor.tailLag, window.count)
      for lag in arc.leastLag..<max(arcEnd, arc.leastLag) {
        let cost = arc.costs[lag - arc.leastLag]
        for day in (window.lowerBound + lag)..<window.upperBound where arc.allows(day - lag, day) {
          let needed = max(firstLag, day - lag - Int(anchor.latest[day]))
          guard needed <= top else { continue }
          values[day] = WindowMinimum.min(
            values[day], suffix[needed - firstLag][day - lag] + cost)
        }
      }
    }
    let charges = scratch.charges(target)
    for x in window { values[x] += charges[x] }
  }

  /// The lags at which every layer is allowed, by sliding windows.
  private func addTail(
    _ source: UnsafePointer<Double>, into values: UnsafeMutablePointer<Double>
  ) {
    guard let tail = anchor.tail else { return }
    let row = scratch.spare(2)
    step(tail, from: source, to: row, scratch: scratch)
    for x in window { values[x] = WindowMinimum.min(values[x], row[x]) }
  }

  /// Rows of minima over this lag and all greater ones, kept apart from the layers themselves.
  private func suffixMinima(_ rows: [(lag: Int, row: UnsafeMutablePointer<Double>)])
    -> [UnsafeMutablePointer<Double>]
  {
    guard rows.count > 1 else { return rows.map(\.row) }
    let first = scratch.suffixRows(rows.count)
    for place in rows.indices.reversed() {
      let suffix = first + place * count
      if place == rows.count - 1 {
        suffix.update(from: rows[place].row, count: count)
      } else {
        let next = suffix + count
        for x in window { suffix[x] = WindowMinimum.min(rows[place].row[x], next[x]) }
      }
    }
    return rows.indices.map { first + $0 * count }
  }

  // MARK: Back

  /// Dates the nodes from the target back to the anchor.
  func trace(days: inout [Int32]) {
    var node = anchor.to
    let day = Int(days[node])
    // The lag since the anchor of the node in hand; nil while it is only known to be enough.
    var since = traceTarget(day, days: &days)
    node -= 1
    while node > anchor.from {
      since = traceBetween(node, since: since, days: &days)
      node -= 1
    }
  }

  /// Dates the node before the target; returns its lag since the anchor, nil if satisfied.
  private func traceTarget(_ day: Int, days: inout [Int32]) -> Int? {
    let last = anchor.to - 1
    let arc = model.arcs[last]
    var best = (day: 0, cost: Double.infinity)
    var since: Int?
    if last != anchor.from {
      best = arc.cheapestStart(
        of: day, from: window.lowerBound, values: scratch.satisfied(last))
    }
    for (lag, row) in sources(before: anchor.to) {
      for (extra, cost) in arc.costs.enumerated() {
        let from = day - arc.leastLag - extra
        guard from >= window.lowerBound else { break }
        if from - lag <= Int(anchor.latest[day]), row[from] + cost < best.cost,
          arc.allows(from, day)
        {
          best = (from, row[from] + cost)
          since = lag
        }
      }
    }
    days[last] = Int32(best.day)
    return since
  }

  /// Dates the node before one in between; returns its lag since the anchor, nil if satisfied.
  private func traceBetween(_ node: Int, since: Int?, days: inout [Int32]) -> Int? {
    let arc = model.arcs[node - 1]
    let day = Int(days[node])
    var best = (day: 0, cost: Double.infinity)
    var before: Int?
    if since == nil, node - 1 != anchor.from {
      best = arc.cheapestStart(
        of: day, from: window.lowerBound, values: scratch.satisfied(node - 1))
    }
    for (lagBefore, row) in sources(before: node) {
      for (extra, cost) in arc.costs.enumerated() {
        let lag = arc.leastLag + extra
        guard day - lag >= window.lowerBound else { break }
        let reached = lagBefore + lag
        guard since.map({ $0 == reached }) ?? (reached >= layers(node)) else { continue }
        if row[day - lag] + cost < best.cost, arc.allows(day - lag, day) {
          best = (day - lag, row[day - lag] + cost)
          before = lagBefore
        }
      }
    }
    days[node - 1] = Int32(best.day)
    return before
  }
}
