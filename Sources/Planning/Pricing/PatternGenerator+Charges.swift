/// What each day of each node is charged, and what given days are charged in truth.
extension PatternGenerator {
  /// Fills the charges of some nodes: own cost, rows, links; infinite outside the domain.
  func fill(
    _ model: PracticeModel, charges: some Charges, domain: Domain, nodes: ClosedRange<Int>
  ) {
    for node in nodes where model.nodes.indices.contains(node) {
      let row = scratch.charges(node)
      let range = domain[node].clamped(to: scratch.lastOfWindow)
      for x in scratch.window { row[x] = .infinity }
      model.nodes[node].ownCost.withUnsafeBufferPointer { own in
        for x in range { row[x] = own[x] }
      }
    }
    if nodes.contains(model.goLive), nodes.lowerBound <= model.goLive,
      let extra = charges.goLiveCharges(practice: model.practice)
    {
      let row = scratch.charges(model.goLive)
      for x in scratch.window { row[x] += extra[x] }
    }
    for term in model.terms where !charges.isFree(resource: term.resource) {
      add(term, of: model, charges: charges, domain: domain, nodes: nodes)
    }
  }

  private func add(
    _ term: PracticeModel.Term, of model: PracticeModel, charges: some Charges, domain: Domain,
    nodes: ClosedRange<Int>
  ) {
    let stretch = rows.stretches[term.resource]
    func period(_ day: Int) -> Int { self.period(of: day, stretch: stretch) }
    let window = scratch.window
    let offsets = term.offsets
    let first = period(window.lowerBound + offsets.lowerBound)
    let last = period(window.upperBound - 1 + offsets.upperBound)
    // The charge of each period that the window can touch, and their running sum.
    let price = scratch.periodRow(0, count: stretch.count + 1)
    let sum = scratch.periodRow(1, count: stretch.count + 1)
    sum[first] = 0
    var any = false
    for period in first...last {
      let charge = charges.charge(row: stretch.base + period, amount: term.amount)
      price[period] = charge
      sum[period + 1] = sum[period] + charge
      if charge != 0 { any = true }
    }
    guard any else { return }
    switch term.kind {
    case .starts(let list):
      for node in list where nodes.contains(node) {
        let row = scratch.charges(node)
        for x in window { row[x] += price[period(x)] }
      }
    case .range(let from, let fromOffset, let to, let toOffset):
      if from == to {
        guard nodes.contains(from) else { return }
        let row = scratch.charges(from)
        for x in window where x + fromOffset <= x + toOffset {
          row[x] += sum[period(x + toOffset) + 1] - sum[period(x + fromOffset)]
        }
        return
      }
      // A span that may turn out empty is left to the truth; running sums would charge it wrongly.
      guard
        isSurelyForward(
          from: from, to: to, gain: toOffset - fromOffset, model: model, domain: domain)
      else { return }
      if nodes.contains(from) {
        let row = scratch.charges(from)
        for x in window { row[x] -= sum[period(x + fromOffset)] }
      }
      if nodes.contains(to) {
        let row = scratch.charges(to)
        for x in window { row[x] += sum[period(x + toOffset) + 1] }
      }
    case .stages(let stages):
      for (place, stage) in stages.enumerated() {
        if nodes.contains(stage.start) {
          let row = scratch.charges(stage.start)
          for x in window { row[x] -= sum[period(x)] }
          if place > 0 && !stretch.isDaily {
            discountSharedWeek(
              row, price: price, before: stages[place - 1].finish, node: stage.start,
              model: model, domain: domain, stretch: stretch)
          }
        }
        if nodes.contains(stage.finish) {
          let row = scratch.charges(stage.finish)
          for x in window { row[x] += sum[period(x) + 1] }
        }
      }
    }
  }

  /// Counts a week that two listed stages share once.
  ///
  /// It is taken off the later start wherever the earlier finish can lie in the same week: exact
  /// where the lag between is fixed, too cheap at worst.
  private func discountSharedWeek(
    _ row: UnsafeMutablePointer<Double>, price: UnsafePointer<Double>, before: Int, node: Int,
    model: PracticeModel, domain: Domain, stretch: ResourceRows.Stretch
  ) {
    let least = model.leastLag(from: before, to: node)
    guard least < 5 else { return }
    for x in scratch.window where x >= least {
      let week = period(of: x, stretch: stretch)
      let nearest = min(x - least, domain[before].upperBound)
      if nearest >= domain[before].lowerBound, period(of: nearest, stretch: stretch) == week {
        row[x] -= price[week]
      }
    }
  }

  /// Whether the later end of a span never comes before its earlier one.
  func isSurelyForward(
    from: Int, to: Int, gain: Int, model: PracticeModel, domain: Domain
  ) -> Bool {
    if from < to, model.leastLag(from: from, to: to) + gain >= 0 { return true }
    return domain[to].lowerBound + gain >= domain[from].upperBound
  }

  @inline(__always)
  func period(of day: Int, stretch: ResourceRows.Stretch) -> Int {
    stretch.isDaily
      ? min(max(day + timetable.margin, 0), stretch.count - 1) : timetable.week(day)
  }

  /// Own cost and charges of given days as they truly are; nil if a far lead time is broken.
  func evaluate(_ model: PracticeModel, charges: some Charges, days: [Int32]) -> Double? {
    guard model.keepsChords(days) else { return nil }
    var cost = model.ownCost(of: days)
    for use in uses(of: model, days: days) where !charges.isFree(resource: use.resource) {
      cost += charges.charge(row: use.row, amount: use.amount)
    }
    if let extra = charges.goLiveCharges(practice: model.practice) {
      cost += extra[Int(days[model.goLive])]
    }
    return cost
  }

  /// The rows that given days use, each row once with all that is used of it.
  func uses(of model: PracticeModel, days: [Int32]) -> [RowUse] {
    var uses: [RowUse] = []
    for term in model.terms {
      let stretch = rows.stretches[term.resource]
      func add(_ period: Int) {
        uses.append(
          RowUse(row: stretch.base + period, resource: term.resource, amount: term.amount))
      }
      func period(_ day: Int) -> Int { self.period(of: day, stretch: stretch) }
      switch term.kind {
      case .starts(let nodes):
        let first = uses.count
        for node in nodes {
          add(period(Int(days[node])))
          // Two starts in one period are one use of twice the amount: there must be room for both.
          let last = uses[uses.count - 1]
          if let same = uses[first..<(uses.count - 1)].firstIndex(where: { $0.row == last.row }) {
            uses.removeLast()
            uses[same].amount += last.amount
          }
        }
      case .range(let from, let fromOffset, let to, let toOffset):
        let first = Int(days[from]) + fromOffset
        let last = Int(days[to]) + toOffset
        if first <= last { (period(first)...period(last)).forEach(add) }
      case .stages(let stages):
        var counted = -1
        for stage in stages {
          let first = max(period(Int(days[stage.start])), counted + 1)
          let last = period(Int(days[stage.finish]))
          if first <= last { (first...last).forEach(add) }
          counted = max(counted, last)
        }
      }
    }
    return uses
  }
}

/// So much of one row.
struct RowUse: Sendable {
  let row: Int
  let resource: Int
  var amount: Double
}
