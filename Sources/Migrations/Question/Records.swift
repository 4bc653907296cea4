public import Days

/// What is on record, and what follows from it for a region.
extension Practice {
  /// The stage that is under way by what is on record, by place; nil for none.
  public var openStage: Int? {
    actuals.keys.max().flatMap { actuals[$0]?.finish == nil ? $0 : nil }
  }

  /// Whether the date is on record.
  public func isRecorded(_ event: StageEvent) -> Bool { recorded(event) != nil }

  /// The date as it is on record; nil if it is not.
  public func recorded(_ event: StageEvent) -> Day? {
    guard let actual = actuals[event.stage] else { return nil }
    return event.edge == .start ? actual.start : actual.finish
  }

  /// Whether a stage comes after everything on record, so that today binds it.
  ///
  /// Stages without a record before one with a record have happened, whenever that was.
  public func isAhead(_ stage: Int) -> Bool { actuals.keys.allSatisfy { $0 < stage } }
}

extension Region {
  /// The same region seen on a day: nothing off record starts before it, and what is under way has
  /// not ended before it.
  ///
  /// - Parameter day: the day on which the records were true; nil to forget it.
  public func seen(on day: Day?) -> Region {
    var region = self
    region.asOf = day
    for place in region.practices.indices where !region.practices[place].actuals.isEmpty {
      let practice = region.practices[place]
      let isOverdue = baseline?.overdue.contains(practice.code) ?? false
      for (stage, actual) in practice.actuals {
        let isOpen =
          actual.finish == nil && !isOverdue && day.map { actual.start < $0 } ?? false
          // A stage of a day that has begun is over.
          && pathway.stages[stage].lengths(forListSize: practice.listSize).maximum > 1
        region.practices[place].actuals[stage]?.finishesFrom = isOpen ? day : nil
      }
    }
    return region.countingRecords()
  }

  /// The day before which this stage of a practice may not start as it is not on record; nil if
  /// there is none.
  public func today(for practice: Practice, stage: Int) -> Day? {
    guard let asOf, practice.isAhead(stage),
      !(baseline?.overdue.contains(practice.code) ?? false)
    else { return nil }
    return asOf
  }

  /// The first day on which this stage of a practice may start by the region's and the practice's own
  /// first day; nil where neither binds, as with stages that come before one on record.
  public func opening(for practice: Practice, stage: Int) -> Day? {
    guard practice.isAhead(stage) else { return nil }
    return [opening, practice.notBefore].compactMap(\.self).max()
  }

  /// The same region with what its records use, and without the links that they have broken.
  public func countingRecords() -> Region {
    var region = self
    let all = links + brokenLinks
    region.links = all.filter { !isBroken($0) }
    region.brokenLinks = all.filter(isBroken)
    let recorded = practices.filter { !$0.actuals.isEmpty }
    let mean = meanListSize
    for place in resources.indices {
      var used: [Day: Double] = [:]
      for practice in recorded where resources[place].appliesTo.matches(practice) {
        let amount = resources[place].amount(of: practice, meanListSize: mean)
        for (period, times) in recordedPeriods(of: resources[place], by: practice) {
          used[period, default: 0] += amount * Double(times)
        }
      }
      region.resources[place].recordedUse = used
    }
    return region
  }

  /// Whether go-lives on record rule out that a link is ever kept.
  private func isBroken(_ link: Link) -> Bool {
    let goLive = StageEvent(stage: pathway.goLive, edge: .start)
    let first = practices[link.first].recorded(goLive)
    let second = practices[link.second].recorded(goLive)
    switch (first, second) {
    case (let first?, let second?):
      return !link.allows(first: first, second: second, in: calendar)
    case (nil, nil): return false
    case (nil, let second?):
      // What is still to come can neither share a day that is past nor come before it.
      if case .apart = link.rule { return false }
      return today(for: practices[link.first], stage: pathway.goLive).map { second < $0 } ?? false
    case (let first?, nil):
      guard link.rule == .together else { return false }
      return today(for: practices[link.second], stage: pathway.goLive).map { first < $0 } ?? false
    }
  }

  /// The periods in which a practice's records use a resource, and how often.
  private func recordedPeriods(of resource: Resource, by practice: Practice) -> [Day: Int] {
    var periods: [Day: Int] = [:]
    func add(from first: Int, to last: Int) {
      guard first <= last else { return }
      for number in first...last {
        if let day = calendar.day(number: number) {
          periods[resource.period(containing: day)] = 1
        }
      }
    }
    switch resource.use {
    case .starts(let stages):
      for stage in stages {
        guard let actual = practice.actuals[stage] else { continue }
        periods[resource.period(containing: actual.start), default: 0] += 1
      }
    case .days(let stages):
      for stage in stages {
        guard let actual = practice.actuals[stage] else { continue }
        add(
          from: calendar.number(of: actual.start),
          to: calendar.number(of: actual.finish ?? actual.finishesFrom ?? actual.start))
      }
    case .span(let from, let to):
      guard let first = practice.recorded(from.event) else { break }
      add(
        from: calendar.number(of: first) + from.offset,
        to: soonest(to.event, of: practice) + to.offset)
    }
    return periods
  }

  /// The number of the first working day on which a date can be, by the records and the shortest
  /// lengths alone.
  private func soonest(_ event: StageEvent, of practice: Practice) -> Int {
    if let recorded = practice.recorded(event) { return calendar.number(of: recorded) }
    var over = -1
    for stage in 0...event.stage {
      var start = over + 1
      var length = pathway.stages[stage].lengths(forListSize: practice.listSize).minimum
      if let actual = practice.actuals[stage] {
        start = calendar.number(of: actual.start)
        length = 1
        over = max(
          start, (actual.finish ?? actual.finishesFrom).map(calendar.number(of:)) ?? start)
      } else {
        if let today = today(for: practice, stage: stage) {
          start = max(start, calendar.number(of: today))
        }
        over = start + length - 1
      }
      if stage == event.stage { return event.edge == .start ? start : over }
    }
    return over
  }
}
