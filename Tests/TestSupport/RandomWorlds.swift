import Days
public import Migrations

/// Random small regions with every feature of the contract, the same for the same seed.
///
/// Not every practice of them can be dated: some have pins or records that clash with a rule.
public struct RandomWorlds: Sendable {
  private var random: SplitMix64

  /// A generator of regions.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The next region, of so many practices.
  public mutating func region(practices count: Int = 1) -> Region {
    var region = SmallWorlds.region(practices: count, weeks: number(3...4))
    region.calendar = SmallWorlds.calendar(
      holidays: random.chance(50) ? [someDay(in: region.horizon)] : [])
    region.pathway = pathway()
    region.protectedPeriods = (0..<number(0...2)).map { period(in: region, number: $0) }
    if random.chance(30) { region.rules.maximumElapsed = length(6...12) }
    region.rules.deadlinesAreHard = random.chance(30)
    region.objective = objective()
    for place in region.practices.indices { vary(&region.practices[place], in: region) }
    region.resources = (0..<number(1...4)).map { resource(in: region, number: $0) }
    if count > 1, random.chance(60) { region.links = [link(among: count)] }
    return region.seen(
      on: random.chance(40) ? region.horizon.lowerBound + number(0...9) : nil)
  }

  /// Random prices in thousandths for the periods of a region's resources and beyond.
  public mutating func prices(in region: Region) -> [Certificate.Price] {
    var prices: [Certificate.Price] = []
    let days = (region.horizon.lowerBound - 14)...(region.horizon.upperBound + 14)
    for resource in region.resources {
      for period in Set(days.map(resource.period(containing:))).sorted() where random.chance(60) {
        prices.append(
          Certificate.Price(
            resource: resource.id, period: period, units: number(1...6_000)))
      }
    }
    return prices
  }

