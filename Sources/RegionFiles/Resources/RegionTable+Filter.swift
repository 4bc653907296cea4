import Migrations

/// `applies_to`: the practices that use a resource.
extension RegionTable {
  /// The filter of a resource; its holder's practices where nothing else is said.
  func filter(
    _ reader: TableReader, system: String?, partner: String?, _ settings: Settings
  ) -> Resource.Filter {
    guard let table = reader.table("applies_to", title: "applies_to of \(reader.name)") else {
      return Resource.Filter(
        eitherSide: system.map { SystemID($0) }, partners: partner.map { [PartnerID($0)] })
    }
    let names = PartyNames(settings: settings)
    let systems = settings.systems.map(\.id.text)
    var filter = Resource.Filter()
    filter.sources = set("source_system", table, systems) { names.system(named: $0) }
    filter.targets = set("target_system", table, systems) { names.system(named: $0) }
    filter.partners = set("partner", table, settings.partners.map(\.id.text)) {
      names.partner(named: $0)
    }
    filter.pcns = set("pcn", table, []) { $0.isEmpty ? nil : $0.uppercased() }
    table.finish()
    return filter
  }

  private func set<Name>(
    _ key: String, _ reader: TableReader, _ known: [String], _ find: (String) -> Name?
  ) -> Set<Name>? {
    guard let words = reader.elements(key) else { return nil }
    var found: Set<Name> = []
    for word in words {
      if let name = find(word.text) {
        found.insert(name)
      } else {
        reader.report(
          "E142", at: word.position, "unknown \(key) \"\(word.text.prefix(60))\" in \(reader.name)",
          fix: Suggestion.sentence(for: word.text, in: known))
      }
    }
    if words.isEmpty {
      reader.report(
        "E321", key, "\"\(key)\" in \(reader.name) is empty, so no practice would match",
        fix: "list names, or remove it.")
    }
    return found
  }
}
