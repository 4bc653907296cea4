/// The pricing: the cheapest dated plan of one practice at given charges.
///
/// A dynamic programme along the chain of decided dates. Each arc is a few sliding-window minima;
/// the lead time that the chain is furthest from keeping is solved exactly by layers (see
/// `AnchoredPass`); other far lead times, and periods that two stages may or may not share, are
/// relaxed, checked on the answer and, if it breaks or under-pays them, enforced by splitting a
/// date's days in two (see `best`). Exact and pure; no linear programme anywhere.
struct PatternGenerator {
  /// A practice's dates with what they cost.
  struct Priced {
    /// A day number for each node of the chain.
    var days: [Int32]
    /// Own cost and charges in millionths of a point.
    var cost: Double
    /// No dates cost less than this; below `cost` only if the splitting was cut short.
    var bound: Double
  }

  /// The days allowed to each node while branching.
  typealias Domain = [ClosedRange<Int>]

  let timetable: Timetable
  let rows: ResourceRows
  let scratch: PricingScratch
  /// The most branches for one call; far more than ever seen to be needed.
  var branchLimit = 400

  /// The cheapest dates, or nil if no dates are legal.
  ///
  /// - Parameter goLive: only this go-live day number, or nil for any.
  func best(_ model: PracticeModel, charges: some Charges, goLive: Int? = nil) -> Priced? {
    guard let whole = domain(of: model) else { return nil }
    if let goLive {
      return restricted(whole, of: model, goLives: goLive...goLive)
        .flatMap { branch(model, charges: charges, root: $0) }
    }
    guard !model.leastCostFrom.isEmpty else { return branch(model, charges: charges, root: whole) }
    return bestByStretches(model, charges: charges, whole: whole)
  }

  /// The first domain of every node; nil if one is empty.
  func domain(of model: PracticeModel) -> Domain? {
    var domain: Domain = []
    for node in model.nodes {
      guard node.lower <= node.upper else { return nil }
      domain.append(node.lower...node.upper)
    }
    return domain
  }

  /// Best-first over relaxed answers; almost always the first one is legal and done.
  func branch(_ model: PracticeModel, charges: some Charges, root: Domain) -> Priced? {
    var open: [(domain: Domain, answer: Priced)] = []
    func push(_ domain: Domain) {
      if let answer = relaxed(model, charges: charges, domain: domain) {
        open.append((domain, answer))
      }
    }
    push(root)
    var best: Priced?
    var branches = 0
    // What is still open costs at least this when the loop ends.
    var least = Double.infinity
    while let next = open.indices.min(by: { open[$0].answer.cost < open[$1].answer.cost }) {
      let (domain, answer) = open.remove(at: next)
      least = answer.cost
      if let best, answer.cost >= best.cost - tolerance { break }
      let truth = evaluate(model, charges: charges, days: answer.days)
      if let truth, best.map({ truth < $0.cost }) ?? true {
        best = Priced(days: answer.days, cost: truth, bound: truth)
      }
      if let truth, truth <= answer.cost + tolerance { break }
      branches += 1
      guard branches < branchLimit,
        let (left, right) = split(model, charges: charges, domain: domain, days: answer.days)
      else { break }
      least = .infinity
      if let left { push(left) }
      if let right { push(right) }
    }
    if let cost = best?.cost { best?.bound = min(cost, least) }
    return best
  }

  /// Rounding that sums of charges may differ by, in millionths of a point.
  private var tolerance: Double { 4 }

  /// Two domains that between them hold every legal answer but not this relaxed one.
  private func split(
    _ model: PracticeModel, charges: some Charges, domain: Domain, days: [Int32]
  ) -> (Domain?, Domain?)? {
    for chord in model.chords {
      let from = Int(days[chord.from])
      let to = Int(days[chord.to])
      if let latest = chord.latest, from > Int(latest[to]) {
        // Either the later date moves on to where this earlier date is allowed, or the earlier
        // date comes before this one.
        let allowed = latest.indices.first { $0 > to && Int(latest[$0]) >= from } ?? latest.count
        return (
          narrowed(domain, chord.to, allowed...Int.max),
          narrowed(domain, chord.from, Int.min...(from - 1))
        )
      }
      if let earliest = chord.earliest, from < Int(earliest[to]) {
        let allowed = earliest.indices.last { $0 < to && Int(earliest[$0]) <= from } ?? -1
        return (
          narrowed(domain, chord.to, Int.min...allowed),
          narrowed(domain, chord.from, (from + 1)...Int.max)
        )
      }
    }
    // Something was charged too little: a span or a shared week, as a rule.
    if let (node, day) = undercharged(model, charges: charges, domain: domain, days: days) {
      return (
        narrowed(domain, node, Int.min...(day - 1)), narrowed(domain, node, day...Int.max)
      )
    }
    // Else fix the widest date at, or away from, its day.
    guard
      let widest = domain.indices.max(by: { domain[$0].count < domain[$1].count }),
      domain[widest].count > 1
    else { return nil }
    let day = Int(days[widest])
    return day > domain[widest].lowerBound
      ? (
        narrowed(domain, widest, Int.min...(day - 1)), narrowed(domain, widest, day...Int.max)
      )
      : (narrowed(domain, widest, day...day), narrowed(domain, widest, (day + 1)...Int.max))
  }

  func narrowed(_ domain: Domain, _ node: Int, _ range: ClosedRange<Int>) -> Domain? {
    guard domain[node].overlaps(range) else { return nil }
    var narrowed = domain
    narrowed[node] = domain[node].clamped(to: range)
    return narrowed
  }
}
