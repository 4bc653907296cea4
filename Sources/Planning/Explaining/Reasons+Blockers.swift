import Days
import Migrations

/// What stands in the way of dates, with everybody else held.
extension Reasons {
  /// The dates that cost a practice least in the room that the others leave; where there is none
  /// they cost `Model.noRoom` for each slot or link in the way, so that the fewest are.
  ///
  /// - Parameters:
  ///   - place: the practice.
  ///   - links: what its links charge by go-live day; nil to leave them aside.
  ///   - goLive: only this go-live day number, or nil for any.
  func dates(
    _ place: Int, links: [Double]?, goLive: Int? = nil
  ) -> PatternGenerator.Priced? {
    room.without(state.uses[place]) { base in
      generator.best(
        model.practices[place],
        charges: RoomCharges(
          room: base, noRoom: model.noRoom, prices: nil, weight: 0, goLive: links),
        goLive: goLive)
    }
  }

  /// The link that a go-live breaks or the slots without room, in words; nil if nothing is.
  func blocker(_ place: Int, _ days: [Int32]) -> String? {
    if let link = broken(place, goLive: Int(days[model.practices[place].goLive])) { return link }
    let full = fullRows(place, days)
    guard let first = full.first else { return nil }
    let more = full.count > 1 ? " and \(words(ofRow: full[1]))" : ""
    return "\(words(ofRow: first)) full\(more.isEmpty ? "" : "\(more) full")"
  }

  func words(ofRow row: Int) -> String {
    let resource = region.resources[model.rows.resource(of: row)]
    let period = model.rows.period(of: row, timetable: model.timetable).words
    return resource.period == .week
      ? "\(resource.name) in the week of \(period)" : "\(resource.name) on \(period)"
  }

  /// The rows without room on some days, this practice's own use given back.
  func fullRows(_ place: Int, _ days: [Int32]) -> [Int] {
    var own: [Int: Double] = [:]
    for use in state.uses[place] { own[use.row, default: 0] += use.amount }
    var needed: [Int: Double] = [:]
    for use in generator.uses(of: model.practices[place], days: days) {
      needed[use.row, default: 0] += use.amount
    }
    return needed.keys.sorted().filter {
      state.room[$0] + own[$0, default: 0] < needed[$0, default: 0] - 1e-6
    }
  }

  func broken(_ place: Int, goLive: Int) -> String? {
    for number in model.linksOfPractice[place] {
      let link = model.links[number]
      let isFirst = link.first == place
      let other = isFirst ? link.second : link.first
      guard let otherDay = state.goLives[other] else { continue }
      if !model.allows(
        link, first: isFirst ? goLive : otherDay, second: isFirst ? otherDay : goLive)
      {
        return link.isFromPilot
          ? (isFirst
            ? "as a pilot it goes before \(name(other))" : "pilot \(name(other)) goes first")
          : "it is linked with \(name(other)), live on \(model.timetable.day(otherDay).words)"
      }
    }
    return nil
  }

  /// Whether its own rules allow the practice no earlier go-live as they stand.
  func isFirst(_ goLive: Int, of chain: PracticeModel) -> Bool {
    if goLive == chain.earliest { return true }
    var limited = chain
    limited.nodes[chain.goLive].upper = min(limited.nodes[chain.goLive].upper, goLive - 1)
    return generator.best(limited, charges: NoCharges()) == nil
  }

  /// The rule that keeps a practice's dates from being a day earlier, in words; nil if it is only
  /// that stages take their time.
  func ownRule(_ place: Int, _ days: [Int32]) -> String? {
    let chain = model.practices[place]
    let practice = region.practices[place]
    for (node, number) in zip(chain.nodes, days).reversed() where node.event.edge == .start {
      let stage = node.event.stage
      let day = model.timetable.day(Int(number))
      let before = model.timetable.day(Int(number) - 1)
      guard before < day, practice.actuals[stage] == nil else { continue }
      let name = region.pathway.stages[stage].name
      for period in region.protectedPeriods
      where period.rule == .forbid && period.stages.contains(stage) {
        if let range = period.occurrences(touching: before...before).first {
          return "until \(range.upperBound.words) \(period.name) forbids \(name)"
        }
      }
      for closure in practice.closures
      where closure.rule == .forbid && closure.stages.contains(stage)
        && closure.days.contains(before)
      {
        return "until \(closure.days.upperBound.words) its own closure forbids \(name)"
      }
    }
    guard let first = days.first, let node = chain.nodes.first, Int(first) <= max(node.lower, 0)
    else { return nil }
    let day = model.timetable.day(Int(first))
    if let notBefore = practice.notBefore, model.timetable.index(onOrAfter: notBefore) == Int(first)
    {
      return "it may not start before \(notBefore.words)"
    }
    return "from its first day, \(day.words), its stages take that long"
  }

  /// That every slot of a resource that the practice needs is taken, in words; nil if some is not.
  func allTaken(_ place: Int, _ days: [Int32]) -> String? {
    let chain = model.practices[place]
    guard let profile = generator.goLiveProfile(chain, charges: NoCharges()) else { return nil }
    let goLives = profile.indices.filter { profile[$0].isFinite }
    guard let firstDay = goLives.first, let lastDay = goLives.last else { return nil }
    for row in fullRows(place, days) {
      let resource = model.rows.resource(of: row)
      guard let term = chain.terms.first(where: { $0.resource == resource }),
        case .starts(let nodes) = term.kind
      else { continue }
      let stretch = model.rows.stretches[resource]
      var rows: Set<Int> = []
      for node in nodes {
        let isLater = node > chain.goLive
        let lag =
          isLater
          ? chain.leastLag(from: chain.goLive, to: node)
          : chain.leastLag(from: node, to: chain.goLive)
        let first = isLater ? firstDay + lag : chain.leastLag(from: 0, to: node)
        let last = isLater ? profile.count - 1 : lastDay - lag
        guard first <= last else { continue }
        for day in first...last where chain.nodes[node].ownCost[day].isFinite {
          if node == chain.goLive, !profile[day].isFinite { continue }
          rows.insert(stretch.base + generator.period(of: day, stretch: stretch))
        }
      }
      let open = rows.filter { model.rows.capacity[$0] > 0 }.sorted()
      guard let start = open.first, let end = open.last,
        open.allSatisfy({ state.room[$0] < term.amount - 1e-6 })
      else { continue }
      if open.count == 1 { return "\(words(ofRow: start)): nothing is left" }
      let slots = open.reduce(0) { $0 + model.rows.capacity[$1] }
      let from = model.rows.period(of: start, timetable: model.timetable).words
      let to = model.rows.period(of: end, timetable: model.timetable).words
      let periods = counted(open.count, region.resources[resource].period.rawValue)
      return
        "\(region.resources[resource].name): all \(Int(slots)) of the \(periods) "
        + "from \(from) to \(to) are taken"
    }
    return nil
  }
}

/// Room that is lent to one practice at a time, so that nothing is copied for each.
final class SpareRoom {
  private var room: [Double]

  init(_ room: [Double]) { self.room = room.isEmpty ? [0] : room }

  /// Calls with the room that is left without some uses.
  func without<Result>(
    _ uses: [RowUse], _ body: (UnsafePointer<Double>) -> Result?
  ) -> Result? {
    for use in uses { room[use.row] += use.amount }
    defer { for use in uses { room[use.row] -= use.amount } }
    return room.withUnsafeBufferPointer { $0.baseAddress.flatMap(body) }
  }
}
