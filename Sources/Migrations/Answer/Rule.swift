/// The hard rules of a plan, by the one name they have in rows, findings and explanations.
public enum Rule: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Stages in order, lengths, waits, working days, horizon, not before, elapsed time, weekdays.
  case pathway
  /// Every lead time.
  case leadTime = "lead-time"
  /// No listed stage in a forbidden protected period.
  case protected
  /// No listed stage in the practice's own closures and blackouts.
  case closure
  /// No period uses more of a resource than there is.
  case capacity
  /// Together, before, apart, pilots first.
  case link
  /// Agreed go-lives and recorded stages are kept exactly.
  case pin
  /// Live by the practice's date, where deadlines are hard.
  case deadline
  /// Nothing off record before the day on which the records were true.
  case asOf = "as-of"

  /// The rule in one sentence.
  public var sentence: String {
    switch self {
    case .pathway: "Stages come in order, with their lengths, waits, weekdays and working days."
    case .leadTime: "The dates of a lead time lie far enough, and not too far, apart."
    case .protected: "No listed stage lies in a protected period that forbids it."
    case .closure: "No listed stage lies in the practice's own closures or blackouts."
    case .capacity: "No week or day uses more of a resource than there is."
    case .link: "Linked practices go live together, in order, or apart, as asked."
    case .pin: "Agreed go-live days and recorded stages are kept exactly."
    case .asOf:
      "Nothing that is not on record starts before the day on which the records were true."
    case .deadline: "Practices are live by their date where deadlines are hard."
    }
  }

  /// Compares by place in the contract's list.
  public static func < (left: Rule, right: Rule) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// A rule that a plan breaks: what, who, when and by how much.
public struct Finding: Hashable, Sendable {
  /// The broken rule.
  public var rule: Rule
  /// The practice concerned, if it is one practice.
  public var practice: PracticeCode?
  /// The resource concerned, for `capacity`.
  public var resource: ResourceID?
  /// The day or week concerned, as an ISO date, if it is one.
  public var period: String?
  /// By how much the rule is broken, in its own unit (days, uses, patients); 0 if it has none.
  public var amount: Double
  /// The finding as a sentence.
  public var message: String

  /// A finding.
  public init(
    rule: Rule, practice: PracticeCode? = nil, resource: ResourceID? = nil, period: String? = nil,
    amount: Double = 0, message: String
  ) {
    self.rule = rule
    self.practice = practice
    self.resource = resource
    self.period = period
    self.amount = amount
    self.message = message
  }
}
