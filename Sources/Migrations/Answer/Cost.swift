public import Days

/// What a plan costs, in points, term by term.
public struct Cost: Hashable, Sendable {
  /// A term of the objective, by its name in the contract.
  public enum Term: String, CaseIterable, Hashable, Sendable {
    case delay
    case preference
    case late
    case avoid
    case weekday
    case squeeze
    case stretch
    case wait
    case moved
    case extra
    case unscheduled
  }

  private var points: [Term: Double]

  /// No cost.
  public init() { points = [:] }

  /// The points of one term.
  public subscript(term: Term) -> Double {
    get { points[term, default: 0] }
    set { points[term] = newValue }
  }

  /// The sum of all terms, in the order of the terms so that it repeats to the last bit.
  public var total: Double { Term.allCases.reduce(0) { $0 + self[$1] } }

  /// All terms but the price on moves: what the dates cost by themselves, whatever they were before.
  ///
  /// This is what people are told, and what two plans are compared by.
  public var withoutMoves: Double { total - self[.moved] }

  /// Adds term by term.
  public static func + (left: Cost, right: Cost) -> Cost {
    var sum = left
    for term in Term.allCases where right[term] != 0 { sum[term] += right[term] }
    return sum
  }

  /// Adds term by term.
  public static func += (left: inout Cost, right: Cost) { left = left + right }
}

/// The one definition of what a practice's dates cost (contract, section 5).
extension Cost {
  /// The cost of leaving a practice out.
  public static func ofLeavingOut(_ practice: Practice, in region: Region, meanListSize: Double)
    -> Cost
  {
    var cost = Cost()
    cost[.unscheduled] =
      region.objective.unscheduled * region.weight(of: practice, meanListSize: meanListSize)
    return cost
  }

  /// The cost of a practice's dates.
  ///
  /// - Parameters:
  ///   - schedule: a value per stage of the region's pathway.
  ///   - earliest: the first go-live day that every rule on this practice alone allows, leaving
  ///     aside its agreed day, its records and its deadline.
  ///   - meanListSize: the region's, passed in because it is costly to compute.
  public static func of(
    _ schedule: Schedule, practice: Practice, earliest: Day, in region: Region,
    meanListSize: Double
  ) -> Cost {
    var cost = goLive(
      schedule[region.pathway.goLive].start, practice: practice, earliest: earliest, in: region,
      meanListSize: meanListSize)
    let weights = region.objective
    for (place, stage) in region.pathway.stages.enumerated() {
      let dates = schedule[place]
      let usual = stage.lengths(forListSize: practice.listSize).usual
      let length = region.calendar.count(in: dates.start..<(dates.finish + 1))
      cost[.squeeze] += weights.squeeze * Double(max(0, usual - length))
      cost[.stretch] += weights.stretch * Double(max(0, length - usual))
      if place > 0 {
        // Plans to be judged may have stages that overlap; then there is no wait.
        let free = schedule[place - 1].finish + 1
        let idle = free < dates.start ? region.calendar.count(in: free..<dates.start) : 0
        cost[.wait] += weights.wait * Double(idle)
      }
      if stage.avoidWeekdays.contains(dates.start.weekday) { cost[.weekday] += weights.weekday }
      cost[.avoid] += avoid(place, dates, practice: practice, in: region)
    }
    return cost
  }

  /// The terms that depend on the go-live day alone.
  public static func goLive(
    _ day: Day, practice: Practice, earliest: Day, in region: Region, meanListSize: Double
  ) -> Cost {
    let weights = region.objective
    let weight = region.weight(of: practice, meanListSize: meanListSize)
    var cost = Cost()
    // A practice that wishes to wait is not late before its wish.
    let zero = practice.preferred.map { max(earliest, $0.lowerBound) } ?? earliest
    cost[.delay] = weights.delay * weight * Double(max(0, day - zero))
    if let away = practice.daysAfterPreferred(day) {
      cost[.preference] = weights.preference * weight * Double(abs(away))
    }
    if let deadline = practice.mustBeLiveBy {
      cost[.late] = weights.late * weight * Double(max(0, day - deadline))
    }
    if let baseline = region.baseline {
      cost[.moved] = baseline.moved(practice.code, to: day, weights: weights)
    }
    return cost
  }

  private static func avoid(
    _ place: Int, _ dates: StageDates, practice: Practice, in region: Region
  ) -> Double {
    let days = dates.start...dates.finish
    var points = 0.0
    func add(_ range: ClosedRange<Day>, _ rule: Protection, _ stages: Set<Int>) {
      guard case .avoid(let each) = rule, stages.contains(place), range.overlaps(days) else {
        return
      }
      let inside = range.clamped(to: days)
      points +=
        region.objective.avoid * each
        * Double(region.calendar.count(in: inside.lowerBound..<(inside.upperBound + 1)))
    }
    for period in region.protectedPeriods {
      for range in period.occurrences(touching: days) { add(range, period.rule, period.stages) }
    }
    for closure in practice.closures { add(closure.days, closure.rule, closure.stages) }
    return points
  }
}
