/// A region's problem in plain numbers, from which `Tests/Peers` builds its models.
///
/// Working days count from 0 at the first day of the horizon, costs are in thousandths of a point.
struct PlainProblem: Encodable {
  let name: String
  /// The working days of the horizon.
  let days: [String]
  /// Calendar days of each working day since the first.
  let calendarDays: [Int]
  let stages: [StageName]
  let goLive: Int
  let squeeze: Int
  let stretch: Int
  let wait: Int
  let calendars: [DayRules]
  let leadTimes: [LeadTime]
  let resources: [Resource]
  let practices: [Practice]
  let links: [Link]

  /// A stage's names.
  struct StageName: Encodable {
    let id: String
    let code: String
  }

  /// What the days are to one stage of some practices.
  struct DayRules: Encodable, Hashable {
    /// No day of the stage may be one of these.
    let forbidden: [Int]
    /// No start may be on one of these.
    let noStart: [Int]
    /// What each day of the stage costs.
    let avoid: [Int]
    /// What a start on the day costs.
    let startCost: [Int]
  }

  /// For each day of the later event, the last and the first day of the earlier one.
  struct LeadTime: Encodable, Hashable {
    /// Events along the pathway: 2 x stage for a start, 2 x stage + 1 for a finish.
    let from: Int
    let to: Int
    let latest: [Int]?
    let earliest: [Int]?
  }

  /// A resource with its periods.
  struct Resource: Encodable {
    let id: String
    let isDaily: Bool
    /// `starts`, `days` (with `stages`), or `span` (with the four numbers of `span`).
    let kind: String
    let stages: [Int]
    /// From event, its offset, to event, its offset.
    let span: [Int]
    let capacity: [Double]
    /// The period of each working day from `-margin` on.
    let periods: [Int]
    let margin: Int
  }

  /// A practice.
  struct Practice: Encodable {
    let code: String
    let stages: [Lengths]
    /// By stage, the place in `calendars`.
    let calendars: [Int]
    /// Places in `leadTimes`.
    let leadTimes: [Int]
    /// The first day on which a stage may start.
    let firstStart: Int
    /// The go-live days that pin and hard deadline leave.
    let goLiveFrom: Int
    let goLiveTo: Int
    /// What each go-live day costs: delay, preference, lateness.
    let goLiveCost: [Int]
    let unscheduled: Int
    let mayBeLeftOut: Bool
    /// Whether its own rules allow any dates.
    let isPossible: Bool
    /// Resources by place, and how much one use takes.
    let uses: [Use]
  }

  /// Lengths and the longest wait before, in working days.
  struct Lengths: Encodable {
    let min: Int
    let usual: Int
    let max: Int
    let wait: Int
  }

  /// How much a practice takes of a resource.
  struct Use: Encodable {
    let resource: Int
    let amount: Double
  }

  /// A link: `together`, `before` or `apart`.
  struct Link: Encodable {
    let rule: String
    let first: Int
    let second: Int
    /// For each go-live day of the later one, the last day on which the earlier one keeps the lag.
    let latest: [Int]
  }
}
