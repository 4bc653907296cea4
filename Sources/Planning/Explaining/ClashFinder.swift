import Days
import LinearPrograms
import Migrations

/// Finds which commitments and which resource cannot hold together.
///
/// Commitments are dropped one at a time from the problem and stay out if it is still impossible
/// without them; then the same with resources. What is left is a clash that needs all its parts.
struct ClashFinder {
  let model: Model
  let stop: Stop
  /// The same without costs.
  private let free: Model

  init(model: Model, stop: Stop) {
    self.model = model
    self.stop = stop
    free = model.forFeasibility()
  }

  /// The blocks with commitments.
  var committed: [Int] {
    model.blocks.indices.filter { block in
      model.blocks[block].members.contains { model.practices[$0].isCommitted }
    }
  }

  /// The clash of a region that is proven impossible; larger than need be where time runs out.
  func explanation() -> Explanation {
    let committed = committed
    var kept = committed
    for block in committed {
      let without = kept.filter { $0 != block }
      if stop.isNow { break }
      if !without.isEmpty, isImpossible(without, capacity: model.rows.capacity) { kept = without }
    }
    var capacity = model.rows.capacity
    var resources: [Int] = []
    for (place, stretch) in model.rows.stretches.enumerated() {
      var trial = capacity
      for row in stretch.base..<(stretch.base + stretch.count) { trial[row] = 1e9 }
      if stop.isNow { break }
      if isImpossible(kept, capacity: trial) { capacity = trial } else { resources.append(place) }
    }
    return describe(kept.flatMap { model.blocks[$0].members }, resources)
  }

  /// What stands in the way when the limits ran out before all commitments had dates.
  func stuck(_ state: PlanState) -> Explanation {
    let missing = model.practices.filter { $0.isCommitted && state.days[$0.practice] == nil }
    let reasons = Reasons(model: model, state: state)
    return Explanation(
      summary: "No plan with every agreed date was found within the limits.",
      clashes: missing.map {
        Explanation.Clash(
          rule: .pin, practices: [model.region.practices[$0.practice].code],
          message: "\(name($0.practice)): \(reasons.leftOut($0.practice))")
      })
  }

  /// Whether the relaxation of some blocks proves that they cannot all keep their commitments.
  func isImpossible(_ blocks: [Int], capacity: [Double]) -> Bool {
    areImpossible(blocks, capacity: capacity).isProven
  }

  /// The same, with the pivots that it took.
  ///
  /// The master without costs minimises what is left out of the commitments. Any prices at which
  /// that is above 0 prove that something must be.
  func areImpossible(
    _ blocks: [Int], capacity: [Double]
  ) -> (isProven: Bool, pivots: Int) {
    let model = free
    var master = MasterProblem(model: model, blocks: blocks, capacity: capacity)
    let generator = model.generator()
    let pricing = BlockPricing(model: model, generator: generator)
    master.add(
      blocks.map { block in
        Pattern(
          block: block, days: model.blocks[block].members.map { _ in nil }, model: model,
          generator: generator)
      })
    var prices = Prices(count: model.rows.count)
    for _ in 0..<200 {
      let charges = prices.charges(of: model)
      let answers = blocks.map { pricing.best($0, charges: charges) }
      var worth = prices.links.sum
      for (row, price) in prices.rows.enumerated() where price > 0 {
        worth += price * capacity[row]
      }
      if answers.reduce(0, { $0 + $1.bound }) - worth > 1e-3 * model.artificialCost {
        return (true, master.pivots)
      }
      let new = zip(blocks, answers).map { block, answer in
        Pattern(block: block, days: answer.days, model: model, generator: generator)
      }
      if stop.isNow || master.add(new) == 0 { break }
      guard let solution = try? master.solve(pivots: 100_000, stop: stop) else { break }
      prices = solution.prices
    }
    return (false, master.pivots)
  }

  private func describe(_ practices: [Int], _ resources: [Int]) -> Explanation {
    let region = model.region
    let names = practices.map(name)
    var clashes = practices.map { practice in
      Explanation.Clash(
        rule: .pin, practices: [region.practices[practice].code],
        message: commitment(practice))
    }
    for place in resources {
      clashes.append(capacityClash(place, practices))
    }
    let what =
      resources.isEmpty
      ? "their agreed dates and links cannot all be kept"
      : "there is not enough of \(resources.map { region.resources[$0].name }.joined(separator: ", "))"
    return Explanation(
      summary: "No plan can keep \(names.joined(separator: " and ")) together: \(what).",
      clashes: clashes)
  }

  /// The period of a resource that the practices' cheapest dates overfill, if they do.
  private func capacityClash(_ place: Int, _ practices: [Int]) -> Explanation.Clash {
    let region = model.region
    let resource = region.resources[place]
    let generator = model.generator()
    var used: [Int: Double] = [:]
    for practice in practices {
      let chain = model.practices[practice]
      guard let wish = generator.best(chain, charges: NoCharges()) else { continue }
      for use in generator.uses(of: chain, days: wish.days) where use.resource == place {
        used[use.row, default: 0] += use.amount
      }
    }
    let worst = used.max {
      ($0.value - model.rows.capacity[$0.key], -$0.key)
        < ($1.value - model.rows.capacity[$1.key], -$1.key)
    }
    let codes = practices.map { region.practices[$0].code }
    guard let worst, worst.value > model.rows.capacity[worst.key] else {
      return Explanation.Clash(
        rule: .capacity, practices: codes, resource: resource.id,
        message: "\(resource.name) (\(resource.id)) has too little room for them.")
    }
    let period = model.rows.period(of: worst.key, timetable: model.timetable)
    let when = resource.period == .week ? "in the week of \(period.words)" : "on \(period.words)"
    return Explanation.Clash(
      rule: .capacity, practices: codes, resource: resource.id, period: period.iso,
      message:
        "\(resource.name) (\(resource.id)): \(number(worst.value)) needed \(when), "
        + "\(number(model.rows.capacity[worst.key])) there.")
  }

  private func commitment(_ practice: Int) -> String {
    let value = model.region.practices[practice]
    if let pinned = value.pinnedGoLive {
      return "\(name(practice)) is to go live on \(pinned.words)."
    }
    return "\(name(practice)) is under way and may not be left out."
  }

  private func name(_ practice: Int) -> String {
    let value = model.region.practices[practice]
    return "\(value.name) (\(value.code))"
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}

extension PlanningRun {
  /// Commitments that the practice's own rules already forbid.
  func hopelessCommitments() -> Explanation? {
    let hopeless = model.practices.filter { $0.isCommitted && !$0.hasDates }
    guard !hopeless.isEmpty else { return nil }
    return Explanation(
      summary: "No plan satisfies the rules: \(counted(hopeless.count, "migration")) that "
        + "\(hopeless.count.form("is", "are")) agreed or under way cannot keep "
        + "\(hopeless.count.form("its", "their")) own rules.",
      clashes: hopeless.map { chain in
        let practice = model.region.practices[chain.practice]
        let what =
          practice.pinnedGoLive.map { "a go-live on \($0.words)" } ?? "what is on record"
        // The fewest rules that leave no dates: without any one of them there would be some.
        let rules = OwnRules(region: model.region, practice: chain.practice, model: model).clash()
          .filter { $0.rule != .pin }
        let why =
          rules.isEmpty
          ? "leaves no time for its stages"
          : "cannot be: \(rules.map(\.words).joined(separator: "; and "))"
        return Explanation.Clash(
          rule: rules.count == 1 ? rules[0].rule : .pin, practices: [practice.code],
          message: "\(practice.name) (\(practice.code)): \(what) \(why).")
      })
  }
}
