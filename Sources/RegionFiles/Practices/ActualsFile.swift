import Days
import Migrations

/// Reads actuals.csv: what is already recorded of stages that have begun.
struct ActualsFile {
  /// What region.toml says.
  let settings: Settings
  /// Where messages go.
  let reports: Reports

  /// Adds the records to the practices.
  func read(_ file: SourceFile, into practices: inout [Practice], places: [PracticeCode: Int]) {
    guard
      let coded = CodedFile(
        file, required: ["ods_code", "stage", "actual_start"], optional: ["actual_finish"],
        practices: places, reports: reports)
    else { return }
    var rows: [Int: [Int: CSVScanner.Record]] = [:]
    for record in coded.records {
      let place = coded.practice(record)
      let stage = coded.stage(coded.text(record, "stage"), record, "stage", settings.pathway)
      let start = coded.cells.date(record, coded.columns["actual_start"])
      let finish = coded.cells.date(record, coded.columns["actual_finish"])
      if coded.text(record, "actual_start").isEmpty {
        coded.cells.report(
          "E113", record, coded.columns["actual_start"] ?? 0, "the actual start is missing",
          fix: "fill it in, or delete the row of a stage that has not begun.")
      }
      let finishIsBad = finish == nil && !coded.text(record, "actual_finish").isEmpty
      guard let place, let stage, let start, !finishIsBad else { continue }
      check(start, record, "actual_start", coded)
      if let finish { check(finish, record, "actual_finish", coded) }
      if let finish, finish < start {
        coded.cells.report(
          "E250", record, coded.columns["actual_finish"] ?? 0,
          "the stage finished on \(finish.words), before it started on \(start.words)")
        continue
      }
      if rows[place]?[stage] != nil {
        coded.cells.report(
          "E251", record, coded.columns["stage"] ?? 0,
          "\(practices[place].code) has the stage \(settings.pathway.stages[stage].code) twice",
          fix: "remove one of the two rows.")
        continue
      }
      rows[place, default: [:]][stage] = record
      practices[place].actuals[stage] = Practice.Actual(start: start, finish: finish)
    }
    for (place, records) in rows.sorted(by: { $0.key < $1.key }) {
      checkOrder(practices[place], records, coded)
      checkPin(practices[place], records, coded)
    }
  }

  private func check(
    _ day: Day, _ record: CSVScanner.Record, _ column: String, _ coded: CodedFile
  ) {
    if let horizon = settings.horizon, !horizon.contains(day) {
      coded.cells.report(
        "E215", record, coded.columns[column] ?? 0, "\(day.words) is outside the horizon",
        why: "The horizon is \(horizon.lowerBound.words) to \(horizon.upperBound.words).",
        fix: "begin the horizon in region.toml before the first recorded day.")
    } else if let calendar = settings.calendar, !calendar.isWorking(day) {
      coded.cells.report(
        "E252", record, coded.columns[column] ?? 0, "\(day.longWords) is no working day",
        fix: "use the working day on which the stage was worked on.")
    }
  }

  private func checkOrder(
    _ practice: Practice, _ records: [Int: CSVScanner.Record], _ coded: CodedFile
  ) {
    let stages = records.keys.sorted()
    for (earlier, later) in zip(stages, stages.dropFirst()) {
      guard let before = practice.actuals[earlier], let after = practice.actuals[later],
        let record = records[later]
      else { continue }
      let (first, second) = (settings.pathway.stages[earlier], settings.pathway.stages[later])
      if after.start <= before.finish ?? before.start {
        coded.cells.report(
          "E250", record, coded.columns["actual_start"] ?? 0,
          "\(practice.code): \(second.code) started on \(after.start.words), not after"
            + " \(first.code) on \((before.finish ?? before.start).words)",
          why: "Stages come in the pathway's order, each on a later day.")
      } else if before.finish == nil {
        coded.cells.report(
          "E253", record, coded.columns["stage"] ?? 0,
          "\(practice.code): \(second.code) has started, but \(first.code) has no finish",
          fix: "add the finish of \(first.code).")
      }
    }
  }

  private func checkPin(
    _ practice: Practice, _ records: [Int: CSVScanner.Record], _ coded: CodedFile
  ) {
    let goLive = settings.pathway.goLive
    guard let pin = practice.pinnedGoLive, let actual = practice.actuals[goLive],
      actual.start != pin, let record = records[goLive]
    else { return }
    coded.cells.report(
      "E254", record, coded.columns["actual_start"] ?? 0,
      "\(practice.code) went live on \(actual.start.words), but its agreed go-live is"
        + " \(pin.words)", fix: "correct one of the two; both are kept exactly.")
  }
}
