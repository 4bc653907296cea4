public import Days

/// What may go wrong in replays of a plan (`[risk]`): it never changes what a plan is or costs.
public struct RiskSettings: Hashable, Sendable {
  /// What may put stages off.
  public var slips: [Slip]
  /// How often to replay; nil for the default.
  public var replays: Int?
  /// The seed of every draw; nil for the default.
  public var seed: UInt64?

  /// Something that may put a stage off, in each migration by itself.
  public struct Slip: Hashable, Sendable {
    /// The stage's place in the pathway.
    public var stage: Int
    /// How likely it is in one migration, from 0 to 1.
    public var chance: Double
    /// How long the stage is put off from its planned first day.
    public var by: Length
    /// What happens, in words; may be empty.
    public var reason: String

    /// Something that may put a stage off.
    public init(stage: Int, chance: Double, by: Length, reason: String = "") {
      self.stage = stage
      self.chance = chance
      self.by = by
      self.reason = reason
    }
  }

  /// Nothing but the pathway's own lengths.
  public init(slips: [Slip] = [], replays: Int? = nil, seed: UInt64? = nil) {
    self.slips = slips
    self.replays = replays
    self.seed = seed
  }
}
