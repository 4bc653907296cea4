/// The dynamic programme along the chain.
extension PatternGenerator {
  /// The cheapest days in a domain, with far lead times and shared periods relaxed.
  func relaxed(_ model: PracticeModel, charges: some Charges, domain: Domain) -> Priced? {
    let last = model.nodes.count - 1
    guard forward(model, charges: charges, domain: domain, through: last) else { return nil }
    let values = scratch.values(last)
    var finish = -1
    var cost = Double.infinity
    for x in domain[last].clamped(to: scratch.lastOfWindow) where values[x] < cost {
      cost = values[x]
      finish = x
    }
    guard finish >= 0 else { return nil }
    var days = [Int32](repeating: 0, count: model.nodes.count)
    days[last] = Int32(finish)
    trace(model, through: last, days: &days)
    return Priced(days: days, cost: cost, bound: cost)
  }

  /// For each go-live day number the least cost of a practice's dates, relaxed as above; infinite
  /// where there are none.
  func goLiveProfile(_ model: PracticeModel, charges: some Charges) -> [Double]? {
    guard let domain = domain(of: model) else { return nil }
    let last = model.nodes.count - 1
    guard forward(model, charges: charges, domain: domain, through: model.goLive) else {
      return nil
    }
    // Backward from the end, without the go-live day's own charges, which `forward` has counted.
    let window = scratch.window
    fill(
      model, charges: charges, domain: domain,
      nodes: (model.goLive + 1)...max(last, model.goLive + 1))
    let rest = scratch.spare(0)
    let next = scratch.spare(1)
    for x in window { rest[x] = 0 }
    for node in stride(from: last, to: model.goLive, by: -1) {
      let charges = scratch.charges(node)
      for x in window { next[x] = rest[x] + charges[x] }
      backward(model.arcs[node - 1], from: next, to: rest)
    }
    let values = scratch.values(model.goLive)
    return (0..<scratch.count).map { window.contains($0) ? values[$0] + rest[$0] : .infinity }
  }

  /// Fills the values of all nodes up to one; false if there is no way.
  private func forward(
    _ model: PracticeModel, charges: some Charges, domain: Domain, through last: Int
  ) -> Bool {
    let layers = model.anchor?.satisfiedAt.reduce(0) { $0 + max(0, $1) } ?? 0
    let count = model.nodes[0].ownCost.count
    guard count > 0 else { return false }
    let lower = max(0, domain.reduce(count) { min($0, $1.lowerBound) })
    let upper = min(count, domain.reduce(0) { max($0, $1.upperBound + 1) })
    guard lower < upper else { return false }
    let window = lower..<upper
    scratch.prepare(nodes: model.nodes.count, count: count, layers: layers, window: window)
    fill(model, charges: charges, domain: domain, nodes: 0...last)
    scratch.cells += window.count * (last + 1 + layers)
    (scratch.values(0) + lower).update(from: scratch.charges(0) + lower, count: window.count)
    var node = 1
    while node <= last {
      if let anchor = model.anchor, anchor.from == node - 1, anchor.to <= last {
        AnchoredPass(anchor: anchor, model: model, scratch: scratch).fill()
        node = anchor.to + 1
      } else {
        let values = scratch.values(node)
        step(model.arcs[node - 1], from: scratch.values(node - 1), to: values, scratch: scratch)
        let charges = scratch.charges(node)
        for x in window { values[x] += charges[x] }
        node += 1
      }
    }
    return true
  }

  /// Goes back from the day of a node along the cheapest way.
  private func trace(_ model: PracticeModel, through last: Int, days: inout [Int32]) {
    var node = last
    while node > 0 {
      if let anchor = model.anchor, anchor.to == node {
        AnchoredPass(anchor: anchor, model: model, scratch: scratch).trace(days: &days)
        node = anchor.from
      } else {
        let arc = model.arcs[node - 1]
        days[node - 1] = Int32(
          arc.cheapestStart(
            of: Int(days[node]), from: scratch.window.lowerBound, values: scratch.values(node - 1)
          ).day)
        node -= 1
      }
    }
  }

  private func backward(
    _ arc: ChainArc, from next: UnsafePointer<Double>, to rest: UnsafeMutablePointer<Double>
  ) {
    let window = scratch.window
    for x in window { rest[x] = .infinity }
    for (extra, cost) in arc.costs.enumerated() {
      let lag = arc.leastLag + extra
      guard lag < window.count else { break }
      for x in (window.lowerBound + lag)..<window.upperBound where arc.allows(x - lag, x) {
        rest[x - lag] = WindowMinimum.min(rest[x - lag], next[x] + cost)
      }
    }
  }
}

/// One arc: `to[x]` becomes the least of `from[x - lag] + cost(lag)`.
func step(
  _ arc: ChainArc, from input: UnsafePointer<Double>, to output: UnsafeMutablePointer<Double>,
  scratch: PricingScratch
) {
  let window = scratch.window
  let lower = window.lowerBound
  guard arc.leastLag < window.count else {
    for x in window { output[x] = .infinity }
    return
  }
  if arc.floor != nil || arc.ceiling != nil {
    for x in window { output[x] = .infinity }
    for (extra, cost) in arc.costs.enumerated() {
      let lag = arc.leastLag + extra
      guard lag < window.count else { break }
      for x in (lower + lag)..<window.upperBound where arc.allows(x - lag, x) {
        output[x] = WindowMinimum.min(output[x], input[x - lag] + cost)
      }
    }
    return
  }
  let start = lower + arc.leastLag
  for x in lower..<start { output[x] = .infinity }
  for x in start..<window.upperBound { output[x] = input[x - arc.leastLag] + arc.leastCost }
  let first = scratch.spare(0)
  let second = scratch.spare(1)
  // No day before `start` is reached, so the windows need not look there.
  let count = window.upperBound - start
  for piece in arc.pieces {
    first.update(from: output + start, count: count)
    WindowMinimum.apply(
      first, count: count, slope: piece.slope, length: piece.length, output: output + start,
      scratch: second)
  }
}

extension ChainArc {
  /// Whether the limits allow an earlier and a later day number.
  @inline(__always)
  func allows(_ from: Int, _ to: Int) -> Bool {
    if let floor, from < Int(floor[to]) { return false }
    if let ceiling, from > Int(ceiling[to]) { return false }
    return true
  }

  /// The earlier day from which a later one is reached most cheaply.
  func cheapestStart(
    of day: Int, from first: Int, values: UnsafePointer<Double>
  ) -> (day: Int, cost: Double) {
    var best = (day: 0, cost: Double.infinity)
    for (extra, cost) in costs.enumerated() {
      let from = day - leastLag - extra
      guard from >= first else { break }
      if values[from] + cost < best.cost, allows(from, day) { best = (from, values[from] + cost) }
    }
    return best
  }
}
