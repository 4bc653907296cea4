public import Days

/// Idle time that a plan keeps before a stage, so that what comes before may take longer.
public struct Reserve: Hashable, Sendable {
  /// The stage's place in the pathway; not the first.
  public var stage: Int
  /// How long the stage waits at least after the one before it.
  public var atLeast: Length
  /// The only practice that keeps it; nil for every one.
  public var practice: PracticeCode?

  /// Idle time before a stage.
  public init(stage: Int, atLeast: Length, practice: PracticeCode? = nil) {
    self.stage = stage
    self.atLeast = atLeast
    self.practice = practice
  }

  /// The lead time that holds exactly where the reserve is kept: a stage that begins on the day
  /// after the one before it has waited for nothing.
  func leadTime(in pathway: Pathway) -> LeadTime {
    let distance: Length =
      switch atLeast {
      case .workingDays(let count): .workingDays(count + 1)
      case .days(let count): .days(count + 1)
      }
    let stages = pathway.stages
    let whose = practice.map { "-\($0)" } ?? ""
    var leadTime = LeadTime(
      id: "reserve-\(stages[stage].id)\(whose)", from: StageEvent(stage: stage - 1, edge: .finish),
      to: StageEvent(stage: stage, edge: .start), atLeast: distance,
      source: "tranche plan --reserve")
    leadTime.practices = practice.map { [$0] }
    leadTime.isReserve = true
    return leadTime
  }
}

extension Region {
  /// The same region with reserves as rules of every plan; practices with a stage on record keep
  /// none, as theirs may be used up.
  public func keeping(_ reserves: [Reserve]) -> Region {
    var region = self
    region.reserves += reserves
    let started = Set(practices.filter { !$0.actuals.isEmpty }.map(\.code))
    for reserve in reserves where pathway.stages.indices.dropFirst().contains(reserve.stage) {
      var leadTime = reserve.leadTime(in: pathway)
      if !started.isEmpty {
        leadTime.practices = (leadTime.practices ?? Set(practices.map(\.code))).subtracting(started)
      }
      region.pathway.leadTimes.append(leadTime)
    }
    return region
  }
}
