import Days
import Migrations

/// `[[lead_time]]`: the days between two dates of a migration.
extension RegionTable {
  /// Reads region.toml's lead times; one with a known id replaces it key by key.
  func readLeadTimes(_ settings: inout Settings) { readLeadTimes(root, &settings) }

  /// Reads the lead times of a table.
  func readLeadTimes(_ owner: TableReader, _ settings: inout Settings) {
    var seen: [String] = []
    for reader in owner.tables("lead_time", title: "[[lead_time]]") {
      guard let id = identifier(reader), isNew(id, among: seen, reader) else { continue }
      seen.append(id)
      let place = settings.pathway.leadTimes.firstIndex { $0.id == id }
      let known = place.map { settings.pathway.leadTimes[$0] }
      let from = event("from", reader, settings.pathway) ?? known?.from
      let to = event("to", reader, settings.pathway) ?? known?.to
      let atLeast = reader.length("at_least") ?? known?.atLeast
      let atMost = reader.length("at_most") ?? known?.atMost
      let bySource = bySource(reader, settings) ?? known?.bySource ?? [:]
      let source = reader.string("source") ?? known?.source ?? ""
      for key in ["from", "to"] where known == nil && !reader.has(key) {
        reader.report(
          "E312", at: reader.position, "\"\(key)\" is missing in \(reader.name)",
          fix: "write \(key) = \"order.finish\" or the like.")
      }
      if atLeast == nil, atMost == nil, bySource.isEmpty, !reader.has("at_least"),
        !reader.has("at_most"), !reader.has("by")
      {
        reader.report(
          "E312", at: reader.position, "\(reader.name) has neither at_least nor at_most",
          fix: "write at_least = \"5w\" or the like.")
      }
      reader.finish()
      guard let from, let to else { continue }
      guard from.order < to.order else {
        reader.report(
          "E318", reader.has("to") ? "to" : "from",
          "\(reader.name) runs from a later to an earlier date",
          why: "Stages come in the pathway's order, so \"from\" must come before \"to\".",
          fix: "swap \"from\" and \"to\".")
        continue
      }
      checkOrder(atLeast, atMost, bySource, reader)
      let value = LeadTime(
        id: id, from: from, to: to, atLeast: atLeast, atMost: atMost, bySource: bySource,
        source: source)
      if let place {
        settings.pathway.leadTimes[place] = value
      } else {
        settings.pathway.leadTimes.append(value)
      }
    }
  }

  /// An event such as `order.finish`; nil without the key, or with a report.
  func event(_ key: String, _ reader: TableReader, _ pathway: Pathway) -> StageEvent? {
    guard let text = reader.string(key) else { return nil }
    if let event = StageNames.event(text, in: pathway) { return event }
    let names = pathway.stages.flatMap { ["\($0.id).start", "\($0.id).finish"] }
    reader.report(
      "E311", key, "\"\(text.prefix(60))\" in \(reader.name) is no date of a stage",
      fix: Suggestion.nearest(to: text, in: names).map { "did you mean \"\($0)\"?" }
        ?? "write a stage's id or code, then .start or .finish: \"go-live.start\".")
    return nil
  }

  private func bySource(_ reader: TableReader, _ settings: Settings) -> [SystemID: Length]? {
    guard let table = reader.table("by", title: "\"by\" of \(reader.name)") else { return nil }
    var lengths: [SystemID: Length] = [:]
    for system in settings.systems {
      if let length = table.length(system.id.text) { lengths[system.id] = length }
    }
    // Systems that practices.csv brings are not known yet, and are known by their usual ids.
    for system in Self.wellKnownSystems where lengths[system.id] == nil {
      if let length = table.length(system.id.text) { lengths[system.id] = length }
    }
    table.finish()
    return lengths
  }

  private func checkOrder(
    _ atLeast: Length?, _ atMost: Length?, _ bySource: [SystemID: Length], _ reader: TableReader
  ) {
    guard let atMost else { return }
    for least in [atLeast].compactMap({ $0 }) + bySource.values {
      let (low, high): (Int, Int) =
        switch (least, atMost) {
        case (.days(let low), .days(let high)), (.workingDays(let low), .workingDays(let high)):
          (low, high)
        // Each working day is at least one calendar day.
        case (.workingDays(let low), .days(let high)): (low, high)
        case (.days, .workingDays): (0, 0)
        }
      if low > high {
        reader.report(
          "E324", at: reader.position,
          "\(reader.name): at least \(least) and at most \(atMost) cannot both hold",
          fix: "raise at_most, or lower at_least.")
      }
    }
  }
}
