import Days
import Migrations

/// Turns short forms, `each = "pcn"` and shares into plain resources.
struct ResourceExpansion {
  /// What region.toml says.
  let settings: Settings
  /// The practices.
  let practices: [Practice]
  /// The root table, for messages.
  let root: TableReader
  /// The patients of each PCN's practices; those without a list size count as the mean, as they
  /// do in their uses.
  private let sizes: [String: [Double]]

  /// An expansion for some practices.
  init(settings: Settings, practices: [Practice], root: TableReader) {
    self.settings = settings
    self.practices = practices
    self.root = root
    let known = practices.compactMap(\.listSize)
    let mean = known.isEmpty ? 0 : Double(known.reduce(0, +)) / Double(known.count)
    var sizes: [String: [Double]] = [:]
    for practice in practices {
      guard let pcn = practice.pcn else { continue }
      sizes[pcn, default: []].append(practice.listSize.map(Double.init) ?? mean)
    }
    self.sizes = sizes
  }

  /// All resources: short forms by holder, then `[[resource]]`, then the PCNs' cutovers.
  func resources() -> [Resource] {
    var resources: [Resource] = []
    var ids: Set<String> = []
    func add(_ resource: Resource, _ position: SourcePosition) {
      if !ids.insert(resource.id.text.lowercased()).inserted {
        root.report(
          "E314", at: position, "the resource id \"\(resource.id)\" appears twice",
          why: "Short forms make resources too, such as tpp-go-lives.",
          fix: "rename the [[resource]], or remove the short form.")
      }
      resources.append(resource)
    }
    for draft in settings.shortForms {
      if let resource = expand(draft) { add(resource, draft.position) }
    }
    let pcns = sizes.keys.sorted()
    for draft in settings.resources {
      warnOfUnknownPCNs(draft, Set(pcns))
      for resource in expand(draft, pcns) { add(resource, draft.position) }
      guard resources.count <= RegionLimits.resources else { return refuse(at: draft.position) }
    }
    if let capacity = settings.pcnCutovers {
      let position = root.table["rules"]?.position ?? root.position
      for pcn in pcns {
        add(Resource.pcnCutovers(pcn: pcn, capacity: capacity, pathway: settings.pathway), position)
      }
    }
    return resources.map(closed)
  }

  /// No resources, because there are too many; says so.
  private func refuse(at position: SourcePosition) -> [Resource] {
    root.report(
      "E103", at: position, RegionLimits.words(RegionLimits.resources, "resources"),
      why: "One with each = \"pcn\" counts once for every network.",
      fix: "limit it with applies_to, or take out those that no plan has to keep to.")
    return []
  }

  private func expand(_ draft: ShortFormDraft) -> Resource? {
    var resource: Resource?
    switch draft.holder {
    case .system(let id):
      guard let system = settings.systems.first(where: { $0.id == id }) else { return nil }
      resource = Resource.shortForm(
        draft.form, of: system, capacity: draft.capacity, pathway: settings.pathway)
    case .partner(let id):
      guard let partner = settings.partners.first(where: { $0.id == id }) else { return nil }
      resource = Resource.shortForm(
        draft.form, of: partner, capacity: draft.capacity, pathway: settings.pathway)
    }
    if resource == nil {
      root.report(
        "E338", at: draft.position,
        "\(draft.form.rawValue) needs stages that the pathway does not have",
        fix: "write a [[resource]] with the stages that it has.")
    }
    resource?.changes = draft.changes
    resource?.extraCost = draft.extraCost
    return resource
  }

  private func expand(_ draft: ResourceDraft, _ pcns: [String]) -> [Resource] {
    guard draft.isForEachPCN else { return [draft.resource] }
    let wanted = draft.resource.appliesTo.pcns
    return pcns.filter { wanted?.contains($0) ?? true }.map { pcn in
      var resource = draft.resource
      resource.id = ResourceID("\(draft.resource.id)-\(pcn)")
      resource.name = "\(draft.resource.name), PCN \(pcn)"
      resource.appliesTo.pcns = [pcn]
      if let share = draft.share { resource.capacity = capacity(ofShare: share, pcn: pcn) }
      return resource
    }
  }

  /// A share of all the PCN's patients, but never less than its largest practice.
  private func capacity(ofShare share: Double, pcn: String) -> Double {
    let patients = sizes[pcn] ?? []
    return max(share * patients.reduce(0, +), patients.max() ?? 0)
  }

  private func warnOfUnknownPCNs(_ draft: ResourceDraft, _ known: Set<String>) {
    for pcn in (draft.resource.appliesTo.pcns ?? []).subtracting(known).sorted() {
      root.report(
        "W331", at: draft.position,
        "\(draft.resource.origin) applies to PCN \"\(pcn.prefix(40))\", which no practice belongs to",
        fix: Suggestion.nearest(to: pcn, in: known.sorted()).map { "did you mean \"\($0)\"?" })
    }
  }

  /// The resource without capacity while its holder is closed.
  private func closed(_ resource: Resource) -> Resource {
    guard let holder = resource.holder else { return resource }
    var resource = resource
    for closure in settings.closures where closure.who.contains(holder.text) {
      resource.changes.append(
        Resource.CapacityChange(
          from: closure.days.lowerBound, to: closure.days.upperBound, capacity: 0,
          reason: closure.reason.isEmpty ? "closed" : closure.reason))
    }
    return resource
  }
}
