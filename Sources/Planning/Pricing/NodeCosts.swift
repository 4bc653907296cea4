import Days
import Migrations

/// What a day costs a node of a practice's chain by the practice's own rules and the objective.
struct NodeCosts {
  let region: Region
  let timetable: Timetable
  let objective: ScaledObjective
  let practice: Practice
  let meanListSize: Double
  /// The day number of the earliest go-live; nil if only feasibility is asked.
  let earliest: Int?

  /// Whether what is not on record has to start on or after the region's day.
  let seesToday: Bool

  init(
    builder: PracticeModelBuilder, practice: Practice, earliest: Int?, seesToday: Bool
  ) {
    self.seesToday = seesToday
    region = builder.region
    timetable = builder.timetable
    objective = builder.objective
    meanListSize = builder.meanListSize
    self.practice = practice
    self.earliest = earliest
  }

  /// The node of an event, with its domain and the cost of each day.
  func node(_ event: StageEvent, isAliasedFinish: Bool) -> ChainNode {
    var node = ChainNode(
      event: event, lower: 0, upper: timetable.count - 1,
      ownCost: [Double](repeating: 0, count: timetable.count))
    if event.edge == .start { addStart(&node) }
    addPeriods(&node, edges: isAliasedFinish ? [.start, .finish] : [event.edge])
    if event == StageEvent(stage: region.pathway.goLive, edge: .start) { addGoLive(&node) }
    narrow(&node)
    return node
  }

  private func addStart(_ node: inout ChainNode) {
    let stage = region.pathway.stages[node.event.stage]
    guard practice.actuals[node.event.stage] == nil else {
      if earliest != nil {
        for (index, day) in timetable.days.enumerated()
        where stage.avoidWeekdays.contains(day.weekday) {
          node.ownCost[index] += objective.weekday
        }
      }
      return
    }
    for (index, day) in timetable.days.enumerated() {
      if let weekdays = stage.weekdays, !weekdays.contains(day.weekday) {
        node.ownCost[index] = .infinity
      } else if earliest != nil, stage.avoidWeekdays.contains(day.weekday) {
        node.ownCost[index] += objective.weekday
      }
    }
    let today = seesToday ? region.today(for: practice, stage: node.event.stage) : nil
    let opening = region.opening(for: practice, stage: node.event.stage)
    for first in [opening, today].compactMap(\.self) {
      node.lower = max(node.lower, timetable.index(onOrAfter: first))
    }
  }

  /// Forbidden days, and the days to avoid as a running sum: minus the sum before the start, plus
  /// the sum up to the finish.
  private func addPeriods(_ node: inout ChainNode, edges: [StageEvent.Edge]) {
    let stage = node.event.stage
    let forbidden = NodeCosts.forbiddenDays(
      of: stage, practice: practice, region: region, timetable: timetable)
    for index in forbidden.indices where forbidden[index] { node.ownCost[index] = .infinity }
    guard earliest != nil else { return }
    let each = avoidCosts(of: stage)
    guard each.contains(where: { $0 != 0 }) else { return }
    var sum = 0.0
    for index in each.indices {
      if edges.contains(.start) { node.ownCost[index] -= sum }
      sum += each[index]
      if edges.contains(.finish) { node.ownCost[index] += sum }
    }
  }

  private func addGoLive(_ node: inout ChainNode) {
    // Who is live is no longer held to what was agreed or asked for.
    if practice.actuals[node.event.stage] == nil {
      if let deadline = practice.mustBeLiveBy, region.rules.deadlinesAreHard {
        node.upper = min(node.upper, timetable.index(onOrBefore: deadline))
      }
      if let fixed = practice.fixedGoLive {
        let day = timetable.index(of: fixed) ?? timetable.count
        node.lower = max(node.lower, day)
        node.upper = min(node.upper, day)
      }
    }
    guard let earliest else {
      for index in node.ownCost.indices { node.ownCost[index] += Double(index) }
      return
    }
    for (index, day) in timetable.days.enumerated() {
      let cost = Cost.goLive(
        day, practice: practice, earliest: timetable.days[earliest], in: region,
        meanListSize: meanListSize)
      node.ownCost[index] += ScaledObjective.scaled(cost.total)
    }
  }

  private func narrow(_ node: inout ChainNode) {
    guard let actual = practice.actuals[node.event.stage] else { return }
    let day = node.event.edge == .start ? actual.start : actual.finish
    guard let day else {
      if let first = actual.finishesFrom {
        node.lower = max(node.lower, timetable.index(onOrAfter: first))
      }
      return
    }
    let index = timetable.index(of: day) ?? timetable.count
    node.lower = max(node.lower, index)
    node.upper = min(node.upper, index)
  }

  /// The points in millionths that each day of a stage costs.
  private func avoidCosts(of stage: Int) -> [Double] {
    var costs = [Double](repeating: 0, count: timetable.count)
    NodeCosts.forEachPeriod(of: stage, practice: practice, region: region) { days, rule in
      guard case .avoid(let cost) = rule else { return }
      let scaled = ScaledObjective.scaled(region.objective.avoid * cost)
      for index in NodeCosts.indices(of: days, timetable: timetable) { costs[index] += scaled }
    }
    return costs
  }

  /// Which days of the horizon are forbidden to a stage.
  ///
  /// What is on record is never forbidden: not a stage that is over, nor the days on which one
  /// under way has been worked on.
  static func forbiddenDays(
    of stage: Int, practice: Practice, region: Region, timetable: Timetable
  ) -> [Bool] {
    var forbidden = [Bool](repeating: false, count: timetable.count)
    let actual = practice.actuals[stage]
    if actual?.finish != nil { return forbidden }
    forEachPeriod(of: stage, practice: practice, region: region) { days, rule in
      guard rule == .forbid else { return }
      for index in indices(of: days, timetable: timetable) { forbidden[index] = true }
    }
    if let actual {
      let worked = timetable.index(
        onOrBefore: max(actual.start, actual.finishesFrom ?? actual.start))
      for index in forbidden.indices.prefix(max(0, worked + 1)) { forbidden[index] = false }
    }
    return forbidden
  }

  /// The stages that some period or closure lists.
  static func periodStages(practice: Practice, region: Region) -> Set<Int> {
    var stages: Set<Int> = []
    for period in region.protectedPeriods { stages.formUnion(period.stages) }
    for closure in practice.closures { stages.formUnion(closure.stages) }
    return stages
  }

  private static func forEachPeriod(
    of stage: Int, practice: Practice, region: Region,
    _ body: (ClosedRange<Day>, Protection) -> Void
  ) {
    for period in region.protectedPeriods where period.stages.contains(stage) {
      for days in period.occurrences(touching: region.horizon) { body(days, period.rule) }
    }
    for closure in practice.closures where closure.stages.contains(stage) {
      body(closure.days, closure.rule)
    }
  }

  private static func indices(of days: ClosedRange<Day>, timetable: Timetable) -> Range<Int> {
    let first = min(max(timetable.index(onOrAfter: days.lowerBound), 0), timetable.count)
    let end = min(max(timetable.index(onOrBefore: days.upperBound) + 1, first), timetable.count)
    return first..<end
  }
}
