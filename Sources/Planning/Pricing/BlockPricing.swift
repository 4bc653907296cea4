/// The cheapest plan of a block at given charges, leaving members out included.
struct BlockPricing {
  let model: Model
  let generator: PatternGenerator

  /// What pricing a block comes to.
  struct Answer: Sendable {
    /// The cheapest days; nil for a member left out.
    var days: [[Int32]?]
    /// Cost and charges in millionths of a point.
    var cost: Double
    /// No plan of the block costs less.
    var bound: Double
  }

  /// The cost of leaving a practice out: its own, or one that no plan should pay.
  func leavingOut(_ practice: Int) -> Double {
    let chain = model.practices[practice]
    return chain.isCommitted ? model.artificialCost : chain.unscheduledCost
  }

  /// The cheapest plan of a block.
  func best(_ block: Int, charges: some Charges) -> Answer {
    let members = model.blocks[block].members
    guard members.count > 1 else { return single(members[0], charges: charges) }
    var answer = group(members, charges: charges)
    if !model.blocks[block].isComplete {
      answer.bound = min(answer.bound, boundApart(members, charges: charges))
    }
    return answer
  }

  /// The least a group can cost with somebody left out, where that may free the others.
  ///
  /// In a chain of links (A with B, B with C) leaving B out lets A and C go live on different
  /// days. Plans here always keep a group on one day; the bound must not rest on that.
  private func boundApart(_ members: [Int], charges: some Charges) -> Double {
    let outs = members.map(leavingOut)
    let alone = members.map { single($0, charges: charges).bound }
    let least = zip(outs, alone).map { $0 - min($0, $1) }.min() ?? 0
    return alone.reduce(0, +) + least
  }

  private func single(_ practice: Int, charges: some Charges) -> Answer {
    let out = leavingOut(practice)
    guard let priced = generator.best(model.practices[practice], charges: charges) else {
      return Answer(days: [nil], cost: out, bound: out)
    }
    return priced.cost < out
      ? Answer(days: [priced.days], cost: priced.cost, bound: min(priced.bound, out))
      : Answer(days: [nil], cost: out, bound: min(priced.bound, out))
  }

  /// The go-live day of a group is the one with the least sum of its members' costs, each dated
  /// or left out.
  ///
  /// The members' profiles are lower bounds; the day that looks cheapest is made exact, until the
  /// cheapest-looking day is one that is.
  private func group(_ members: [Int], charges: some Charges) -> Answer {
    let outs = members.map(leavingOut)
    var profiles = members.map { member in
      generator.goLiveProfile(model.practices[member], charges: charges)
        ?? [Double](repeating: .infinity, count: model.timetable.count)
    }
    var exact: [Int: Answer] = [:]
    let nobody = Answer(
      days: members.map { _ in nil }, cost: outs.reduce(0, +), bound: outs.reduce(0, +))
    while true {
      var cheapest: (day: Int, cost: Double)?
      for day in 0..<model.timetable.count {
        var cost = 0.0
        for place in members.indices { cost += min(profiles[place][day], outs[place]) }
        if cost < (cheapest?.cost ?? nobody.cost) - 1e-3 { cheapest = (day, cost) }
      }
      guard let cheapest else { return nobody }
      if let known = exact[cheapest.day] { return known }
      var answer = Answer(days: [], cost: 0, bound: 0)
      for (place, member) in members.enumerated() {
        let priced = generator.best(
          model.practices[member], charges: charges, goLive: cheapest.day)
        profiles[place][cheapest.day] = priced?.cost ?? .infinity
        if let priced, priced.cost < outs[place] {
          answer.days.append(priced.days)
          answer.cost += priced.cost
          answer.bound += min(priced.bound, outs[place])
        } else {
          answer.days.append(nil)
          answer.cost += outs[place]
          answer.bound += min(priced?.bound ?? outs[place], outs[place])
        }
      }
      exact[cheapest.day] = answer
    }
  }
}
