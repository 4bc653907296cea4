import Days
import Migrations

/// The costs of one practice under prices.
extension StageCosts {
  /// The practice's own cost plus the price of what its dates use.
  ///
  /// - Parameters:
  ///   - practice: the practice's rules.
  ///   - goLiveCost: what a go-live on a working day costs, links included.
  ///   - prices: millionths of a point per unit, by place of the resource and period.
  init(of practice: PracticeDays, goLiveCost: (Int) -> Int64, prices: [Int: [Day: Int]]) {
    self.init(free: practice)
    let shared = practice.shared
    let weights = shared.region.objective
    wait = MicroPoints.down(weights.wait)
    squeeze = MicroPoints.down(weights.squeeze)
    stretch = MicroPoints.down(weights.stretch)
    for (stage, rules) in practice.stages.enumerated() {
      let avoided = shared.region.pathway.stages[stage].avoidWeekdays
      let weekday = MicroPoints.down(weights.weekday)
      for day in 0..<shared.count {
        atStart[stage][day] -= rules.avoidBefore[day]
        atFinish[stage][day] += rules.avoidBefore[day + 1]
        if !avoided.isEmpty, avoided.contains(shared.region.calendar.workingDays[day].weekday) {
          atStart[stage][day] += weekday
        }
      }
    }
    for day in shared.first...max(shared.first, shared.last) where day < shared.count {
      atStart[practice.goLive][day] += goLiveCost(day)
    }
    for place in prices.keys.sorted() {
      let resource = shared.region.resources[place]
      guard let byPeriod = prices[place], resource.appliesTo.matches(practice.practice) else {
        continue
      }
      let amount = resource.amount(of: practice.practice, meanListSize: shared.meanListSize)
      add(
        PricedPeriods(
          of: resource, prices: byPeriod, amount: amount,
          calendar: shared.region.calendar), use: resource.use)
    }
  }

  private mutating func add(_ priced: PricedPeriods, use: Resource.Use) {
    switch use {
    case .starts(let stages):
      for stage in stages where atStart.indices.contains(stage) {
        for day in atStart[stage].indices {
          atStart[stage][day] += priced.price[Int(priced.period[day])]
        }
      }
    case .days(let listed):
      let stages = Set(listed).filter(atStart.indices.contains).sorted()
      for stage in stages {
        for day in atStart[stage].indices {
          atStart[stage][day] -= priced.before[day]
          atFinish[stage][day] += priced.through[day]
        }
      }
      guard stages.count > 1 else { return }
      // Two stages share at most the period in which the first ends and the second starts.
      couplings += zip(stages, stages.dropFirst()).map {
        Coupling(kind: .paid(periods.count), source: $0 * 2 + 1, target: $1 * 2)
      }
      periods.append(priced)
      spans.append(nil)
    case .span(let from, let to): addSpan(priced, from, to)
    }
  }

  private mutating func addSpan(
    _ priced: PricedPeriods, _ from: Resource.SpanEnd, _ to: Resource.SpanEnd
  ) {
    let (first, last) = (from.event.order, to.event.order)
    guard first < atStart.count * 2, last < atStart.count * 2 else { return }
    if first <= last && from.offset <= to.offset {
      // Never empty, so its cost is the difference of two sums, each of one date.
      for day in atStart[0].indices {
        add(-priced.before(day + from.offset), at: from.event, day)
        add(priced.through(day + to.offset), at: to.event, day)
      }
    } else if first != last {
      couplings.append(
        Coupling(kind: .span(periods.count), source: min(first, last), target: max(first, last)))
      periods.append(priced)
      spans.append((from, to))
    }
    // Between a date and itself with the ends crossed there is never a day.
  }

  private mutating func add(_ cost: Int64, at event: StageEvent, _ day: Int) {
    switch event.edge {
    case .start: atStart[event.stage][day] += cost
    case .finish: atFinish[event.stage][day] += cost
    }
  }
}
