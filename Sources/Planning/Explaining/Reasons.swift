import Days
import Migrations

/// Why a practice is on its dates, or left out, in one sentence that names what binds it: a rule, a
/// full slot with its week, or a link.
///
/// Everybody else is held where they are. What keeps a practice from the next better go-live is
/// its reason, so that each is told of its own week and not of the fullest one of all.
struct Reasons {
  let model: Model
  let state: PlanState
  let generator: PatternGenerator
  /// The plan that this one started from.
  let former: FormerPlan
  /// The room that the plan leaves; who is looked at gets its own use back for as long.
  let room: SpareRoom

  /// How many better go-lives next to the planned one are looked at.
  private static let triesNearby = 8

  init(model: Model, state: PlanState, former: FormerPlan = FormerPlan()) {
    self.model = model
    self.state = state
    self.former = former
    generator = model.generator()
    room = SpareRoom(state.room)
  }

  var region: Region { model.region }

  /// Why a scheduled practice is where it is.
  func scheduled(_ place: Int) -> String {
    guard let days = state.days[place] else { return leftOut(place) }
    let practice = region.practices[place]
    let goLive = region.pathway.goLive
    if practice.actuals[goLive] != nil { return "Live: its go-live is on record." }
    if let pinned = practice.pinnedGoLive { return "Go-live agreed for \(pinned.words)." }
    if let frozen = practice.frozenGoLive { return "Go-live frozen on \(frozen.words)." }
    let reason = wished(place, days) ?? move(of: place, days: days) ?? free(place, days)
    guard let stage = practice.openStage else { return reason }
    return "\(region.pathway.stages[stage].name) is under way. \(reason)"
  }

  /// That a practice is where it wishes to be; nil if it is not.
  private func wished(_ place: Int, _ days: [Int32]) -> String? {
    let goLive = model.timetable.day(Int(days[model.practices[place].goLive]))
    guard let preferred = region.practices[place].preferred, preferred.contains(goLive) else {
      return nil
    }
    return preferred.count == 1 ? "On the preferred date." : "Within the preferred dates."
  }

  private func free(_ place: Int, _ days: [Int32]) -> String {
    let chain = model.practices[place]
    let goLive = Int(days[chain.goLive])
    guard let wish = generator.best(chain, charges: NoCharges()) else { return "" }
    let cost = chain.ownCost(of: days)
    if wish.cost >= cost - 0.5 {
      if isFirst(goLive, of: chain) {
        let rule = ownRule(place, days).map { ": \($0)" } ?? ""
        return "The earliest date its own rules allow\(rule)."
      }
      return "The best dates for this practice by itself."
    }
    let best = Int(wish.days[chain.goLive])
    let links = state.linkCharges(place, model: model)
    for day in nextBetter(than: goLive, towards: best) {
      guard let alone = generator.best(chain, charges: NoCharges(), goLive: day),
        alone.cost < cost - 0.5
      else { continue }
      let words = model.timetable.day(day).words
      if let mate = mate(of: place), state.goLives[mate] != day {
        return "It goes live together with \(name(mate)), who cannot on \(words)."
      }
      guard let dates = dates(place, links: links, goLive: day), dates.cost >= model.noRoom / 2
      else {
        continue
      }
      guard let blocker = blocker(place, dates.days) else { continue }
      return day == goLive
        ? "Better dates for the same go-live are taken: \(blocker)."
        : "Not on \(words), its next better go-live: \(blocker)."
    }
    return "Go-live \(model.timetable.day(best).words) would suit it better; the plan as a whole "
      + "costs less so."
  }

  /// Go-lives from the next one to the best one, those between only as far as they are near.
  private func nextBetter(than goLive: Int, towards best: Int) -> [Int] {
    if best == goLive { return [best] }
    let step = best < goLive ? -1 : 1
    let near = stride(from: goLive + step, to: best, by: step).prefix(Self.triesNearby)
    // Further away every week is as good as any other day of it.
    let far = stride(from: goLive + step * (Self.triesNearby + 5), to: best, by: 5 * step).prefix(
      12)
    return Array(near) + Array(far) + [best]
  }

  /// Why a practice is left out.
  func leftOut(_ place: Int) -> String {
    let chain = model.practices[place]
    guard chain.hasDates else {
      return "Its own rules allow no dates between the region's start and finish."
    }
    let links = state.linkCharges(place, model: model)
    if let mate = mate(of: place), let day = state.goLives[mate] {
      let when =
        "It has to go live together with \(name(mate)) on \(model.timetable.day(day).words)"
      guard let dates = dates(place, links: links, goLive: day) else {
        return "\(when), which its own rules do not allow."
      }
      guard dates.cost >= model.noRoom / 2 else { return thereIsRoom(chain, dates) }
      return blocker(place, dates.days).map { "\(when), and then there is no room: \($0)." }
        ?? "\(when), and then there is no room."
    }
    guard let dates = dates(place, links: links) else { return "" }
    guard dates.cost >= model.noRoom / 2 else { return thereIsRoom(chain, dates) }
    if let apart = self.dates(place, links: nil), apart.cost < model.noRoom / 2,
      let link = broken(place, goLive: Int(apart.days[chain.goLive]))
    {
      let day = model.timetable.day(Int(apart.days[chain.goLive])).words
      return "There is room (go-live \(day)), but it would break a link: \(link)."
    }
    if let taken = allTaken(place, dates.days) { return "\(taken)." }
    return blocker(place, dates.days).map {
      "No legal dates have room; the nearest to it: \($0)."
    } ?? ""
  }

  /// The words for a practice that the weights leave out though there is room for it.
  private func thereIsRoom(_ chain: PracticeModel, _ dates: PatternGenerator.Priced) -> String {
    let practice = region.practices[chain.practice]
    let cost = chain.ownCost(of: dates.days) / ScaledObjective.unit
    let out = chain.unscheduledCost / ScaledObjective.unit
    let weight = region.weight(of: practice, meanListSize: region.meanListSize)
    let enough =
      weight > 0
      ? "objective.unscheduled = \(Int((cost / weight).rounded(.down)) + 1) would place it"
      : "its weight is 0"
    return "Left out though there is room: going live on "
      + "\(model.timetable.day(Int(dates.days[chain.goLive])).words) would cost \(points(cost)) "
      + "points, leaving it out \(points(out)); \(enough)."
  }

  func points(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return Int(exactly: rounded).map(String.init) ?? String(rounded)
  }

  func name(_ place: Int) -> String {
    "\(region.practices[place].name) (\(region.practices[place].code))"
  }

  /// Another member of its group that has dates.
  private func mate(of place: Int) -> Int? {
    model.blockOfPractice[place].flatMap { block in
      model.blocks[block].members.first { $0 != place && state.goLives[$0] != nil }
    }
  }
}
