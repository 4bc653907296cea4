public import Days

/// Something of which there is only so much in a week or a day: extract slots, trainers, go-lives.
public struct Resource: Hashable, Sendable {
  /// The id, such as `tpp-go-lives`.
  public var id: ResourceID
  /// The name in words.
  public var name: String
  /// Whose it is, if anybody's; a closure of the holder takes its capacity away.
  public var holder: Holder?
  /// What there is in a period where no change is in force; at least 0.
  public var capacity: Double
  /// The length of a period.
  public var period: Period
  /// What counts as a use.
  public var use: Use
  /// How much of it a use takes.
  public var amount: Amount
  /// The practices that use it.
  public var appliesTo: Filter
  /// Other capacities for a time; the last one in force counts.
  public var changes: [CapacityChange]
  /// Points per unit and period of capacity bought in capacity runs; nil for the default.
  public var extraCost: Double?
  /// What stages on record use, and what those under way cannot help using, by first day of the
  /// period; see `Region.countingRecords`.
  public var recordedUse: [Day: Double] = [:]
  /// The line of the region file it expands from, such as `[[system]] tpp, go_lives_per_week`.
  public var origin: String

  /// Whose resource it is.
  public enum Holder: Hashable, Sendable {
    /// A supplier's.
    case system(SystemID)
    /// A delivery partner's.
    case partner(PartnerID)

    /// The holder's id.
    public var text: String {
      switch self {
      case .system(let id): id.text
      case .partner(let id): id.text
      }
    }
  }

  /// The length of a period.
  public enum Period: String, Hashable, Sendable {
    case week
    case day
  }

  /// What counts as a use.
  public enum Use: Hashable, Sendable {
    /// The first day of each of these stages (by place): each one counts.
    case starts([Int])
    /// Every period with a working day of one of these stages: once per migration and period.
    case days([Int])
    /// Every period with a working day between two dates, both inclusive: once per migration and
    /// period.
    case span(SpanEnd, SpanEnd)
  }

  /// A date of a migration, moved by some working days.
  public struct SpanEnd: Hashable, Sendable {
    /// The date.
    public var event: StageEvent
    /// Working days after it; negative before it.
    public var offset: Int

    /// One end of a span.
    public init(event: StageEvent, offset: Int = 0) {
      self.event = event
      self.offset = offset
    }
  }

  /// How much one use takes.
  public enum Amount: Hashable, Sendable {
    /// 1.
    case one
    /// The list size divided by this many patients, rounded up; 1 without a list size.
    case perPatients(Int)
    /// The list size; without one, the mean list size.
    case patients
  }

  /// Which practices use a resource: all given sides must match.
  public struct Filter: Hashable, Sendable {
    /// Systems that are left; nil for any.
    public var sources: Set<SystemID>?
    /// Systems that are joined; nil for any.
    public var targets: Set<SystemID>?
    /// A system on either side; nil for any.
    public var eitherSide: SystemID?
    /// Delivery partners; nil for any.
    public var partners: Set<PartnerID>?
    /// Codes of primary care networks; nil for any.
    public var pcns: Set<String>?

    /// A filter; everything left out matches every practice.
    public init(
      sources: Set<SystemID>? = nil, targets: Set<SystemID>? = nil, eitherSide: SystemID? = nil,
      partners: Set<PartnerID>? = nil, pcns: Set<String>? = nil
    ) {
      self.sources = sources
      self.targets = targets
      self.eitherSide = eitherSide
      self.partners = partners
      self.pcns = pcns
    }

    /// Whether a practice uses the resource.
    public func matches(_ practice: Practice) -> Bool {
      if let sources, !sources.contains(practice.source) { return false }
      if let targets, !targets.contains(practice.target) { return false }
      if let eitherSide, eitherSide != practice.source, eitherSide != practice.target {
        return false
      }
      if let partners {
        guard let partner = practice.partner, partners.contains(partner) else { return false }
      }
      if let pcns {
        guard let pcn = practice.pcn, pcns.contains(pcn) else { return false }
      }
      return true
    }
  }

  /// Another capacity for a time.
  public struct CapacityChange: Hashable, Sendable {
    /// Both days inclusive; nil ends are open.
    public var from: Day?
    /// The last day, or nil for ever.
    public var to: Day?
    /// The capacity in that time.
    public var capacity: Double
    /// Why.
    public var reason: String

    /// Another capacity for a time.
    public init(from: Day?, to: Day?, capacity: Double, reason: String = "") {
      self.from = from
      self.to = to
      self.capacity = capacity
      self.reason = reason
    }

    /// Whether it is in force on a day.
    public func isInForce(on day: Day) -> Bool {
      (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
  }

  /// A resource.
  public init(
    id: ResourceID, name: String, holder: Holder? = nil, capacity: Double, period: Period, use: Use,
    amount: Amount = .one, appliesTo: Filter = Filter(), changes: [CapacityChange] = [],
    extraCost: Double? = nil, origin: String = ""
  ) {
    self.id = id
    self.name = name
    self.holder = holder
    self.capacity = capacity
    self.period = period
    self.use = use
    self.amount = amount
    self.appliesTo = appliesTo
    self.changes = changes
    self.extraCost = extraCost
    self.origin = origin
  }

  /// The first day of the period that holds a day: the day itself, or its Monday.
  public func period(containing day: Day) -> Day {
    period == .day ? day : Week(containing: day).monday
  }

  /// The capacity of the period that begins on this day: the last change in force counts.
  public func capacity(inPeriod start: Day) -> Double {
    changes.last { $0.isInForce(on: start) }?.capacity ?? capacity
  }

  /// What plans may use in the period that begins on this day: its capacity, or what the records
  /// already use if that is more, so that nothing else has room in it.
  public func room(inPeriod start: Day) -> Double {
    max(capacity(inPeriod: start), recordedUse[start] ?? 0)
  }

  /// What one use by a practice takes, given the region's mean list size.
  public func amount(of practice: Practice, meanListSize: Double) -> Double {
    switch amount {
    case .one: 1
    case .perPatients(let patients):
      practice.listSize.map { max(0, Double(($0 + patients - 1) / patients)) } ?? 1
    case .patients: practice.listSize.map(Double.init) ?? meanListSize
    }
  }
}
