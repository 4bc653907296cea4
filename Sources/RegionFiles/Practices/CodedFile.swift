import Migrations

/// A table whose rows are about practices by their code: closures, links and actuals.
struct CodedFile {
  /// The cells.
  let cells: CellReader
  /// The column of each heading that the file may have.
  let columns: [String: Int]
  /// The places of the practices by code.
  let practices: [PracticeCode: Int]
  /// The practices by name.
  private let lookup: PracticeLookup
  /// The codes in order.
  private let codes: [String]
  /// The table.
  var table: CSVTable { cells.table }

  /// Reads a table with these headings; nil, with reports, if it lacks a required one.
  init?(
    _ file: SourceFile, required: [String], optional: [String], practices: [PracticeCode: Int],
    names lookup: PracticeLookup, reports: Reports
  ) {
    let names = required + optional
    let others = Self.aliases.filter { names.contains($0.field) }
    let known = Dictionary(
      (others.map { (Trimming.folded($0.heading), $0.field) }
        + names.map { (Trimming.folded($0), $0) }), uniquingKeysWith: { $1 })
    let reader = CSVReader(
      reports: reports,
      names: HeadingNames(field: { known[Trimming.folded($0)] }, required: required))
    guard let table = reader.read(file) else { return nil }
    var columns: [String: Int] = [:]
    cells = CellReader(table: table, reports: reports)
    for (column, heading) in table.headings.enumerated() {
      guard let name = known[Trimming.folded(heading)] else {
        cells.report(
          "W117", table.headingRecord, column, "the column \"\(heading.prefix(60))\" is not read",
          fix: Suggestion.sentence(for: heading, in: required + optional))
        continue
      }
      if columns[name] != nil {
        cells.report(
          "E115", table.headingRecord, column, "two columns are \(name)", fix: "delete one of them."
        )
      }
      columns[name] = columns[name] ?? column
    }
    let missing = required.filter { columns[$0] == nil }
    for name in missing {
      reports.add(
        table.file.diagnostic(
          "E110", line: table.headingRecord.line, "the column \(name) is missing",
          why: "The headings are \(table.headings.prefix(20).joined(separator: ", "))."))
    }
    guard missing.isEmpty else { return nil }
    self.columns = columns
    self.practices = practices
    self.lookup = lookup
    codes = practices.keys.map(\.text).sorted()
  }

  /// Other headings that such files have.
  private static let aliases: [(heading: String, field: String)] =
    PracticeField.odsCode.headings.map { ($0, "ods_code") } + [
      ("Started", "actual_start"), ("Start", "actual_start"), ("Start date", "actual_start"),
      ("Actual start date", "actual_start"), ("Finished", "actual_finish"),
      ("Finish", "actual_finish"), ("Finish date", "actual_finish"), ("End", "actual_finish"),
      ("Ended", "actual_finish"), ("Completed", "actual_finish"),
      ("Actual finish date", "actual_finish"), ("Step", "stage"), ("Stage name", "stage"),
      ("Start", "from"), ("Start date", "from"), ("End", "to"), ("End date", "to"),
      ("Closed from", "from"), ("Closed to", "to"), ("Comments", "reason"), ("Note", "reason"),
    ]

  /// The rows that have all their cells.
  var records: [CSVScanner.Record] { table.completeRecords }

  /// The text of a cell; empty where the column is absent.
  func text(_ record: CSVScanner.Record, _ name: String) -> String {
    columns[name].map { table.text(record, $0) } ?? ""
  }

  /// The practice that a cell names; nil with a report if there is none.
  func practice(_ record: CSVScanner.Record, _ name: String = "ods_code") -> Int? {
    let column = columns[name] ?? 0
    let written = text(record, name)
    let code = PracticeCode(written.uppercased())
    guard let place = practices[code] else {
      let named = lookup.places(of: written)
      if named.count == 1 { return named[0] }
      if named.count > 1 {
        cells.report(
          "E121", record, column, "\"\(written.prefix(60))\" is the name of several practices",
          fix: "write the code: \(named.map(lookup.words).joined(separator: ", ")).")
        return nil
      }
      cells.report(
        "E121", record, column,
        written.isEmpty ? "\(name) is empty" : "unknown practice \"\(written.prefix(20))\"",
        fix: cells.reports.nearest(to: written, in: codes)
          .map { "did you mean \($0)?" } ?? "use a code of practices.csv.")
      return nil
    }
    if written != code.text {
      cells.report(
        "W131", record, column, "\"\(written.prefix(20))\" was read as \(code)",
        why: "Codes that differ only in case are the same.")
    }
    return place
  }

  /// A stage that a cell names by id or code; nil with a report if there is none.
  func stage(
    _ name: some StringProtocol, _ record: CSVScanner.Record, _ column: String, _ pathway: Pathway
  ) -> Int? {
    if let found = StageNames.place(of: name, in: pathway) { return found }
    cells.report(
      "E311", record, columns[column] ?? 0, "unknown stage \"\(name.prefix(60))\"",
      fix: (Suggestion.nearest(to: String(name), in: StageNames.all(pathway))
        .map { "did you mean \"\($0)\"? " } ?? "")
        + "The stages are: "
        + pathway.stages.map { "\($0.name) (\($0.code))" }.joined(separator: ", ") + ".")
    return nil
  }
}
