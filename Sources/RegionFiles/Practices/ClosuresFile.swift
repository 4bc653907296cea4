import Days
import Migrations

/// Reads closures.csv: the practices' own closures.
struct ClosuresFile {
  /// What region.toml says.
  let settings: Settings
  /// Where messages go.
  let reports: Reports

  /// Adds the closures to the practices.
  func read(_ file: SourceFile, into practices: inout [Practice], places: [PracticeCode: Int]) {
    guard
      let coded = CodedFile(
        file, required: ["ods_code", "from"], optional: ["to", "rule", "stages", "reason"],
        practices: places, names: PracticeLookup(practices), reports: reports)
    else { return }
    for record in coded.records {
      let who = self.practices(record, coded, practices.count)
      let from = coded.cells.date(record, coded.columns["from"])
      let written = coded.cells.date(record, coded.columns["to"])
      // A closure of one day needs no second date.
      let isOneDay = coded.text(record, "to").isEmpty
      let to = isOneDay ? from : written
      if coded.text(record, "from").isEmpty {
        coded.cells.report(
          "E113", record, coded.columns["from"] ?? 0, "the date \"from\" is missing",
          fix: "write the first day that is closed.")
      }
      let rule = rule(record, coded)
      let stages = stages(record, coded)
      guard let first = who.first, let from, let to, let rule else { continue }
      guard from <= to else {
        coded.cells.report(
          "E220", record, coded.columns["to"] ?? 0,
          "the closure of \(practices[first].code) ends on \(to.words), before \(from.words)",
          fix: "swap the dates, or correct one.")
        continue
      }
      for place in who {
        guard practices[place].closures.count < RegionLimits.closures else {
          coded.cells.report(
            "E103", record, 0,
            RegionLimits.words(RegionLimits.closures, "closures of \(practices[place].code)"),
            why: "Nothing after this row was read.",
            fix: "write one row for days that follow each other.")
          return
        }
        practices[place].closures.append(
          PracticeClosure(
            days: from...to, stages: stages, rule: rule, reason: coded.text(record, "reason")))
      }
    }
  }

  /// The practices of a row: one, or all of them for `*` and "all practices".
  private func practices(
    _ record: CSVScanner.Record, _ coded: CodedFile, _ count: Int
  ) -> [Int] {
    let text = coded.text(record, "ods_code")
    if text == "*" || ["all", "allpractices", "everybody"].contains(Trimming.folded(text)) {
      return Array(0..<count)
    }
    return coded.practice(record).map { [$0] } ?? []
  }

  private func rule(_ record: CSVScanner.Record, _ coded: CodedFile) -> Protection? {
    let text = coded.text(record, "rule")
    switch text.lowercased() {
    case "", "forbid": return .forbid
    case "avoid": return .avoid(cost: 2)
    default:
      coded.cells.report(
        "E322", record, coded.columns["rule"] ?? 0, "unknown rule \"\(text.prefix(40))\"",
        fix: "write forbid or avoid.")
      return nil
    }
  }

  private func stages(_ record: CSVScanner.Record, _ coded: CodedFile) -> Set<Int> {
    let words = coded.text(record, "stages").split(whereSeparator: { " ;".contains($0) })
    guard !words.isEmpty else { return settings.pathway.sensitiveStages }
    return Set(words.compactMap { coded.stage($0, record, "stages", settings.pathway) })
  }
}
