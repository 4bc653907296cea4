public import Days
public import Migrations
public import Planning

/// Replays of a plan in which stages take as long as they happen to take: how sure its dates are.
public struct RiskStudy: Sendable {
  /// How to replay.
  public struct Options: Sendable {
    /// How often; at least 1.
    public var replays = 10_000
    /// The seed of every draw.
    public var seed: UInt64 = 1
    /// Threads at most; the result does not depend on it.
    public var threads = 2
    /// When to stop; what is done before does not depend on it.
    public var deadline = Deadline.never

    /// The defaults: 10,000 replays, seed 1, two threads, no deadline.
    public init() {}
  }

  /// The region of the plan.
  public let region: Region
  /// How it is replayed.
  public let options: Options
  let world: ReplayWorld

  /// A study of a plan of a region, which must keep the region's rules.
  public init(of plan: Plan, in region: Region, options: Options = Options()) {
    self.region = region
    self.options = options
    world = ReplayWorld(of: plan, in: region)
  }

  /// The practices that the plan dates, by place in the region's list, in order of their go-lives.
  public var practices: [Int] { world.migrations.map(\.practice) }

  /// The dates of all practices in one replay, by place in the region's list; without those that
  /// got none within the horizon.
  public func schedules(ofReplay number: Int) -> [Int: Schedule] {
    var replayer = Replayer(world: world, seed: options.seed)
    replayer.replay(number)
    let days = region.calendar.workingDays
    var schedules: [Int: Schedule] = [:]
    for (place, migration) in world.migrations.enumerated() where replayer.goLives[place] >= 0 {
      let isMoved = replayer.isMoved(place)
      let starts = isMoved ? replayer.starts[place] : migration.starts
      let finishes = isMoved ? replayer.finishes[place] : migration.finishes
      schedules[migration.practice] = zip(starts, finishes).map {
        StageDates(start: days[Int($0)], finish: days[Int($1)])
      }
    }
    return schedules
  }

  /// The share of the time left that replays of the plan as it is may take; what they come to, and
  /// what the risk comes from, take the rest.
  static let shareOfReplays = 0.6

  /// The go-lives of all replays, or of as many as the deadline leaves time for.
  public func goLives() -> ReplayedGoLives {
    let left = options.deadline.secondsLeft
    return goLives(
      ReplayTerms(), replays: options.replays,
      until: left < .infinity
        ? options.deadline.earlier(by: left * (1 - RiskStudy.shareOfReplays)) : .never)
  }

  /// The go-lives of some replays under some terms: of the first ones, where the deadline comes
  /// before all are done.
  func goLives(
    _ terms: ReplayTerms, replays: Int, until deadline: Deadline = .never
  ) -> ReplayedGoLives {
    let (world, seed) = (world, options.seed)
    // Slices of a size that does not depend on the threads, each with a replayer of its own; small
    // ones where a deadline may end them, because only replays without a hole count.
    let slice = deadline.secondsLeft < .infinity ? 10 : 100
    let parts = Parallel.map((replays + slice - 1) / slice, threads: options.threads) {
      part, _ -> [Int32] in
      guard !deadline.hasPassed else { return [] }
      var replayer = Replayer(world: world, seed: seed, terms: terms)
      var goLives: [Int32] = []
      for number in part * slice..<min(replays, (part + 1) * slice) where !deadline.hasPassed {
        replayer.replay(number)
        goLives += replayer.goLives
      }
      return goLives
    }
    let practices = world.migrations.count
    guard practices > 0 else {
      return ReplayedGoLives(world: world, replays: replays, numbers: [])
    }
    var numbers: [Int32] = []
    for part in parts {
      numbers += part
      if part.count < slice * practices { break }
    }
    return ReplayedGoLives(
      world: world, replays: numbers.count / practices, numbers: numbers)
  }
}

/// The go-lives of replays, by replay and then in the order of the plan's go-lives.
public struct ReplayedGoLives: Sendable {
  let world: ReplayWorld
  /// How many replays there are.
  public let replays: Int
  /// Working-day numbers; -1 where a practice got no dates.
  let numbers: [Int32]

  /// The go-live days of a practice, by its place in `RiskStudy.practices`, in order of the
  /// replays; nil where it got no dates within the horizon.
  public func days(of place: Int) -> [Day?] {
    let count = world.migrations.count
    let days = world.region.calendar.workingDays
    return (0..<replays).map { replay in
      let number = Int(numbers[replay * count + place])
      return number < 0 ? nil : days[number]
    }
  }
}
