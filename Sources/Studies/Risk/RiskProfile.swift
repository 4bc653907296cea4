public import Days
import Migrations

/// How sure the dates of a plan are, from its replays.
public struct RiskProfile: Sendable {
  /// Days by which a share of the replays is over; nil where that lies beyond the horizon.
  public struct Quantiles: Hashable, Sendable {
    /// In half of the replays.
    public var half: Day?
    /// In four of five.
    public var fourFifths: Day?
    /// In 95 of 100.
    public var most: Day?
  }

  /// One practice.
  public struct Entry: Hashable, Sendable {
    /// The practice's place in the region's list.
    public var practice: Int
    /// The planned go-live.
    public var planned: Day
    /// The day by which it is wanted: `must_be_live_by`, or else the planned go-live.
    public var wanted: Day
    /// In which share of the replays it is live by then.
    public var chance: Double
    /// When it is live.
    public var quantiles: Quantiles
    /// Calendar days after the planned go-live on average; up to the horizon's end where it got
    /// no dates.
    public var delay: Double
  }

  /// How often the plan was replayed.
  public let replays: Int
  /// The practices in order of their planned go-lives.
  public let practices: [Entry]
  /// The last go-live of the plan; nil if nobody is dated.
  public let plannedFinish: Day?
  /// The last go-live of the replays.
  public let finish: Quantiles
  /// The last go-live of each replay; nil where somebody got no dates within the horizon.
  public let finishes: [Day?]
  /// In which share of the replays everybody is live by the day on which he is wanted.
  public let chanceOfAll: Double
  private let goLives: ReplayedGoLives

  /// The profile of replays.
  public init(of goLives: ReplayedGoLives) {
    self.goLives = goLives
    replays = goLives.replays
    let world = goLives.world
    let region = world.region
    let days = region.calendar.workingDays
    let horizonEnd = region.horizon.upperBound
    var finishes = [Day?](
      repeating: world.migrations.isEmpty ? nil : .some(.init(number: .min)),
      count: goLives.replays)
    var areAll = [Bool](repeating: true, count: goLives.replays)
    var practices: [Entry] = []
    for (place, migration) in world.migrations.enumerated() {
      let planned = days[Int(migration.starts[world.goLive])]
      let wanted = region.practices[migration.practice].mustBeLiveBy ?? planned
      let all = goLives.days(of: place)
      var inTime = 0
      var delay = 0
      for (replay, day) in all.enumerated() {
        delay += (day ?? max(horizonEnd, planned)) - planned
        if let day, day <= wanted { inTime += 1 } else { areAll[replay] = false }
        finishes[replay] = finishes[replay].flatMap { last in day.map { max(last, $0) } }
      }
      practices.append(
        Entry(
          practice: migration.practice, planned: planned, wanted: wanted,
          chance: Double(inTime) / Double(max(1, all.count)), quantiles: Quantiles(of: all),
          delay: Double(delay) / Double(max(1, all.count))))
    }
    self.practices = practices
    self.finishes = finishes
    plannedFinish = practices.map(\.planned).max()
    finish = Quantiles(of: finishes)
    chanceOfAll = Double(areAll.count { $0 }) / Double(max(1, goLives.replays))
  }

  /// How many practices are live by the day on which they are wanted, on average.
  public var inTime: Double { practices.reduce(0) { $0 + $1.chance } }

  /// Calendar days after the planned go-live, on average over practices and replays.
  public var delay: Double {
    practices.isEmpty ? 0 : practices.reduce(0) { $0 + $1.delay } / Double(practices.count)
  }

  /// In which share of the replays somebody gets no dates within the horizon.
  public var chanceOfNoDates: Double {
    Double(finishes.count { $0 == nil }) / Double(max(1, replays))
  }

  /// In which share of the replays everybody is live by a day, and how many are on average.
  public func live(by day: Day) -> (all: Double, practices: Double) {
    let sum = practices.indices.reduce(0) { sum, place in
      sum + goLives.days(of: place).count { $0.map { $0 <= day } ?? false }
    }
    let all = finishes.count { $0.map { $0 <= day } ?? false }
    return (Double(all) / Double(max(1, replays)), Double(sum) / Double(max(1, replays)))
  }
}

extension RiskProfile.Quantiles {
  /// The quantiles of days, of which nil is later than any other: the first day by which at least
  /// so many of them are over.
  init(of days: [Day?]) {
    let sorted = days.sorted { one, two in
      guard let one else { return false }
      return two.map { one < $0 } ?? true
    }
    func day(_ percent: Int) -> Day? {
      sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
    (half, fourFifths, most) = (day(50), day(80), day(95))
  }
}
