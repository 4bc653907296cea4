import Days
import Migrations

/// What a plan's risk comes from, and what would help: each answer is the same replays again with
/// one thing changed, and the same luck in everything else.
public struct RiskFactors: Sendable {
  /// What the replays come to.
  public struct Figures: Hashable, Sendable {
    /// Practices live by the day on which they are wanted, on average.
    public var inTime: Double
    /// Calendar days after the planned go-live, on average over practices and replays.
    public var delay: Double
  }

  /// One thing changed.
  public struct Factor: Hashable, Sendable {
    /// What it is about.
    public var subject: Subject
    /// What the replays come to with it.
    public var figures: Figures
    /// How much surer each practice's date is with it, in order of the planned go-lives.
    public var gains: [Double]
  }

  /// What a factor is about.
  public enum Subject: Hashable, Sendable {
    /// A stage, by place in the pathway.
    case stage(Int)
    /// Waiting for slots of those who have to take others.
    case room
  }

  /// How many replays each answer is from.
  public let replays: Int
  /// What the plan comes to in them.
  public let base: Figures
  /// What is left if a stage goes as planned, and what is left if there is always room.
  ///
  /// The one that takes most of the delay away comes first.
  public let drivers: [Factor]
  /// What is left if all practices are ready for a stage a week sooner, for the same dates.
  ///
  /// Of stages that may wait a week; the one that takes most of the delay away comes first.
  public let reserves: [Factor]
  /// Whether there was time for all of them; if not, neither drivers nor reserves are told.
  public let isComplete: Bool
  /// A week of reserve in working days.
  public static let week = 5

  /// The factors of a plan's risk, from the first replays of a study.
  ///
  /// - Parameters:
  ///   - replays: from how many.
  ///   - done: how many replays of the plan as it is the study's deadline left time for; fewer than
  ///     were asked for leave time for fewer here, too.
  public init(of study: RiskStudy, replays: Int = 250, done: Int = .max) {
    let world = study.world
    let stages = study.region.pathway.stages
    let slipping = Set(world.slips.filter { $0.chance > 0 }.map(\.stage))
    let uncertain = stages.indices.filter { stage in
      slipping.contains(stage) || world.migrations.contains { $0.odds[stage] != nil }
    }
    let waiting = world.runs.indices.dropFirst().filter { run in
      let head = world.runs[run].lowerBound
      return head <= world.goLive && RiskFactors.mayWait(stages[head].longestWait)
        && uncertain.contains { $0 < head }
    }
    var replays = min(replays, study.options.replays)
    if done < study.options.replays {
      // Half of the time that is left for what the replays done took most of.
      let share = (1 - RiskStudy.shareOfReplays) / RiskStudy.shareOfReplays / 2
      replays = min(replays, Int(Double(done) * share) / (uncertain.count + waiting.count + 2))
    }
    var isComplete = replays > 0
    func profile(_ terms: ReplayTerms) -> RiskProfile {
      let goLives = study.goLives(terms, replays: replays, until: study.options.deadline)
      if goLives.replays < replays { isComplete = false }
      return RiskProfile(of: goLives)
    }
    let base = profile(ReplayTerms())
    func factor(_ subject: Subject, _ terms: ReplayTerms) -> Factor {
      let changed = profile(terms)
      return Factor(
        subject: subject, figures: Figures(inTime: changed.inTime, delay: changed.delay),
        gains: zip(base.practices, changed.practices).map { $1.chance - $0.chance })
    }
    var drivers = uncertain.map { factor(.stage($0), ReplayTerms(calm: [$0])) }
    drivers.append(factor(.room, ReplayTerms(hasEndlessRoom: true)))
    let reserves = waiting.map { run in
      factor(
        .stage(world.runs[run].lowerBound), ReplayTerms(reserves: [run: RiskFactors.week]))
    }
    self.replays = replays
    self.base = Figures(inTime: base.inTime, delay: base.delay)
    self.isComplete = isComplete
    self.drivers = isComplete ? RiskFactors.sorted(drivers) : []
    self.reserves = isComplete ? RiskFactors.sorted(reserves) : []
  }

  private static func mayWait(_ longest: Length?) -> Bool {
    switch longest {
    case nil: true
    case .workingDays(let count): count >= week
    case .days(let count): count >= 7
    }
  }

  private static func sorted(_ factors: [Factor]) -> [Factor] {
    factors.enumerated().sorted {
      ($0.element.figures.delay, $0.offset) < ($1.element.figures.delay, $1.offset)
    }.map(\.element)
  }
}
