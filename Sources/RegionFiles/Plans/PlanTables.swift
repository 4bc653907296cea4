import Days
import Files
import Migrations

/// Compares plan.json with plan.csv and stages.csv beside it, in what they share: who has dates,
/// which ones, and how each practice stands.
///
/// Cells are compared by what they mean, so that a table that a spreadsheet has saved again (other
/// line ends, dates as 28/02/2027, rows in another order, columns more or less) is the same table.
struct PlanTables {
  /// What plan.json says.
  private let record: PlanFile
  /// By code in capitals.
  private let practices: [String: PlanFile.Practice]
  private(set) var differences: [PlanDifference] = []

  /// Compares a record with the tables of its folder; tables that are not there say nothing.
  init(_ record: PlanFile, folder: String) {
    self.record = record
    practices = Dictionary(
      record.practices.map { ($0.code.uppercased(), $0) }, uniquingKeysWith: { one, _ in one })
    compareWithItself()
    if SourceFile.exists(folder + "/stages.csv") {
      read(folder, "stages.csv", ["ods_code", "start", "finish"], ["stage", "stage_code"]) {
        $0.compareStages($1)
      }
    }
    if SourceFile.exists(folder + "/plan.csv") {
      read(
        folder, "plan.csv", ["ods_code"], ["status"] + KeyColumn.all.map(\.name)
      ) { $0.comparePlan($1) }
    }
  }

  /// A date of plan.csv that is the start or finish of a stage.
  private struct KeyColumn {
    let name: String
    let stage: String
    var isFinish = false

    static let all = [
      KeyColumn(name: "order_start", stage: "PR"), KeyColumn(name: "kickoff", stage: "KO"),
      KeyColumn(name: "technical_survey", stage: "TS"),
      KeyColumn(name: "initial_data_production", stage: "ID"),
      KeyColumn(name: "sign_off", stage: "SO", isFinish: true),
      KeyColumn(name: "final_data_production", stage: "FD"),
      KeyColumn(name: "go_live", stage: "GL"),
      KeyColumn(name: "post_go_live_finish", stage: "PG", isFinish: true),
    ]
  }

  // MARK: plan.json alone

  /// The go-live of a practice stands twice in plan.json.
  private mutating func compareWithItself() {
    for practice in record.practices where practice.isScheduled {
      guard let stage = practice.stages.first(where: { $0.code == "GL" }),
        practice.goLive != stage.start
      else { continue }
      differ(
        practice.code, "plan.json",
        "\(title(practice.code)) goes live on \(words(practice.goLive)) by go_live, and on "
          + "\(words(stage.start)) by its stage")
    }
  }

  // MARK: stages.csv

  private mutating func compareStages(_ table: CodedFile) {
    let column = ["stage", "stage_code"].first { table.columns[$0] != nil }
    guard let column else {
      differences.append(
        PlanDifference(
          file: "stages.csv", message: "stages.csv cannot be compared: it has no column stage"))
      return
    }
    var found: [String: [String: (start: Day?, finish: Day?)]] = [:]
    for row in table.records {
      let code = table.text(row, "ods_code").uppercased()
      guard !code.isEmpty else { continue }
      let stage = table.text(row, column).lowercased()
      if found[code]?[stage] != nil {
        differ(code, "stages.csv", "\(title(code)) has \(stage.prefix(40)) twice in stages.csv")
      }
      found[code, default: [:]][stage] = (
        table.cells.date(row, table.columns["start"]),
        table.cells.date(row, table.columns["finish"])
      )
    }
    for code in found.keys.sorted() where practices[code] == nil {
      differ(code, "stages.csv", "\(code.prefix(20)) is in stages.csv, and not in plan.json")
    }
    for practice in record.practices {
      compare(practice, with: found[practice.code.uppercased()] ?? [:])
    }
  }

  private mutating func compare(
    _ practice: PlanFile.Practice, with rows: [String: (start: Day?, finish: Day?)]
  ) {
    let (code, file) = (practice.code, "stages.csv")
    guard practice.isScheduled else {
      if !rows.isEmpty {
        differ(code, file, "\(title(code)) is left out in plan.json, and has dates in stages.csv")
      }
      return
    }
    guard !rows.isEmpty else {
      differ(code, file, "\(title(code)) has dates in plan.json, and none in stages.csv")
      return
    }
    var sentences: [String] = []
    var rest = rows
    for stage in practice.stages {
      let row =
        rest.removeValue(forKey: stage.stage.lowercased())
        ?? rest.removeValue(forKey: (stage.code ?? "").lowercased())
      let name = stage.stage.prefix(40)
      guard let row else {
        sentences.append("\(name) of \(title(code)) is in plan.json, and not in stages.csv")
        continue
      }
      for (verb, one, other) in [
        ("starts", stage.start, row.start), ("finishes", stage.finish, row.finish),
      ] where Day(iso: one) != other {
        sentences.append(
          "\(name) of \(title(code)) \(verb) on \(words(one)) in plan.json, and on "
            + "\(other?.words ?? "no day") in stages.csv")
      }
    }
    sentences += rest.keys.sorted().map {
      "\($0.prefix(40)) of \(title(code)) is in stages.csv, and not in plan.json"
    }
    differ(code, file, sentences)
  }

