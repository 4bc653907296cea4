import Days
import Migrations

/// A comparison for programs; encodes to an object with fixed keys.
public struct ComparisonRecord: Encodable, Sendable {
  /// The counts by kind of change.
  public let counts: [String: Int]
  /// How many practices are as before.
  public let unchanged: Int
  /// The inputs that differ.
  public let inputs: [String]
  /// Points of the old and the new plan; nil where they could not be counted again.
  public let cost: [String: Double]?
  /// Every change.
  public let changes: [Item]

  /// One practice that changed.
  public struct Item: Encodable, Sendable {
    let kind: String
    let odsCode: String
    let name: String
    let was: String?
    let now: String?
    let days: Int?
    let cause: String
    let worse: [String]
    let stages: [Stage]

    private enum CodingKeys: String, CodingKey {
      case kind, name, was, now, days, cause, worse, stages
      case odsCode = "ods_code"
    }
  }

  /// One stage on other days.
  public struct Stage: Encodable, Sendable {
    let code: String
    let was: [String]?
    let now: [String]?
  }

  /// The record of a comparison.
  public init(_ comparison: PlanComparison) {
    counts = Dictionary(
      uniqueKeysWithValues: PlanComparison.Kind.allCases.map { ($0.rawValue, comparison.count($0)) }
    )
    unchanged = comparison.unchangedCount
    inputs = comparison.inputs
    cost =
      comparison.old.hasCosts && comparison.new.hasCosts
      ? [
        "was": hundredths(comparison.old.cost.withoutMoves),
        "now": hundredths(comparison.new.cost.withoutMoves),
      ] : nil
    changes = comparison.changes.map { change in
      Item(
        kind: change.kind.rawValue, odsCode: change.code.text, name: change.name,
        was: change.was?.iso, now: change.now?.iso,
        days: change.was.flatMap { was in change.now.map { $0 - was } }, cause: change.cause,
        worse: change.worse,
        stages: change.stages.map {
          Stage(code: $0.code, was: $0.was.map(dates), now: $0.now.map(dates))
        })
    }
  }
}

private func dates(_ dates: StageDates) -> [String] { [dates.start.iso, dates.finish.iso] }
