import Days
import Migrations

/// Which ends of stages become nodes of a practice's chain, and what lies between them.
struct ChainLayout {
  /// Two events that must lie so far apart.
  struct Limit {
    let from: StageEvent
    let to: StageEvent
    let atLeast: Length?
    let atMost: Length?
  }

  let nodes: [StageEvent]
  let arcParts: [[ChainArc.Part]]
  let limits: [Limit]

  private let places: [Int: Int]
  private let oneDay: Set<Int>

  /// - Parameters:
  ///   - today: the day before which nothing that is not on record can lie; nil for none.
  ///   - resources: those that apply to the practice.
  ///   - keepsReserves: whether the reserves of the region's plan hold too.
  init(
    region: Region, practice: Practice, today: Day?, resources: [Resource],
    keepsReserves: Bool = true
  ) {
    let stages = region.pathway.stages
    let lengths = stages.map { $0.lengths(forListSize: practice.listSize) }
    // A recorded stage is free of its lengths, so it may last longer.
    oneDay = Set(
      stages.indices.filter {
        lengths[$0].maximum == 1 && practice.actuals[$0] == nil
      })
    limits = ChainLayout.limits(
      region: region, practice: practice, today: today, keepsReserves: keepsReserves)
    let touched = ChainLayout.touched(
      region: region, practice: practice, limits: limits, resources: resources)

    var nodes: [StageEvent] = []
    var places: [Int: Int] = [:]
    var arcParts: [[ChainArc.Part]] = []
    var parts: [ChainArc.Part] = []
    for (place, stage) in stages.enumerated() {
      for edge in [StageEvent.Edge.start, .finish] {
        let event = StageEvent(stage: place, edge: edge)
        if edge == .start, place > 0 {
          let isFree =
            practice.actuals[place] != nil
            || ChainLayout.isOvertaken(waitBefore: place, practice, today, region: region)
          parts.append(.gap(longest: isFree ? .max : ChainLayout.longestIdle(stage)))
        } else if edge == .finish, !oneDay.contains(place) {
          parts.append(
            ChainLayout.part(
              stage: place, lengths: lengths[place], actual: practice.actuals[place],
              calendar: region.calendar))
        }
        // The finish of a stage of one day is its start.
        if edge == .finish, oneDay.contains(place) {
          places[event.order] = places[event.order - 1]
          continue
        }
        guard touched.contains(event.order) else { continue }
        if !nodes.isEmpty {
          arcParts.append(parts)
        }
        parts = []
        places[event.order] = nodes.count
        nodes.append(event)
      }
    }
    self.nodes = nodes
    self.arcParts = arcParts
    self.places = places
  }

  /// The node of an event; the event must be touched.
  func node(_ event: StageEvent) -> Int {
    guard let place = places[event.order] else {
      preconditionFailure("the event \(event) is no node of the chain")
    }
    return place
  }

  /// Whether a stage's finish is its start.
  func isOneDay(_ stage: Int) -> Bool { oneDay.contains(stage) }

  /// The idle working days before a stage that is not on record.
  private static func longestIdle(_ stage: Stage) -> Int {
    switch stage.longestWait {
    case .workingDays(let count)?: count
    case .days(let count)?: count
    case nil: .max
    }
  }

  /// Whether the wait before a stage is already too long today: that cannot be helped any more.
  static func isOvertaken(
    waitBefore stage: Int, _ practice: Practice, _ today: Day?, region: Region
  ) -> Bool {
    guard stage > 0, let today, practice.isAhead(stage),
      let before = practice.recorded(StageEvent(stage: stage - 1, edge: .finish)),
      let longest = region.pathway.stages[stage].longestWait, before < today
    else { return false }
    return switch longest {
    case .workingDays(let count): region.calendar.count(in: (before + 1)..<today) > count
    case .days(let count):
      (region.calendar.firstWorkingDay(onOrAfter: today) ?? today) - before - 1 > count
    }
  }

