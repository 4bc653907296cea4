public import Days

/// The ordered stages of a migration and the lead times between them.
public struct Pathway: Hashable, Sendable {
  /// The stages in order; at least one.
  public var stages: [Stage]
  /// The lead times between the dates of stages.
  public var leadTimes: [LeadTime]

  /// A pathway.
  public init(stages: [Stage], leadTimes: [LeadTime]) {
    self.stages = stages
    self.leadTimes = leadTimes
  }

  /// The place of a stage named by id or code, whatever its case; nil if there is none.
  public func index(of name: some StringProtocol) -> Int? {
    let wanted = name.lowercased()
    return stages.firstIndex { $0.id.text == wanted || $0.code.lowercased() == wanted }
  }

  /// The place of the go-live stage, by which plans are judged.
  public var goLive: Int { index(of: "GL") ?? stages.count - 1 }
  /// The places of the stages that protected periods and blackouts mean by default: FD CO GL PG.
  public var sensitiveStages: Set<Int> { Set(["FD", "CO", "GL", "PG"].compactMap(index(of:))) }
}

/// One end of a stage, to which lead times, spans and tasks are anchored.
public struct StageEvent: Hashable, Sendable {
  /// The stage's place in the pathway, from 0.
  public var stage: Int
  /// Which end.
  public var edge: Edge

  /// The first or the last working day of a stage.
  public enum Edge: String, Hashable, Sendable {
    case start
    case finish
  }

  /// One end of a stage.
  public init(stage: Int, edge: Edge) {
    self.stage = stage
    self.edge = edge
  }

  /// The order of events along the pathway: 0 is the first stage's start.
  public var order: Int { stage * 2 + (edge == .finish ? 1 : 0) }
}

/// Two dates of a migration that must lie at least, or at most, so far apart.
public struct LeadTime: Hashable, Sendable {
  /// The id, such as `extract-notice`.
  public var id: String
  /// The earlier event.
  public var from: StageEvent
  /// The later event; never before `from` along the pathway.
  public var to: StageEvent
  /// The least distance, if any.
  public var atLeast: Length?
  /// The greatest distance, if any.
  public var atMost: Length?
  /// The least distance for practices that leave a certain system, in place of `atLeast`.
  public var bySource: [SystemID: Length]
  /// The only practices it counts for; nil for all.
  public var practices: Set<PracticeCode>?
  /// Where the rule comes from.
  public var source: String
  /// Whether it is idle time that a plan was asked to keep (see `Reserve`), and no rule of the
  /// region: `delay` does not count from it.
  public internal(set) var isReserve = false

  /// A lead time.
  public init(
    id: String, from: StageEvent, to: StageEvent, atLeast: Length?, atMost: Length? = nil,
    bySource: [SystemID: Length] = [:], source: String = ""
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.atLeast = atLeast
    self.atMost = atMost
    self.bySource = bySource
    self.source = source
  }

  /// The least distance that counts for a practice leaving this system.
  public func atLeast(leaving system: SystemID) -> Length? { bySource[system] ?? atLeast }

  /// The least distance that counts for a practice; nil for none.
  public func atLeast(for practice: Practice) -> Length? {
    if let practices, !practices.contains(practice.code) { return nil }
    return atLeast(leaving: practice.source)
  }
}
