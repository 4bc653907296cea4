import Days
import Migrations

/// The names that reports print in place of ids.
extension Region {
  /// A clinical system's name in words, or its id where the region does not list it.
  func name(of system: SystemID) -> String {
    systems.first { $0.id == system }?.name ?? system.text
  }

  /// A delivery partner's name in words, or its id where the region does not list it.
  func name(of partner: PartnerID) -> String {
    partners.first { $0.id == partner }?.name ?? partner.text
  }

  /// The way from one system to the other, as `EMIS Web to SystmOne`.
  func route(of practice: Practice) -> String {
    "\(name(of: practice.source)) to \(name(of: practice.target))"
  }

  /// Whether a day lies in a period in which going live is allowed and better avoided.
  func isBetterAvoided(_ day: Day) -> Bool {
    protectedPeriods.contains { period in
      period.rule != .forbid && period.stages.contains(pathway.goLive)
        && !period.occurrences(touching: day...day).isEmpty
    }
  }

  /// The resource with this id.
  func resource(_ id: ResourceID) -> Resource? { resources.first { $0.id == id } }
}
