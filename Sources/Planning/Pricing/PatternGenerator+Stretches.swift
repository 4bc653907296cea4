/// Pricing a stretch of go-live days at a time, as far as a better day can lie.
extension PatternGenerator {
  /// Looks at one stretch of go-live days after the other, until no later day can cost less than
  /// the cheapest dates so far: most practices have their best day long before the horizon ends.
  func bestByStretches(
    _ model: PracticeModel, charges: some Charges, whole: Domain
  ) -> Priced? {
    var best: Priced?
    var first = max(whole[model.goLive].lowerBound, 0)
    let end = min(whole[model.goLive].upperBound, model.leastCostFrom.count - 1)
    var length = 120
    while first <= end, model.leastCostFrom[first] < best?.cost ?? .infinity {
      var last = min(first + length - 1, end)
      while last > first, model.leastCostFrom[last] >= best?.cost ?? .infinity { last -= 1 }
      if let stretch = restricted(whole, of: model, goLives: first...last),
        let found = branch(model, charges: charges, root: stretch)
      {
        let bound = min(found.bound, best?.bound ?? .infinity)
        if found.cost < best?.cost ?? .infinity { best = found }
        best?.bound = bound
      }
      first = last + 1
      length *= 2
    }
    if let least = best, first <= end {
      best?.bound = min(least.bound, max(model.leastCostFrom[first], least.cost))
    }
    return best
  }

  /// A domain with the go-live in some days only, and the other dates where those can lie then.
  func restricted(
    _ domain: Domain, of model: PracticeModel, goLives: ClosedRange<Int>
  ) -> Domain? {
    var domain = domain
    guard var range = clamped(domain[model.goLive], to: goLives) else { return nil }
    domain[model.goLive] = range
    for node in stride(from: model.goLive - 1, through: 0, by: -1) {
      let arc = model.arcs[node]
      let reach = (range.lowerBound - arc.greatestLag)...(range.upperBound - arc.leastLag)
      guard let next = clamped(domain[node], to: reach) else { return nil }
      range = next
      domain[node] = range
    }
    range = domain[model.goLive]
    for node in model.nodes.indices.dropFirst(model.goLive + 1) {
      let arc = model.arcs[node - 1]
      let reach = (range.lowerBound + arc.leastLag)...(range.upperBound + arc.greatestLag)
      guard let next = clamped(domain[node], to: reach) else { return nil }
      range = next
      domain[node] = range
    }
    return domain
  }

  /// What two ranges share; nil if nothing.
  private func clamped(_ range: ClosedRange<Int>, to other: ClosedRange<Int>) -> ClosedRange<Int>? {
    range.overlaps(other) ? range.clamped(to: other) : nil
  }
}
