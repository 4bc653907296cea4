public import Days

/// A proof by cases that no plan costs less than a bound above that of the plan's one certificate.
///
/// The whole region is the first branch. A branch may be split by one date of one practice: the
/// practice is left out, has the date by a day, or has it after that day. Every plan is in one of
/// the parts, so the least of the bounds of all unsplit branches holds for every plan. Each of
/// those is proven by prices of its own, as in `Certificate`, with the practices kept to what the
/// branch assumes.
public struct BranchProof: Hashable, Sendable {
  /// No plan costs less than this many points.
  public var bound: Double
  /// The branches; the first is the whole region, and the parts of one come after it.
  public var branches: [Branch]

  /// One branch.
  public enum Branch: Hashable, Sendable {
    /// Proven by prices.
    case priced(Certificate)
    /// Split into parts.
    case split(Split)
  }

  /// Where a branch is split, and the places of its parts in the list of branches.
  public struct Split: Hashable, Sendable {
    /// The practice.
    public var practice: PracticeCode
    /// Which of its dates.
    public var event: StageEvent
    /// The last day of the part in which the date comes by that day.
    public var latest: Day
    /// The part in which the practice is left out; nil where it may not be.
    public var leftOut: Int?
    /// The part in which it has the date on `latest` or before.
    public var by: Int
    /// The part in which it has the date after `latest`.
    public var after: Int

    /// A split.
    public init(
      practice: PracticeCode, event: StageEvent, latest: Day, leftOut: Int?, by: Int, after: Int
    ) {
      self.practice = practice
      self.event = event
      self.latest = latest
      self.leftOut = leftOut
      self.by = by
      self.after = after
    }
  }

  /// A proof of these branches.
  public init(bound: Double, branches: [Branch]) {
    self.bound = bound
    self.branches = branches
  }
}
