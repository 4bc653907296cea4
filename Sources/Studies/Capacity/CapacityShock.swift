public import Days
public import Migrations
public import Planning

/// Something that takes capacity away for a time.
public enum CapacityShock: Sendable {
  /// A supplier or partner (by id) does nothing on these days.
  ///
  /// Its people and slots are gone; migrations that are under way stay under way, so resources
  /// that count how many are (from one stage to another) keep their capacity.
  case stop(holder: String, days: ClosedRange<Day>)
  /// A supplier or partner has so many people fewer on these days, in each of its resources.
  case loss(holder: String, units: Int, days: ClosedRange<Day>)
  /// One resource has so many units fewer on these days.
  case reduction(of: ResourceID, units: Int, days: ClosedRange<Day>)

  /// The capacities that fall, in a region; empty if the holder has none that do.
  public func steps(in region: Region) -> [Variant.CapacityStep] {
    switch self {
    case .stop(let holder, let days):
      region.resources.filter { $0.holder?.text == holder && !$0.countsMigrationsUnderWay }.map {
        Variant.CapacityStep(resource: $0.id, periods: days, units: -1e9)
      }
    case .loss(let holder, let units, let days):
      region.resources.filter { $0.holder?.text == holder }.map {
        Variant.CapacityStep(resource: $0.id, periods: days, units: -Double(units))
      }
    case .reduction(let resource, let units, let days):
      [Variant.CapacityStep(resource: resource, periods: days, units: -Double(units))]
    }
  }
}

extension Resource {
  /// Whether it is held from one stage to another one, by migrations rather than by work.
  fileprivate var countsMigrationsUnderWay: Bool {
    guard case .span(let from, let to) = use else { return false }
    return from.event.stage != to.event.stage
  }
}

/// What losing capacity does to a plan.
public struct ShockEffect: Sendable {
  /// What was taken away.
  public let steps: [Variant.CapacityStep]
  /// The plan before.
  public let base: Plan
  /// What came of planning again.
  public let outcome: Outcome
  /// Whose go-live moves.
  public let moves: [GoLiveMove]
  /// The region that the new plan is judged by.
  public let region: Region

  /// Plans again after a shock.
  public init(
    of shock: CapacityShock, on planner: WarmPlanner,
    observe: (Planner.Progress) -> Void = { _ in }
  ) {
    steps = shock.steps(in: planner.region)
    base = planner.plan
    let variant = Variant(capacities: steps)
    region = planner.region(of: variant)
    outcome = planner.outcome(of: variant, observe: observe)
    if case .planned(let plan) = outcome {
      moves = base.goLiveMoves(to: plan, pathway: region.pathway)
    } else {
      moves = []
    }
  }

  /// The lines for people.
  public var lines: [String] {
    let words = ExplanationWords(region: region)
    guard !steps.isEmpty else { return ["It holds no capacity that would fall."] }
    var lines = ["Capacity that falls:"]
    for step in steps {
      guard let resource = region.resources.first(where: { $0.id == step.resource }) else {
        continue
      }
      let left = step.units < -1e6 ? "none left" : "\(plain(-step.units)) fewer"
      let days = step.periods.map { "\($0.lowerBound.words) to \($0.upperBound.words)" } ?? "always"
      lines.append("  \(resource.name) (\(resource.id)): \(left), \(days)")
    }
    lines.append("")
    let now = RunFigures(of: outcome, in: region)
    let was = RunFigures(of: base, in: region)
    switch outcome {
    case .impossible(let why):
      return lines + ["No plan keeps the agreed dates then. \(why.summary)"]
    case .outOfTime: return lines + ["No plan was found within the limits."]
    case .planned(let plan):
      let out = base.scheduledCount - plan.scheduledCount
      lines.append(
        "Planned again: it \(words.difference(plan, from: base)); last go-live "
          + "\(now.lastGoLive?.words ?? "none") (\(was.lastGoLive?.words ?? "none") before); "
          + (out > 0 ? "\(counted(out, "practice")) more left out." : "nobody more is left out."))
      guard !moves.isEmpty else { return lines + ["No go-live moves."] }
      lines.append("\(counted(moves.count, "go-live")) \(moves.count.form("moves", "move")):")
      return lines
        + moves.map { move in
          let now = move.now.map { "now \($0.shortWords)" } ?? "left out"
          return "  \(words.practice(move.practice)): \(now), was "
            + (move.was?.shortWords ?? "left out")
        }
    }
  }
}
