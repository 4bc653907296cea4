extension Subgradient {
  /// How much is asked of the steps.
  struct Effort {
    /// How often every block is priced.
    let passes: Int
    /// Into how many parts the blocks are divided.
    let parts: Int
    /// After how many passes a bound is proven.
    let proofEvery: Int
    /// The share of its direction that a step keeps, below 1.
    ///
    /// Whole steps need it; where parts take turns, each is a correction of the one before.
    let momentum: Double
    /// The first move as a share of a block's mean cost in a plan.
    let firstMove: Double
    /// The last move as a share of the first one.
    let decay: Double

    /// Careful steps as a start for column generation.
    ///
    /// It does the rest faster: on 171 and 600 practices more steps take longer than they save.
    static let start = Effort(
      passes: 40, parts: 1, proofEvery: 1, momentum: 0.9, firstMove: 0.1, decay: 0.05)
    /// Bold steps that are all that is done about the bound.
    static let alone = Effort(
      passes: 60, parts: 8, proofEvery: 10, momentum: 0, firstMove: 0.1, decay: 0.001)

    /// The same with capacities by the day: so many more prices want more and smaller steps.
    ///
    /// On 3,581 practices 8 parts prove 1,293,652 points in 60 passes, 24 parts 1,334,508, and
    /// 1,342,775 in 100; by the week 24 parts gain nothing.
    static let aloneByDay = Effort(
      passes: 100, parts: 24, proofEvery: 10, momentum: 0, firstMove: 0.1, decay: 0.001)

    /// What a region of this size and kind asks for.
    static func usual(for model: Model) -> Effort {
      guard model.blocks.count >= Subgradient.sizeOfAlone else { return .start }
      return model.rows.stretches.contains(where: \.isDaily) ? .aloneByDay : .alone
    }

    /// The same with other numbers of passes and parts, for measurements.
    func with(passes: Int, parts: Int) -> Effort {
      Effort(
        passes: passes, parts: parts, proofEvery: proofEvery, momentum: momentum,
        firstMove: firstMove, decay: decay)
    }
  }
}
