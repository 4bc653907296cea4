import Days

/// Reads the list that a region is started from, and takes the practices that were asked for.
struct StarterList {
  /// What was asked for.
  let starter: RegionStarter
  /// The system that practices come to.
  let target: StarterSystem
  /// Where messages go.
  let reports: Reports

  /// The practices of the ICBs and the system, in the order of the list, with all their columns.
  func read(_ file: SourceFile) -> StarterTable {
    var headings = PracticeHeadings()
    let reader = CSVReader(reports: reports, names: headings.names)
    guard let table = reader.read(file) else { return StarterTable() }
    headings.find(in: table.headings)
    demand(headings, table)
    guard !reports.hasErrors else { return StarterTable() }
    let folded = Set(table.headings.map(Trimming.folded))
    // The official map's own columns say when it was published, and nothing of a practice.
    let isMap = folded.contains("publication") && folded.contains("extractdate")
    let others = table.headings.indices.filter { column in
      !headings.isRead(column) && !isMap
        && table.records.contains { !table.text($0, column).isEmpty }
    }
    let boards = table.headings.indices.filter { column in
      ["icb", "ccg", "sicbl", "board"].contains {
        Trimming.folded(table.headings[column]).contains($0)
      }
    }
    // The list has thousands of rows and a handful of systems.
    var systems: [String: StarterSystem] = [:]
    func system(_ text: String) -> StarterSystem {
      if let found = systems[text] { return found }
      let made = StarterSystem(named: text)
      systems[text] = made
      return made
    }
    var rows: [Row] = []
    var codes: Set<String> = []
    var left = Left()
    for record in table.records {
      var texts: [PracticeField: String] = [:]
      for (field, column) in headings.columns { texts[field] = table.text(record, column) }
      let code = (texts[.odsCode] ?? "").uppercased()
      guard !code.isEmpty else {
        left.withoutCode += 1
        continue
      }
      guard codes.insert(code).inserted else {
        left.twice += 1
        continue
      }
      texts[.odsCode] = code
      let pcn = texts[.pcnCode]?.uppercased() ?? ""
      if ["", "U"].contains(pcn) || EmptyWords.means(pcn) {
        texts[.pcnCode] = ""
        texts[.pcnName] = ""
      }
      texts[.pcnCode] = texts[.pcnCode]?.uppercased()
      texts[.icbCode] = texts[.icbCode]?.uppercased()
      let goal = texts[.target] ?? ""
      rows.append(
        Row(
          practice: StarterPractice(
            code: code, icbName: texts[.icbName] ?? "", icb: texts[.icbCode] ?? "",
            system: system(texts[.source] ?? ""), target: goal.isEmpty ? target : system(goal),
            texts: texts, others: others.map { table.text(record, $0) }),
          boards: boards.map { table.text(record, $0) }))
    }
    let chosen = chosen(from: rows, file: table.file, &left)
    guard !reports.hasErrors else { return StarterTable() }
    tell(chosen, of: table.records.count, left, table)
    return StarterTable(
      practices: chosen,
      otherHeadings: others.map {
        table.headings[$0].isEmpty ? "column \(CSVTable.letters($0))" : table.headings[$0]
      })
  }

  /// A practice with what the columns about boards say of it.
  private struct Row {
    var practice: StarterPractice
    var boards: [String]
  }

  /// How many rows were not taken, by reason.
  private struct Left {
    var withoutCode = 0
    var twice = 0
    var otherBoards = 0
    var otherSystems = 0
    var already = 0
  }

  private func demand(_ headings: PracticeHeadings, _ table: CSVTable) {
    for (column, other, field) in headings.doubles {
      reports.add(
        table.diagnostic(
          "E115", table.headingRecord, column,
          "columns \(CSVTable.letters(other)) and \(CSVTable.letters(column)) are both"
            + " \(field.rawValue): \"\(table.headings[other])\" and \"\(table.headings[column])\"",
          fix: "rename or delete one of the two."))
    }
    for field in [PracticeField.odsCode, .name, .source] where headings.columns[field] == nil {
      reports.add(
        table.file.diagnostic(
          "E110", line: table.headingRecord.line, "the column \(field.rawValue) is missing",
          why: "The headings are \(table.headings.prefix(20).joined(separator: ", ")).",
          fix: "start from NHS England's practice map, or rename the column."))
    }
  }

