public import Days

/// One GP practice that moves from one clinical system to another.
public struct Practice: Hashable, Sendable {
  /// The ODS code.
  public var code: PracticeCode
  /// The name in words.
  public var name: String
  /// The system it leaves.
  public var source: SystemID
  /// The system it joins.
  public var target: SystemID
  /// The code of its primary care network; nil for none (`U` or empty in files).
  public var pcn: String?
  /// The name of its primary care network.
  public var pcnName: String?
  /// The code of its integrated care board.
  public var icb: String?
  /// Its postcode.
  public var postcode: String?
  /// The delivery partner that looks after it.
  public var partner: PartnerID?
  /// Registered patients, if known; at least 0.
  public var listSize: Int?
  /// The go-live days it would like, first to last; a single day is both.
  public var preferred: ClosedRange<Day>?
  /// The day by which it must be live.
  public var mustBeLiveBy: Day?
  /// No stage starts before this day.
  public var notBefore: Day?
  /// 1 high to 5 low; 3 if not given.
  public var priority: Int
  /// A go-live day that is agreed and kept exactly.
  public var pinnedGoLive: Day?
  /// In a replan with a hard freeze: the go-live day that is so near that it is kept exactly.
  public var frozenGoLive: Day?
  /// Whether it goes before every other practice of its pair of systems.
  public var isPilot: Bool
  /// Whether it dispenses.
  public var isDispensing: Bool
  /// Codes or names of its branches.
  public var branches: [String]
  /// Its own closures and blackouts.
  public var closures: [PracticeClosure]
  /// What is already recorded, by place of the stage.
  public var actuals: [Int: Actual]
  /// Stages that were begun and came to nothing, in order of the file; they have to be done again.
  public var formerAttempts: [FormerAttempt]
  /// A shared mailbox.
  public var contactEmail: String?
  /// Free text, printed in the pack.
  public var notes: String?
  /// Columns of practices.csv that tranche does not know, in order of the file.
  public var otherColumns: [String]

  /// What is recorded of a stage that has begun.
  public struct Actual: Hashable, Sendable {
    /// The first day.
    public var start: Day
    /// The last day, if the stage is over.
    public var finish: Day?
    /// For a stage under way in a replan: the first day on which it can be over.
    public var finishesFrom: Day?

    /// A recorded stage.
    public init(start: Day, finish: Day?, finishesFrom: Day? = nil) {
      self.start = start
      self.finish = finish
      self.finishesFrom = finishesFrom
    }
  }

  /// A stage that was begun and came to nothing.
  public struct FormerAttempt: Hashable, Sendable {
    /// The stage, by place.
    public var stage: Int
    /// The first day.
    public var start: Day
    /// The last day, if it is known.
    public var finish: Day?
    /// How it ended.
    public var outcome: Outcome

    /// How an attempt came to nothing.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
      case failed
      case cancelled
    }

    /// A stage that has to be done again.
    public init(stage: Int, start: Day, finish: Day?, outcome: Outcome) {
      self.stage = stage
      self.start = start
      self.finish = finish
      self.outcome = outcome
    }
  }

  /// A practice with the four things that are required; set the rest as known.
  public init(
    code: PracticeCode, name: String, source: SystemID, target: SystemID, pcn: String? = nil,
    listSize: Int? = nil, partner: PartnerID? = nil
  ) {
    self.code = code
    self.name = name
    self.source = source
    self.target = target
    self.pcn = pcn
    self.listSize = listSize
    self.partner = partner
    priority = 3
    isPilot = false
    isDispensing = false
    branches = []
    closures = []
    actuals = [:]
    formerAttempts = []
    otherColumns = []
  }

  /// The factor that its priority puts on delay, preference, lateness and being left out.
  public var priorityFactor: Double { [4, 2, 1, 0.5, 0.25][min(max(priority, 1), 5) - 1] }

  /// The go-live day that is kept exactly, agreed or frozen; nil if it is free.
  public var fixedGoLive: Day? { pinnedGoLive ?? frozenGoLive }

  /// Whether it may not be left out: its go-live is fixed, or a stage is on record.
  public var isCommitted: Bool { fixedGoLive != nil || !actuals.isEmpty }

  /// Calendar days by which a go-live is after the wished days, negative before them and 0 within
  /// them; nil without a wish.
  public func daysAfterPreferred(_ goLive: Day) -> Int? {
    preferred.map { wish in
      goLive < wish.lowerBound ? goLive - wish.lowerBound : max(0, goLive - wish.upperBound)
    }
  }

  /// The same practice with nothing said of when: no agreed or frozen day, no record, no deadline.
  ///
  /// Its earliest go-live is the one from which `delay` counts, so that agreeing on a date or
  /// recording a stage changes no cost.
  public var undated: Practice {
    var practice = self
    practice.pinnedGoLive = nil
    practice.frozenGoLive = nil
    practice.actuals = [:]
    practice.mustBeLiveBy = nil
    return practice
  }
}
