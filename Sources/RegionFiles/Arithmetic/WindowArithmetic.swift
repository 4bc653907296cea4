import Days
public import Migrations

/// Sums that show before any optimising that something cannot work: a practice's stages that do
/// not fit, a resource of which there is not enough however it is spread.
///
/// All of it is warnings: whether a plan exists is for the planner to say.
public struct WindowArithmetic: Sendable {
  private let region: Region
  private let places: PracticePlaces

  /// Sums about a region, whose practices stand in some places of their files.
  public init(region: Region, places: PracticePlaces = PracticePlaces()) {
    self.region = region
    self.places = places
  }

  /// The warnings, W310 to W345, practices first.
  public func warnings() -> [Diagnostic] {
    let dates = EarliestDates(region: region)
    let schedules = region.practices.map { dates.schedule(of: $0) }
    return practiceWarnings(schedules)
      + WishArithmetic(region: region, dates: dates).warnings(schedules)
      + region.resources.flatMap { warnings(of: $0, schedules, dates) }
      + changesWithoutMonday()
      + missingLimits()
  }

  /// Changes of weekly capacities that no Monday lies in, and that so change nothing.
  private func changesWithoutMonday() -> [Diagnostic] {
    var resources: [ClosedRange<Day>: [String]] = [:]
    for resource in region.resources where resource.period == .week {
      for change in resource.changes {
        guard let from = change.from, let to = change.to, from <= to,
          Week(containing: to).monday < from
        else { continue }
        resources[from...to, default: []].append(resource.id.text)
      }
    }
    return resources.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { days, ids in
      let more = ids.count > 3 ? " and \(ids.count - 3) more" : ""
      return Diagnostic(
        code: "W315", file: "region.toml",
        message: "the closure or change of capacity of \(days.words) changes nothing for"
          + " \(ids.prefix(3).joined(separator: ", "))\(more)",
        why: "Capacities by the week go by their Monday, and none lies in it.",
        fix: "begin it on the Monday of the week that it is to change.")
    }
  }

  /// Warns of systems that practices come to without any limit on their go-lives, where another
  /// system of the region has one: it was most likely forgotten.
  private func missingLimits() -> [Diagnostic] {
    let goLive = region.pathway.goLive
    func isLimited(_ practice: Practice) -> Bool {
      region.resources.contains { resource in
        // One cutover a week in each PCN is no limit on what a supplier does in a week.
        guard resource.appliesTo.pcns == nil, resource.appliesTo.matches(practice) else {
          return false
        }
        switch resource.use {
        case .starts(let stages), .days(let stages): return stages.contains(goLive)
        case .span(let from, let to):
          return from.event.stage <= goLive && goLive <= to.event.stage
        }
      }
    }
    let byTarget = Dictionary(grouping: region.practices, by: \.target)
    let limited = Set(byTarget.filter { $0.value.allSatisfy(isLimited) }.keys)
    guard !limited.isEmpty else { return [] }
    return byTarget.filter { $0.value.count > 1 && !$0.value.contains(where: isLimited) }
      .sorted { $0.key.text < $1.key.text }.map { target, practices in
        let name = region.systems.first { $0.id == target }?.name ?? target.text
        return Diagnostic(
          code: "W341", file: "region.toml",
          message: "no go-live limit for \(name):"
            + " \(counted(practices.count, "go-live")) in one week possible",
          why: "Other systems of the region have one.",
          fix: "give its [[system]], with id = \"\(target)\", go_lives_per_week, loads_per_week and"
            + " trainers.")
      }
  }

  private func practiceWarnings(_ schedules: [Schedule]) -> [Diagnostic] {
    let goLive = region.pathway.goLive
    return zip(region.practices, schedules).flatMap { practice, schedule -> [Diagnostic] in
      func warning(
        _ code: String, _ field: PracticeField, _ message: String, why: String?, fix: String
      ) -> Diagnostic {
        places.diagnostic(code, practice.code, field, message, why: why, fix: fix)
      }
      guard schedule.count == region.pathway.stages.count, let last = schedule.last,
        last.finish <= region.horizon.upperBound
      else {
        let end = schedule.count == region.pathway.stages.count ? schedule.last?.finish : nil
        return [
          warning(
            "W310", .odsCode,
            "\(practice.code) cannot be migrated by \(region.horizon.upperBound.words)",
            why: end.map { "At the earliest its last stage ends on \($0.words)." },
            fix: "move the finish in region.toml, or its not_before, closures or protected periods."
          )
        ]
      }
      let earliest = schedule[goLive].start
      var warnings: [Diagnostic] = []
      if let deadline = practice.mustBeLiveBy, deadline < earliest {
        warnings.append(
          warning(
            "W311", .mustBeLiveBy,
            "\(practice.code) must be live by \(deadline.words), its earliest go-live is"
              + " \(earliest.words)", why: "Its stages take that long, each as short as it may be.",
            fix: "move the date, or let it start earlier."))
      }
      if let pin = practice.pinnedGoLive, let asOf = region.asOf, pin < asOf,
        practice.actuals[goLive] == nil
      {
        warnings.append(
          warning(
            "W312", .pinnedGoLive,
            "the agreed go-live of \(practice.code), \(pin.words), is over and not on record",
            why: "Nothing off record starts before \(asOf.words), so no plan will hold.",
            fix: "record it in actuals.csv, or agree on another day."))
      } else if let pin = practice.pinnedGoLive, pin < earliest {
        warnings.append(
          warning(
            "W312", .pinnedGoLive,
            "the agreed go-live of \(practice.code), \(pin.words), is before its earliest,"
              + " \(earliest.words)", why: "Agreed days are kept, so no plan will hold.",
            fix: "move the day, or record the stages already begun in actuals.csv."))
      }
      return warnings
    }
  }

