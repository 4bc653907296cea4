import Migrations

/// Finds systems and partners by id, name or alias, whatever the case, spaces and punctuation.
struct PartyNames {
  private let systems: [String: SystemID]
  private var partners: [String: PartnerID] = [:]
  private let systemWords: [String]
  private var partnerWords: [String] = []

  /// The names of a region's systems and partners.
  init(settings: Settings) {
    var systems: [String: SystemID] = [:]
    for system in settings.systems {
      for word in [system.id.text, system.name] + system.aliases {
        let folded = Trimming.folded(word)
        if systems[folded] == nil { systems[folded] = system.id }
      }
    }
    // The usual spellings of a well-known system work without being written down.
    for known in RegionTable.wellKnownSystems
    where settings.systems.contains(where: { $0.id == known.id }) {
      for word in [known.name] + known.aliases {
        let folded = Trimming.folded(word)
        if systems[folded] == nil { systems[folded] = known.id }
      }
    }
    self.systems = systems
    systemWords = Self.unique(settings.systems.flatMap { [$0.id.text, $0.name] + $0.aliases })
    for partner in settings.partners { add(partner) }
  }

  /// Adds the names of a partner; those that another one has stay with that one.
  mutating func add(_ partner: Partner) {
    for word in [partner.id.text, partner.name] + partner.aliases {
      let folded = Trimming.folded(word)
      guard partners[folded] == nil else { continue }
      partners[folded] = partner.id
      partnerWords.append(word)
    }
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert(Trimming.folded($0)).inserted }
  }

  /// The system of a name.
  func system(named text: String) -> SystemID? { systems[Trimming.folded(text)] }

  /// The partner of a name.
  func partner(named text: String) -> PartnerID? { partners[Trimming.folded(text)] }

  /// A system that needs no description, by any of its usual names.
  static func wellKnown(_ text: String) -> ClinicalSystem? {
    let wanted = Trimming.folded(text)
    return RegionTable.wellKnownSystems.first { system in
      ([system.id.text, system.name] + system.aliases).contains { Trimming.folded($0) == wanted }
    }
  }

  /// What to do about an unknown system.
  func systemFix(for text: String, _ reports: Reports) -> String {
    if let nearest = reports.nearest(to: text, in: systemWords) {
      return "did you mean \"\(nearest)\"? Otherwise add it to the aliases of its [[system]]."
    }
    let known = systemWords.prefix(12).joined(separator: ", ")
    return "add a [[system]] with this alias to region.toml"
      + (known.isEmpty ? "." : "; known are: \(known).")
  }

  /// What to do about an unknown partner.
  func partnerFix(for text: String, _ reports: Reports) -> String {
    if let nearest = reports.nearest(to: text, in: partnerWords) {
      return "did you mean \"\(nearest)\"? Otherwise add it to the aliases of its [[partner]]."
    }
    return "add a [[partner]] with this alias to region.toml; known are: "
      + "\(partnerWords.prefix(12).joined(separator: ", "))."
  }
}
