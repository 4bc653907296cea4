public import Days
public import Migrations
public import Planning

/// A plan that is kept as far as it can be while something is asked of it.
///
/// This is the one way in which a change is asked of an existing plan: by a what-if, by a plan that
/// starts from another or from the accepted revision, and where other weeks of a practice are
/// tried. Every go-live that differs from the kept plan's costs the term `moved`, so that nobody
/// moves for less than it saves.
public struct KeptPlan: Sendable {
  /// The gap at which such a run stops if none is asked for; what a looser one lets pass would be
  /// practices that move for nothing.
  public static let gap = 0.002

  private let plan: Plan
  private let region: Region
  private let origin: String?

  /// A plan to be kept.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - region: the region that it is a plan of.
  ///   - origin: the fingerprint of its dates (see `Baseline.origin`); nil if it is not known.
  public init(_ plan: Plan, of region: Region, origin: String? = nil) {
    self.plan = plan
    self.region = region
    self.origin = origin
  }

  /// The changed region with a price on every go-live that differs from the plan's.
  ///
  /// Stages of the plan that lie before the region's day are taken as done where nothing else is on
  /// record, and go-lives near that day are frozen; without a day neither is. What the region itself
  /// takes up again (the day and the facts of a baseline of its own) stays.
  ///
  /// - Parameters:
  ///   - changed: the region with the changes; practices are found in it by code.
  ///   - freeze: how long from the region's day on go-lives are frozen; nil for that of the
  ///     region's own baseline, else six weeks, else, without a day, not at all.
  ///   - mostMoves: the most go-lives that may differ; nil for no limit.
  public func keeping(
    in changed: Region, freeze: Length? = nil, mostMoves: Int? = nil
  ) -> Region {
    var changed = changed
    // Who was frozen was so for the former baseline's day.
    for place in changed.practices.indices { changed.practices[place].frozenGoLive = nil }
    let former = changed.baseline
    let usual: Length = changed.asOf == nil ? .days(0) : .days(42)
    let replan = Replan(
      asOf: changed.asOf ?? changed.horizon.lowerBound, freeze: freeze ?? former?.freeze ?? usual,
      mostMoves: mostMoves)
    var baseline = replan.baseline(of: aligned(to: changed), in: changed)
    for (code, facts) in former?.facts ?? [:] {
      baseline.facts[code, default: [:]].merge(facts) { now, _ in now }
    }
    baseline.origin = origin
    return changed.replanning(from: baseline)
  }

  /// The plan's dates by place in the changed region's list, to start from.
  public func start(in changed: Region) -> [Int: Schedule] { aligned(to: changed).schedulesByPlace }

  /// Plans a region that keeps this plan (see `keeping`).
  ///
  /// - Parameters:
  ///   - kept: the region with the price on moves.
  ///   - options: how to plan; the dates to start from are the plan's.
  ///   - cancellation: ends it early.
  ///   - observe: is told of progress from time to time.
  public func outcome(
    in kept: Region, options: Planner.Options, cancellation: Cancellation = Cancellation(),
    observe: (Planner.Progress) -> Void = { _ in }
  ) -> Outcome {
    var options = options
    options.startUses = plan.uses
    return Replanner(region: kept, start: start(in: kept), options: options)
      .outcome(cancellation: cancellation, observe: observe)
  }

  /// What the kept plan and a new one cost, both without moves.
  ///
  /// Both are counted by the new region's weights and wishes, with delay from the same days, over
  /// the practices that both have; so that what is told is what the dates cost more.
  ///
  /// - Parameters:
  ///   - new: the new plan.
  ///   - changed: its region.
  public func costs(beside new: Plan, in changed: Region) -> (former: Double, now: Double) {
    let before = aligned(to: changed)
    let zeros = before.practices.reduce(into: [PracticeCode: Day]()) { zeros, planned in
      zeros[changed.practices[planned.practice].code] = planned.earliestGoLive
    }
    let known = Set(before.practices.map(\.practice))
    var after = new
    after.practices.removeAll { !known.contains($0.practice) }
    return (
      before.counted(from: zeros, in: changed).cost.total,
      after.counted(from: zeros, in: changed).cost.total
    )
  }

  /// The plan with the practices of another region's list, found by code.
  private func aligned(to changed: Region) -> Plan {
    var known: [PracticeCode: PlannedPractice] = [:]
    for planned in plan.practices { known[region.practices[planned.practice].code] = planned }
    var aligned = plan
    aligned.practices = changed.practices.enumerated().compactMap { place, practice in
      guard var planned = known[practice.code] else { return nil }
      planned.practice = place
      return planned
    }
    return aligned
  }
}
