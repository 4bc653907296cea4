import Days
import Migrations

/// Makes migrations ready for replays.
struct MigrationBuilder {
  let region: Region
  let rows: ReplayRows
  let runs: [Range<Int>]
  let runOfStage: [Int]

  private var calendar: WorkingCalendar { region.calendar }

  /// The migrations of dated practices, in their order.
  func migrations(of dated: [PlannedPractice]) -> [Migration] {
    let place = Dictionary(
      dated.enumerated().map { ($0.element.practice, $0.offset) },
      uniquingKeysWith: { one, _ in one })
    let stages = region.pathway.stages
    let shared = stages.indices.map { forbiddenDays(of: $0) }
    let mean = region.meanListSize
    return dated.map { planned in
      let practice = region.practices[planned.practice]
      let lastBegun = practice.actuals.keys.max() ?? -1
      var memory = 0
      let uses = uses(of: practice, mean, &memory)
      var usesOfRun: [Range<Int>] = []
      for some in uses {
        let first = usesOfRun.last?.upperBound ?? 0
        usesOfRun.append(first..<(first + some.count))
      }
      return Migration(
        practice: planned.practice,
        starts: planned.schedule.map { Int32(calendar.number(of: $0.start)) },
        finishes: planned.schedule.map { Int32(calendar.number(of: $0.finish)) },
        odds: stages.indices.map { odds(of: $0, practice, lastBegun) }, lastBegun: lastBegun,
        forbidden: stages.indices.flatMap { own($0, practice, over: shared[$0]) },
        distances: distances(of: practice), uses: uses.flatMap { $0 }, usesOfRun: usesOfRun,
        memory: memory,
        links: links(of: planned.practice, place))
    }
  }

  private func odds(of stage: Int, _ practice: Practice, _ lastBegun: Int) -> LengthOdds? {
    guard stage < region.pathway.goLive, stage >= lastBegun,
      practice.actuals[stage]?.finish == nil
    else { return nil }
    let lengths = region.pathway.stages[stage].lengths(forListSize: practice.listSize)
    return lengths.minimum < lengths.maximum ? LengthOdds(lengths) : nil
  }

  // MARK: Days

  /// Which days forbid a stage to everybody.
  private func forbiddenDays(of stage: Int) -> Set<Int> {
    Set(
      region.protectedPeriods.filter { $0.rule == .forbid && $0.stages.contains(stage) }
        .flatMap { $0.occurrences(touching: calendar.first...calendar.last) }.flatMap(numbers))
  }

  private func numbers(_ range: ClosedRange<Day>) -> Range<Int> {
    let first = calendar.number(of: range.lowerBound)
    return first..<max(first, calendar.number(of: range.upperBound + 1))
  }

  /// With the practice's own closures, as the last forbidden day up to each day.
  private func own(_ stage: Int, _ practice: Practice, over shared: Set<Int>) -> [Int32] {
    var days = shared
    for closure in practice.closures where closure.rule == .forbid {
      if closure.stages.contains(stage) { days.formUnion(numbers(closure.days)) }
    }
    var last: Int32 = -1
    return calendar.workingDays.indices.map {
      if days.contains($0) { last = Int32($0) }
      return last
    }
  }

  private func distances(of practice: Practice) -> [[Distance]] {
    var distances = runs.map { _ in [Distance]() }
    for leadTime in region.pathway.leadTimes {
      distances[runOfStage[leadTime.to.stage]].append(
        Distance(
          from: leadTime.from, to: leadTime.to,
          least: leadTime.atLeast(for: practice).map { Distances.least($0, in: calendar) },
          most: leadTime.atMost.map { Distances.most($0, in: calendar) }))
    }
    if let longest = region.rules.maximumElapsed {
      let goLive = region.pathway.goLive
      distances[runOfStage[goLive]].append(
        Distance(
          from: StageEvent(stage: 0, edge: .start), to: StageEvent(stage: goLive, edge: .start),
          least: nil, most: Distances.most(longest, in: calendar)))
    }
    return distances
  }

  // MARK: Uses and links

  private func uses(of practice: Practice, _ mean: Double, _ memory: inout Int) -> [[ReplayUse]] {
    var uses = runs.map { _ in [ReplayUse]() }
    for (place, resource) in region.resources.enumerated()
    where resource.appliesTo.matches(practice) {
      let amount = resource.amount(of: practice, meanListSize: mean)
      guard amount > 0 else { continue }
      func add(_ kind: ReplayUse.Kind, _ from: Resource.SpanEnd, _ to: Resource.SpanEnd) {
        let run = max(runOfStage[from.event.stage], runOfStage[to.event.stage])
        uses[run].append(
          ReplayUse(
            rows: place * rows.dayCount, amount: amount, kind: kind, from: from, to: to,
            memory: memory))
      }
      func add(_ kind: ReplayUse.Kind, _ stage: Int) {
        let event = Resource.SpanEnd(event: StageEvent(stage: stage, edge: .start))
        add(kind, event, event)
      }
      switch resource.use {
      case .starts(let stages):
        for stage in stages { add(.start, stage) }
      case .days(let stages):
        for stage in stages.sorted() { add(.days, stage) }
        memory += 1
      case .span(let from, let to): add(.span, from, to)
      }
    }
    // What is short for a day or a week is soonest found full; spans take the most work.
    return uses.map { some in
      some.enumerated().sorted {
        ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
      }.map(\.element)
    }
  }

  private func links(
    of practice: Int, _ place: [Int: Int]
  ) -> [(link: Link, other: Int, isFirst: Bool)] {
    region.links.compactMap { link in
      guard link.rule != .together, link.first == practice || link.second == practice else {
        return nil
      }
      let isFirst = link.first == practice
      return place[isFirst ? link.second : link.first].map { (link, $0, isFirst) }
    }
  }
}
