import Days
public import Migrations

/// Explains a region that has no plan, or none with everybody in it.
///
/// The clash is the fewest practices that cannot all go live, and of the rules between them those
/// that each let them in if taken away. The proof is the relaxation's: where only whole dates
/// clash and fractions of them would fit, the clash is larger than need be, and said to be
/// unproven.
public struct ClashExplainer {
  let region: Region
  let options: Planner.Options
  let cancellation: Cancellation

  /// An explainer of a region; `options` are for each plan that is made on the way.
  public init(
    region: Region, options: Planner.Options, cancellation: Cancellation = Cancellation()
  ) {
    self.region = region
    self.options = options
    self.cancellation = cancellation
  }

  /// Whether a wish or the command's deadline says to stop now.
  var mustStop: Bool { cancellation.isCancelled || options.deadline.hasPassed }

  /// The explanation of an outcome; nil if it is a plan with everybody in it.
  public func impossibility(
    of outcome: Outcome, observe: @escaping (Planner.Progress) -> Void = { _ in }
  ) -> Impossibility? {
    var leftOut: [Int] = []
    if case .planned(let plan) = outcome {
      leftOut = plan.practices.filter { $0.status == .unscheduled }.map(\.practice)
      if leftOut.isEmpty { return nil }
    }
    let clash = clash(mustAll: !leftOut.isEmpty)
    var found = Impossibility(
      explanation: clash.map(describe) ?? fallback(outcome, leftOut), leftOut: leftOut,
      isProven: clash != nil, fixes: [])
    let finder = FixFinder(explainer: self, observe: observe)
    found.fixes = finder.fixes(
      for: clash ?? Clash(practices: leftOut, rules: [], isOwn: false),
      leftOut: leftOut.isEmpty ? nil : leftOut.count)
    return found
  }

  /// Practices and rules that cannot hold together.
  struct Clash {
    /// The practices, by place.
    var practices: [Int]
    /// The rules besides their having to go live.
    var rules: [ClashRules.Named]
    /// Whether it is one practice's own rules that clash; then these are in `own`.
    var isOwn: Bool
    var own: [OwnRules.Named] = []
  }

  /// The smallest clash; nil if none is proven.
  ///
  /// - Parameter mustAll: whether everybody has to go live, not only who is agreed or on record.
  func clash(mustAll: Bool) -> Clash? {
    let model = Model(region: region, threads: options.threads)
    let must = region.practices.indices.filter { mustAll || region.practices[$0].isCommitted }
    if let hopeless = must.first(where: { !model.practices[$0].hasDates }) {
      let rules = OwnRules(region: region, practice: hopeless, model: model).clash()
      return Clash(practices: [hopeless], rules: [], isOwn: true, own: rules)
    }
    guard clashes(must, in: region) else { return nil }
    let practices = MinimalSubset.of(must) { clashes($0, in: region) }
    let rules = ClashRules(region: region, practices: practices).all()
    let kept = MinimalSubset.of(rules) { kept in
      var without = region
      let names = Set(kept.map(\.words))
      for rule in rules where !names.contains(rule.words) { rule.remove(&without) }
      return clashes(practices, in: without)
    }
    return Clash(practices: practices, rules: kept, isOwn: false)
  }

  /// Whether it is proven that practices cannot all go live.
  func clashes(_ practices: [Int], in region: Region) -> Bool {
    let stop = Stop(cancellation: cancellation, deadline: options.deadline)
    guard !practices.isEmpty, !stop.isNow else { return false }
    var part = region
    let order = practices.sorted()
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    part.practices = order.map { region.practices[$0] }
    part.links = region.links.compactMap { link in
      guard let first = places[link.first], let second = places[link.second] else { return nil }
      return Link(rule: link.rule, first: first, second: second, isFromPilot: link.isFromPilot)
    }
    part = part.countingPatients(as: region.meanListSize)
    let model = Model(region: part, threads: options.threads)
    guard model.practices.allSatisfy(\.hasDates) else { return true }
    let days = 0...max(0, model.timetable.count - 1)
    let all = model.with(
      goLives: Dictionary(uniqueKeysWithValues: part.practices.indices.map { ($0, days) }))
    return ClashFinder(model: all, stop: stop)
      .isImpossible(Array(all.blocks.indices), capacity: all.rows.capacity)
  }

  private func fallback(_ outcome: Outcome, _ leftOut: [Int]) -> Explanation {
    switch outcome {
    case .impossible(let explanation), .outOfTime(let explanation): return explanation
    case .planned(let plan):
      return Explanation(
        summary: "\(leftOut.count.grouped) of \(counted(region.practices.count, "practice")) "
          + "\(leftOut.count.form("is", "are")) left out. That all "
          + "of them cannot be in is not proven.",
        clashes: leftOut.map {
          Explanation.Clash(
            rule: .capacity, practices: [region.practices[$0].code],
            message: "\(name($0)): \(plan.practices[$0].reason)")
        })
    }
  }

  func name(_ place: Int) -> String {
    "\(region.practices[place].name) (\(region.practices[place].code))"
  }
}

extension Region {
  /// The same region in which practices without a list size count as a mean of others, too.
  fileprivate func countingPatients(as mean: Double) -> Region {
    // A part of the practices has another mean; only amounts "in patients" without a size use it.
    var region = self
    for place in region.practices.indices where region.practices[place].listSize == nil {
      let usesPatients = region.resources.contains {
        $0.amount == .patients && $0.appliesTo.matches(region.practices[place])
      }
      if usesPatients { region.practices[place].listSize = Int(mean.rounded()) }
    }
    return region
  }
}
