import Days
import Migrations
import Planning
import Studies
import TestSupport

/// Small regions with a plan and something that went wrong since, and the exact answer to them.
struct SmallReplan {
  /// The region as it is now, its baseline set.
  let region: Region
  /// The baseline's dates.
  let start: [Int: Schedule]

  /// Some of them, made once for all tests, each with its exact answer.
  static let all: [(replan: SmallReplan, exact: (cost: Double, moves: Int)?)] =
    (1...30).compactMap { seed in
      SmallReplan(seed: UInt64(seed)).map { ($0, $0.exact()) }
    }

  /// A region of four practices with one go-live a week or two a fortnight, its best plan, and one
  /// or two practices whose first stage ended late.
  init?(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var region = SmallWorlds.region(practices: 4, weeks: 5)
    let goLive = region.pathway.goLive
    region.resources = [
      Resource(
        id: "go-lives", name: "Go-lives", capacity: 1, period: random.chance(70) ? .week : .day,
        use: .starts([goLive]))
    ]
    for place in region.practices.indices {
      region.practices[place].priority = Int.random(in: 1...5, using: &random)
      if random.chance(40) {
        let wish = region.horizon.lowerBound + Int.random(in: 7...28, using: &random)
        region.practices[place].preferred = wish...wish
      }
    }
    if random.chance(50) {
      region.links = [Link(rule: .before(lag: .days(3)), first: 0, second: 1)]
    }
    guard let plan = SmallReplan.plan(region) else { return nil }
    start = Dictionary(
      uniqueKeysWithValues: plan.practices.filter { !$0.schedule.isEmpty }.map {
        ($0.practice, $0.schedule)
      })
    let asOf = region.horizon.lowerBound + 7 * Int.random(in: 1...2, using: &random)
    for place in region.practices.indices {
      guard let first = start[place]?[0], random.chance(60), first.start < asOf else { continue }
      let late = region.calendar.day(asOf, movedBy: Int.random(in: -2 ... -1, using: &random))
      guard let late, late >= first.start else { continue }
      region.practices[place].actuals[0] = Practice.Actual(start: first.start, finish: late)
    }
    let freeze = Int.random(in: 0...10, using: &random)
    let replan = Replan(asOf: asOf, freeze: .days(freeze))
    self.region = region.replanning(from: replan.baseline(of: plan, in: region))
  }

  private static func plan(_ region: Region) -> Plan? {
    var options = Planner.Options()
    options.timeLimit = 600
    options.workLimit = 40
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      return nil
    }
    return plan
  }

  /// The least cost, and the fewest moves among plans of that cost; nil if there is no plan.
  ///
  /// With `most`, only plans that move at most so many count.
  func exact(most: Int = .max) -> (cost: Double, moves: Int)? {
    let options = region.practices.indices.map(self.options)
    var best: (cost: Double, moves: Int)?
    func extend(_ chosen: [Option], _ cost: Double, _ moves: Int) {
      if moves > most { return }
      if let best, cost > best.cost + 1e-9 { return }
      guard chosen.count < options.count else {
        if best.map({ (cost + 1e-9, moves) < ($0.cost, $0.moves) || cost < $0.cost - 1e-9 }) ?? true
        {
          best = (min(cost, best?.cost ?? cost), moves)
        } else if let known = best, abs(cost - known.cost) <= 1e-9, moves < known.moves {
          best = (known.cost, moves)
        }
        return
      }
      for option in options[chosen.count] where fits(option, after: chosen) {
        extend(chosen + [option], cost + option.cost, moves + (option.isMove ? 1 : 0))
      }
    }
    extend([], 0, 0)
    return best
  }

  /// What a practice can do: go live on a day at the least cost, or be left out.
  private struct Option {
    var goLive: Day?
    var cost: Double
    var isMove: Bool
  }

  private func options(of place: Int) -> [Option] {
    let practice = region.practices[place]
    let mean = region.meanListSize
    let goLive = region.pathway.goLive
    let was = region.baseline?.goLives[practice.code]
    let schedules = BruteForce(place, in: region).schedules()
    let earliest = BruteForce.earliestGoLive(place, in: region) ?? region.horizon.lowerBound
    var costs: [Day: Double] = [:]
    for schedule in schedules {
      let cost = Cost.of(
        schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean
      ).total
      costs[schedule[goLive].start] = min(costs[schedule[goLive].start] ?? .infinity, cost)
    }
    var options = costs.sorted { $0.value < $1.value }.map {
      Option(goLive: $0.key, cost: $0.value, isMove: was != nil && was != $0.key)
    }
    if !practice.isCommitted {
      options.append(
        Option(
          goLive: nil,
          cost: Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total,
          isMove: was != nil))
    }
    return options
  }

  private func fits(_ option: Option, after chosen: [Option]) -> Bool {
    guard let day = option.goLive else { return true }
    let place = chosen.count
    for link in region.links where link.second == place || link.first == place {
      let other = link.first == place ? link.second : link.first
      guard other < place, let otherDay = chosen[other].goLive else { continue }
      let isFirst = link.first == place
      if !link.allows(
        first: isFirst ? day : otherDay, second: isFirst ? otherDay : day, in: region.calendar)
      {
        return false
      }
    }
    let resource = region.resources[0]
    return !chosen.contains {
      $0.goLive.map { resource.period(containing: $0) == resource.period(containing: day) } ?? false
    }
  }
}
