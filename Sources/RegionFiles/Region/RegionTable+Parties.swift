import Migrations

/// `[[system]]` and `[[partner]]` with their short forms.
extension RegionTable {
  /// Reads the systems and partners.
  func readParties(_ settings: inout Settings) {
    var names: [String: String] = [:]
    for reader in root.tables("system", title: "[[system]]") {
      guard let id = identifier(reader), isNew(id, among: settings.systems.map(\.id.text), reader)
      else {
        touchParty(reader, Resource.ShortForm.ofSystems)
        continue
      }
      let name = reader.string("name") ?? id
      let aliases = reader.strings("aliases") ?? []
      claim([id, name] + aliases, for: id, &names, reader)
      settings.systems.append(ClinicalSystem(id: SystemID(id), name: name, aliases: aliases))
      readShortForms(
        reader, Resource.ShortForm.ofSystems, .system(SystemID(id)), &settings)
      reader.finish()
    }
    if root.tables("system").isEmpty, !reports.hasErrors || !root.has("system") {
      reports.add(
        root.file.diagnostic(
          "E305", "there is no [[system]]",
          fix: "describe at least the system that practices come to: [[system]] with its id."))
    }
    names = [:]
    for reader in root.tables("partner", title: "[[partner]]") {
      guard let id = identifier(reader),
        isNew(id, among: settings.partners.map(\.id.text) + settings.systems.map(\.id.text), reader)
      else {
        touchParty(reader, Resource.ShortForm.ofPartners)
        continue
      }
      let name = reader.string("name") ?? id
      let aliases = reader.strings("aliases") ?? []
      claim([id, name] + aliases, for: id, &names, reader)
      settings.partners.append(Partner(id: PartnerID(id), name: name, aliases: aliases))
      readShortForms(
        reader, Resource.ShortForm.ofPartners, .partner(PartnerID(id)), &settings)
      reader.finish()
    }
    settings.knowsParties = !settings.systems.isEmpty
  }

  private func readShortForms(
    _ reader: TableReader, _ forms: [Resource.ShortForm], _ holder: Resource.Holder,
    _ settings: inout Settings
  ) {
    for form in forms {
      let position = reader.position(of: form.rawValue)
      if case .table? = reader.value(form.rawValue)?.content {
        guard let table = reader.table(form.rawValue) else { continue }
        let capacity = table.number("capacity", in: 0...1_000_000)
        let changes = changes(table)
        let extra = extra(table)
        table.finish()
        if !table.has("capacity") {
          table.report(
            "E312", at: table.position, "\"capacity\" is missing in \(table.name)",
            fix: "write \(form.rawValue) = { capacity = 3, changes = [...] }, or a number.")
        }
        guard let capacity else { continue }
        settings.shortForms.append(
          ShortFormDraft(
            form: form, holder: holder, capacity: capacity, changes: changes, extraCost: extra,
            position: position))
      } else if let capacity = reader.number(form.rawValue, in: 0...1_000_000) {
        settings.shortForms.append(
          ShortFormDraft(form: form, holder: holder, capacity: capacity, position: position))
      }
    }
  }

  /// Checks the rest of a table whose id is of no use.
  private func touchParty(_ reader: TableReader, _ forms: [Resource.ShortForm]) {
    _ = reader.string("name")
    _ = reader.strings("aliases")
    for form in forms { _ = reader.value(form.rawValue) }
    reader.finish()
  }

  /// Reports a name that two holders share, because files could mean either.
  private func claim(
    _ words: [String], for id: String, _ names: inout [String: String], _ reader: TableReader
  ) {
    for word in words {
      let folded = Trimming.folded(word)
      if let other = names[folded], other != id {
        reader.report(
          "E315", "aliases", "\"\(word.prefix(60))\" names both \"\(other)\" and \"\(id)\"",
          fix: "remove it from one of the two.")
      }
      names[folded] = id
    }
  }
}
