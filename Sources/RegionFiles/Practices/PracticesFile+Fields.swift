import Days
import Migrations

/// The cells of a practice that are names, numbers and dates.
extension PracticesFile {
  /// The system in a cell; well-known ones that region.toml does not describe are added.
  mutating func readSystem(
    _ record: CSVScanner.Record, _ field: PracticeField, _ cells: CellReader
  ) -> SystemID? {
    let column = columns[field]
    let text = column.map { cells.table.text(record, $0) } ?? ""
    guard let column, !text.isEmpty else {
      if field == .target, let target = settings.defaultTarget { return target }
      if knowsSettings, let column {
        cells.report(
          "E113", record, column, "the \(field.rawValue) is missing",
          fix: field == .target ? "fill it in, or write target_system in [region]." : "fill it in.")
      }
      return nil
    }
    if let found = names.system(named: text) { return found }
    if let known = PartyNames.wellKnown(text) {
      settings.systems.append(known)
      names = PartyNames(settings: settings)
      if knowsSettings {
        cells.report(
          "N141", record, column, "no [[system]] describes \"\(known.name)\"; it was added",
          fix: "add a [[system]] with its id \"\(known.id)\" to give it capacities.")
      }
      return known.id
    }
    guard knowsSettings else { return SystemID(Trimming.folded(text)) }
    let folded = Trimming.folded(text)
    if unknownSystems[folded] == nil {
      let first = cells.table.diagnostic(
        "E140", record, column, "unknown system \"\(text.prefix(60))\"",
        fix: names.systemFix(for: text, reports))
      unknownSystems[folded] = (text, first, 0)
    }
    unknownSystems[folded]?.count += 1
    return nil
  }

  /// The partner in a cell; where region.toml describes none at all, those named are added.
  mutating func readPartner(_ record: CSVScanner.Record, _ cells: CellReader) -> PartnerID? {
    guard let column = columns[.partner] else { return nil }
    guard let text = cells.known(record, column) else { return nil }
    if let found = names.partner(named: text) { return found }
    if !knowsSettings { return PartnerID(text) }
    if settings.partners.count == addedPartners.count {
      let id = PartnerID(
        String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }.prefix(60)))
      let partner = Partner(id: id, name: text)
      settings.partners.append(partner)
      addedPartners.append(id)
      names.add(partner)
      cells.report(
        "N143", record, column,
        "no [[partner]] describes \"\(text.prefix(60))\"; it was added without capacities")
      return id
    }
    cells.report(
      "E141", record, column, "unknown partner \"\(text.prefix(60))\"",
      fix: names.partnerFix(for: text, reports))
    return nil
  }

  /// The cells with numbers, flags and dates.
  func readNumbersAndDates(
    _ practice: inout Practice, _ record: CSVScanner.Record, _ cells: CellReader
  ) {
    practice.listSize = cells.whole(
      record, columns[.listSize], in: 0...2_000_000, code: "E160", what: "number of patients")
    practice.priority =
      cells.whole(record, columns[.priority], in: 1...5, code: "E162", what: "priority") ?? 3
    practice.isPilot = cells.flag(record, columns[.pilot]) ?? false
    practice.isDispensing = cells.flag(record, columns[.dispensing]) ?? false
    practice.preferred = wish(record, cells)
    practice.mustBeLiveBy = cells.date(record, columns[.mustBeLiveBy])
    practice.notBefore = cells.date(record, columns[.notBefore])
    practice.pinnedGoLive = cells.date(record, columns[.pinnedGoLive])
    practice.closures = blackout(practice, record, cells)
    checkWindows(practice, record, cells)
  }

  private func blackout(
    _ practice: Practice, _ record: CSVScanner.Record, _ cells: CellReader
  ) -> [PracticeClosure] {
    guard let column = columns[.blackout] else { return [] }
    guard let text = cells.known(record, column) else { return [] }
    let parts = text.split(whereSeparator: { ";\n\r".contains($0) }).flatMap(Self.ranges)
    guard parts.count <= RegionLimits.closures else {
      cells.report(
        "E103", record, column, RegionLimits.words(RegionLimits.closures, "blackouts"),
        fix: "write one range for days that follow each other.")
      return []
    }
    return parts.compactMap { part in
      guard let range = range(part, record, column, cells) else { return nil }
      return PracticeClosure(
        days: range, stages: settings.pathway.sensitiveStages, rule: .forbid, reason: "blackout")
    }
  }

  /// The ranges of a text: itself, or its parts between commas if each of those is a range.
  private static func ranges(_ text: Substring) -> [String] {
    let whole = Trimming.trimmed(text)
    guard !whole.isEmpty else { return [] }
    let parts = text.split(separator: ",").map(Trimming.trimmed).filter { !$0.isEmpty }
    guard parts.count > 1, WindowText.read(whole).days == nil,
      parts.allSatisfy({ WindowText.read($0).days != nil })
    else { return [whole] }
    return parts
  }

  private func range(
    _ text: String, _ record: CSVScanner.Record, _ column: Int, _ cells: CellReader
  ) -> ClosedRange<Day>? {
    let reading = WindowText.read(text)
    guard let days = reading.days else {
      if reading.endsFirst {
        cells.report(
          "E220", record, column, "the range \"\(text.prefix(60))\" ends before it begins",
          fix: "swap its dates.")
        return nil
      }
      cells.report(
        "E220", record, column, "\"\(text.prefix(60))\" is not a range of dates",
        why: reading.problem,
        fix: "write 20 July 2027 to 31 August 2027, August 2027 or w/c 12/04/2027, with a semicolon"
          + " between ranges.")
      return nil
    }
    for doubt in reading.doubts { cells.reportDoubts(doubt, text, record, column) }
    return days
  }

  /// The days on which a practice would like to go live.
  private func wish(_ record: CSVScanner.Record, _ cells: CellReader) -> ClosedRange<Day>? {
    let wish = cells.window(record, columns[.preferredDate])
    let from = cells.window(record, columns[.preferredFrom])?.lowerBound
    let to = cells.window(record, columns[.preferredTo])?.upperBound
    guard from != nil || to != nil else { return wish }
    let column = columns[.preferredTo] ?? columns[.preferredFrom] ?? 0
    guard wish == nil else {
      cells.report(
        "E218", record, column, "there is a preferred date and a preferred window",
        fix: "keep one of the two.")
      return nil
    }
    guard let first = from ?? settings.horizon?.lowerBound,
      let last = to ?? settings.horizon?.upperBound
    else { return nil }
    guard first <= last else {
      cells.report(
        "E218", record, column,
        "the preferred window ends on \(last.words), before"
          + " \(first.words)", fix: "swap the dates, or correct one.")
      return nil
    }
    return first...last
  }
}
