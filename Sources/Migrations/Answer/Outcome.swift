/// What a planning run comes to.
public enum Outcome: Sendable {
  /// A plan, with what is proven of it.
  case planned(Plan)
  /// No plan satisfies the hard rules.
  case impossible(Explanation)
  /// The limits ran out before there was a plan that keeps every commitment.
  case outOfTime(Explanation)
}

/// Why there is no plan, or why a plan leaves practices out: rules that clash, by name.
public struct Explanation: Hashable, Sendable {
  /// The answer in one sentence.
  public var summary: String
  /// The rules that cannot hold together.
  public var clashes: [Clash]

  /// One rule's part in a clash.
  public struct Clash: Hashable, Sendable {
    /// The rule.
    public var rule: Rule
    /// The practices concerned.
    public var practices: [PracticeCode]
    /// The resource concerned, for `capacity`.
    public var resource: ResourceID?
    /// The day or week concerned, as an ISO date.
    public var period: String?
    /// The part as a sentence.
    public var message: String

    /// One rule's part in a clash.
    public init(
      rule: Rule, practices: [PracticeCode], resource: ResourceID? = nil, period: String? = nil,
      message: String
    ) {
      self.rule = rule
      self.practices = practices
      self.resource = resource
      self.period = period
      self.message = message
    }
  }

  /// An explanation.
  public init(summary: String, clashes: [Clash]) {
    self.summary = summary
    self.clashes = clashes
  }
}