  private func chosen(
    from rows: [Row], file: SourceFile, _ left: inout Left
  ) -> [StarterPractice] {
    var kept = rows
    if !starter.icbs.isEmpty {
      var wanted = starter.icbs.map(Self.board)
      // A name may hold the commas that stand between boards.
      let whole = Self.board(starter.icbs.joined(separator: " "))
      if rows.contains(where: { $0.boards.contains { Self.board($0) == whole } }) {
        wanted = [whole]
      }
      let known = Set(rows.flatMap(\.boards).map(Self.board))
      for (icb, folded) in zip(starter.icbs, wanted) where !known.contains(folded) {
        reports.add(
          file.diagnostic(
            "E500", "there is no ICB \"\(icb.prefix(60))\" in the list",
            why: icbs(of: rows.map(\.practice)),
            fix: Suggestion.nearest(
              to: icb, in: Set(rows.map(\.practice.icb) + rows.map(\.practice.icbName)).sorted()
            ).map { "did you mean \($0)?" }))
      }
      kept = rows.filter { row in row.boards.contains { wanted.contains(Self.board($0)) } }
      left.otherBoards = rows.count - kept.count
    }
    guard !reports.hasErrors else { return [] }
    let moving = kept.filter { $0.practice.system.id != $0.practice.target.id }
    if let from = starter.fromSystem {
      let wanted = StarterSystem(named: from)
      if wanted == target {
        reports.add(
          file.diagnostic("E150", "practices cannot move from \(target.name) to itself"))
      }
      let matching = moving.filter { $0.practice.system.id == wanted.id }
      if matching.isEmpty, wanted != target {
        reports.add(
          file.diagnostic(
            "E501", "no practice of the list is on \"\(from.prefix(60))\"",
            why: "The systems are \(systems(of: kept.map(\.practice)))."))
      }
      left.otherSystems = kept.count - matching.count
      return matching.map(\.practice)
    }
    left.already = kept.count - moving.count
    if moving.isEmpty {
      reports.add(
        file.diagnostic(
          "E502", "no practice is left to move to \(target.name)",
          why: "The systems are \(systems(of: rows.map(\.practice)))."))
    }
    return moving.map(\.practice)
  }

  /// A board's code or name without what all their names have.
  private static func board(_ text: String) -> String {
    var folded = Trimming.folded(text)
    if folded.hasPrefix("nhs") { folded.removeFirst(3) }
    for ending in ["integratedcareboard", "icb"] where folded.hasSuffix(ending) && folded != ending
    {
      folded.removeLast(ending.count)
    }
    return folded
  }

  /// Says how many rows were taken and left, and what the list does not have.
  private func tell(
    _ chosen: [StarterPractice], of count: Int, _ left: Left, _ table: CSVTable
  ) {
    let reasons = [
      (left.otherBoards, "of other boards"), (left.otherSystems, "not on the system that is left"),
      (left.already, "on the system already"), (left.twice, "with a code that stands above"),
      (left.withoutCode, "without a code"),
    ].filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    reports.add(
      Diagnostic(
        code: "N503", file: table.file.name,
        message: "\(chosen.count.grouped) of \(counted(count, "row")) taken"
          + (reasons.isEmpty ? "" : "; left out: \(reasons.joined(separator: ", "))")))
    let without = chosen.count { ($0.texts[.listSize] ?? "").isEmpty }
    if without > 0 {
      reports.add(
        Diagnostic(
          code: "N504", file: table.file.name,
          message: "\(counted(without, "practice")) without a list size",
          why: "Resources and weights that count patients need it.",
          fix: "fill in list_size, from NHS England's Patients Registered at a GP Practice."))
    }
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
