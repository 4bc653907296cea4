/// Each block's latest answer to prices, with what all of them use of each row.
///
/// Answers may be to different prices: then they prove nothing, but they say where rows are overused.
struct LatestAnswers {
  private let model: Model
  private var answers: [BlockPricing.Answer]
  /// What each block's answer uses.
  private var uses: [[RowUse]]
  /// What all answers use of each row beyond its capacity.
  private(set) var beyond: [Double]
  /// The rows that were overused at any time: no other one ever needs a price.
  private(set) var contested: [Int]
  private var isContested: [Bool]

  init(_ answers: [BlockPricing.Answer], model: Model, pool: PricingPool) {
    self.model = model
    self.answers = []
    uses = []
    beyond = []
    contested = []
    isContested = [Bool](repeating: false, count: model.rows.count)
    take(answers, pool: pool)
  }

  /// Takes the answers of all blocks.
  mutating func take(_ answers: [BlockPricing.Answer], pool: PricingPool) {
    let model = model
    self.answers = answers
    uses = pool.map(model.blocks.count) { block, generator in
      LatestAnswers.uses(of: answers[block], block: block, model: model, generator: generator)
    }
    beyond = model.rows.capacity.map { -$0 }
    // In the order of the blocks, so that the sums do not depend on the threads.
    for use in uses.joined() { beyond[use.row] += use.amount }
    for row in beyond.indices { contestIfOverused(row) }
  }

  /// Prices some blocks anew.
  mutating func price(_ blocks: [Int], at prices: Prices, pool: PricingPool) {
    let model = model
    let charges = prices.charges(of: model)
    let found = pool.answers(of: blocks, model: model, charges: charges)
    let used = pool.map(blocks.count) { place, generator in
      LatestAnswers.uses(
        of: found[place], block: blocks[place], model: model, generator: generator)
    }
    for (place, block) in blocks.enumerated() {
      for use in uses[block] { beyond[use.row] -= use.amount }
      for use in used[place] { beyond[use.row] += use.amount }
      uses[block] = used[place]
      answers[block] = found[place]
    }
    for use in used.joined() { contestIfOverused(use.row) }
  }

  private mutating func contestIfOverused(_ row: Int) {
    guard beyond[row] > 0, !isContested[row] else { return }
    isContested[row] = true
    contested.append(row)
  }

  /// The answers as patterns.
  func patterns(pool: PricingPool) -> [Pattern] {
    let (model, answers) = (model, answers)
    return pool.map(model.blocks.count) { block, generator in
      Pattern(block: block, days: answers[block].days, model: model, generator: generator)
    }
  }

  private static func uses(
    of answer: BlockPricing.Answer, block: Int, model: Model, generator: PatternGenerator
  ) -> [RowUse] {
    zip(model.blocks[block].members, answer.days).flatMap { member, days in
      days.map { generator.uses(of: model.practices[member], days: $0) } ?? []
    }
  }
}
