import Files
import Days
import Migrations

/// `[calendar]`: bank holidays and closures.
extension RegionTable {
  /// Divisions of the United Kingdom with bank holidays of their own.
  static let divisions = ["england-and-wales", "scotland", "northern-ireland"]

  /// Reads the calendar and makes the working days, well beyond both ends of the horizon.
  func readCalendar(_ region: TableReader?, _ settings: inout Settings) {
    let reader = root.table("calendar", title: "[calendar]")
    let divisionKnown = region?.choice("division", of: Self.divisions)
    let division = divisionKnown ?? "england-and-wales"
    if let region, !region.has("division") {
      region.report(
        "N306", at: region.position,
        "no division is given; bank holidays are those of"
          + " England and Wales")
    }
    let closures = reader.map { readClosures($0, settings) } ?? []
    settings.closures = closures
    let path = reader?.string("bank_holidays")
    _ = reader?.choice("protected", of: ["none", "england"])
    reader?.finish()
    guard let horizon = settings.horizon, divisionKnown != nil || region?.has("division") != true
    else { return }
    var holidays: Set<Day> = []
    if let path, let reader {
      guard let own = readHolidays(path, division, horizon, reader) else { return }
      holidays = own
    } else if division == Self.divisions[0] {
      holidays = ShippedHolidays.days(
        years: (horizon.lowerBound - 400).year...(horizon.upperBound + 800).year)
    } else {
      region?.report(
        "E351", "division", "the bank holidays of \(division) are not shipped",
        fix: "save the published list and name it: [calendar] bank_holidays = \"holidays.json\".")
      return
    }
    for closure in closures where closure.who.isEmpty { holidays.formUnion(closure.days) }
    settings.calendar = WorkingCalendar(
      first: horizon.lowerBound - 400, last: horizon.upperBound + 800, holidays: holidays)
    if settings.calendar?.count(in: horizon.lowerBound..<(horizon.upperBound + 1)) == 0 {
      region?.report(
        "E307", "finish", "there is no working day between start and finish",
        fix: "make the horizon longer, or the closures shorter.")
    }
  }

  private func readHolidays(
    _ path: String, _ division: String, _ horizon: ClosedRange<Day>, _ reader: TableReader
  ) -> Set<Day>? {
    let file: SourceFile
    switch readFile(path) {
    case .success(let found): file = found
    case .failure(let problem):
      reader.report(
        "E352", "bank_holidays", "\"\(path.prefix(120))\" \(problem.words)",
        fix: "give its path below the region folder.")
      return nil
    }
    guard let days = HolidayFile(reports: reports).read(file, division: division) else {
      return nil
    }
    guard let first = days.min(), let last = days.max() else {
      reports.add(file.diagnostic("E353", "there is no bank holiday in the file"))
      return nil
    }
    if last.year < horizon.upperBound.year || first.year > horizon.lowerBound.year {
      reader.report(
        "W350", "bank_holidays",
        "the bank holidays run from \(first.words) to \(last.words), the horizon is"
          + " \(horizon.lowerBound.words) to \(horizon.upperBound.words)",
        why: "Beyond the list every weekday counts as a working day.",
        fix: "add the missing years to the file.")
    }
    return days
  }

  private func readClosures(_ calendar: TableReader, _ settings: Settings) -> [CalendarClosure] {
    let holders = settings.systems.map(\.id.text) + settings.partners.map(\.id.text)
    return calendar.tables("closures", title: "a closure of [calendar]").compactMap { reader in
      let from = reader.date("from")
      let to = reader.date("to")
      let who = reader.elements("who")
      let reason = reader.string("reason") ?? ""
      _ = reader.string("id")
      reader.finish()
      requireBoth(reader, "from", "to")
      for name in who ?? [] where !holders.contains(name.text) {
        reader.report(
          "E142", at: name.position, "unknown system or partner \"\(name.text.prefix(60))\"",
          fix: Suggestion.sentence(for: name.text, in: holders))
      }
      if let who, who.isEmpty {
        reader.report("E321", "who", "\"who\" is empty", fix: "list ids, or remove it.")
        return nil
      }
      guard let from, let to, isOrdered(from, to, reader) else { return nil }
      return CalendarClosure(days: from...to, who: who?.map(\.text) ?? [], reason: reason)
    }
  }

  /// Reports which of two keys is missing.
  func requireBoth(_ reader: TableReader, _ first: String, _ second: String) {
    for key in [first, second] where !reader.has(key) {
      reader.report(
        "E302", at: reader.position, "\"\(key)\" is missing in \(reader.name)",
        fix: "write \(key) = 2027-01-04.")
    }
  }

  /// Whether a range has its ends in order; reports it if not.
  func isOrdered(_ from: Day, _ to: Day, _ reader: TableReader) -> Bool {
    guard from > to else {
      guard to - from <= 36_525 else {
        reader.report("E304", "to", "the range is longer than a century", fix: "make it shorter.")
        return false
      }
      return true
    }
    reader.report(
      "E316", "to", "\(to.words) is before \(from.words)", fix: "swap the dates, or correct one.")
    return false
  }
}