  private func warnings(
    of resource: Resource, _ schedules: [Schedule], _ dates: EarliestDates
  ) -> [Diagnostic] {
    let mean = region.meanListSize
    let users = region.practices.indices.filter { resource.appliesTo.matches(region.practices[$0]) }
    guard !users.isEmpty else { return [] }
    let periods = periods(of: resource, users.map { schedules[$0] }, dates)
    let capacities = periods.map { resource.capacity(inPeriod: $0) }
    func warning(_ code: String, _ message: String, fix: String) -> Diagnostic {
      Diagnostic(
        code: code, file: "region.toml", message: message, why: "From \(resource.origin).", fix: fix
      )
    }
    guard let most = capacities.max(), most > 0 else {
      return [
        warning(
          "W330",
          "\(resource.id) has no capacity in any \(resource.period.rawValue), and"
            + " \(counted(users.count, "practice")) need it",
          fix: "give it capacity, or take it away.")
      ]
    }
    let uses = users.map { leastUses(of: resource, by: region.practices[$0]) }
    let amounts = users.map { resource.amount(of: region.practices[$0], meanListSize: mean) }
    var warnings: [Diagnostic] = []
    if let worst = amounts.indices.max(by: { amounts[$0] < amounts[$1] }), amounts[worst] > most {
      warnings.append(
        warning(
          "W332",
          "\(region.practices[users[worst]].code) needs \(NumberText.readable(amounts[worst])) of"
            + " \(resource.id) at once, and there are never more than \(NumberText.readable(most))",
          fix: "raise its capacity."))
    }
    let needed = zip(uses, amounts).reduce(0) { $0 + Double($1.0) * $1.1 }
    let available = capacities.reduce(0, +)
    if needed > available {
      // What a steady capacity would have to be, in whole units.
      let open = capacities.count { $0 > 0 }
      let least = (needed / Double(open) - 1e-9).rounded(.up)
      let unit = resource.period.rawValue
      warnings.append(
        warning(
          "W340",
          "\(resource.name) (\(resource.id)): \(NumberText.readable(needed)) needed before the"
            + " finish, \(NumberText.readable(available)) there; you need"
            + " \(NumberText.readable(least)) a \(unit) in \(counted(open, unit)),"
            + " there \(most == 1 ? "is" : "are") \(NumberText.readable(most))",
          fix: "raise its capacity, move the finish, or expect practices to be left out; tranche"
            + " capacity --by says what is enough for a day."))
    }
    return warnings
  }

  /// In how many periods a practice uses a resource at least, whatever its dates.
  private func leastUses(of resource: Resource, by practice: Practice) -> Int {
    func days(_ stages: some Sequence<Int>) -> Int {
      stages.reduce(0) {
        $0 + region.pathway.stages[$1].lengths(forListSize: practice.listSize).minimum
      }
    }
    let count: Int
    switch resource.use {
    case .starts(let stages): return stages.count
    case .days(let stages): count = days(stages)
    case .span(let from, let to):
      let first = from.event.stage + (from.event.edge == .finish ? 1 : 0)
      let last = to.event.stage - (to.event.edge == .start ? 1 : 0)
      // Days at which the span touches a stage whose other days lie outside it.
      let ends = (from.event.edge == .finish ? 1 : 0) + (to.event.edge == .start ? 1 : 0)
      let isPoint = from.event == to.event
      let inside = first <= last ? days(first...last) : 0
      count = max(1, (isPoint ? 1 : inside + ends) + to.offset - from.offset)
    }
    // So many working days touch at least one week for every five of them.
    return resource.period == .day ? count : (count + 4) / 5
  }

  /// The periods in which a resource can be used: from its users' earliest dates to the horizon's
  /// end, those left out in which every listed stage is forbidden.
  private func periods(
    of resource: Resource, _ schedules: [Schedule], _ dates: EarliestDates
  ) -> [Day] {
    let (first, last, stages) = reach(of: resource, schedules)
    var periods: [Day] = []
    var day = resource.period(containing: first)
    while day <= last {
      let length = resource.period == .day ? 1 : 7
      let days = (max(day, first)..<max(min(day + length, last + 1), max(day, first)))
        .filter(region.calendar.isWorking)
      // Spans reach over protected periods, so only listed stages rule a period out.
      let isOpen =
        stages.isEmpty
        ? !days.isEmpty
        : days.contains { day in stages.contains { !dates.forbids($0, on: day) } }
      if isOpen { periods.append(day) }
      day = day + length
    }
    return periods
  }

  private func reach(
    of resource: Resource, _ schedules: [Schedule]
  ) -> (first: Day, last: Day, stages: [Int]) {
    let horizon = region.horizon
    func earliest(_ stage: Int) -> Day {
      schedules.compactMap { stage < $0.count ? $0[stage].start : nil }.min()
        ?? horizon.lowerBound
    }
    switch resource.use {
    case .starts(let stages), .days(let stages):
      return (stages.map(earliest).min() ?? horizon.lowerBound, horizon.upperBound, stages)
    case .span(let from, let to):
      // An offset may leave the horizon; a working day is never more than four calendar days.
      let before = min(0, from.offset) * 4
      let after = max(0, to.offset) * 4
      return (
        max(region.calendar.first, horizon.lowerBound + before),
        min(region.calendar.last, horizon.upperBound + after), []
      )
    }
  }
}
