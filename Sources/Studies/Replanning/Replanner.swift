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
  let region: Region
  let options: Planner.Options

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
    var options = options
    options.deadline = options.deadline.or(Deadline(in: options.timeLimit))
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
      let left = options.deadline.secondsLeft
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
      if let best, best.gap <= options.gap { break }
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

  private func explanation(_ forced: [PracticeCode], most: Int) -> Explanation {
    Explanation(
      summary: "\(counted(forced.count, "go-live")) cannot stay where the baseline has "
        + "\(forced.count.form("it", "them")), and at most \(most) may move.",
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
