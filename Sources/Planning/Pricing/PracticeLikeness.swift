import Days
import Migrations

/// All that a practice's chain depends on, but for how much it uses of which resource.
///
/// Practices that agree in it have the same chain, which is then made once and held once: in a
/// large region that is most of the time and memory that making it ready takes.
struct PracticeLikeness: Hashable, Sendable {
  private let practice: Practice
  private let lengths: [Stage.Lengths]
  private let leads: [Length?]
  private let uses: Set<Resource.Use>

  /// The likeness of a practice of a region, which uses some resources.
  init(of practice: Practice, in region: Region, resources: [Resource]) {
    var like = practice
    // Only a baseline is kept by code; lead times that are by code stand beside.
    if region.baseline == nil { like.code = "" }
    like.name = ""
    like.pcn = nil
    like.pcnName = nil
    like.icb = nil
    like.postcode = nil
    like.partner = nil
    if region.objective.weightBy == .practices { like.listSize = nil }
    like.isPilot = false
    like.isDispensing = false
    like.branches = []
    like.contactEmail = nil
    like.notes = nil
    like.otherColumns = []
    self.practice = like
    lengths = region.pathway.stages.map { $0.lengths(forListSize: practice.listSize) }
    leads = region.pathway.leadTimes.map { $0.atLeast(for: practice) }
    uses = Set(resources.map(\.use))
  }
}

/// Finds the resources of a practice without asking each network's.
struct ResourceLookup: Sendable {
  private let resources: [Resource]
  private var general: [Int] = []
  private var byNetwork: [String: [Int]] = [:]

  init(_ resources: [Resource]) {
    self.resources = resources
    for (place, resource) in resources.enumerated() {
      guard let networks = resource.appliesTo.pcns else {
        general.append(place)
        continue
      }
      for network in networks { byNetwork[network, default: []].append(place) }
    }
  }

  /// The places of the resources that apply to a practice, in order.
  func places(for practice: Practice) -> [Int] {
    let own = practice.pcn.flatMap { byNetwork[$0] } ?? []
    return (general + own).sorted().filter { resources[$0].appliesTo.matches(practice) }
  }
}
