public import Days
public import Migrations

/// Why a practice is where it is in a plan, and what other weeks would cost.
public struct PracticeExplanation: Sendable {
  /// The practice's place in the region's list.
  public var practice: Int
  /// What the plan says of it.
  public var planned: PlannedPractice
  /// What binds each of its dates, in order of the pathway; empty if it is left out.
  public var bindings: [DateBinding]
  /// The weeks in which its own rules allow a go-live, each with what it costs at least.
  public var weeks: [WeekFit]
  /// The weeks that were tried by planning again, in order of date.
  public var trials: [WeekTrial]

  /// Points that every plan with a go-live in a week costs at least; nil where its own rules allow
  /// none in it.
  public func bound(ofWeek week: Day) -> Double? { weeks.first { $0.week == week }?.bound }
}

/// What keeps the start of a stage from being earlier, and how far it may slip.
public struct DateBinding: Sendable {
  /// The stage's place in the pathway.
  public var stage: Int
  /// The planned start.
  public var start: Day
  /// The earliest start with everybody else where they are.
  public var earliest: Day
  /// Working days by which it may start later with the go-live and everybody else where they are;
  /// for the go-live itself, so many days in a row that are free after it.
  public var slack: Int
  /// What keeps it from being earlier; more than one only where each alone does.
  public var causes: [Cause]

  /// What keeps a date from being earlier.
  public enum Cause: Sendable, Equatable {
    /// It is agreed.
    case agreed
    /// It is on record.
    case recorded
    /// An earlier start is free and costs so many points more.
    case dearer(points: Double)
    /// Slots without room.
    case full([FullSlot])
    /// The go-live of another practice (by place) that a link is to.
    case linked(practice: Int, isPilot: Bool)
    /// A rule of its own, and the rule in words.
    case rule(Rule, String)
  }
}

/// A period in which a resource has no room for a practice.
public struct FullSlot: Hashable, Sendable {
  /// The resource.
  public var resource: ResourceID
  /// The day, or the Monday of the week.
  public var period: Day
  /// What there is.
  public var capacity: Double
  /// What is used without the practice that asks.
  public var used: Double
  /// Who holds it, by place in the region's list.
  public var holders: [Int]
}

/// What a go-live week of one practice costs at least, from the prices alone.
public struct WeekFit: Sendable {
  /// The Monday.
  public var week: Day
  /// Points that every plan with a go-live in this week costs at least.
  public var bound: Double
}

/// A go-live week that was tried by planning everything again.
public struct WeekTrial: Sendable {
  /// The Monday.
  public var week: Day
  /// What came of it.
  public var outcome: Outcome
  /// Whose go-live differs from the present plan's, the practice itself first.
  public var moves: [GoLiveMove]

  /// The plan; nil if there is none.
  public var plan: Plan? {
    guard case .planned(let plan) = outcome else { return nil }
    return plan
  }
}

/// A go-live that differs between two plans.
public struct GoLiveMove: Hashable, Sendable {
  /// The practice's place in the region's list.
  public var practice: Int
  /// The go-live before; nil if it was left out.
  public var was: Day?
  /// The go-live after; nil if it is left out.
  public var now: Day?
}

extension Plan {
  /// The go-lives in which another plan of the same practices differs, by place.
  public func goLiveMoves(to other: Plan, pathway: Pathway) -> [GoLiveMove] {
    func goLive(_ planned: PlannedPractice) -> Day? {
      planned.schedule.isEmpty ? nil : planned.schedule[pathway.goLive].start
    }
    return zip(practices, other.practices).compactMap { before, after in
      let move = GoLiveMove(
        practice: before.practice, was: goLive(before), now: goLive(after))
      return move.was == move.now ? nil : move
    }
  }
}
