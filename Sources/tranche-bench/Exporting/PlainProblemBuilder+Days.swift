import TrancheKit

/// Days as numbers.
extension PlainProblemBuilder {
  /// The number of the first working day on or after a day.
  func index(of day: Day) -> Int { calendar.number(of: day) - first }

  /// Points in thousandths.
  func milli(_ points: Double) -> Int { Int((points * 1_000).rounded()) }

  /// For each day, the last one at least so far before it; -1 if there is none.
  func latest(before length: Length) -> [Int] {
    days.indices.map { number in
      switch length {
      case .workingDays(let count): max(-1, number - count)
      case .days(let count): max(-1, index(of: days[number] - count + 1) - 1)
      }
    }
  }

  /// For each day, the first one at most so far before it.
  func earliest(before length: Length) -> [Int] {
    days.indices.map { number in
      switch length {
      case .workingDays(let count): max(0, number - count)
      case .days(let count): max(0, index(of: days[number] - count))
      }
    }
  }

  /// What the days are to one stage of a practice.
  func rules(_ stage: Int, _ practice: Practice) -> PlainProblem.DayRules {
    var forbidden: Set<Int> = []
    var avoid = [Int](repeating: 0, count: days.count)
    func add(_ range: ClosedRange<Day>, _ rule: Protection) {
      for number in days.indices where range.contains(days[number]) {
        switch rule {
        case .forbid: forbidden.insert(number)
        case .avoid(let cost): avoid[number] += milli(region.objective.avoid * cost)
        }
      }
    }
    for period in region.protectedPeriods where period.stages.contains(stage) {
      for range in period.occurrences(touching: region.horizon) { add(range, period.rule) }
    }
    for closure in practice.closures where closure.stages.contains(stage) {
      add(closure.days, closure.rule)
    }
    let about = region.pathway.stages[stage]
    return PlainProblem.DayRules(
      forbidden: forbidden.sorted(),
      noStart: days.indices.filter { !(about.weekdays?.contains(days[$0].weekday) ?? true) },
      avoid: avoid,
      startCost: days.map {
        about.avoidWeekdays.contains($0.weekday) ? milli(region.objective.weekday) : 0
      })
  }

  /// A resource with its periods, known beyond both ends of the horizon as far as spans reach.
  func resource(_ resource: Resource) -> PlainProblem.Resource {
    var stages: [Int] = []
    var span: [Int] = []
    let kind: String
    switch resource.use {
    case .starts(let list):
      kind = "starts"
      stages = list
    case .days(let list):
      kind = "days"
      stages = list.sorted()
    case .span(let from, let to):
      kind = "span"
      span = [from.event.order, from.offset, to.event.order, to.offset]
    }
    let reach = span.isEmpty ? 0 : max(abs(span[1]), abs(span[3]))
    let known = calendar.workingDays[(first - reach)..<(first + days.count + reach)]
    var starts: [Day] = []
    var periods: [Int] = []
    for day in known {
      let start = resource.period(containing: day)
      if starts.last != start { starts.append(start) }
      periods.append(starts.count - 1)
    }
    return PlainProblem.Resource(
      id: resource.id.text, isDaily: resource.period == .day, kind: kind, stages: stages,
      span: span, capacity: starts.map(resource.capacity(inPeriod:)), periods: periods,
      margin: reach)
  }
}
