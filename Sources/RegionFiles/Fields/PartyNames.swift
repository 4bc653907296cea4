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
  func system(named text: String) -> SystemID? {
    systems[Trimming.folded(text)] ?? Self.loosely(text) { systems[Trimming.folded($0)] }
  }

  /// Finds what a name with brackets, slashes or words for its kind means; nil where its parts are
  /// none or several systems.
  private static func loosely<Found: Hashable>(
    _ text: String, find: (String) -> Found?
  ) -> Found? {
    let parts = text.split { "()[]/,".contains($0) }.map { part in
      part.split { !$0.isLetter && !$0.isNumber }
        .filter { !["web", "hosted", "health", "system", "gp"].contains($0.lowercased()) }
        .joined(separator: " ")
    }.filter { !$0.isEmpty }
    guard let first = parts.first, let found = find(first) ?? find("\(first) web") else {
      return nil
    }
    let others = parts.dropFirst().compactMap(find)
    return others.allSatisfy { $0 == found } ? found : nil
  }

  /// The partner of a name.
  func partner(named text: String) -> PartnerID? { partners[Trimming.folded(text)] }

  /// A system that needs no description, by any of its usual names.
  static func wellKnown(_ text: String) -> ClinicalSystem? {
    func named(_ text: String) -> ClinicalSystem? {
      let wanted = Trimming.folded(text)
      return RegionTable.wellKnownSystems.first { system in
        ([system.id.text, system.name] + system.aliases).contains { Trimming.folded($0) == wanted }
      }
    }
    return named(text) ?? loosely(text, find: named)
  }

  /// What to do about an unknown system.
  func systemFix(for text: String, _ reports: Reports) -> String {
    if let nearest = reports.nearest(to: text, in: systemWords) {
      return "did you mean \"\(nearest)\"? Otherwise add it to the aliases of its [[system]]:"
        + " aliases = [\"\(text.prefix(40))\"]."
    }
    let known = systemWords.prefix(12).joined(separator: ", ")
    return "write aliases = [\"\(text.prefix(40))\"] in the [[system]] that it is, or add one"
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
