public import Days

/// Everything the planner is told: one region's practices, rules, capacities and weights.
public struct Region: Sendable {
  /// The region's name in words.
  public var name: String
  /// The region's code.
  public var code: String
  /// The first and the last day on which a stage may lie.
  public var horizon: ClosedRange<Day>
  /// The first day on which a stage may start that is not on record, where records lie before it and
  /// the horizon begins with them; nil where the horizon's first day says it all.
  public var opening: Day?
  /// Working days, known well beyond both ends of the horizon.
  public var calendar: WorkingCalendar
  /// The stages and lead times.
  public var pathway: Pathway
  /// The protected periods that apply.
  public var protectedPeriods: [ProtectedPeriod]
  /// The closures of the calendar.
  public var closures: [CalendarClosure]
  /// The clinical systems.
  public var systems: [ClinicalSystem]
  /// The delivery partners.
  public var partners: [Partner]
  /// The practices in order of the file.
  public var practices: [Practice]
  /// The resources, short forms and `each = "pcn"` expanded.
  public var resources: [Resource]
  /// The links between practices, those that follow from pilots included.
  public var links: [Link]
  /// The tasks dated from the stages.
  public var tasks: [MigrationTask]
  /// The kinds of organisation that a practice has to tell, in the order of the checklist.
  public var thirdParties: [ThirdParty]
  /// The topics by which a practice's pack gathers tasks.
  public var topics: [TaskTopic]
  /// Rules for every migration.
  public var rules: Rules
  /// The weights of the cost.
  public var objective: Objective
  /// Idle time that every plan keeps; see `keeping`.
  public internal(set) var reserves: [Reserve]
  /// What may go wrong in replays of a plan.
  public var risk: RiskSettings
  /// How to solve, where the command line does not say.
  public var solve: SolveSettings
  /// The practices of the files that are not planned.
  public var setAside: [SetAside]
  /// The headings of the columns of practices.csv that are passed through.
  public var otherColumnNames: [String]
  /// The day on which the records were true: nothing off record starts before it; nil for none.
  public internal(set) var asOf: Day?
  /// Links that the records have already broken; they bind no more.
  public internal(set) var brokenLinks: [Link]
  /// What a replan starts from; nil for a plan from nothing.
  public var baseline: Baseline?
  /// What was asked for beside the region's files; it is in the other members already.
  public var asked = Asked()

  /// Rules for every migration.
  public struct Rules: Hashable, Sendable {
    /// Calendar or working days from the first day of the first stage to the go-live day, at most.
    public var maximumElapsed: Length?
    /// How long before the others of its pair of systems a pilot goes live.
    public var pilotGap = Length.days(28)
    /// Whether going live after `must_be_live_by` is forbidden rather than priced.
    public var deadlinesAreHard = false
    /// Whether a replan keeps frozen go-lives exactly rather than for a price.
    public var freezeIsHard = false

    /// The rules as shipped.
    public init() {}
  }

  /// How to solve.
  public struct SolveSettings: Hashable, Sendable {
    /// Seconds at most; nil for the default.
    public var timeLimit: Double?
    /// The gap at which to stop, as a fraction (0.01 is 1 %); nil for the default.
    public var gap: Double?
    /// The seed of every random choice; nil for the default.
    public var seed: UInt64?
    /// Units of work at most; nil for no limit.
    public var work: Int?
    /// Threads at most; nil for as many as there are processors.
    public var threads: Int?

    /// No setting at all.
    public init() {}
  }

  /// A region; the rest is set as known.
  public init(
    name: String, code: String = "", horizon: ClosedRange<Day>, calendar: WorkingCalendar,
    pathway: Pathway, systems: [ClinicalSystem] = [], partners: [Partner] = [],
    practices: [Practice] = [], resources: [Resource] = []
  ) {
    self.name = name
    self.code = code
    self.horizon = horizon
    self.calendar = calendar
    self.pathway = pathway
    self.systems = systems
    self.partners = partners
    self.practices = practices
    self.resources = resources
    protectedPeriods = []
    closures = []
    links = []
    tasks = []
    thirdParties = []
    topics = []
    rules = Rules()
    objective = Objective()
    reserves = []
    brokenLinks = []
    risk = RiskSettings()
    solve = SolveSettings()
    otherColumnNames = []
    setAside = []
  }

  /// The mean list size over all practices that have one; 0 if none has.
  public var meanListSize: Double {
    let sizes = practices.compactMap(\.listSize)
    return sizes.isEmpty ? 0 : Double(sizes.reduce(0, +)) / Double(sizes.count)
  }

  /// The weight w of a practice: its priority's factor, by list size where the objective says so.
  public func weight(of practice: Practice, meanListSize mean: Double) -> Double {
    guard objective.weightBy == .patients, let size = practice.listSize, mean > 0 else {
      return practice.priorityFactor
    }
    return practice.priorityFactor * Double(size) / mean
  }

  /// The links that follow from pilots: each before every other practice of its source and target
  /// pair that is no pilot, by `rules.pilotGap`.
  public func pilotLinks() -> [Link] {
    practices.indices.filter { practices[$0].isPilot }.flatMap { pilot in
      practices.indices.compactMap { other in
        let practice = practices[other]
        guard !practice.isPilot, practice.source == practices[pilot].source,
          practice.target == practices[pilot].target
        else { return nil }
        return Link(
          rule: .before(lag: rules.pilotGap), first: pilot, second: other, isFromPilot: true)
      }
    }
  }
}
