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
        file, required: ["ods_code", "stage", "actual_start"],
        optional: ["actual_finish", "outcome"],
        practices: places, names: PracticeLookup(practices), reports: reports)
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
      if let finish, finish < start {
        coded.cells.report(
          "E250", record, coded.columns["actual_finish"] ?? 0,
          "the stage finished on \(finish.words), before it started on \(start.words)")
        continue
      }
      let written = coded.text(record, "outcome")
      if !written.isEmpty {
        // What failed is history: the stage, and what follows, is done again.
        if let outcome = outcome(written, record, coded) {
          practices[place].formerAttempts.append(
            Practice.FormerAttempt(stage: stage, start: start, finish: finish, outcome: outcome))
        }
        continue
      }
      if rows[place]?[stage] != nil {
        coded.cells.report(
          "E251", record, coded.columns["stage"] ?? 0,
          "\(practices[place].code) has the stage \(settings.pathway.stages[stage].code) twice",
          why: "At most one row of a stage may be without an outcome; it is the one that counts.",
          fix: "write \"failed\" or \"cancelled\" in a column outcome beside the one that came to"
            + " nothing, or remove it.")
        continue
      }
      rows[place, default: [:]][stage] = record
      practices[place].actuals[stage] = Practice.Actual(
        start: counted(start, record, "actual_start", coded),
        finish: finish.map {
          $0 == start ? counted($0) : counted($0, record, "actual_finish", coded)
        })
    }
    for (place, records) in rows.sorted(by: { $0.key < $1.key }) {
      checkAttempts(practices[place], records, coded)
      putInOrder(&practices[place], records, coded)
      checkPin(&practices[place], records, coded)
    }
  }

  private func outcome(
    _ text: String, _ record: CSVScanner.Record, _ coded: CodedFile
  ) -> Practice.FormerAttempt.Outcome? {
    let word = Trimming.folded(text)
    let spellings = ["canceled": "cancelled", "fail": "failed", "aborted": "cancelled"]
    if let outcome = Practice.FormerAttempt.Outcome(rawValue: spellings[word] ?? word) {
      return outcome
    }
    coded.cells.report(
      "E255", record, coded.columns["outcome"] ?? 0,
      "\"\(text.prefix(40))\" is no outcome of a stage",
      fix: "write failed or cancelled, or nothing for a stage that counts.")
    return nil
  }

  /// A stage that counts comes after the attempts that came to nothing, and so does what follows it.
  private func checkAttempts(
    _ practice: Practice, _ records: [Int: CSVScanner.Record], _ coded: CodedFile
  ) {
    for attempt in practice.formerAttempts {
      for (stage, actual) in practice.actuals.sorted(by: { $0.key < $1.key })
      where stage >= attempt.stage && actual.start <= attempt.finish ?? attempt.start {
        guard let record = records[stage] else { continue }
        let (again, former) = (
          settings.pathway.stages[stage], settings.pathway.stages[attempt.stage]
        )
        coded.cells.report(
          "E256", record, coded.columns["actual_start"] ?? 0,
          "\(practice.code): \(again.code) counts from \(actual.start.words), but \(former.code)"
            + " \(attempt.outcome.rawValue) on \((attempt.finish ?? attempt.start).words)",
          why: "After an attempt that came to nothing the stage and those after it are done again.",
          fix: "write the outcome beside \(again.code) too, or correct the dates.")
      }
    }
  }

  /// The working day as which a recorded day counts: itself, or the last one before it.
  ///
  /// What is on record is never refused, however odd it is; only a day that cannot have been yet, or
  /// is years away, is a slip of the pen.
  private func counted(
    _ day: Day, _ record: CSVScanner.Record, _ column: String, _ coded: CodedFile
  ) -> Day {
    let cell = coded.columns[column] ?? 0
    if let horizon = settings.horizon, !horizon.contains(day) {
      let span = "The horizon is \(horizon.lowerBound.words) to \(horizon.upperBound.words)."
      guard day < horizon.lowerBound, let calendar = settings.calendar, day >= calendar.first else {
        coded.cells.report(
          "E215", record, cell, "\(day.words) is outside the horizon", why: span,
          fix: "correct the date, or the horizon in region.toml.")
        return day
      }
      coded.cells.report(
        "W215", record, cell, "\(day.words) is before the horizon begins",
        why: "\(span) What is on record counts; nothing else starts before its first day.",
        fix: "begin the horizon earlier only if other practices may begin then too.")
    }
    let working = counted(day)
    if working != day {
      coded.cells.report(
        "W252", record, cell, "\(day.longWords) is no working day",
        why: "What is on record counts: it is taken as \(working.longWords).",
        fix: "write the working day on which the stage was worked on, if it was another one.")
    }
    return working
  }

  /// The last working day on or before a day.
  private func counted(_ day: Day) -> Day {
    settings.calendar?.lastWorkingDay(onOrBefore: day) ?? day
  }

  /// Takes stages that are on record out of the pathway's order as it has them: the later stage's
  /// days stand, and the one before it counts as over by then.
  private func putInOrder(
    _ practice: inout Practice, _ records: [Int: CSVScanner.Record], _ coded: CodedFile
  ) {
    let stages = records.keys.sorted()
    for (earlier, later) in zip(stages, stages.dropFirst()).reversed() {
      guard let before = practice.actuals[earlier], let after = practice.actuals[later],
        let record = records[later], before.finish.map({ $0 >= after.start }) ?? true
      else { continue }
      let (first, second) = (settings.pathway.stages[earlier], settings.pathway.stages[later])
      let last = counted(after.start - 1)
      let finish = before.finish == nil ? usualFinish(of: first, from: before, practice) : last
      let taken = Practice.Actual(start: min(before.start, last), finish: min(finish, last))
      practice.actuals[earlier] = taken
      let counts =
        "\(first.code) counts as over on \((taken.finish ?? last).words); what \(second.code) has "
        + "on record stands."
      if before.finish == nil, before.start <= last {
        coded.cells.report(
          "W253", record, coded.columns["stage"] ?? 0,
          "\(practice.code): \(second.code) has started, but \(first.code) has no finish",
          why: counts, fix: "add the finish of \(first.code).")
      } else {
        coded.cells.report(
          "W250", record, coded.columns["actual_start"] ?? 0,
          "\(practice.code): \(second.code) started on \(after.start.words), not after"
            + " \(first.code) on \((before.finish ?? before.start).words)",
          why: "Stages come in the pathway's order, each on a later day. \(counts)",
          fix: "correct the dates if they are wrong.")
      }
    }
  }

  /// The day on which a stage ends that takes as long as usual.
  private func usualFinish(
    of stage: Stage, from actual: Practice.Actual, _ practice: Practice
  ) -> Day {
    let usual = stage.lengths(forListSize: practice.listSize).usual
    return settings.calendar?.day(actual.start, movedBy: usual - 1) ?? actual.start
  }

  /// Who is live is no longer held to the agreed day.
  private func checkPin(
    _ practice: inout Practice, _ records: [Int: CSVScanner.Record], _ coded: CodedFile
  ) {
    let goLive = settings.pathway.goLive
    guard let pin = practice.pinnedGoLive, let actual = practice.actuals[goLive],
      actual.start != pin, let record = records[goLive]
    else { return }
    practice.pinnedGoLive = nil
    coded.cells.report(
      "W254", record, coded.columns["actual_start"] ?? 0,
      "\(practice.code) went live on \(actual.start.words), but its agreed go-live is"
        + " \(pin.words)", why: "What is on record counts.", fix: "correct one of the two.")
  }
}
