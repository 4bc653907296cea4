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
  var rows: [PracticeCode: CSVScanner.Record] = [:]
  /// Where the practices stand.
  private(set) var practicePlaces = PracticePlaces()
  /// The partners that the file brought.
  var addedPartners: [PartnerID] = []
  /// The file's name, for messages about all of it.
  private(set) var fileName = "practices.csv"
  /// The place of each field.
  var columns: [PracticeField: Int] = [:]
  /// What is said of the practices that are not planned, by code.
  private(set) var setAside: [PracticeCode: (state: SetAside.State, words: String)] = [:]
  /// The practices that the file says are in progress, with where it says so.
  private(set) var inProgress: [(code: PracticeCode, diagnostic: Diagnostic)] = []
  /// Systems that nothing describes, by folded name, with their first cell and number of rows.
  var unknownSystems: [String: (text: String, first: Diagnostic, count: Int)] = [:]

  /// A reader of practices.csv.
  init(settings: Settings, knowsSettings: Bool, reports: Reports) {
    self.settings = settings
    self.knowsSettings = knowsSettings
    self.reports = reports
    names = PartyNames(settings: settings)
  }

  /// Reads the file.
  mutating func read(_ file: SourceFile) {
    fileName = file.name
    practicePlaces.file = file.name
    var headings = PracticeHeadings(own: settings.inputColumns)
    let reader = CSVReader(reports: reports, names: headings.names, sheets: settings.sheets)
    guard let table = reader.read(file) else { return }
    var cells = CellReader(table: table, reports: reports)
    cells.horizon = settings.horizon
    headings.find(in: table.headings)
    columns = headings.columns
    report(headings, cells)
    guard columns[.odsCode] != nil else { return }
    if table.records.isEmpty, !table.isCutShort {
      reports.add(
        table.file.diagnostic(
          "E102", line: table.headingRecord.line, "there is no practice below the headings",
          fix: "add a row for each practice."))
    }
    let others = table.headings.indices.filter { !headings.isRead($0) }
    otherColumnNames = others.map { heading(of: $0, table) }
    if !others.isEmpty {
      reports.add(
        table.file.diagnostic(
          "N116", line: table.headingRecord.line,
          "\(counted(others.count, "column")) that tranche does not know"
            + " \(others.count.form("is", "are")) passed through:"
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
    reportMonthFirst(cells)
    for record in table.completeRecords {
      guard var practice = readPractice(record, cells) else { continue }
      practice.otherColumns = others.map { table.text(record, $0) }
      readStatus(practice.code, record, cells)
      practices.append(practice)
      rows[practice.code] = record
      practicePlaces.rows[practice.code] = placeRow(record, table)
    }
    reportUnknownSystems()
  }

  private mutating func readStatus(
    _ code: PracticeCode, _ record: CSVScanner.Record, _ cells: CellReader
  ) {
    guard let column = columns[.status] else { return }
    let text = cells.table.text(record, column)
    switch StatusWords.meaning(of: text) {
    case .planned?: return
    case .inProgress?:
      inProgress.append(
        (
          code,
          cells.table.diagnostic(
            "W222", record, column, "\(code) is in progress, but no stage of it is on record",
            why: "It is planned as if nothing had begun.",
            fix: "record its stages in actuals.csv.")
        ))
    case .setAside(let state)?: setAside[code] = (state, text)
    case nil:
      cells.report(
        "E219", record, column, "\"\(text.prefix(40))\" is no status that tranche knows",
        why: "It decides whether \(code) is planned.",
        fix: "write \(StatusWords.offered); or write \"\(cells.table.headings[column].prefix(40))\""
          + " = \"\" below [input.columns] if the column means something else.")
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
    setAside.merge(more.setAside) { first, _ in first }
    inProgress += more.inProgress
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
    guard EmptyWords.means(text) || Self.noNetwork.contains(Trimming.folded(text)) else {
      return text.uppercased()
    }
    cells.report(
      "N164", record, columns[.pcnCode] ?? 0,
      "\"\(text.prefix(20))\" is the code of no PCN; the practice counts as without one")
    return nil
  }

  /// What else stands for no PCN.
  private static let noNetwork: Set<String> = ["0", "nopcn"]
}
