import Migrations

/// A first plan from dates that are known: practices keep theirs where that is legal, and the
/// rest is inserted one after the other.
struct WarmStart {
  let insertion: Insertion
  /// The dates to start from, by practice.
  let schedules: [Int: Schedule]

  private var model: Model { insertion.model }

  /// The plan that keeps as many of the dates as there is room for, commitments first.
  ///
  /// Whoever has had no turn when `stop` says so is left out.
  func plan(stop: () -> Bool = { false }) -> PlanState {
    var state = PlanState(model: model)
    var rest: [Int] = []
    for block in Greedy(insertion: insertion).order(model) where !stop() {
      if !keep(block, in: &state) { rest.append(block) }
    }
    for block in rest where !stop() { insertion.insert(block, into: &state) }
    return state
  }

  /// Gives practices their first dates back where that costs nothing.
  ///
  /// Plans of equal cost may differ in dates that nobody asked to move.
  func settled(_ plan: PlanState, stop: () -> Bool = { false }) -> PlanState {
    var plan = plan
    var isSettled = false
    while !isSettled {
      isSettled = true
      for practice in schedules.keys.sorted() where !stop() {
        guard let now = plan.days[practice], let wanted = days(of: practice), wanted != now else {
          continue
        }
        var trial = plan
        trial.remove(practice, model: model)
        guard fits([(practice, wanted)], in: trial) else { continue }
        trial.put(practice, days: wanted, model: model, generator: insertion.generator)
        guard trial.total <= plan.total + 0.5, keepsGroup(of: practice, in: trial) else { continue }
        plan = trial
        isSettled = false
      }
    }
    return plan
  }

  /// Gives practices that keep their go-live all of their first dates back, even if that costs
  /// something: other dates are promises to people too.
  ///
  /// - Parameters:
  ///   - most: millionths of a point that one practice's dates may cost at most.
  ///   - budget: millionths of a point for all of them together; the cheapest come first.
  func held(
    _ plan: PlanState, most: Double, budget: Double, stop: () -> Bool = { false }
  ) -> PlanState {
    var plan = plan
    var left = budget
    func trial(_ practice: Int) -> PlanState? {
      guard let now = plan.days[practice], let wanted = days(of: practice), wanted != now else {
        return nil
      }
      let goLive = model.practices[practice].goLive
      guard wanted[goLive] == now[goLive] else { return nil }
      var trial = plan
      trial.remove(practice, model: model)
      guard fits([(practice, wanted)], in: trial) else { return nil }
      trial.put(practice, days: wanted, model: model, generator: insertion.generator)
      return trial
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      let losses = schedules.keys.sorted().compactMap { practice -> (Double, Int)? in
        guard !stop(), let trial = trial(practice) else { return nil }
        let loss = trial.total - plan.total
        return loss <= most ? (loss, practice) : nil
      }
      for (_, practice) in losses.sorted(by: <) {
        guard !stop(), let trial = trial(practice) else { continue }
        let loss = trial.total - plan.total
        guard loss <= left + 0.5 else { break }
        left -= max(0, loss)
        plan = trial
        isSettled = false
      }
    }
    return plan
  }

  /// Everybody on the dates to start from, as far as their own rules still allow them, whether there
  /// is room for all of them or not.
  func former() -> PlanState {
    var state = PlanState(model: model)
    for practice in schedules.keys.sorted() {
      guard let days = days(of: practice) else { continue }
      state.put(practice, days: days, model: model, generator: insertion.generator)
    }
    return state
  }

  /// Puts all members of a block on their dates; says whether it could.
  func keep(_ block: Int, in state: inout PlanState) -> Bool {
    var wanted: [(practice: Int, days: [Int32])] = []
    for member in model.blocks[block].members {
      guard let days = days(of: member) else { return false }
      wanted.append((member, days))
    }
    let goLives = Set(wanted.map { $0.days[model.practices[$0.practice].goLive] })
    guard goLives.count == 1, fits(wanted, in: state) else { return false }
    for entry in wanted {
      state.put(
        entry.practice, days: entry.days, model: model, generator: insertion.generator)
    }
    return true
  }

  /// Whether the practices that go live together still do.
  private func keepsGroup(of practice: Int, in state: PlanState) -> Bool {
    guard let block = model.blockOfPractice[practice] else { return true }
    return Set(model.blocks[block].members.compactMap { state.goLives[$0] }).count <= 1
  }

  /// Whether there is room for dates beside what is in the plan, and the links allow them.
  private func fits(_ wanted: [(practice: Int, days: [Int32])], in state: PlanState) -> Bool {
    var needed: [Int: Double] = [:]
    for entry in wanted {
      let chain = model.practices[entry.practice]
      for use in insertion.generator.uses(of: chain, days: entry.days) {
        needed[use.row, default: 0] += use.amount
      }
      if let charges = state.linkCharges(entry.practice, model: model),
        charges[Int(entry.days[chain.goLive])] > 0
      {
        return false
      }
    }
    return needed.allSatisfy { state.room[$0.key] >= $0.value - 1e-6 }
  }

  /// The known dates of a practice as day numbers; nil if they break one of its own rules.
  private func days(of practice: Int) -> [Int32]? {
    guard let schedule = schedules[practice],
      schedule.count == model.region.pathway.stages.count
    else { return nil }
    let chain = model.practices[practice]
    var days: [Int32] = []
    for node in chain.nodes {
      guard let day = model.timetable.index(of: schedule.day(of: node.event)),
        day >= node.lower, day <= node.upper, node.ownCost[day].isFinite
      else { return nil }
      days.append(Int32(day))
    }
    for (place, arc) in chain.arcs.enumerated() {
      let (from, to) = (Int(days[place]), Int(days[place + 1]))
      guard to - from >= arc.leastLag, to - from <= arc.greatestLag,
        arc.floor.map({ from >= Int($0[to]) }) ?? true,
        arc.ceiling.map({ from <= Int($0[to]) }) ?? true
      else { return nil }
    }
    return chain.keepsChords(days) ? days : nil
  }
}
