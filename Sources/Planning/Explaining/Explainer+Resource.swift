import Days
public import Migrations

/// Where a resource is short, and the two-sided price of its slots.
extension Explainer {
  /// Explains a resource of the region.
  ///
  /// A price of the certificate says what the bound would gain at the margin; what a whole slot is
  /// worth only planning again with one more, and with one fewer, can tell.
  /// - Parameters:
  ///   - singles: how many single periods to price, the dearest first.
  public func resource(
    _ id: ResourceID, singles: Int = 2, observe: (Planner.Progress) -> Void = { _ in }
  ) -> ResourceExplanation? {
    guard let place = region.resources.firstIndex(where: { $0.id == id }) else { return nil }
    let full = fullPeriods(of: place)
    var explanation = ResourceExplanation(
      resource: region.resources[place], full: full, usedCount: usedRows(of: place).count,
      prices: [])
    guard !full.isEmpty else { return explanation }
    explanation.prices.append(price(place, period: nil, observe))
    let dearest = full.sorted {
      ($1.price, $0.slot.period) < ($0.price, $1.slot.period)
    }.prefix(singles)
    for period in dearest where !planner.mustStop {
      explanation.prices.append(price(place, period: period.slot.period, observe))
    }
    return explanation
  }

  /// What one more and one fewer of a resource would do.
  private func price(
    _ place: Int, period: Day?, _ observe: (Planner.Progress) -> Void
  ) -> SlotPrice {
    func side(_ units: Double) -> SlotPrice.Side {
      let variant = Variant(capacities: [
        Variant.CapacityStep(
          resource: region.resources[place].id, periods: period.map { $0...$0 }, units: units)
      ])
      return SlotPrice.Side(
        outcome: planner.outcome(of: variant, observe: observe), variant: variant)
    }
    let resource = region.resources[place]
    let there = period.map(resource.capacity(inPeriod:)) ?? resource.capacity
    return SlotPrice(period: period, more: side(1), fewer: there >= 1 ? side(-1) : nil)
  }

  /// The rows of a resource that the plan uses.
  private func usedRows(of place: Int) -> [Int] {
    let stretch = model.rows.stretches[place]
    return (stretch.base..<(stretch.base + stretch.count)).filter {
      planner.state.room[$0] < model.rows.capacity[$0] - 1e-9
    }
  }

  /// The used periods in which no practice that uses the resource could use more of it.
  func fullPeriods(of place: Int) -> [FullPeriod] {
    let amounts = model.practices.compactMap { chain in
      chain.terms.first { $0.resource == place }?.amount
    }
    guard let least = amounts.min() else { return [] }
    return usedRows(of: place).filter { planner.state.room[$0] < least - 1e-6 }.map { row in
      let holders = holders(of: row)
      return FullPeriod(
        slot: FullSlot(
          resource: region.resources[place].id,
          period: model.rows.period(of: row, timetable: model.timetable),
          capacity: model.rows.capacity[row], used: holders.used, holders: holders.practices),
        price: planner.prices.rows[row] / ScaledObjective.unit,
        // Everybody is dated again for each period: that is left away where time is over.
        waiting: planner.mustStop
          ? [] : waiting(for: row, of: place, holders: Set(holders.practices)))
    }
  }

  /// Who does not hold a row and would be better off with it, were there room everywhere.
  private func waiting(for row: Int, of place: Int, holders: Set<Int>) -> [FullPeriod.Waiting] {
    let candidates = model.practices.filter { chain in
      chain.hasDates && !holders.contains(chain.practice)
        && chain.terms.contains { $0.resource == place }
    }
    let model = model
    let costs = planner.state.costs
    let gains = planner.pool.map(candidates.count) { index, generator -> Double in
      let chain = candidates[index]
      let there = chain.using(row: row, of: model).compactMap {
        generator.best($0, charges: NoCharges())?.cost
      }.min()
      guard let there else { return 0 }
      return (costs[chain.practice] - there) / ScaledObjective.unit
    }
    return zip(candidates, gains).filter { $0.1 > 0.005 }
      .map { FullPeriod.Waiting(practice: $0.0.practice, gain: $0.1) }
      .sorted { ($1.gain, $0.practice) < ($0.gain, $1.practice) }
  }
}

extension PracticeModel {
  /// The same practice held to dates that use a row: one way for each stage that can use it.
  func using(row: Int, of model: Model) -> [PracticeModel] {
    let place = model.rows.resource(of: row)
    guard let term = terms.first(where: { $0.resource == place }) else { return [] }
    let period = model.rows.period(of: row, timetable: model.timetable)
    let last = model.rows.stretches[place].isDaily ? period : period + 6
    let from = model.timetable.index(onOrAfter: period)
    let to = model.timetable.index(onOrBefore: last)
    func held(_ start: Int, _ startOffset: Int, _ finish: Int, _ finishOffset: Int) -> PracticeModel
    {
      var held = self
      held.nodes[start].upper = min(held.nodes[start].upper, to - startOffset)
      held.nodes[finish].lower = max(held.nodes[finish].lower, from - finishOffset)
      return held
    }
    return switch term.kind {
    case .starts(let nodes): nodes.map { held($0, 0, $0, 0) }
    case .range(let start, let startOffset, let finish, let finishOffset):
      [held(start, startOffset, finish, finishOffset)]
    case .stages(let stages): stages.map { held($0.start, 0, $0.finish, 0) }
    }
  }
}
