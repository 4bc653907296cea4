import Days
import Migrations

/// `[[resource]]`: what there is only so much of.
extension RegionTable {
  /// Reads the resources; short forms and `each` are expanded later, when practices are known.
  func readResources(_ settings: inout Settings) {
    for reader in root.tables("resource", title: "[[resource]]") {
      guard let id = identifier(reader),
        isNew(id, among: settings.resources.map(\.resource.id.text), reader)
      else { continue }
      let draft = draft(id, reader, settings)
      reader.finish()
      if let draft { settings.resources.append(draft) }
    }
  }

  private func draft(_ id: String, _ reader: TableReader, _ settings: Settings) -> ResourceDraft? {
    let name = reader.string("name") ?? id
    let system = holder("system", reader, settings.systems.map(\.id.text))
    let partner = holder("partner", reader, settings.partners.map(\.id.text))
    let period = reader.choice("per", of: ["week", "day"]).flatMap(Resource.Period.init) ?? .week
    let use = use(reader, settings.pathway)
    let isForEachPCN = reader.choice("each", of: ["pcn"]) != nil
    let share = reader.number("share", in: 0...1)
    let capacity = reader.number("capacity", in: 0...1_000_000_000)
    let amount = amount(reader, isShare: reader.has("share"))
    let filter = filter(reader, system: system, partner: partner, settings)
    let changes = changes(reader)
    let extra = extra(reader)
    if reader.has("system"), reader.has("partner") {
      reader.report(
        "E331", "partner", "\(reader.name) has both a system and a partner",
        fix: "keep one; use applies_to to say which practices use it.")
    }
    if reader.has("share"), !isForEachPCN {
      reader.report(
        "E332", "share", "\"share\" in \(reader.name) needs each = \"pcn\"",
        why: "It is a share of one PCN's patients.", fix: "add each = \"pcn\", or use capacity.")
    }
    if reader.has("share") == reader.has("capacity") {
      reader.report(
        "E333", at: reader.position,
        reader.has("share")
          ? "\(reader.name) has both capacity and share"
          : "\"capacity\" is missing in \(reader.name)",
        fix: reader.has("share") ? "keep one of the two." : "write capacity = 3.")
    }
    let hasNumber = share != nil || capacity != nil
    guard let use, hasNumber, let amount else { return nil }
    let holder: Resource.Holder? =
      system.map { .system(SystemID($0)) } ?? partner.map { .partner(PartnerID($0)) }
    return ResourceDraft(
      resource: Resource(
        id: ResourceID(id), name: name, holder: holder, capacity: capacity ?? 0, period: period,
        use: use, amount: amount, appliesTo: filter, changes: changes, extraCost: extra,
        origin: "[[resource]] \(id)"),
      isForEachPCN: isForEachPCN, share: share, position: reader.position)
  }

  private func holder(_ key: String, _ reader: TableReader, _ known: [String]) -> String? {
    guard let name = reader.string(key) else { return nil }
    if known.contains(name) { return name }
    reader.report(
      "E142", key, "unknown \(key) \"\(name.prefix(60))\" in \(reader.name)",
      fix: Suggestion.sentence(for: name, in: known))
    return nil
  }

  private func use(_ reader: TableReader, _ pathway: Pathway) -> Resource.Use? {
    let count = reader.choice("count", of: ["starts", "days"])
    let stages = stages("stages", in: reader, pathway)
    let span = span(reader, pathway)
    switch (reader.has("stages"), reader.has("span")) {
    case (true, true), (false, false):
      reader.report(
        "E334", at: reader.position,
        "\(reader.name) needs either stages or span" + (reader.has("span") ? ", not both" : ""),
        fix: "write stages = [\"FD\"] or span = [\"kickoff.start\", \"post-go-live.finish\"].")
      return nil
    case (true, false):
      guard let stages, !stages.isEmpty else { return nil }
      return count == "days" ? .days(stages.sorted()) : .starts(stages.sorted())
    case (false, true):
      if count == "starts" {
        reader.report(
          "E335", "count", "a span in \(reader.name) counts days, not starts",
          fix: "write count = \"days\", or list stages.")
      }
      return span
    }
  }

  private func span(_ reader: TableReader, _ pathway: Pathway) -> Resource.Use? {
    guard let ends = reader.elements("span") else { return nil }
    guard ends.count == 2 else {
      reader.report(
        "E336", "span", "\"span\" in \(reader.name) needs two dates",
        fix: "write span = [\"kickoff.start\", \"post-go-live.finish\"].")
      return nil
    }
    let found = ends.map { end -> Resource.SpanEnd? in
      if let value = StageNames.spanEnd(end.text, in: pathway) { return value }
      reader.report(
        "E336", at: end.position,
        "\"\(end.text.prefix(60))\" in \(reader.name) is no end of a span",
        fix: "write a stage's start or finish with an offset: \"go-live.start-10wd\".")
      return nil
    }
    guard let from = found[0], let to = found[1] else { return nil }
    let isBackward =
      from.event.order > to.event.order || (from.event == to.event && from.offset > to.offset)
    if isBackward {
      reader.report(
        "E318", "span", "the span of \(reader.name) ends before it begins", fix: "swap its ends.")
      return nil
    }
    return .span(from, to)
  }

  private func amount(_ reader: TableReader, isShare: Bool) -> Resource.Amount? {
    guard let value = reader.value("amount") else { return isShare ? .patients : .one }
    switch value.content {
    case .integer(1) where !isShare: return .one
    case .number(1) where !isShare: return .one
    case .string("patients"): return .patients
    case .table where !isShare:
      guard let table = reader.table("amount") else { return nil }
      let patients = table.integer("per_patients", in: 1...10_000_000)
      table.finish()
      if patients == nil, !table.has("per_patients") {
        reader.report("E337", "amount", "\"amount\" in \(reader.name) lacks per_patients")
      }
      return patients.map(Resource.Amount.perPatients)
    default:
      reader.report(
        "E337", "amount", "\"amount\" in \(reader.name) cannot be \(value.text)",
        fix: isShare
          ? "with share, write amount = \"patients\", or leave it out."
          : "write 1, { per_patients = 6000 } or \"patients\".")
      return nil
    }
  }

  /// The capacities for a time of a resource or short form.
  func changes(_ reader: TableReader) -> [Resource.CapacityChange] {
    reader.tables("changes", title: "a change of \(reader.name)").compactMap { change in
      let from = change.date("from")
      let to = change.date("to")
      let capacity = change.number("capacity", in: 0...1_000_000_000)
      let reason = change.string("reason") ?? ""
      change.finish()
      if !change.has("capacity") {
        change.report(
          "E312", at: change.position, "\"capacity\" is missing in \(change.name)",
          fix: "write capacity = 0, or whatever there is in that time.")
      }
      if !change.has("from"), !change.has("to") {
        change.report(
          "E312", at: change.position, "\(change.name) has neither from nor to",
          fix: "write from = 2027-01-04.")
        return nil
      }
      if let from, let to, !isOrdered(from, to, change) { return nil }
      guard let capacity else { return nil }
      return Resource.CapacityChange(from: from, to: to, capacity: capacity, reason: reason)
    }
  }

  /// What bought capacity of a resource or short form costs.
  func extra(_ reader: TableReader) -> Double? {
    guard let table = reader.table("extra") else { return nil }
    let cost = table.number("cost", in: 0...1_000_000)
    table.finish()
    return cost
  }
}
