/// Reads the list that a region is started from, and takes the practices that were asked for.
struct StarterList {
  /// What was asked for.
  let starter: RegionStarter
  /// The system that practices come to.
  let target: StarterSystem
  /// Where messages go.
  let reports: Reports

  /// The practices of the ICBs and the system, in the order of the list.
  func read(_ file: SourceFile) -> [StarterPractice] {
    let reader = CSVReader(reports: reports, names: .practices)
    guard let table = reader.read(file) else { return [] }
    var columns: [PracticeField: Int] = [:]
    for (column, heading) in table.headings.enumerated() {
      guard let field = PracticeField.named(heading), columns[field] == nil else { continue }
      columns[field] = column
    }
    for field in [PracticeField.odsCode, .name, .source] where columns[field] == nil {
      reports.add(
        table.file.diagnostic(
          "E110", line: table.headingRecord.line, "the column \(field.rawValue) is missing",
          why: "The headings are \(table.headings.prefix(20).joined(separator: ", ")).",
          fix: "start from NHS England's practice map, or rename the column."))
    }
    guard !reports.hasErrors else { return [] }
    // The list has thousands of rows and a handful of systems.
    var systems: [String: StarterSystem] = [:]
    let practices = table.records.map { record in
      let written = columns[.source].map { table.text(record, $0) } ?? ""
      let system = systems[written] ?? StarterSystem(named: written)
      systems[written] = system
      return practice(record, table, columns, system)
    }.filter { !$0.code.isEmpty }
    return chosen(from: practices, file: table.file)
  }

  private func practice(
    _ record: CSVScanner.Record, _ table: CSVTable, _ columns: [PracticeField: Int],
    _ system: StarterSystem
  ) -> StarterPractice {
    func text(_ field: PracticeField) -> String {
      columns[field].map { table.text(record, $0) } ?? ""
    }
    let pcn = text(.pcnCode)
    let isNone = pcn.isEmpty || pcn.uppercased() == "U" || MissingWords.contains(pcn)
    return StarterPractice(
      code: text(.odsCode).uppercased(), name: text(.name), postcode: text(.postcode),
      pcn: isNone ? "" : pcn.uppercased(), pcnName: isNone ? "" : text(.pcnName),
      icb: text(.icbCode).uppercased(), icbName: text(.icbName),
      system: system,
      listSize: text(.listSize).isEmpty ? nil : NumberText.whole(text(.listSize)))
  }

  private func chosen(from practices: [StarterPractice], file: SourceFile) -> [StarterPractice] {
    var chosen = practices
    if !starter.icbs.isEmpty {
      let known = Set(practices.flatMap { [$0.icb, Trimming.folded($0.icbName)] })
      for icb in starter.icbs
      where !known.contains(icb.uppercased()) && !known.contains(Trimming.folded(icb)) {
        reports.add(
          file.diagnostic(
            "E500", "there is no ICB \"\(icb.prefix(60))\" in the list", why: icbs(of: practices),
            fix: Suggestion.nearest(to: icb, in: Set(practices.map(\.icb)).sorted())
              .map { "did you mean \($0)?" }))
      }
      let wanted = Set(starter.icbs.map { $0.uppercased() })
      let names = Set(starter.icbs.map { Trimming.folded($0) })
      chosen = chosen.filter {
        wanted.contains($0.icb) || names.contains(Trimming.folded($0.icbName))
      }
    }
    guard !reports.hasErrors else { return [] }
    if let from = starter.fromSystem {
      let wanted = StarterSystem(named: from)
      let matching = chosen.filter { $0.system.id == wanted.id }
      if matching.isEmpty {
        reports.add(
          file.diagnostic(
            "E501", "no practice of the list is on \"\(from.prefix(60))\"",
            why: "The systems are \(systems(of: chosen))."))
      }
      chosen = matching
    } else {
      chosen = chosen.filter { $0.system.id != target.id }
    }
    if chosen.isEmpty, !reports.hasErrors {
      reports.add(
        file.diagnostic(
          "E502", "no practice is left to move to \(target.name)",
          why: "The systems are \(systems(of: practices))."))
    }
    if StarterSystem(named: starter.fromSystem ?? "") == target {
      reports.add(
        file.diagnostic("E150", "practices cannot move from \(target.name) to itself"))
    }
    return chosen
  }

  private func icbs(of practices: [StarterPractice]) -> String {
    var names: [String: String] = [:]
    for practice in practices where !practice.icb.isEmpty { names[practice.icb] = practice.icbName }
    guard !names.isEmpty else { return "The list has no column with ICB codes." }
    let list = names.sorted { $0.key < $1.key }.map { code, name in
      name.isEmpty ? code : "\(code) (\(name))"
    }
    return "The list has: \(list.joined(separator: ", "))."
  }

  private func systems(of practices: [StarterPractice]) -> String {
    var counts: [String: Int] = [:]
    for practice in practices { counts[practice.system.name, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
  }
}
