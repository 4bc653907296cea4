import Migrations

/// A plan under construction: which days each practice has, and the room that leaves.
///
/// Every state is legal: a practice is only put where there is room and its links allow.
struct PlanState: Sendable {
  /// The days of each practice's nodes; nil for one left out.
  private(set) var days: [[Int32]?]
  /// What each practice uses at its days; empty for one left out.
  private(set) var uses: [[RowUse]]
  /// The go-live day number of each practice; nil for one left out.
  private(set) var goLives: [Int?]
  /// How many practices have days.
  private(set) var datedCount = 0
  /// Units left in each row.
  private(set) var room: [Double]
  /// What each practice costs in millionths of a point, left out or not.
  private(set) var costs: [Double]
  /// The sum of `costs`.
  private(set) var total: Double

  /// Everybody left out.
  init(model: Model) {
    days = model.practices.map { _ in nil }
    uses = model.practices.map { _ in [] }
    goLives = model.practices.map { _ in nil }
    room = model.rows.capacity
    costs = model.practices.map {
      $0.isCommitted ? model.artificialCost : $0.unscheduledCost
    }
    total = costs.reduce(0, +)
  }

  /// Gives a practice its days; it must have none.
  mutating func put(
    _ practice: Int, days new: [Int32], model: Model, generator: PatternGenerator
  ) {
    let chain = model.practices[practice]
    let taken = generator.uses(of: chain, days: new)
    for use in taken { room[use.row] -= use.amount }
    days[practice] = new
    uses[practice] = taken
    goLives[practice] = Int(new[chain.goLive])
    datedCount += 1
    set(practice, cost: chain.ownCost(of: new))
  }

  /// Leaves a practice out.
  mutating func remove(_ practice: Int, model: Model) {
    guard days[practice] != nil else { return }
    for use in uses[practice] { room[use.row] += use.amount }
    days[practice] = nil
    uses[practice] = []
    goLives[practice] = nil
    datedCount -= 1
    let isCommitted = model.practices[practice].isCommitted
    set(
      practice,
      cost: isCommitted
        ? model.artificialCost : model.practices[practice].unscheduledCost)
  }

  /// Takes the practices of another plan over that have other days there than in the plan that
  /// both began from, if there is room and it costs less; says whether it did.
  ///
  /// Two searches from one plan often change different parts of it.
  mutating func merge(
    _ other: PlanState, since start: PlanState, model: Model, generator: PatternGenerator
  ) -> Bool {
    let changed = days.indices.filter { other.days[$0] != start.days[$0] }
    // Links and groups are kept by whoever changed them: nobody else may have touched their ends.
    let touched = Set(
      changed
        + changed.flatMap { practice in
          model.linksOfPractice[practice].flatMap {
            [model.links[$0].first, model.links[$0].second]
          }
            + (model.blockOfPractice[practice].map { model.blocks[$0].members } ?? [])
        })
    guard touched.allSatisfy({ days[$0] == start.days[$0] }) else { return false }
    var merged = self
    for practice in changed { merged.remove(practice, model: model) }
    for practice in changed {
      guard let new = other.days[practice] else { continue }
      let fits = other.uses[practice].allSatisfy { merged.room[$0.row] >= $0.amount - 1e-6 }
      guard fits else { return false }
      merged.put(practice, days: new, model: model, generator: generator)
    }
    guard merged.total < total - 0.5 else { return false }
    self = merged
    return true
  }

  private mutating func set(_ practice: Int, cost: Double) {
    total += cost - costs[practice]
    costs[practice] = cost
  }

  /// Whether every practice with a commitment has days.
  func keepsCommitments(_ model: Model) -> Bool {
    model.practices.allSatisfy { !$0.isCommitted || days[$0.practice] != nil }
  }

  /// Charges that keep a practice's go-live off the days that links to others forbid; nil if none.
  func linkCharges(_ practice: Int, model: Model) -> [Double]? {
    var charges: [Double]?
    for place in model.linksOfPractice[practice] {
      let link = model.links[place]
      let isFirst = link.first == practice
      guard let other = goLives[isFirst ? link.second : link.first] else { continue }
      var row = charges ?? [Double](repeating: 0, count: model.timetable.count)
      for day in row.indices
      where !model.allows(link, first: isFirst ? day : other, second: isFirst ? other : day) {
        row[day] = model.noRoom
      }
      charges = row
    }
    return charges
  }

  /// The patterns of the blocks as they stand.
  func patterns(of blocks: [Int], model: Model, generator: PatternGenerator) -> [Pattern] {
    blocks.map { block in
      Pattern(
        block: block, days: model.blocks[block].members.map { days[$0] }, model: model,
        generator: generator)
    }
  }
}
