import Days
import Migrations

/// Reads practices.csv against what region.toml says.
struct PracticesFile {
  /// Where messages go.
  let reports: Reports
  /// What region.toml says; systems and partners that the file brings are added.
  var settings: Settings
  /// Whether region.toml could be read at all; if not, names of systems are taken on trust.
  let knowsSettings: Bool
  /// The names of systems and partners.
  var names: PartyNames

  /// The practices read.
  private(set) var practices: [Practice] = []
  /// The headings that are passed through.
  private(set) var otherColumnNames: [String] = []
  /// The cell of each practice's code, by code.
  private(set) var rows: [PracticeCode: CSVScanner.Record] = [:]
  /// Where the practices stand.
  private(set) var practicePlaces = PracticePlaces()
  /// The partners that the file brought.
  var addedPartners: [PartnerID] = []
  /// The place of each field.
  var columns: [PracticeField: Int] = [:]

  /// A reader of practices.csv.
  init(settings: Settings, knowsSettings: Bool, reports: Reports) {
    self.settings = settings
    self.knowsSettings = knowsSettings
    self.reports = reports
    names = PartyNames(settings: settings)
  }

  /// Reads the file.
  mutating func read(_ file: SourceFile) {
    practicePlaces.file = file.name
    let reader = CSVReader(reports: reports, names: .practices, sheets: settings.sheets)
    guard let table = reader.read(file) else { return }
    let cells = CellReader(table: table, reports: reports)
    findColumns(cells)
    guard columns[.odsCode] != nil else { return }
    if table.records.isEmpty, !table.isCutShort {
      reports.add(
        table.file.diagnostic(
          "E102", line: table.headingRecord.line, "there is no practice below the headings",
          fix: "add a row for each practice."))
    }
    let others = table.headings.indices.filter { PracticeField.named(table.headings[$0]) == nil }
    otherColumnNames = others.map { heading(of: $0, table) }
    if !others.isEmpty {
      reports.add(
        table.file.diagnostic(
          "N116", line: table.headingRecord.line,
          "\(NumberText.count(others.count, "column")) that tranche does not know"
            + " \(others.count == 1 ? "is" : "are") passed through:"
            + " \(otherColumnNames.prefix(12).joined(separator: ", "))"))
    }
    guard table.completeRecords.count <= RegionLimits.practices else {
      if table.isCutShort { return }
      reports.add(
        table.file.diagnostic(
          "E103", line: table.headingRecord.line,
          RegionLimits.words(RegionLimits.practices, "practices"), why: "England has about 6,100.",
          fix: "take out those that are not of this region."))
      return
    }
    for record in table.completeRecords {
      guard var practice = readPractice(record, cells) else { continue }
      practice.otherColumns = others.map { table.text(record, $0) }
      practices.append(practice)
      rows[practice.code] = record
      practicePlaces.rows[practice.code] = placeRow(record, table)
    }
  }

  private func placeRow(_ record: CSVScanner.Record, _ table: CSVTable) -> PracticePlaces.Row {
    var row = PracticePlaces.Row(
      file: table.file.name, line: table.file.origin == nil ? record.line : nil, cells: [:])
    for field in [PracticeField.odsCode, .mustBeLiveBy, .pinnedGoLive] {
      guard let column = columns[field], !table.text(record, column).isEmpty else { continue }
      let heading = table.headings[column].prefix(60)
      row.cells[field.rawValue] = "\(table.cell(record, column)), \"\(heading)\""
    }
    return row
  }

  /// Adds the practices of a further file, whose columns may stand in another order.
  mutating func add(_ file: SourceFile) {
    var more = PracticesFile(settings: settings, knowsSettings: knowsSettings, reports: reports)
    more.addedPartners = addedPartners
    // The sheets that are named are those of the region's own workbook.
    let sheets = settings.sheets
    more.settings.sheets = []
    more.read(file)
    settings = more.settings
    settings.sheets = sheets
    names = more.names
    addedPartners = more.addedPartners
    let width = otherColumnNames.count
    otherColumnNames += more.otherColumnNames.filter { !otherColumnNames.contains($0) }
    let places = more.otherColumnNames.map { otherColumnNames.firstIndex(of: $0) ?? width }
    for var practice in more.practices {
      if rows[practice.code] != nil, let record = more.rows[practice.code] {
        reports.add(
          file.diagnostic(
            "E120", line: record.line,
            "practice \(practice.code.text.prefix(20)) is in practices.csv already",
            fix: "remove it from the file that is added, or change it in practices.csv."))
        continue
      }
      var others = [String](repeating: "", count: otherColumnNames.count)
      for (place, text) in zip(places, practice.otherColumns) { others[place] = text }
      practice.otherColumns = others
      practices.append(practice)
      rows[practice.code] = more.rows[practice.code]
      practicePlaces.rows[practice.code] = more.practicePlaces.rows[practice.code]
    }
  }

  private func heading(of column: Int, _ table: CSVTable) -> String {
    let heading = table.headings[column]
    return heading.isEmpty ? "column \(CSVTable.letters(column))" : heading
  }

