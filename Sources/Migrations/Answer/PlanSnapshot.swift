public import Days

/// A plan by codes and names alone, so that plans of different regions or days can be compared.
public struct PlanSnapshot: Hashable, Sendable {
  /// One stage of one practice, by its code.
  public struct Stage: Hashable, Sendable {
    /// The two capital letters of the stage.
    public var code: String
    /// When it is.
    public var dates: StageDates

    /// One stage of one practice.
    public init(code: String, dates: StageDates) {
      self.code = code
      self.dates = dates
    }
  }

  /// One practice of the plan.
  public struct Entry: Hashable, Sendable {
    /// The ODS code.
    public var code: PracticeCode
    /// The name in words.
    public var name: String
    /// How it stands.
    public var status: PlannedPractice.Status
    /// The go-live day; nil if it is left out.
    public var goLive: Day?
    /// Its stages; empty if it is left out.
    public var stages: [Stage]
    /// Its own cost.
    public var cost: Cost
    /// Why it is on these dates, or why it is left out.
    public var reason: String
    /// The dates of tasks by id, as the plan's file records them; empty where it does not.
    public var tasks: [String: Day]

    /// Whose calendars it is in.
    public var parties: Parties
    /// The go-live from which its delay counts; nil where the plan does not say.
    public var earliestGoLive: Day?

    /// One practice of the plan.
    public init(
      code: PracticeCode, name: String, status: PlannedPractice.Status, goLive: Day?,
      stages: [Stage], cost: Cost, reason: String, tasks: [String: Day] = [:],
      parties: Parties = Parties(), earliestGoLive: Day? = nil
    ) {
      self.code = code
      self.name = name
      self.status = status
      self.goLive = goLive
      self.stages = stages
      self.cost = cost
      self.reason = reason
      self.tasks = tasks
      self.parties = parties
      self.earliestGoLive = earliestGoLive
    }
  }

  /// Who has a part in a practice's migration, by ids and codes; nil where it is not known.
  public struct Parties: Hashable, Sendable {
    /// The systems that it leaves and joins.
    public var systems: [String]
    /// Its primary care network.
    public var pcn: String?
    /// Its delivery partner.
    public var partner: String?
    /// Who is invited to its single events, so that they can still be told when it is gone.
    public var contactEmail: String?

    /// Who has a part in a migration.
    public init(
      systems: [String] = [], pcn: String? = nil, partner: String? = nil,
      contactEmail: String? = nil
    ) {
      self.systems = systems
      self.pcn = pcn
      self.partner = partner
      self.contactEmail = contactEmail
    }

    /// The parties of a practice.
    public init(of practice: Practice) {
      self.init(
        systems: [practice.source.text, practice.target.text], pcn: practice.pcn,
        partner: practice.partner?.text, contactEmail: practice.contactEmail)
    }
  }

  /// The region's name in words.
  public var regionName: String
  /// Whether the region has accepted the plan.
  public var isAccepted: Bool
  /// Its number where it is an accepted one and that is known; nil for drafts.
  public var revision: Int?
  /// The SHA-256 of each input, by file.
  public var inputs: [String: String]
  /// The cost of the whole plan.
  public var cost: Cost
  /// Whether its costs are known to be right: worked out, or counted again after reading.
  public var hasCosts = true
  /// What is known of the distance to the best.
  public var proof: Plan.Proof
  /// (cost - bound) / max(cost, 1).
  public var gap: Double
  /// The practices in order of practices.csv.
  public var entries: [Entry]

  /// A snapshot of its parts.
  public init(
    regionName: String, isAccepted: Bool, inputs: [String: String], cost: Cost, proof: Plan.Proof,
    gap: Double, entries: [Entry]
  ) {
    self.regionName = regionName
    self.isAccepted = isAccepted
    self.inputs = inputs
    self.cost = cost
    self.proof = proof
    self.gap = gap
    self.entries = entries
  }

  /// The snapshot of a plan of a region.
  public init(
    of plan: Plan, in region: Region, inputs: [String: String] = [:], isAccepted: Bool = false
  ) {
    let goLive = region.pathway.goLive
    self.init(
      regionName: region.name, isAccepted: isAccepted, inputs: inputs, cost: plan.cost,
      proof: plan.proof, gap: plan.gap,
      entries: plan.practices.map { planned in
        let practice = region.practices[planned.practice]
        return Entry(
          code: practice.code, name: practice.name, status: planned.status,
          goLive: planned.schedule.isEmpty ? nil : planned.schedule[goLive].start,
          stages: zip(region.pathway.stages, planned.schedule).map {
            Stage(code: $0.code, dates: $1)
          }, cost: planned.cost, reason: planned.reason, parties: Parties(of: practice),
          earliestGoLive: planned.earliestGoLive)
      })
  }
}

extension PlanSnapshot {
  /// Who goes through which stage when, a line each in an order of its own: plans of the same dates
  /// have the same text, wherever they lie and whatever else is said of them.
  public var datesText: String {
    entries.flatMap { entry in
      entry.stages.map {
        "\(entry.code.text.uppercased()) \($0.code) \($0.dates.start.iso) \($0.dates.finish.iso)\n"
      }
    }.sorted().joined()
  }
}

extension PlanSnapshot {
  /// The same dates without costs, of which nobody knows whether they are right.
  public var withoutCosts: PlanSnapshot {
    var bare = self
    bare.hasCosts = false
    bare.cost = Cost()
    bare.gap = 0
    for place in bare.entries.indices { bare.entries[place].cost = Cost() }
    return bare
  }
}
