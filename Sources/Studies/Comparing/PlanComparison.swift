public import Days
public import Migrations

/// What differs between two plans, practice by practice, each with its cause.
public struct PlanComparison: Sendable {
  /// What became of a practice, in the order in which changes are listed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The go-live is on another day.
    case moved
    /// It had dates and has none.
    case leftOut = "left-out"
    /// It had no dates and has some.
    case placed
    /// Only the new plan has it.
    case added
    /// Only the old plan has it.
    case removed
    /// The go-live stays, other dates do not.
    case stages
  }

  /// One stage on other days.
  public struct StageChange: Hashable, Sendable {
    /// The stage's two letters.
    public var code: String
    /// Its old dates; nil if it had none.
    public var was: StageDates?
    /// Its new dates; nil if it has none.
    public var now: StageDates?
  }

  /// One practice that changed.
  public struct Change: Hashable, Sendable {
    /// What became of it.
    public var kind: Kind
    /// The practice.
    public var code: PracticeCode
    /// Its name.
    public var name: String
    /// The old go-live, if it had one.
    public var was: Day?
    /// The new go-live, if it has one.
    public var now: Day?
    /// Why, in the words of the new plan.
    public var cause: String
    /// What it now pays more for, in words.
    public var worse: [String]
    /// Every stage that changed.
    public var stages: [StageChange]
  }

  /// The old plan.
  public let old: PlanSnapshot
  /// The new plan.
  public let new: PlanSnapshot
  /// The changes, by kind and old date.
  public let changes: [Change]
  /// How many practices of the new plan are as before.
  public let unchangedCount: Int
  /// How many of those are held by a pin or a record.
  public let heldCount: Int
  /// The inputs that differ: changed, new, or gone.
  public let inputs: [String]

  /// Compares two plans.
  public init(old: PlanSnapshot, new: PlanSnapshot) {
    self.old = old
    self.new = new
    let before = Dictionary(old.entries.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
    let after = Set(new.entries.map(\.code))
    var changes: [Change] = []
    var held = 0
    for entry in new.entries {
      if let change = PlanComparison.change(before[entry.code], entry) {
        changes.append(change)
      } else if entry.status == .pinned || entry.status == .started || entry.status == .done {
        held += 1
      }
    }
    unchangedCount = new.entries.count - changes.count
    heldCount = held
    changes += old.entries.filter { !after.contains($0.code) }.map { gone in
      Change(
        kind: .removed, code: gone.code, name: gone.name, was: gone.goLive, now: nil,
        cause: "The new plan's practices.csv does not have it.", worse: [],
        stages: gone.stages.map { StageChange(code: $0.code, was: $0.dates, now: nil) })
    }
    let order = Dictionary(
      uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    self.changes = changes.sorted { left, right in
      let first = (order[left.kind] ?? 0, left.was?.number ?? left.now?.number ?? 0, left.code)
      let second = (order[right.kind] ?? 0, right.was?.number ?? right.now?.number ?? 0, right.code)
      return first < second
    }
    inputs = Set(old.inputs.keys).union(new.inputs.keys).sorted()
      .filter { old.inputs[$0] != new.inputs[$0] }
  }

  /// How many practices changed in a way.
  public func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }

  /// Whether nothing changed.
  public var isEmpty: Bool { changes.isEmpty }

  private static func change(_ was: PlanSnapshot.Entry?, _ now: PlanSnapshot.Entry) -> Change? {
    let stages = stageChanges(was?.stages ?? [], now.stages)
    let kind: Kind
    switch (was, was?.goLive, now.goLive) {
    case (nil, _, _): kind = .added
    case (_, nil, nil): return nil
    case (_, .some, nil): kind = .leftOut
    case (_, nil, .some): kind = .placed
    case (_, let before, let after) where before != after: kind = .moved
    default:
      guard !stages.isEmpty else { return nil }
      kind = .stages
    }
    return Change(
      kind: kind, code: now.code, name: now.name, was: was?.goLive, now: now.goLive,
      cause: now.reason, worse: was.map { worse($0, now) } ?? [], stages: stages)
  }

  private static func stageChanges(
    _ was: [PlanSnapshot.Stage], _ now: [PlanSnapshot.Stage]
  ) -> [StageChange] {
    let before = Dictionary(was.map { ($0.code, $0.dates) }, uniquingKeysWith: { one, _ in one })
    let after = Dictionary(now.map { ($0.code, $0.dates) }, uniquingKeysWith: { one, _ in one })
    let codes = now.map(\.code) + was.map(\.code).filter { after[$0] == nil }
    return codes.filter { before[$0] != after[$0] }.map {
      StageChange(code: $0, was: before[$0], now: after[$0])
    }
  }

  /// The wishes that cost a practice more than before.
  private static func worse(_ was: PlanSnapshot.Entry, _ now: PlanSnapshot.Entry) -> [String] {
    let wishes: [(Cost.Term, String)] = [
      (.late, "now after the day it must be live by"),
      (.avoid, "now in a period better avoided"), (.weekday, "now on a weekday better avoided"),
    ]
    guard now.goLive != nil else { return [] }
    return wishes.compactMap { term, words in
      let more = now.cost[term] - was.cost[term]
      return more > 1e-6 ? "\(words) (+\(inPoints(more)))" : nil
    }
  }
}
