import Days
import Migrations

/// What binds each date of one practice, with everybody else held where they are.
///
/// Each answer is a question to the pricing: are there dates with this stage a day earlier? If so,
/// at what cost; if not, what lets some in when it is taken away: slots, links, or a rule.
struct PracticeBindings {
  let explainer: Explainer
  let chain: PracticeModel
  let days: [Int32]
  let others: PlanState
  /// Go-live days that the other members of its group allow.
  let groupDay: Int?

  /// Nil for a practice that is left out.
  init?(explainer: Explainer, practice: Int) {
    guard let days = explainer.planner.state.days[practice] else { return nil }
    self.explainer = explainer
    self.days = days
    chain = explainer.model.practices[practice]
    others = explainer.others(without: practice)
    let block = explainer.model.blockOfPractice[practice]
    let members = block.map { explainer.model.blocks[$0].members } ?? []
    let state = others
    groupDay = members.lazy.compactMap { state.goLives[$0] }.first
  }

  var model: Model { explainer.model }
  private var region: Region { explainer.region }
  private var practice: Practice { region.practices[chain.practice] }

  /// The binding of each stage whose start something touches.
  func all() -> [DateBinding] {
    chain.nodes.indices.filter { chain.nodes[$0].event.edge == .start }.map(binding)
  }

  private func binding(_ node: Int) -> DateBinding {
    let stage = chain.nodes[node].event.stage
    let day = Int(days[node])
    let first = earliest(node)
    return DateBinding(
      stage: stage, start: model.timetable.day(day), earliest: model.timetable.day(first),
      slack: slack(node), causes: causes(node, first: first))
  }

  private func causes(_ node: Int, first: Int) -> [DateBinding.Cause] {
    let stage = chain.nodes[node].event.stage
    if practice.actuals[stage] != nil { return [.recorded] }
    if stage == region.pathway.goLive, practice.pinnedGoLive != nil { return [.agreed] }
    let day = Int(days[node])
    let limited = narrowed(chain, node, atMost: day - 1)
    if first < day, let dates = dates(limited) {
      let points = (chain.ownCost(of: dates.days) - chain.ownCost(of: days)) / ScaledObjective.unit
      return [.dearer(points: max(0, (points * 1e6).rounded() / 1e6))]
    }
    guard explainer.generator.best(limited, charges: NoCharges()) != nil else {
      let rules = OwnRules(region: region, practice: chain.practice, model: model)
        .thatKeep(chain.nodes[node].event, from: day - 1)
      return rules.isEmpty
        ? [
          .rule(
            .pathway,
            "the region starts on \(region.horizon.lowerBound.words) and the stages before take at "
              + "least so long")
        ] : rules.map { .rule($0.rule, $0.words) }
    }
    return blockers(limited)
  }

  /// The fewest full slots, and the links, that stand in the way of narrowed dates.
  private func blockers(_ limited: PracticeModel) -> [DateBinding.Cause] {
    // Where there is no room every way is charged by the number of slots without room.
    guard let dates = charged(limited, group: false) else { return [] }
    var needed: [Int: Double] = [:]
    for use in explainer.generator.uses(of: chain, days: dates.days) {
      needed[use.row, default: 0] += use.amount
    }
    let slots = needed.keys.sorted().filter { others.room[$0] < (needed[$0] ?? 0) - 1e-6 }
      .map(slot)
    var causes: [DateBinding.Cause] = slots.isEmpty ? [] : [.full(slots)]
    let goLive = Int(dates.days[chain.goLive])
    for place in model.linksOfPractice[chain.practice] {
      let link = model.links[place]
      let isFirst = link.first == chain.practice
      let other = isFirst ? link.second : link.first
      guard let day = others.goLives[other],
        !model.allows(link, first: isFirst ? goLive : day, second: isFirst ? day : goLive)
      else { continue }
      causes.append(.linked(practice: other, isPilot: link.isFromPilot))
    }
    if let groupDay, goLive != groupDay, let block = model.blockOfPractice[chain.practice],
      let mate = model.blocks[block].members.first(where: {
        $0 != chain.practice && others.days[$0] != nil
      })
    {
      causes.append(.linked(practice: mate, isPilot: false))
    }
    return causes
  }

  private func slot(_ row: Int) -> FullSlot {
    let holders = explainer.holders(of: row)
    let own = explainer.generator.uses(of: chain, days: days).reduce(0) {
      $0 + ($1.row == row ? $1.amount : 0)
    }
    return FullSlot(
      resource: region.resources[model.rows.resource(of: row)].id,
      period: model.rows.period(of: row, timetable: model.timetable),
      capacity: model.rows.capacity[row], used: holders.used - own,
      holders: holders.practices.filter { $0 != chain.practice })
  }
}
