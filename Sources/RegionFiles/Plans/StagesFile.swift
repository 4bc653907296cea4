public import Migrations

/// What came of reading a stages.csv.
public struct StagesReading: Sendable {
  /// The dates of each practice that has all its stages; of the others there are diagnostics.
  public var schedules: [PracticeCode: Schedule]
  /// Everything there is to say.
  public var diagnostics: [Diagnostic]
  /// The SHA-256 of the file, in hexadecimal; empty if it could not be read.
  public var fingerprint: String
  /// Whether the file is missing, rather than wrong.
  public var missingFile: Bool

  /// Whether there is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads stages.csv, made by tranche or by hand: a row per practice and stage, in any order.
public enum StagesFile {
  /// Reads a file of this path; columns may stand in any order, stages are named by id or code.
  ///
  /// Dates are not judged here beyond each stage's finish not being before its start.
  public static func read(_ path: String, for region: Region) -> StagesReading {
    let reports = Reports()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      let file = try SourceFile.read(path, name: name)
      let schedules = StagesReader(region: region, reports: reports).read(file)
      return StagesReading(
        schedules: schedules, diagnostics: reports.diagnostics,
        fingerprint: Fingerprint.sha256(file.bytes), missingFile: false)
    } catch {
      var isMissing = false
      if case .missing = error { isMissing = true }
      let diagnostic = Diagnostic(
        code: "E100", file: name, message: "\(path) \(error.words)",
        fix: "name a folder that holds stages.csv.")
      return StagesReading(
        schedules: [:], diagnostics: [diagnostic], fingerprint: "", missingFile: isMissing)
    }
  }
}

/// The rows of stages.csv, gathered by practice.
private struct StagesReader {
  let region: Region
  let reports: Reports

  func read(_ file: SourceFile) -> [PracticeCode: Schedule] {
    let places = Dictionary(
      region.practices.enumerated().map { (PracticeCode($1.code.text.uppercased()), $0) },
      uniquingKeysWith: { first, _ in first })
    guard
      let coded = CodedFile(
        file, required: ["ods_code", "start", "finish"],
        optional: ["stage", "stage_code", "working_days"], practices: places, reports: reports)
    else { return [:] }
    guard coded.columns["stage"] != nil || coded.columns["stage_code"] != nil else {
      reports.add(
        coded.table.file.diagnostic(
          "E110", line: coded.table.headingRecord.line, "the column stage is missing",
          fix: "add stage, or stage_code."))
      return [:]
    }
    let column = coded.columns["stage"] != nil ? "stage" : "stage_code"
    var dates: [Int: [Int: StageDates]] = [:]
    var rows: [Int: CSVScanner.Record] = [:]
    for record in coded.records {
      let place = coded.practice(record)
      let stage = coded.stage(coded.text(record, column), record, column, region.pathway)
      let found = self.dates(record, coded)
      guard let place else { continue }
      rows[place] = rows[place] ?? record
      guard let stage, let found else { continue }
      if dates[place, default: [:]].updateValue(found, forKey: stage) != nil {
        coded.cells.report(
          "E251", record, coded.columns[column] ?? 0,
          "\(region.practices[place].code) has the stage \(region.pathway.stages[stage].code) twice",
          fix: "remove one of the two rows.")
      }
    }
    return schedules(dates, rows, coded)
  }

  private func dates(_ record: CSVScanner.Record, _ coded: CodedFile) -> StageDates? {
    let start = coded.cells.date(record, coded.columns["start"])
    let finish = coded.cells.date(record, coded.columns["finish"])
    for name in ["start", "finish"] where coded.text(record, name).isEmpty {
      coded.cells.report("E113", record, coded.columns[name] ?? 0, "the \(name) is missing")
    }
    guard let start, let finish else { return nil }
    guard start <= finish else {
      coded.cells.report(
        "E250", record, coded.columns["finish"] ?? 0,
        "the stage finishes on \(finish), before it starts on \(start)",
        fix: "swap the dates, or correct one.")
      return nil
    }
    return StageDates(start: start, finish: finish)
  }

  private func schedules(
    _ dates: [Int: [Int: StageDates]], _ rows: [Int: CSVScanner.Record], _ coded: CodedFile
  ) -> [PracticeCode: Schedule] {
    var schedules: [PracticeCode: Schedule] = [:]
    for (place, row) in rows.sorted(by: { $0.key < $1.key }) {
      let code = region.practices[place].code
      let schedule = region.pathway.stages.indices.compactMap { dates[place]?[$0] }
      guard schedule.count == region.pathway.stages.count else {
        let missing = region.pathway.stages.indices.filter { dates[place]?[$0] == nil }
          .map { region.pathway.stages[$0].code }
        coded.cells.report(
          "E260", row, coded.columns["ods_code"] ?? 0,
          "\(code) lacks dates of \(missing.joined(separator: ", "))",
          why: "A scheduled practice has a row for every stage; one left out has none.")
        continue
      }
      schedules[code] = schedule
    }
    return schedules
  }
}