  // MARK: plan.csv

  private mutating func comparePlan(_ table: CodedFile) {
    var seen: Set<String> = []
    for row in table.records {
      let code = table.text(row, "ods_code").uppercased()
      guard !code.isEmpty else { continue }
      guard let practice = practices[code] else {
        differ(code, "plan.csv", "\(code.prefix(20)) is in plan.csv, and not in plan.json")
        continue
      }
      seen.insert(code)
      var sentences: [String] = []
      let status = table.text(row, "status").lowercased()
      if table.columns["status"] != nil, status != practice.status {
        sentences.append(
          "\(title(code)) is \(practice.status.prefix(20)) in plan.json, and "
            + "\(status.isEmpty ? "without a status" : "\(status.prefix(20))") in plan.csv")
      }
      for key in KeyColumn.all where table.columns[key.name] != nil {
        let day = table.cells.date(row, table.columns[key.name])
        guard let planned = planned(key, practice), planned != day else { continue }
        sentences.append(
          "\(key.name) of \(title(code)) is \(planned?.words ?? "empty") in plan.json, and "
            + "\(day?.words ?? "empty") in plan.csv")
      }
      differ(code, "plan.csv", sentences)
    }
    for practice in record.practices where !seen.contains(practice.code.uppercased()) {
      differ(
        practice.code, "plan.csv",
        "\(title(practice.code)) is in plan.json, and not in plan.csv")
    }
  }

  /// What plan.json has for a column: no day for a practice left out; nil where it cannot say.
  private func planned(_ key: KeyColumn, _ practice: PlanFile.Practice) -> Day?? {
    guard practice.isScheduled else { return .some(nil) }
    return practice.stages.first { $0.code == key.stage }
      .map { Day(iso: key.isFinish ? $0.finish : $0.start) }
  }

  // MARK: Reading and saying

  private mutating func read(
    _ folder: String, _ name: String, _ required: [String], _ optional: [String],
    _ compare: (inout PlanTables, CodedFile) -> Void
  ) {
    let reports = Reports()
    let before = differences.count
    do {
      let file = try SourceFile.read(folder + "/" + name, name: name)
      let table = CodedFile(
        file, required: required, optional: optional, practices: [:], names: PracticeLookup([]),
        reports: reports)
      if let table { compare(&self, table) }
    } catch {
      differences.append(
        PlanDifference(file: name, message: "\(name) cannot be compared: it \(error.words)"))
      return
    }
    // What is unreadable says more than the difference that follows from it.
    guard let error = reports.diagnostics.first(where: { $0.severity == .error }) else { return }
    differences.removeSubrange(before...)
    let place = error.cell.map { " (\($0))" } ?? error.line.map { " (line \($0))" } ?? ""
    differences.append(
      PlanDifference(file: name, message: "\(name) cannot be compared: \(error.message)\(place)"))
  }

  private mutating func differ(_ code: String, _ file: String, _ message: String) {
    differ(code, file, [message])
  }

  /// One difference per practice and file says enough; the others are counted.
  private mutating func differ(_ code: String, _ file: String, _ sentences: [String]) {
    guard var message = sentences.first else { return }
    if sentences.count > 1 {
      message += " (and \(sentences.count - 1) more of its entries differ)"
    }
    differences.append(
      PlanDifference(
        practice: PracticeCode(String(code.uppercased().prefix(20))), file: file, message: message))
  }

  private func title(_ code: String) -> String {
    let name = practices[code.uppercased()]?.name ?? ""
    let shown = code.uppercased().prefix(20)
    return name.isEmpty ? String(shown) : "\(name.prefix(60)) (\(shown))"
  }

  private func words(_ iso: String?) -> String {
    guard let iso else { return "no day" }
    return Day(iso: iso)?.words ?? "\"\(iso.prefix(20))\""
  }
}

extension PlanFile.Practice {
  /// Whether it has dates.
  fileprivate var isScheduled: Bool { status != PlannedPractice.Status.unscheduled.rawValue }
}
