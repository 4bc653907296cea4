import Days
import Migrations

/// Dates of a practice that cannot be, each by itself.
extension PracticesFile {
  /// Reports dates outside the horizon, and agreed days on which nobody can go live.
  func checkWindows(_ practice: Practice, _ record: CSVScanner.Record, _ cells: CellReader) {
    guard let horizon = settings.horizon else { return }
    let span = "The horizon is \(horizon.lowerBound.words) to \(horizon.upperBound.words)."
    if let wish = practice.preferred, !horizon.overlaps(wish) {
      cells.report(
        "W215", record, columns[.preferredDate] ?? 0,
        "the preferred date \(wish.words) is outside the horizon", why: span)
    }
    if let day = practice.mustBeLiveBy, day < horizon.lowerBound {
      cells.report(
        settings.rules.deadlinesAreHard ? "E215" : "W215", record, columns[.mustBeLiveBy] ?? 0,
        "\(practice.code) must be live by \(day.words), before the horizon begins", why: span,
        fix: "move the date, or the start in region.toml.")
    }
    if let day = practice.notBefore, day > horizon.upperBound {
      cells.report(
        "E215", record, columns[.notBefore] ?? 0,
        "\(practice.code) may not start before \(day.words), after the horizon ends", why: span,
        fix: "move the date, or the finish in region.toml.")
    }
    if let first = practice.notBefore, let last = practice.mustBeLiveBy, last < first {
      cells.report(
        settings.rules.deadlinesAreHard ? "E216" : "W216", record, columns[.mustBeLiveBy] ?? 0,
        "\(practice.code) must be live by \(last.words), before it may start on \(first.words)",
        fix: "correct one of the two dates.")
    }
    if let day = practice.pinnedGoLive { checkPin(day, practice, record, cells) }
  }

  private func checkPin(
    _ day: Day, _ practice: Practice, _ record: CSVScanner.Record, _ cells: CellReader
  ) {
    guard let horizon = settings.horizon, let column = columns[.pinnedGoLive] else { return }
    let what = "the agreed go-live of \(practice.code), \(day.longWords),"
    guard horizon.contains(day) else {
      cells.report(
        "E215", record, column, "\(what) is outside the horizon",
        why: "The horizon is \(horizon.lowerBound.words) to \(horizon.upperBound.words).",
        fix: "move the date, or the horizon in region.toml.")
      return
    }
    if let calendar = settings.calendar, !calendar.isWorking(day) {
      cells.report(
        "E240", record, column, "\(what) is no working day",
        why: day.weekday.isWeekend ? nil : "It is a bank holiday or a closure of the calendar.",
        fix: calendar.firstWorkingDay(onOrAfter: day).map { "the next one is \($0.longWords)." })
      return
    }
    let goLive = settings.pathway.goLive
    if settings.pathway.stages.indices.contains(goLive),
      let weekdays = settings.pathway.stages[goLive].weekdays, !weekdays.contains(day.weekday)
    {
      cells.report(
        "E240", record, column, "\(what) is on a weekday on which nobody goes live",
        why: "[[stage]] weekdays allows \(weekdays.sorted().map(\.name).joined(separator: ", ")).",
        fix: "move the date, or change weekdays.")
    }
    for period in settings.protectedPeriods
    where period.rule == .forbid && period.stages.contains(goLive) {
      guard let hit = period.occurrences(touching: day...day).first else { continue }
      cells.report(
        "E240", record, column, "\(what) is in a protected period",
        why:
          "\(period.name), \(hit.lowerBound.words) to \(hit.upperBound.words), forbids go-lives.",
        fix: "move the date, or change the period in region.toml.")
    }
    if let closure = practice.closures.first(where: {
      $0.rule == .forbid && $0.stages.contains(goLive) && $0.days.contains(day)
    }) {
      cells.report(
        "E240", record, column, "\(what) is in the practice's own blackout",
        why: "It lasts from \(closure.days.lowerBound.words) to \(closure.days.upperBound.words).",
        fix: "move one of the two.")
    }
    if let notBefore = practice.notBefore, day < notBefore {
      cells.report(
        "E240", record, column, "\(what) is before it may start, \(notBefore.words)",
        fix: "correct one of the two dates.")
    }
    if settings.rules.deadlinesAreHard, let deadline = practice.mustBeLiveBy, day > deadline {
      cells.report(
        "E240", record, column, "\(what) is after it must be live, \(deadline.words)",
        fix: "correct one of the two dates.")
    }
  }
}