  private static func part(
    stage: Int, lengths: Stage.Lengths, actual: Practice.Actual?, calendar: WorkingCalendar
  ) -> ChainArc.Part {
    guard let actual else { return .length(stage: stage, lengths: lengths) }
    guard let finish = actual.finish else {
      // Under way: its start is kept, its length is free.
      let free = Stage.Lengths(
        minimum: 1, usual: lengths.usual, maximum: calendar.workingDays.count)
      return .length(stage: stage, lengths: free)
    }
    return .recorded(
      days: max(1, calendar.count(in: actual.start..<(finish + 1))), usual: lengths.usual)
  }

  /// What holds between two dates, save where the later one is on record and, at most, where the
  /// time since the earlier one is over today.
  private static func limits(
    region: Region, practice: Practice, today: Day?, keepsReserves: Bool
  ) -> [Limit] {
    let leadTimes = region.pathway.leadTimes.filter { keepsReserves || !$0.isReserve }
    var limits = leadTimes.map {
      Limit(
        from: $0.from, to: $0.to, atLeast: $0.atLeast(for: practice),
        atMost: $0.atMost)
    }
    if let longest = region.rules.maximumElapsed {
      limits.append(
        Limit(
          from: StageEvent(stage: 0, edge: .start),
          to: StageEvent(stage: region.pathway.goLive, edge: .start), atLeast: nil,
          atMost: longest))
    }
    guard !practice.actuals.isEmpty else { return limits }
    return limits.compactMap { limit in
      guard !practice.isRecorded(limit.to) else { return nil }
      guard let today, practice.isAhead(limit.to.stage), let most = limit.atMost,
        let begun = practice.recorded(limit.from),
        let first = region.calendar.firstWorkingDay(onOrAfter: today),
        most.distance(from: begun, to: first, in: region.calendar) > most.count
      else { return limit }
      return Limit(from: limit.from, to: limit.to, atLeast: limit.atLeast, atMost: nil)
    }
  }

  /// The orders of the events that something touches.
  private static func touched(
    region: Region, practice: Practice, limits: [Limit], resources: [Resource]
  ) -> Set<Int> {
    var touched: Set<Int> = []
    func touch(_ stage: Int, _ edge: StageEvent.Edge) {
      touched.insert(StageEvent(stage: stage, edge: edge).order)
    }
    let stages = region.pathway.stages
    touch(0, .start)
    touch(region.pathway.goLive, .start)
    touch(stages.count - 1, .finish)
    if let first = stages.indices.first(where: { practice.actuals[$0] == nil }) {
      touch(first, .start)
    }
    for (place, stage) in stages.enumerated() {
      if stage.weekdays != nil || !stage.avoidWeekdays.isEmpty { touch(place, .start) }
      if case .days? = stage.longestWait, place > 0 {
        touch(place - 1, .finish)
        touch(place, .start)
      }
    }
    for (place, actual) in practice.actuals {
      touch(place, .start)
      if actual.finish != nil || actual.finishesFrom != nil { touch(place, .finish) }
    }
    for stage in NodeCosts.periodStages(practice: practice, region: region) {
      touch(stage, .start)
      touch(stage, .finish)
    }
    for limit in limits {
      touched.insert(limit.from.order)
      touched.insert(limit.to.order)
    }
    for resource in resources {
      switch resource.use {
      case .starts(let stages): stages.forEach { touch($0, .start) }
      case .days(let stages):
        stages.forEach {
          touch($0, .start)
          touch($0, .finish)
        }
      case .span(let from, let to):
        touched.insert(from.event.order)
        touched.insert(to.event.order)
      }
    }
    // The finish of a stage of one day is its start, so its start is what is touched.
    for place in stages.indices
    where touched.contains(place * 2 + 1)
      && stages[place].lengths(forListSize: practice.listSize).maximum == 1
      && practice.actuals[place] == nil
    {
      touch(place, .start)
    }
    return touched
  }
}
