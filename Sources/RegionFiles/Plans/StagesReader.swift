import Days
import Migrations

/// The rows of stages.csv, gathered by practice.
struct StagesReader {
  /// The region that the rows are about.
  let region: Region
  /// Where messages go about what cannot be read.
  let reports: Reports
  /// The dates of each practice that has rows.
  private(set) var schedules: [PracticeCode: Schedule] = [:]
  /// The practices that lack stages.
  private(set) var incomplete: Set<PracticeCode> = []
  /// What can be read but cannot be a plan.
  private(set) var findings: [Finding] = []
  private let places: [PracticeCode: Int]
  /// The codes in order.
  private let codes: [String]
  private var dates: [Int: [Int: StageDates]] = [:]
  private var unknown: Set<String> = []

  /// A reader for a region.
  init(region: Region, reports: Reports) {
    self.region = region
    self.reports = reports
    places = Dictionary(
      region.practices.enumerated().map { (PracticeCode($1.code.text.uppercased()), $0) },
      uniquingKeysWith: { first, _ in first })
    codes = places.keys.map(\.text).sorted()
  }

  /// Reads a file.
  mutating func read(_ file: SourceFile) {
    guard
      let coded = CodedFile(
        file, required: ["ods_code", "start", "finish"],
        optional: ["stage", "stage_code", "working_days"], practices: places,
        names: PracticeLookup(region.practices), reports: reports)
    else { return }
    guard let column = ["stage", "stage_code"].first(where: { coded.columns[$0] != nil }) else {
      reports.add(
        coded.table.file.diagnostic(
          "E110", line: coded.table.headingRecord.line, "the column stage is missing",
          fix: "add stage, or stage_code."))
      return
    }
    for record in coded.records {
      let place = practice(record, coded)
      let stage = stage(record, column, coded)
      let found = dates(record, coded)
      guard let place, let stage, let found else { continue }
      guard dates[place]?[stage] == nil else {
        find(
          region.practices[place].code, record,
          "\(title(place)) has the stage \(region.pathway.stages[stage].name) twice")
        continue
      }
      dates[place, default: [:]][stage] = found
    }
    for place in dates.keys.sorted() { gather(place) }
  }

  /// The dates of one practice in the pathway's order, and a finding for those it lacks.
  private mutating func gather(_ place: Int) {
    let code = region.practices[place].code
    let stages = region.pathway.stages.indices
    schedules[code] = stages.compactMap { dates[place]?[$0] }
    let missing = stages.filter { dates[place]?[$0] == nil }
    guard !missing.isEmpty else { return }
    incomplete.insert(code)
    let names = missing.map { region.pathway.stages[$0].name }.joined(separator: ", ")
    findings.append(
      Finding(
        rule: .pathway, practice: code, amount: Double(missing.count),
        message: "\(title(place)) has no dates for \(names)."))
  }

  private func title(_ place: Int) -> String {
    "\(region.practices[place].name) (\(region.practices[place].code))"
  }

  private mutating func find(
    _ practice: PracticeCode, _ record: CSVScanner.Record, _ message: String
  ) {
    findings.append(
      Finding(rule: .pathway, practice: practice, message: "\(message) (row \(record.row))."))
  }

  /// The place of a row's practice; nil with a finding for a code that the region does not have.
  private mutating func practice(_ record: CSVScanner.Record, _ coded: CodedFile) -> Int? {
    let written = coded.text(record, "ods_code")
    let code = PracticeCode(written.uppercased())
    guard !written.isEmpty, places[code] == nil else { return coded.practice(record) }
    // A practice has a dozen rows; one finding says it all.
    guard unknown.insert(code.text).inserted else { return nil }
    let near = reports.nearest(to: written, in: codes)
    find(
      PracticeCode(String(code.text.prefix(20))), record,
      "Practice \(code.text.prefix(20)) is not in practices.csv"
        + (near.map { "; did you mean \($0)?" } ?? ""))
    return nil
  }

  /// The place of a row's stage; nil with a finding for one that the pathway does not have.
  private mutating func stage(
    _ record: CSVScanner.Record, _ column: String, _ coded: CodedFile
  ) -> Int? {
    let written = coded.text(record, column)
    guard !written.isEmpty else {
      coded.cells.report("E113", record, coded.columns[column] ?? 0, "the stage is missing")
      return nil
    }
    if let stage = region.pathway.index(of: written) { return stage }
    let near = reports.nearest(to: written, in: StageNames.all(region.pathway))
    let code = coded.text(record, "ods_code").uppercased().prefix(20)
    find(
      PracticeCode(String(code)), record,
      "\(code) has the stage \"\(written.prefix(60))\", which the pathway does not have"
        + (near.map { "; did you mean \($0)?" } ?? ""))
    return nil
  }

  private func dates(_ record: CSVScanner.Record, _ coded: CodedFile) -> StageDates? {
    let start = coded.cells.date(record, coded.columns["start"])
    let finish = coded.cells.date(record, coded.columns["finish"])
    for name in ["start", "finish"] where coded.text(record, name).isEmpty {
      coded.cells.report("E113", record, coded.columns[name] ?? 0, "the \(name) is missing")
    }
    guard let start, let finish else { return nil }
    return StageDates(start: start, finish: finish)
  }
}