  private mutating func findColumns(_ cells: CellReader) {
    let table = cells.table
    for (column, heading) in table.headings.enumerated() {
      guard let field = PracticeField.named(heading) else { continue }
      guard let other = columns[field] else {
        columns[field] = column
        continue
      }
      cells.report(
        "E115", table.headingRecord, column,
        "columns \(CSVTable.letters(other)) and \(CSVTable.letters(column)) are both"
          + " \(field.rawValue): \"\(table.headings[other])\" and \"\(heading)\"",
        fix: "rename or delete one of the two.")
    }
    var required: [PracticeField] = [.odsCode, .name, .source]
    if settings.defaultTarget == nil, knowsSettings { required.append(.target) }
    for field in required where columns[field] == nil {
      let unknown = table.headings.filter { PracticeField.named($0) == nil && !$0.isEmpty }
      let near = field.headings.lazy.compactMap { Suggestion.nearest(to: $0, in: unknown) }.first
      reports.add(
        table.file.diagnostic(
          "E110", line: table.headingRecord.line, "the column \(field.rawValue) is missing",
          why: "The headings are \(table.headings.prefix(20).joined(separator: ", ")).",
          fix: near.map { "did you mean \"\($0)\"? Rename it to \(field.rawValue)." }
            ?? (field == .target
              ? "add it, or write target_system in [region]."
              : "add it; \(field.headings[1]) will do as well.")))
    }
  }

  private mutating func readPractice(
    _ record: CSVScanner.Record, _ cells: CellReader
  ) -> Practice? {
    let table = cells.table
    func text(_ field: PracticeField) -> String? {
      guard let column = columns[field] else { return nil }
      let text = table.text(record, column)
      return text.isEmpty ? nil : text
    }
    guard let column = columns[.odsCode], let code = readCode(record, column, cells) else {
      return nil
    }
    if columns[.name] != nil, text(.name) == nil {
      cells.report(
        "E111", record, columns[.name] ?? 0, "practice \(code) has no name", fix: "give it one.")
    }
    let source = readSystem(record, .source, cells)
    let target = readSystem(record, .target, cells)
    if knowsSettings, let source, let target, source == target {
      cells.report(
        "E150", record, columns[.target] ?? columns[.source] ?? 0,
        "practice \(code) would move from \(source) to \(target)",
        why: "A practice that keeps its system has no migration.",
        fix: "correct one of the two, or remove the row.")
    }
    var practice = Practice(
      code: code, name: text(.name) ?? code.text, source: source ?? "", target: target ?? "")
    practice.pcn = readPCN(text(.pcnCode), record, cells)
    practice.pcnName = practice.pcn == nil ? nil : text(.pcnName)
    practice.icb = text(.icbCode)?.uppercased() ?? text(.icbName)
    practice.postcode = text(.postcode)
    practice.partner = readPartner(record, cells)
    practice.contactEmail = text(.contactEmail)
    if let contact = practice.contactEmail, !MailAddress.isFit(contact) {
      cells.report(
        "W250", record, columns[.contactEmail] ?? 0,
        "\"\(contact.prefix(60))\" holds no address that can be invited",
        why:
          "Invitations go to each address of the cell; without one the events are published only.",
        fix: "write it as gp.practice@example.nhs.uk, several with a semicolon between.")
    }
    practice.notes = text(.notes)
    practice.branches =
      text(.branches)?.split(whereSeparator: { ";\n\r".contains($0) }).map(Trimming.trimmed)
      .filter { !$0.isEmpty } ?? []
    readNumbersAndDates(&practice, record, cells)
    return practice
  }

  /// The PCN of a cell; what stands for none is no PCN that practices have in common.
  private func readPCN(
    _ text: String?, _ record: CSVScanner.Record, _ cells: CellReader
  ) -> String? {
    guard let text, text.uppercased() != "U" else { return nil }
    guard MissingWords.contains(text) else { return text.uppercased() }
    cells.report(
      "N164", record, columns[.pcnCode] ?? 0,
      "\"\(text.prefix(20))\" is the code of no PCN; the practice counts as without one")
    return nil
  }

  private func sheetName(_ record: CSVScanner.Record, _ cells: CellReader) -> String {
    let sheets = cells.table.file.origin?.sheets ?? []
    return sheets.indices.contains(record.sheet) ? String(sheets[record.sheet].prefix(40)) : ""
  }

  private mutating func readCode(
    _ record: CSVScanner.Record, _ column: Int, _ cells: CellReader
  ) -> PracticeCode? {
    let written = cells.table.text(record, column)
    guard !written.isEmpty else {
      cells.report(
        "E112", record, column, "row \(record.row) has no ODS code",
        fix: "add the code, or delete the row.")
      return nil
    }
    let code = PracticeCode(written.uppercased())
    if let first = rows[code] {
      cells.report(
        "E120", record, column, "practice \(code.text.prefix(20)) appears twice",
        why: "It is in cells \(cells.table.cell(first, column)) and"
          + " \(cells.table.cell(record, column)).",
        fix: first.sheet == record.sheet
          ? "remove one row, or give the branch its own code."
          : "read the sheet that holds: write sheet = \"\(sheetName(first, cells))\" or"
            + " \"\(sheetName(record, cells))\" under [input] in region.toml; or remove one row.")
      return nil
    }
    if written != code.text {
      cells.report(
        "W131", record, column, "\"\(written.prefix(20))\" was read as \(code.text.prefix(20))",
        why: "Codes that differ only in case are the same.")
    }
    let bytes = Array(code.text.utf8)
    let isLetter = bytes.first.map { (65...90).contains($0) } ?? false
    guard isLetter, bytes.count == 6, bytes.dropFirst().allSatisfy({ (48...57).contains($0) })
    else {
      let isBranch =
        isLetter && bytes.count == 9 && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
      cells.report(
        "W130", record, column,
        "\"\(code.text.prefix(20))\" has not the shape of a practice's code",
        why: "A practice's code is a letter and five digits.",
        fix: isBranch
          ? "this looks like a branch; its practice is \(code.text.prefix(6))." : "check it.")
      return code
    }
    return code
  }
}
