/// The resources that the short forms of `[[system]]`, `[[partner]]` and `[rules]` stand for.
extension Resource {
  /// A short form of the region file, by its key.
  public enum ShortForm: String, CaseIterable, Sendable {
    case extractsPerWeek = "extracts_per_week"
    case loadsPerWeek = "loads_per_week"
    case goLivesPerWeek = "go_lives_per_week"
    case goLivesPerDay = "go_lives_per_day"
    case concurrent
    case trainers
    case projectManagers = "project_managers"
    case engineers
    case floorWalkers = "floor_walkers"

    /// Those of `[[system]]`; the others belong to `[[partner]]`.
    public static let ofSystems: [ShortForm] = [
      .extractsPerWeek, .loadsPerWeek, .goLivesPerWeek, .goLivesPerDay, .concurrent, .trainers,
    ]
    /// Those of `[[partner]]`.
    public static let ofPartners: [ShortForm] = [.projectManagers, .engineers, .floorWalkers]

    /// What is put behind the holder's id to name the resource.
    public var suffix: String {
      switch self {
      case .extractsPerWeek: "extracts"
      case .loadsPerWeek: "loads"
      case .goLivesPerWeek: "go-lives"
      case .goLivesPerDay: "go-lives-day"
      case .concurrent: "concurrent"
      case .trainers: "trainers"
      case .projectManagers: "project-managers"
      case .engineers: "engineers"
      case .floorWalkers: "floor-walkers"
      }
    }

    /// The name in words, after the holder's.
    public var words: String {
      switch self {
      case .extractsPerWeek: "data extracts"
      case .loadsPerWeek: "data loads"
      case .goLivesPerWeek: "go-lives"
      case .goLivesPerDay: "go-lives a day"
      case .concurrent: "migrations at once"
      case .trainers: "trainers"
      case .projectManagers: "project managers"
      case .engineers: "engineers"
      case .floorWalkers: "floor walkers"
      }
    }
  }

  /// The resource that a short form of a system stands for; nil if the pathway lacks its stages.
  public static func shortForm(
    _ form: ShortForm, of system: ClinicalSystem, capacity: Double, pathway: Pathway
  ) -> Resource? {
    let filter =
      form == .extractsPerWeek ? Filter(sources: [system.id]) : Filter(targets: [system.id])
    return make(
      form, holder: .system(system.id), holderName: system.name, table: "[[system]]",
      capacity: capacity, filter: filter, pathway: pathway)
  }

  /// The resource that a short form of a partner stands for; nil if the pathway lacks its stages.
  public static func shortForm(
    _ form: ShortForm, of partner: Partner, capacity: Double, pathway: Pathway
  ) -> Resource? {
    make(
      form, holder: .partner(partner.id), holderName: partner.name, table: "[[partner]]",
      capacity: capacity, filter: Filter(partners: [partner.id]), pathway: pathway)
  }

  /// `[rules] pcn_cutovers_per_week` for one primary care network.
  public static func pcnCutovers(pcn: String, capacity: Double, pathway: Pathway) -> Resource {
    Resource(
      id: ResourceID("pcn-cutovers-\(pcn)"), name: "Cutovers at once in PCN \(pcn)",
      capacity: capacity, period: .week,
      use: .days(["FD", "CO", "GL"].compactMap(pathway.index(of:))),
      appliesTo: Filter(pcns: [pcn]), origin: "[rules] pcn_cutovers_per_week")
  }

  private static func make(
    _ form: ShortForm, holder: Holder, holderName: String, table: String, capacity: Double,
    filter: Filter, pathway: Pathway
  ) -> Resource? {
    guard let use = use(of: form, pathway: pathway) else { return nil }
    return Resource(
      id: ResourceID("\(holder.text)-\(form.suffix)"), name: "\(holderName) \(form.words)",
      holder: holder, capacity: capacity, period: form == .goLivesPerDay ? .day : .week, use: use,
      amount: form == .floorWalkers ? .perPatients(8_000) : .one, appliesTo: filter,
      origin: "\(table) \(holder.text), \(form.rawValue)")
  }

  private static func use(of form: ShortForm, pathway: Pathway) -> Use? {
    func stages(_ codes: String...) -> [Int]? {
      let found = codes.compactMap(pathway.index(of:))
      return found.count == codes.count ? found : nil
    }
    func end(_ code: String, _ edge: StageEvent.Edge, _ offset: Int = 0) -> SpanEnd? {
      pathway.index(of: code).map {
        SpanEnd(event: StageEvent(stage: $0, edge: edge), offset: offset)
      }
    }
    func span(_ from: SpanEnd?, _ to: SpanEnd?) -> Use? {
      guard let from, let to else { return nil }
      return .span(from, to)
    }
    return switch form {
    case .extractsPerWeek, .loadsPerWeek: stages("ID", "FD").map(Use.starts)
    case .goLivesPerWeek, .goLivesPerDay: stages("GL").map(Use.starts)
    case .concurrent: span(end("KO", .start), end("PG", .finish))
    case .trainers: span(end("GL", .start, -10), end("GL", .start, -1))
    case .projectManagers: span(end("KO", .start), end("GL", .finish))
    case .engineers: stages("TS", "GL").map(Use.days)
    case .floorWalkers: span(end("GL", .start), end("GL", .finish, 2))
    }
  }
}
