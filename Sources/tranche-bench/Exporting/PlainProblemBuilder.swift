import TrancheKit

/// Puts a region's problem into plain numbers, by the contract alone: nothing of the planner is
/// used, so that other solvers judge the planner's reading of the rules too.
struct PlainProblemBuilder {
  let region: Region
  let calendar: WorkingCalendar
  let first: Int
  let days: [Day]
  private let earliest: EarliestGoLive

  init(region: Region) {
    self.region = region
    calendar = region.calendar
    first = calendar.number(of: region.horizon.lowerBound)
    let end = calendar.number(of: region.horizon.upperBound + 1)
    days = Array(calendar.workingDays[first..<max(first, end)])
    earliest = EarliestGoLive(of: region)
  }

  /// The problem; throws where a region has what the plain form cannot say.
  func problem() throws -> PlainProblem {
    var calendars = Table<PlainProblem.DayRules>()
    var leadTimes = Table<PlainProblem.LeadTime>()
    let mean = region.meanListSize
    let practices = try region.practices.indices.map {
      try practice($0, mean: mean, &calendars, &leadTimes)
    }
    return PlainProblem(
      name: region.name, days: days.map(\.iso), calendarDays: days.map { $0 - days[0] },
      stages: region.pathway.stages.map { .init(id: $0.id.text, code: $0.code) },
      goLive: region.pathway.goLive, squeeze: milli(region.objective.squeeze),
      stretch: milli(region.objective.stretch), wait: milli(region.objective.wait),
      calendars: calendars.items, leadTimes: leadTimes.items,
      resources: region.resources.map(resource), practices: practices,
      links: region.links.map(link))
  }

  private func practice(
    _ place: Int, mean: Double, _ calendars: inout Table<PlainProblem.DayRules>,
    _ leadTimes: inout Table<PlainProblem.LeadTime>
  ) throws -> PlainProblem.Practice {
    let practice = region.practices[place]
    guard practice.actuals.isEmpty else {
      throw BenchFailure("\(practice.code) has actuals: the plain form has no started practices")
    }
    let possible = earliest.day(of: place)
    let pinned = practice.pinnedGoLive.map(index(of:))
    let deadline =
      region.rules.deadlinesAreHard
      ? practice.mustBeLiveBy.map { index(of: $0 + 1) - 1 } : nil
    let leave = Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total
    return PlainProblem.Practice(
      code: practice.code.text, stages: try region.pathway.stages.map { try lengths($0, practice) },
      calendars: region.pathway.stages.indices.map { calendars.place(of: rules($0, practice)) },
      leadTimes: limits(of: practice).map { leadTimes.place(of: $0) },
      firstStart: max(
        0,
        [practice.notBefore, region.opening, region.asOf].compactMap(\.self).map(index(of:)).max()
          ?? 0),
      goLiveFrom: pinned ?? 0,
      goLiveTo: min(pinned ?? days.count - 1, deadline ?? days.count - 1),
      goLiveCost: days.map { day in
        milli(
          Cost.goLive(
            day, practice: practice, earliest: possible ?? day, in: region, meanListSize: mean
          ).total)
      },
      unscheduled: milli(leave), mayBeLeftOut: !practice.isCommitted,
      isPossible: earliest.hasDates(place),
      uses: region.resources.enumerated().compactMap { number, resource in
        guard resource.appliesTo.matches(practice) else { return nil }
        let amount = resource.amount(of: practice, meanListSize: mean)
        return amount > 0 ? PlainProblem.Use(resource: number, amount: amount) : nil
      })
  }

  private func lengths(_ stage: Stage, _ practice: Practice) throws -> PlainProblem.Lengths {
    let lengths = stage.lengths(forListSize: practice.listSize)
    let wait: Int
    switch stage.longestWait {
    case .workingDays(let count)?: wait = count
    case .days?: throw BenchFailure("\(stage.code) has a wait in calendar days")
    case nil: wait = days.count
    }
    return PlainProblem.Lengths(
      min: lengths.minimum, usual: lengths.usual, max: lengths.maximum, wait: wait)
  }

  private func limits(of practice: Practice) -> [PlainProblem.LeadTime] {
    var limits = region.pathway.leadTimes.map { leadTime in
      PlainProblem.LeadTime(
        from: leadTime.from.order, to: leadTime.to.order,
        latest: leadTime.atLeast(for: practice).map(latest(before:)),
        earliest: leadTime.atMost.map(earliest(before:)))
    }
    if let longest = region.rules.maximumElapsed {
      limits.append(
        PlainProblem.LeadTime(
          from: 0, to: region.pathway.goLive * 2, latest: nil, earliest: earliest(before: longest)))
    }
    return limits
  }

  private func link(_ link: Link) -> PlainProblem.Link {
    let (rule, lag): (String, Length) =
      switch link.rule {
      case .together: ("together", .workingDays(0))
      case .before(let lag): ("before", lag)
      case .apart(let lag): ("apart", lag)
      }
    return PlainProblem.Link(
      rule: rule, first: link.first, second: link.second, latest: latest(before: lag))
  }
}

/// Things numbered in the order in which they are first met.
struct Table<Item: Hashable> {
  private(set) var items: [Item] = []
  private var places: [Item: Int] = [:]

  mutating func place(of item: Item) -> Int {
    if let place = places[item] { return place }
    places[item] = items.count
    items.append(item)
    return items.count - 1
  }
}
