import Days
public import Migrations
public import Planning

/// Plans a region again so that as little of its baseline moves as the cost says, and no more
/// go-lives than allowed.
///
/// The limit is met by a price on every go-live that differs, raised until few enough do and then
/// lowered again by bisection. A plan that is returned is within the limit, by counting; that no
/// cheaper one is, is not proven. Cost and bound are always those of the true objective.
public struct Replanner: Sendable {
  private let region: Region
  private let options: Planner.Options

  /// A replanner of a region with a baseline (see `Region.replanning(from:)`).
  ///
  /// - Parameters:
  ///   - region: the region, its baseline set.
  ///   - start: the baseline's dates, by place in the region's list.
  ///   - options: how to plan, and when to stop; the time is for all tries together.
  public init(region: Region, start: [Int: Schedule], options: Planner.Options) {
    self.region = region
    var options = options
    options.start = start
    self.options = options
  }

  /// Plans; `observe` is told of progress from time to time.
  public func outcome(
    cancellation: Cancellation = Cancellation(), observe: (Planner.Progress) -> Void = { _ in }
  ) -> Outcome {
    let clock = ContinuousClock()
    let began = clock.now
    let forced = forcedMoves()
    let most = region.baseline?.mostMoves
    if let most, forced.count > most { return .impossible(explanation(forced, most: most)) }
    let first = Planner(region: region, options: options)
      .plan(cancellation: cancellation, observe: observe)
    guard let most, case .planned(let free) = first, count(free) > most else { return first }
    var search = LimitSearch()
    var fewest = free
    var best: Plan?
    while let price = search.nextPrice, !cancellation.isCancelled {
      let left = options.timeLimit - (clock.now - began).inSeconds
      guard left > 0 else { break }
      var options = options
      options.timeLimit = max(0.2, left / 2)
      let outcome = Planner(region: priced(price), options: options)
        .plan(cancellation: cancellation, observe: observe)
      guard case .planned(let found) = outcome else { break }
      let plan = restated(found, provenBy: free)
      if count(plan) < count(fewest) { fewest = plan }
      let isWithin = count(plan) <= most
      search.note(isWithin: isWithin)
      if isWithin, plan.cost.total < best?.cost.total ?? .infinity { best = plan }
    }
    if let best { return .planned(best) }
    return .outOfTime(tooMany(fewest, most: most))
  }

  private func count(_ plan: Plan) -> Int { Moves(of: plan, in: region).goLives.count }

  /// The practices that cannot go live on the baseline's day whatever the others do.
  private func forcedMoves() -> [PracticeCode] {
    guard let baseline = region.baseline, baseline.mostMoves != nil else { return [] }
    let dates = OwnDates(of: region)
    return region.practices.enumerated().compactMap { place, practice in
      guard let day = baseline.goLives[practice.code],
        practice.actuals[region.pathway.goLive] == nil, !dates.allow(goLive: day, of: place)
      else { return nil }
      return practice.code
    }
  }

  /// The region with a further price on every go-live that differs.
  private func priced(_ price: Double) -> Region {
    var priced = region
    priced.objective.moved += price
    // Leaving out is a move, too, and must not become the cheap way out; 4 is the least weight's
    // inverse.
    priced.objective.unscheduled += 4 * price
    return priced
  }

  /// A plan found under a price, with the costs of the true objective and the free plan's proof.
  private func restated(_ plan: Plan, provenBy free: Plan) -> Plan {
    let mean = region.meanListSize
    var restated = plan
    restated.cost = Cost()
    for place in restated.practices.indices {
      let planned = restated.practices[place]
      let practice = region.practices[planned.practice]
      let cost: Cost
      if let earliest = planned.earliestGoLive, !planned.schedule.isEmpty {
        cost = Cost.of(
          planned.schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean)
      } else {
        cost = Cost.ofLeavingOut(practice, in: region, meanListSize: mean)
      }
      restated.practices[place].cost = cost
      restated.cost += cost
    }
    restated.bound = min(free.bound, restated.cost.total)
    restated.certificate = free.certificate
    restated.uses = uses(of: plan, pricedBy: free)
    restated.proof =
      restated.cost.total - free.bound < 1e-6
      ? .optimal : restated.gap <= options.gap ? .withinGap : .stopped
    return restated
  }

  /// What a plan uses, with the prices of another's certificate.
  private func uses(of plan: Plan, pricedBy free: Plan) -> [ResourceUse] {
    struct Key: Hashable {
      let resource: ResourceID
      let period: Int
    }
    func key(_ use: ResourceUse) -> Key {
      Key(resource: use.resource, period: use.period.number)
    }
    var uses: [Key: ResourceUse] = [:]
    for var use in plan.uses {
      use.price = 0
      uses[key(use)] = use
    }
    for use in free.uses where use.price > 0 {
      var found = uses[key(use)] ?? use
      if uses[key(use)] == nil { found.used = 0 }
      found.price = use.price
      uses[key(use)] = found
    }
    let order = Dictionary(
      region.resources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return uses.values.filter { $0.used > 0 || $0.price > 0 }.sorted {
      (order[$0.resource] ?? 0, $0.period) < (order[$1.resource] ?? 0, $1.period)
    }
  }

  private func explanation(_ forced: [PracticeCode], most: Int) -> Explanation {
    Explanation(
      summary: "\(counted(forced.count, "go-live")) cannot stay where the baseline has "
        + "\(forced.count == 1 ? "it" : "them"), and at most \(most) may move.",
      clashes: [
        Explanation.Clash(
          rule: .pin, practices: forced,
          message: "What is on record rules the baseline's go-live out for "
            + forced.map(\.text).joined(separator: ", ") + ".")
      ])
  }

  private func tooMany(_ fewest: Plan, most: Int) -> Explanation {
    let moves = Moves(of: fewest, in: region).goLives
    let codes = moves.map { region.practices[$0.practice].code }
    return Explanation(
      summary: "No plan was found that moves at most \(counted(most, "go-live")); the fewest "
        + "found is \(moves.count).",
      clashes: [
        Explanation.Clash(
          rule: .pin, practices: codes,
          message: "It moves " + codes.map(\.text).joined(separator: ", ") + ".")
      ])
  }
}

/// The price at which few enough go-lives move: raised fivefold until they do, then bisected.
struct LimitSearch {
  private var low = 0.0
  private var high: Double?
  private var current = 20.0
  private var bisections = 0

  /// The next price to try, in points; nil when the search is over.
  var nextPrice: Double? { bisections > 4 || current > 100_000 ? nil : current }

  /// Takes the answer for the price of `nextPrice`.
  mutating func note(isWithin: Bool) {
    if isWithin { high = current } else { low = current }
    guard let high else {
      current *= 5
      return
    }
    bisections += 1
    current = (low + high) / 2
  }
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

/// A number with its noun in the singular or plural, as `3 go-lives`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