  /// A whole number of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func someDay(in range: ClosedRange<Day>) -> Day {
    range.lowerBound + number(0...(range.upperBound - range.lowerBound))
  }

  private mutating func length(_ range: ClosedRange<Int>) -> Length {
    random.chance(50) ? .workingDays(number(range)) : .days(number(range) * 7 / 5)
  }

  private mutating func pathway() -> Pathway {
    let codes = [
      ["FD", "GL"], ["FD", "GL", "PG"], ["PR", "FD", "GL"], ["PR", "FD", "GL", "PG"],
    ]
    let chosen = codes[number(0...3)]
    let stages = chosen.enumerated().map { place, code -> Stage in
      let minimum = number(1...2)
      let maximum = minimum + number(0...1)
      var stage = SmallWorlds.stage(
        code, minimum, number(minimum...maximum), maximum, wait: place == 0 ? nil : length(0...3))
      if random.chance(15) { stage.weekdays = [.monday, .tuesday, .thursday] }
      if random.chance(25) { stage.avoidWeekdays = [.friday, .monday] }
      if random.chance(20) {
        let short = Stage.Lengths(minimum: 1, usual: 1, maximum: 2)
        stage.byListSize = [Stage.SizeBand(upTo: 1_500, lengths: short)]
      }
      return stage
    }
    return Pathway(
      stages: stages, leadTimes: (0..<number(0...2)).map { leadTime($0, stages: stages.count) })
  }

  private mutating func leadTime(_ index: Int, stages: Int) -> LeadTime {
    let from = number(0...(stages * 2 - 2))
    let to = number((from + 1)...(stages * 2 - 1))
    func event(_ order: Int) -> StageEvent {
      StageEvent(stage: order / 2, edge: order % 2 == 0 ? .start : .finish)
    }
    let apart = max(1, (to - from) / 2)
    return LeadTime(
      id: "lead-\(index)", from: event(from), to: event(to),
      atLeast: random.chance(70) ? length(apart...(apart + 5)) : nil,
      atMost: random.chance(40) ? length((apart + 3)...(apart + 8)) : nil,
      bySource: random.chance(20) ? ["emis": length(apart...(apart + 3))] : [:])
  }

  private mutating func period(in region: Region, number index: Int) -> ProtectedPeriod {
    let first = someDay(in: region.horizon)
    return ProtectedPeriod(
      id: "period-\(index)", name: "Period \(index)", dates: .once(first...(first + number(0...5))),
      stages: someStages(of: region), rule: protection())
  }

  private mutating func protection() -> Protection {
    random.chance(50) ? .forbid : .avoid(cost: Double(number(1...6)) / 2)
  }

  private mutating func someStages(of region: Region) -> Set<Int> {
    var stages = Set(region.pathway.stages.indices.filter { _ in random.chance(60) })
    if stages.isEmpty { stages = [region.pathway.goLive] }
    return stages
  }

  private mutating func objective() -> Objective {
    var objective = Objective(Objective.Preset.allCases[number(0...2)])
    objective.wait = Double(number(0...8)) / 4
    objective.squeeze = Double(number(0...6))
    objective.unscheduled = random.chance(30) ? Double(number(5...40)) : 2_000
    objective.weightBy = random.chance(30) ? .patients : .practices
    return objective
  }

  private mutating func vary(_ practice: inout Practice, in region: Region) {
    practice.priority = number(1...5)
    if random.chance(20) { practice.listSize = nil }
    if random.chance(20) { practice.notBefore = region.horizon.lowerBound + number(0...8) }
    if random.chance(30) {
      let first = someDay(in: region.horizon)
      practice.preferred = first...(first + number(0...4))
    }
    if random.chance(30) { practice.mustBeLiveBy = someDay(in: region.horizon) }
    if random.chance(30) {
      let first = someDay(in: region.horizon)
      practice.closures = [
        PracticeClosure(
          days: first...(first + number(0...4)), stages: someStages(of: region), rule: protection())
      ]
    }
    if random.chance(15) {
      practice.pinnedGoLive = region.horizon.lowerBound + 7 + number(0...4)
    }
    if random.chance(25) {
      let start = region.horizon.lowerBound + number(0...3)
      practice.actuals[0] = Practice.Actual(
        start: start, finish: random.chance(50) ? start + number(0...1) : nil)
      if random.chance(20) {
        practice.actuals[1] = Practice.Actual(start: start + 7, finish: nil)
      }
    }
  }

  private mutating func resource(in region: Region, number index: Int) -> Resource {
    let last = region.pathway.stages.count * 2 - 1
    func end(_ order: Int, _ offset: Int) -> Resource.SpanEnd {
      Resource.SpanEnd(
        event: StageEvent(stage: order / 2, edge: order % 2 == 0 ? .start : .finish),
        offset: offset)
    }
    let uses: [Resource.Use] = [
      .starts(someStages(of: region).sorted()), .days(someStages(of: region).sorted()),
      .days(someStages(of: region).sorted()),
      .span(end(number(0...last), number(-3...1)), end(number(0...last), number(-1...3))),
    ]
    let amounts: [Resource.Amount] = [.one, .one, .perPatients(600), .patients]
    let amount = amounts[number(0...3)]
    let use = uses[number(0...3)]
    let capacity = amount == .patients ? 3_000.0 : Double(number(1...4))
    return Resource(
      id: ResourceID("resource-\(index)"), name: "Resource \(index)", capacity: capacity,
      period: random.chance(70) ? .week : .day, use: use, amount: amount,
      changes: random.chance(30)
        ? [Resource.CapacityChange(from: someDay(in: region.horizon), to: nil, capacity: 1)] : [])
  }

  private mutating func link(among count: Int) -> Link {
    let rules: [Link.Rule] = [.together, .before(lag: length(1...5)), .apart(lag: length(1...5))]
    let first = number(0...(count - 2))
    return Link(rule: rules[number(0...2)], first: first, second: number((first + 1)...(count - 1)))
  }
}
