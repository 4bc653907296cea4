/// One block's complete dated plan: a column of the master problem.
struct Pattern: Sendable {
  /// The block.
  let block: Int
  /// A day number for each node of each member's chain; nil for a member left out.
  let days: [[Int32]?]
  /// Own cost in millionths of a point, members left out included.
  private(set) var cost: Double
  /// What it takes of each row, by row, each row once.
  let uses: [(row: Int32, amount: Double)]
  /// The go-live day number of each member; nil for one left out.
  let goLives: [Int?]

  init(block: Int, days: [[Int32]?], model: Model, generator: PatternGenerator) {
    self.block = block
    self.days = days
    let members = model.blocks[block].members
    var cost = 0.0
    var amounts: [Int: Double] = [:]
    var goLives: [Int?] = []
    for (member, memberDays) in zip(members, days) {
      let chain = model.practices[member]
      guard let memberDays else {
        cost += chain.isCommitted ? model.artificialCost : chain.unscheduledCost
        goLives.append(nil)
        continue
      }
      cost += chain.ownCost(of: memberDays)
      for use in generator.uses(of: chain, days: memberDays) {
        amounts[use.row, default: 0] += use.amount
      }
      goLives.append(Int(memberDays[chain.goLive]))
    }
    self.cost = cost
    self.goLives = goLives
    uses = amounts.sorted { $0.key < $1.key }.map { (Int32($0.key), $0.value) }
  }

  /// The same pattern at another cost.
  func costing(_ cost: Double) -> Pattern {
    var other = self
    other.cost = cost
    return other
  }

  /// Cost and charges under prices, in millionths of a point.
  func charged(_ charges: some Charges, members: [Int]) -> Double {
    var total = cost
    for use in uses { total += charges.charge(row: Int(use.row), amount: use.amount) }
    for (member, goLive) in zip(members, goLives) {
      if let goLive, let extra = charges.goLiveCharges(practice: member) { total += extra[goLive] }
    }
    return total
  }
}
