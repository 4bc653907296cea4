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
  /// For each day, stage by stage, the last day up to it that forbids the stage; -1 for none.
  let forbidden: [Int32]
  /// The distances to be kept, by run of the later date.
  let distances: [[Distance]]
  /// What the runs use, run by run.
  let uses: [ReplayUse]
  /// Where in `uses` those of each run are.
  let usesOfRun: [Range<Int>]
  /// How many places of memory its uses need.
  let memory: Int
  /// The links with other migrations, save those that go together.
  let links: [(link: Link, other: Int, isFirst: Bool)]
}

/// What a stage, or the time between two dates, uses of one resource.
///
/// It holds numbers only, because replays read it many million times.
struct ReplayUse: Sendable {
  /// Where the resource's days begin in `ReplayRows`.
  let rows: Int
  let amount: Double
  let kind: Kind
  /// The stage, or the event from which a span runs.
  let from: Resource.SpanEnd
  /// The event up to which a span runs.
  let to: Resource.SpanEnd
  /// The place where the last period of `days` is remembered.
  let memory: Int

  /// What counts; in order of the work it is to look whether there is room.
  enum Kind: Int, Sendable {
    /// The period of the stage's first day.
    case start
    /// Each period with a day of the stage, unless remembered from a stage before it.
    case days
    /// Each period between the two dates.
    case span
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
