import Days
public import Migrations

/// Measures how far the dates of a plan could slip before a rule broke or something else had to
/// move.
///
/// A stage slips with its length; dates on record and agreed go-lives do not slip. Each day that is
/// tried is judged by the rules of the checker, the capacities by what the others leave.
public struct PlanSlack {
  private let region: Region
  private let schedules: [Int: Schedule]
  private let counter: ResourceUses
  /// What is used of each resource, by place in the region's list and period.
  private let used: [[Day: Double]]
  /// The links of each practice.
  private let links: [Int: [Link]]

  /// Rules that concern the dates of one practice alone.
  private static let own: [any PlanCheck] = [
    PathwayCheck(), LeadTimesCheck(), ProtectedCheck(), ClosuresCheck(), DeadlinesCheck(),
    AsOfCheck(),
  ]

  /// The slack of a plan; `schedules` is keyed by place in the region's list.
  public init(of schedules: [Int: Schedule], in region: Region) {
    let plan = CheckedPlan(schedules: schedules, region: region)
    let counter = ResourceUses(of: region)
    self.region = region
    self.schedules = plan.schedules
    self.counter = counter
    used = region.resources.map { resource in
      plan.scheduled.reduce(into: [:]) { used, place in
        guard let schedule = plan.schedules[place] else { return }
        let uses = counter.uses(of: resource, place: place, schedule: schedule)
        used.merge(uses, uniquingKeysWith: +)
      }
    }
    links = region.links.reduce(into: [:]) { links, link in
      links[link.first, default: []].append(link)
      links[link.second, default: []].append(link)
    }
  }

  /// The slack of every practice with dates, by place.
  public func all() -> [Int: Slack] {
    var all: [Int: Slack] = [:]
    for place in schedules.keys.sorted() { all[place] = slack(of: place) }
    return all
  }

  /// The slack of the practice at this place; nil if it has no dates.
  public func slack(of place: Int) -> Slack? {
    guard let schedule = schedules[place] else { return nil }
    let room = Room(of: place, schedule, resources: region.resources, used: used, counter)
    let movable = schedule.indices.filter { !isFixed($0, of: place) }
    return Slack(
      stages: schedule.indices.map { stage in
        movable.contains(stage) ? days(place, schedule, moving: [stage], room) : 0
      },
      whole: movable.contains(region.pathway.goLive)
        ? days(place, schedule, moving: movable, room) : 0)
  }

  private func isFixed(_ stage: Int, of place: Int) -> Bool {
    let practice = region.practices[place]
    return practice.actuals[stage] != nil
      || (stage == region.pathway.goLive && practice.pinnedGoLive != nil)
  }

  /// The working days, one after the other, by which these stages can be later.
  private func days(_ place: Int, _ schedule: Schedule, moving stages: [Int], _ room: Room) -> Int {
    for days in 1...Slack.most {
      var later = schedule
      for stage in stages {
        let dates = schedule[stage]
        guard let start = region.calendar.day(dates.start, movedBy: days),
          let finish = region.calendar.day(dates.finish, movedBy: days)
        else { return days - 1 }
        later[stage] = StageDates(start: start, finish: finish)
      }
      if !keepsRules(later, place) || !room.holds(later) { return days - 1 }
    }
    return Slack.most
  }

  private func keepsRules(_ schedule: Schedule, _ place: Int) -> Bool {
    let alone = CheckedPlan(schedules: [place: schedule], region: region)
    let goLive = region.pathway.goLive
    return Self.own.allSatisfy { $0.findings(in: alone).isEmpty }
      && (links[place] ?? []).allSatisfy { link in
        let first = link.first == place ? schedule : schedules[link.first]
        let second = link.second == place ? schedule : schedules[link.second]
        guard let first, let second else { return true }
        return link.allows(
          first: first[goLive].start, second: second[goLive].start, in: region.calendar)
      }
  }
}

/// What the others leave of the resources that one practice uses.
private struct Room {
  private let place: Int
  private let counter: ResourceUses
  private let resources: [(resource: Resource, others: [Day: Double])]

  init(
    of place: Int, _ schedule: Schedule, resources: [Resource], used: [[Day: Double]],
    _ counter: ResourceUses
  ) {
    self.place = place
    self.counter = counter
    let practice = counter.region.practices[place]
    self.resources = zip(resources, used).compactMap { resource, used in
      guard resource.appliesTo.matches(practice) else { return nil }
      let own = counter.uses(of: resource, place: place, schedule: schedule)
      return (resource, used.merging(own.mapValues { -$0 }, uniquingKeysWith: +))
    }
  }

  /// Whether these dates of the practice take no more than is left.
  func holds(_ schedule: Schedule) -> Bool {
    resources.allSatisfy { resource, others in
      counter.uses(of: resource, place: place, schedule: schedule).allSatisfy { period, amount in
        (others[period] ?? 0) + amount
          <= resource.room(inPeriod: period) + CapacityCheck.tolerance
      }
    }
  }
}
