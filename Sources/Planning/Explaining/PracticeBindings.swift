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
  private let others: PlanState
  /// Go-live days that the other members of its group allow.
  private let groupDay: Int?

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
    groupDay = members.lazy.compactMap { state.goLive($0, model: explainer.model) }.first
  }

  private var model: Model { explainer.model }
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
      guard let day = others.goLive(other, model: model),
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

  // MARK: Dates with the others held

  /// The earliest day number of a node: the days that allow some are those from it on.
  private func earliest(_ node: Int) -> Int {
    var low = max(0, chain.nodes[node].lower)
    var high = Int(days[node])
    while low < high {
      let middle = (low + high) / 2
      if dates(narrowed(chain, node, atMost: middle)) != nil {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return high
  }

  /// Working days by which a stage may start later.
  private func slack(_ node: Int) -> Int {
    let now = Int(days[node])
    guard node != chain.goLive else {
      var day = now
      while day + 1 <= chain.nodes[node].upper {
        let next = narrowed(narrowed(chain, node, atMost: day + 1), node, atLeast: day + 1)
        guard dates(next) != nil else { break }
        day += 1
      }
      return day - now
    }
    let goLive = Int(days[chain.goLive])
    let held = narrowed(
      narrowed(chain, chain.goLive, atMost: goLive), chain.goLive, atLeast: goLive)
    var low = now
    var high = min(chain.nodes[node].upper, model.timetable.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if dates(narrowed(held, node, atLeast: middle)) != nil {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low - now
  }

  private func narrowed(
    _ chain: PracticeModel, _ node: Int, atLeast: Int = 0, atMost: Int = .max
  ) -> PracticeModel {
    var narrowed = chain
    narrowed.nodes[node].lower = max(narrowed.nodes[node].lower, atLeast)
    narrowed.nodes[node].upper = min(narrowed.nodes[node].upper, atMost)
    return narrowed
  }

  /// The cheapest dates in the room that the others leave; nil if there are none.
  private func dates(_ limited: PracticeModel) -> PatternGenerator.Priced? {
    charged(limited, group: true).flatMap { $0.cost < RoomCharges.noRoom / 2 ? $0 : nil }
  }

  private func charged(_ limited: PracticeModel, group: Bool) -> PatternGenerator.Priced? {
    let links = others.linkCharges(chain.practice, model: model)
    return others.room.withUnsafeBufferPointer { room in
      guard let base = room.baseAddress else {
        return withUnsafePointer(to: 0.0) {
          explainer.generator.best(
            limited, charges: RoomCharges(room: $0, prices: nil, weight: 0, goLive: links),
            goLive: group ? groupDay : nil)
        }
      }
      return explainer.generator.best(
        limited, charges: RoomCharges(room: base, prices: nil, weight: 0, goLive: links),
        goLive: group ? groupDay : nil)
    }
  }
}
