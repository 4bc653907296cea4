import Days
import Migrations

/// `[[protected]]`: the times of the year that migrations leave alone.
extension RegionTable {
  /// Reads the protected periods: the shipped ones, region.toml's own ones, or both.
  ///
  /// With `[calendar] protected = "england"` an own period takes the place of the shipped one with
  /// its id. Without the key own periods replace the whole set, and a warning names what that
  /// loses.
  func readProtected(_ settings: inout Settings) {
    let own = root.has("protected") ? periods(of: root, isShipped: false, settings.pathway) : []
    let word = protectedWord
    guard word != "none" else {
      settings.protectedPeriods = own
      return
    }
    let table = Shipped.table("protected/england.toml", reports: reports)
    let shipped = periods(of: table, isShipped: true, settings.pathway)
    guard root.has("protected") else {
      settings.protectedPeriods = shipped
      return
    }
    guard word == "england" else {
      settings.protectedPeriods = own
      warn(ofLosing: shipped, own)
      return
    }
    let replaced = Set(own.map { $0.id.lowercased() })
    settings.protectedPeriods = shipped.filter { !replaced.contains($0.id.lowercased()) } + own
  }

  private func warn(ofLosing shipped: [ProtectedPeriod], _ own: [ProtectedPeriod]) {
    let kept = Set(own.map { $0.id.lowercased() })
    let lost = shipped.filter { !kept.contains($0.id.lowercased()) }
    guard !lost.isEmpty else { return }
    let forbidden = lost.filter { $0.rule == .forbid }
    let names = (forbidden.isEmpty ? lost : forbidden).map(\.name)
    let more = forbidden.isEmpty ? 0 : lost.count - forbidden.count
    root.report(
      "W361", "protected",
      "with [[protected]] the shipped periods no longer apply: \(names.joined(separator: ", "))"
        + (more > 0 ? ", and \(more) to avoid" : ""),
      why: "Migrations may now lie in them.",
      fix: "write protected = \"england\" in [calendar] to have them too, or \"none\" if this is"
        + " meant.")
  }

  private func periods(
    of owner: TableReader, isShipped: Bool, _ pathway: Pathway
  ) -> [ProtectedPeriod] {
    var periods: [ProtectedPeriod] = []
    for reader in owner.tables("protected", title: "[[protected]]") {
      let id = identifier(reader, required: false) ?? "protected-\(periods.count + 1)"
      guard isNew(id, among: periods.map(\.id), reader) else { continue }
      let name = reader.string("name") ?? id
      let dates = dates(reader)
      let stages = protectedStages(reader, isShipped: isShipped, pathway)
      let rule = rule(reader)
      let source = reader.string("source") ?? ""
      reader.finish()
      guard let dates, !stages.isEmpty else { continue }
      periods.append(
        ProtectedPeriod(
          id: id, name: name, dates: dates, stages: stages, rule: rule, source: source))
    }
    return periods
  }

  /// The stages that a period protects.
  ///
  /// The shipped periods speak of England's stages; one that a region's own pathway lacks has
  /// nothing to be protected from.
  private func protectedStages(
    _ reader: TableReader, isShipped: Bool, _ pathway: Pathway
  ) -> Set<Int> {
    guard isShipped else {
      return stages("stages", in: reader, pathway).map(Set.init) ?? pathway.sensitiveStages
    }
    return Set((reader.elements("stages") ?? []).compactMap { pathway.index(of: $0.text) })
  }

  private var protectedWord: String? {
    guard case .table(let calendar)? = root.table["calendar"]?.content,
      case .string(let word)? = calendar["protected"]?.content
    else { return nil }
    return word.lowercased()
  }

  private func rule(_ reader: TableReader) -> Protection {
    let rule = reader.choice("rule", of: ["forbid", "avoid"]) ?? "forbid"
    let cost = reader.number("cost", in: 0...1_000_000)
    if rule == "forbid", reader.has("cost") {
      reader.report(
        "W362", "cost", "the cost of \(reader.name) has no effect: the period is forbidden",
        fix: "write rule = \"avoid\", or remove the cost.")
    }
    return rule == "forbid" ? .forbid : .avoid(cost: cost ?? 2)
  }

  private func dates(_ reader: TableReader) -> ProtectedPeriod.Dates? {
    requireBoth(reader, "from", "to")
    guard let from = reader.value("from"), let to = reader.value("to") else { return nil }
    switch (from.content, to.content) {
    case (.string, .string):
      guard let first = monthDay(from, "from", reader), let last = monthDay(to, "to", reader) else {
        return nil
      }
      return .everyYear(from: first, to: last)
    case (.date, .string), (.string, .date):
      reader.report(
        "E363", "to", "\"from\" and \"to\" of \(reader.name) are of two kinds",
        fix: "write both as dates (2027-10-01), or both for every year (\"10-01\").")
      return nil
    default:
      guard let first = reader.date(from, "from"), let last = reader.date(to, "to"),
        isOrdered(first, last, reader)
      else { return nil }
      return .once(first...last)
    }
  }

  private func monthDay(
    _ value: TOMLValue, _ key: String, _ reader: TableReader
  ) -> ProtectedPeriod.MonthDay? {
    guard case .string(let text) = value.content else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: 2_000)).contains(day)
    {
      return ProtectedPeriod.MonthDay(month: month, day: day)
    }
    if let day = Day(iso: text) {
      reader.mismatch(
        value, key, wanted: "a date, or a day of every year",
        fix: "write it without quotation marks: \(key) = \(day.iso).")
    } else {
      reader.report(
        "E364", at: value.position, "\"\(text.prefix(40))\" is no day of every year",
        fix: "write month and day, \"10-01\" for 1 October, or a date such as 2027-10-01.")
    }
    return nil
  }
}
