/// How far the dates of one practice could slip, in working days, with everybody else where they are.
public struct Slack: Hashable, Sendable {
  /// The most that is looked for; it stands for "so many or more".
  public static let most = 20

  /// By stage, in order: how much later it could be with the practice's other stages where they are.
  public var stages: [Int]
  /// How much later the whole migration could be, all of its stages together.
  public var whole: Int

  /// How far the dates of one practice could slip.
  public init(stages: [Int], whole: Int) {
    self.stages = stages
    self.whole = whole
  }
}
