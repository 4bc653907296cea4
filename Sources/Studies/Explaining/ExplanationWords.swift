import Days
import Migrations
import Planning

/// Practices, slots and differences in the words of explanations.
struct ExplanationWords {
  let region: Region

  /// The name and the code of the practice at a place.
  func practice(_ place: Int) -> String {
    let practice = region.practices[place]
    return "\(practice.name) (\(practice.code))"
  }

  /// Several practices, by code.
  func codes(_ places: [Int], most: Int = 8) -> String {
    let codes = places.map { region.practices[$0].code.text }
    guard codes.count > most else { return codes.joined(separator: ", ") }
    return codes.prefix(most).joined(separator: ", ") + " and \(codes.count - most) more"
  }

  /// The name of a resource.
  func resource(_ id: ResourceID) -> String {
    region.resources.first { $0.id == id }?.name ?? id.text
  }

  /// A period of a resource, as `in the week of 5 July 2027`.
  func period(_ period: Day, of id: ResourceID) -> String {
    let isWeekly = region.resources.first { $0.id == id }?.period != .day
    return isWeekly ? "in the week of \(period.words)" : "on \(period.words)"
  }

  /// A full slot with who holds it.
  func slot(_ slot: FullSlot) -> String {
    let by = slot.holders.isEmpty ? "" : ", held by \(codes(slot.holders))"
    let room = "\(plain(slot.used)) of \(plain(slot.capacity))"
    return "\(resource(slot.resource)) full \(period(slot.period, of: slot.resource)) "
      + "(\(room)\(by))"
  }

  /// What keeps a date from being earlier.
  func cause(_ cause: DateBinding.Cause) -> String {
    switch cause {
    case .agreed: return "agreed"
    case .recorded: return "on record"
    case .dearer(let points):
      return points < 0.005
        ? "nothing: earlier would do as well"
        : "nothing but cost: earlier is \(inPoints(points)) dearer"
    case .full(let slots): return slots.map(slot).joined(separator: "; ")
    case .linked(let other, let isPilot):
      return isPilot
        ? "pilot \(practice(other)) goes first" : "linked with \(practice(other))"
    case .rule(_, let words): return words
    }
  }

  /// How far a week is from another, as `2 weeks earlier`.
  func distance(from now: Day, to week: Day) -> String {
    let weeks = (week - Week(containing: now).monday) / 7
    return "\(counted(abs(weeks), "week")) \(weeks < 0 ? "earlier" : "later")"
  }

  /// A go-live that differs, as `L82003 5 days later`.
  func move(_ move: GoLiveMove) -> String {
    let code = region.practices[move.practice].code
    switch (move.was, move.now) {
    case (let was?, let now?):
      let days = now - was
      return "\(code) \(counted(abs(days), "day")) \(days > 0 ? "later" : "earlier")"
    case (_?, nil): return "\(code) left out"
    default: return "\(code) placed"
    }
  }

  /// What a plan costs beyond another, both without moves, as far as is proven.
  ///
  /// - Parameter bound: points that every plan of the kind costs at least, whoever moves; nil for
  ///   the new plan's own bound, where its costs count no moves.
  func difference(_ now: Plan, from was: Plan, bound: Double? = nil) -> String {
    let more = now.cost.withoutMoves - was.cost.withoutMoves
    let least = (bound ?? now.bound) - was.cost.withoutMoves
    let amount = "\(inPoints(abs(more))) \(more < 0 ? "less" : "more")"
    if abs(more) < 0.005, least > -0.005 { return "costs the same" }
    let found = abs(more) < 0.005 ? "costs the same" : "costs \(amount)"
    // A bound on costs with moves says nothing of those without.
    if bound == nil, now.cost[.moved] + was.cost[.moved] > 0 { return found }
    guard more - least > 0.005 else { return "\(found), proven" }
    let whoever = bound == nil ? "" : ", whoever moves"
    return "\(found) (proven: at least \(plain(max(0, least))) more\(whoever))"
  }
}
