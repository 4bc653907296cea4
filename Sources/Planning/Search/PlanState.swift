import Migrations

/// A plan under construction: which days each practice has, and the room that leaves.
///
/// Every state is legal: a practice is only put where there is room and its links allow.
struct PlanState: Sendable {
  /// The days of each practice's nodes; nil for one left out.
  private(set) var days: [[Int32]?]
  /// Units left in each row.
  private(set) var room: [Double]
  /// What each practice costs in millionths of a point, left out or not.
  private(set) var costs: [Double]
  /// The sum of `costs`.
  private(set) var total: Double

  /// Everybody left out.
  init(model: Model) {
    days = model.practices.map { _ in nil }
    room = model.rows.capacity
    costs = model.practices.map {
      $0.isCommitted ? MasterProblem.artificialCost : $0.unscheduledCost
    }
    total = costs.reduce(0, +)
  }

  /// Gives a practice its days; it must have none.
  mutating func put(
    _ practice: Int, days new: [Int32], model: Model, generator: PatternGenerator
  ) {
    let chain = model.practices[practice]
    for use in generator.uses(of: chain, days: new) { room[use.row] -= use.amount }
    days[practice] = new
    set(practice, cost: chain.ownCost(of: new))
  }

  /// Leaves a practice out.
  mutating func remove(_ practice: Int, model: Model, generator: PatternGenerator) {
    guard let old = days[practice] else { return }
    let chain = model.practices[practice]
    for use in generator.uses(of: chain, days: old) { room[use.row] += use.amount }
    days[practice] = nil
    set(
      practice,
      cost: chain.isCommitted ? MasterProblem.artificialCost : chain.unscheduledCost)
  }

  private mutating func set(_ practice: Int, cost: Double) {
    total += cost - costs[practice]
    costs[practice] = cost
  }

  /// The go-live day number of a practice, if it has one.
  func goLive(_ practice: Int, model: Model) -> Int? {
    days[practice].map { Int($0[model.practices[practice].goLive]) }
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
      guard let other = goLive(isFirst ? link.second : link.first, model: model) else { continue }
      var row = charges ?? [Double](repeating: 0, count: model.timetable.count)
      for day in row.indices
      where !model.allows(link, first: isFirst ? day : other, second: isFirst ? other : day) {
        row[day] = RoomCharges.noRoom
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
