import Days
import Migrations

/// One practice's part of a plan, made ready for replays.
struct Migration: Sendable {
  /// The practice's place in the region's list.
  let practice: Int
  /// The planned first day of each stage, by working-day number.
  let starts: [Int32]
  /// The planned last day of each stage.
  let finishes: [Int32]
  /// How long each stage may take; nil where nothing is left to chance: stages that are over, and
  /// those from go-live on.
  let odds: [LengthOdds?]
  /// The last stage that has begun, which cannot be put off any more; -1 for none.
  let lastBegun: Int
  /// For each stage and day, how many days before it forbid the stage; nil if none does.
  let forbidden: [[Int32]?]
  /// For each stage, whether it may start on a day; nil if it may on every one.
  let mayStart: [[Bool]?]
  /// The distances to be kept, by run of the later date.
  let distances: [[Distance]]
  /// What each run uses.
  let uses: [[ReplayUse]]
  /// How many places of memory its uses need.
  let memory: Int
  /// The links with other migrations, save those that go together.
  let links: [(link: Link, other: Int, isFirst: Bool)]
}

/// What a run of stages uses of one resource.
struct ReplayUse: Sendable {
  /// The resource's place in the region's list.
  let resource: Int
  let amount: Double
  let kind: Kind

  enum Kind: Sendable {
    /// The period of the first day of each of these stages.
    case starts([Int])
    /// Each period with a day of these stages, counted once for the migration; the place is where
    /// the last one is remembered.
    case days([Int], memory: Int)
    /// Each period between two dates.
    case span(Resource.SpanEnd, Resource.SpanEnd)
  }
}

/// What a link says of one migration's go-live, given the other one's.
struct LinkLimit: Sendable {
  let link: Link
  /// The other one's go-live by working-day number.
  let other: Int
  /// Whether the migration in question is the first of the two.
  let isFirst: Bool

  /// Whether the migration may go live on a day.
  func allows(_ day: Int, in world: ReplayWorld) -> Bool {
    let calendar = world.region.calendar
    let days = calendar.workingDays
    return link.allows(
      first: days[isFirst ? day : other], second: days[isFirst ? other : day], in: calendar)
  }
}
