import Days
import Migrations

/// Why a practice is on its dates, or left out, in one sentence that names a rule or a full slot.
struct Reasons {
  let model: Model
  let state: PlanState
  private let generator: PatternGenerator

  init(model: Model, state: PlanState) {
    self.model = model
    self.state = state
    generator = model.generator()
  }

  /// Why a scheduled practice is where it is.
  func scheduled(_ practice: Int) -> String {
    let chain = model.practices[practice]
    let region = model.region
    guard let days = state.days[practice] else { return leftOut(practice) }
    if let pinned = region.practices[practice].pinnedGoLive {
      return "Go-live agreed for \(pinned.words)."
    }
    if !region.practices[practice].actuals.isEmpty {
      return "Under way: recorded stages are kept."
    }
    let goLive = Int(days[chain.goLive])
    if let preferred = region.practices[practice].preferred,
      preferred.contains(model.timetable.day(goLive))
    {
      return preferred.count == 1 ? "On the preferred date." : "Within the preferred dates."
    }
    guard let wish = generator.best(chain, charges: NoCharges()) else { return "" }
    if wish.cost >= chain.ownCost(of: days) - 0.5 {
      return goLive == chain.earliest
        ? "The earliest date its own rules allow." : "The best dates for this practice by itself."
    }
    let wishDay = model.timetable.day(Int(wish.days[chain.goLive]))
    if let full = full(practice, wish.days) {
      return "Better dates (go-live \(wishDay.words)) are taken: \(full)."
    }
    if let link = broken(practice, goLive: Int(wish.days[chain.goLive])) {
      return "Better dates (go-live \(wishDay.words)) would break a link: \(link)."
    }
    return "Go-live \(wishDay.words) would suit it better; the plan as a whole costs less so."
  }

  /// Why a practice is left out.
  func leftOut(_ practice: Int) -> String {
    let chain = model.practices[practice]
    guard chain.hasDates else {
      return "Its own rules allow no dates between the region's start and finish."
    }
    guard let wish = generator.best(chain, charges: NoCharges()) else { return "" }
    if let full = full(practice, wish.days) {
      return
        "On its best dates: \(full); no other dates are free that cost less than leaving it out."
    }
    if let link = broken(practice, goLive: Int(wish.days[chain.goLive])) {
      return "On its best dates it would break a link: \(link)."
    }
    return "Every legal date costs more than leaving it out."
  }

  /// The first row without room on some days, in words, this practice's own use given back.
  private func full(_ practice: Int, _ days: [Int32]) -> String? {
    let chain = model.practices[practice]
    var own: [Int: Double] = [:]
    if let now = state.days[practice] {
      for use in generator.uses(of: chain, days: now) { own[use.row, default: 0] += use.amount }
    }
    var needed: [Int: Double] = [:]
    for use in generator.uses(of: chain, days: days) { needed[use.row, default: 0] += use.amount }
    let full = needed.keys.sorted().first {
      state.room[$0] + own[$0, default: 0] < needed[$0, default: 0] - 1e-6
    }
    guard let full else { return nil }
    let resource = model.region.resources[model.rows.resource(of: full)]
    let period = model.rows.period(of: full, timetable: model.timetable)
    let place = resource.period == .week ? "in the week of \(period.words)" : "on \(period.words)"
    return "\(resource.name) full \(place)"
  }

  private func broken(_ practice: Int, goLive: Int) -> String? {
    for place in model.linksOfPractice[practice] {
      let link = model.links[place]
      let isFirst = link.first == practice
      let other = isFirst ? link.second : link.first
      guard let otherDay = state.goLives[other] else { continue }
      if !model.allows(
        link, first: isFirst ? goLive : otherDay, second: isFirst ? otherDay : goLive)
      {
        let name = model.region.practices[other].name
        let code = model.region.practices[other].code
        return link.isFromPilot
          ? "pilot \(name) (\(code)) goes first" : "linked with \(name) (\(code))"
      }
    }
    return nil
  }
}
