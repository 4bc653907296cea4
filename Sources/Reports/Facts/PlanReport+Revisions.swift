import Days
public import Migrations

/// The accepted plans behind a report, from which updates and changes follow.
extension PlanReport {
  /// An accepted plan.
  public struct Revision: Hashable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// When it was accepted; nil if nobody said.
    public var accepted: Stamp?
    /// Its dates.
    public var plan: PlanSnapshot

    /// An accepted plan.
    public init(number: Int, accepted: Stamp?, plan: PlanSnapshot) {
      self.number = number
      self.accepted = accepted
      self.plan = plan
    }
  }

  /// The plan by codes and names alone.
  var snapshot: PlanSnapshot {
    PlanSnapshot(of: plan, in: region, isAccepted: standing == .accepted)
  }

  /// The revision that people know and that this plan changes; nil if it is the first.
  var former: Revision? { standing == .accepted ? revisions.dropLast().last : revisions.last }

  /// How firm the plan is, in a few words: `revision 3, accepted on 4 January 2027`, or a draft.
  var revisionWords: String {
    guard standing == .accepted else {
      return "DRAFT: nobody has agreed to these dates yet"
    }
    guard let revision = revisions.last else { return "accepted plan" }
    let when = revision.accepted.map { " on \($0.day.words)" } ?? ""
    return "revision \(revision.number), accepted\(when)"
  }
}

/// Something found about the inputs or the plan, for the list in the workbook.
public struct ReportFinding: Hashable, Sendable {
  /// `error`, `warning`, `note`, or the broken rule's name.
  public var kind: String
  /// A stable code such as `W163`; empty for broken rules.
  public var code: String
  /// The file, cell, practice or resource it is about.
  public var place: String
  /// What is wrong, in one sentence.
  public var message: String
  /// What to do about it; empty if there is nothing.
  public var fix: String

  /// Something found.
  public init(kind: String, code: String = "", place: String, message: String, fix: String = "") {
    self.kind = kind
    self.code = code
    self.place = place
    self.message = message
    self.fix = fix
  }
}

extension PlanReport.Stamp {
  /// Reads what `iso` writes: `2026-11-20` or `2026-11-20T09:30:00Z`; nil for anything else.
  public init?(iso text: String) {
    guard let day = Day(iso: text.prefix(10)) else { return nil }
    let rest = text.dropFirst(10)
    guard !rest.isEmpty else {
      self = .day(day)
      return
    }
    let parts = rest.dropFirst().dropLast().split(separator: ":").map { Int($0) }
    guard rest.first == "T", rest.last == "Z", parts.count == 3, let hour = parts[0],
      let minute = parts[1], let second = parts[2]
    else { return nil }
    self = .seconds(day.number * 86_400 + hour * 3_600 + minute * 60 + second)
  }
}
