import Days

/// Reads the cells of a table as dates, numbers and words; says what is wrong with them.
struct CellReader {
  /// The table.
  let table: CSVTable
  /// Where messages go.
  let reports: Reports
  /// The years that a date without one could be in; nil if they are not known.
  var horizon: ClosedRange<Day>?

  /// Reports something about a cell.
  func report(
    _ code: String, _ record: CSVScanner.Record, _ column: Int, _ message: String,
    why: String? = nil, fix: String? = nil
  ) {
    guard !table.isRefused(record, column) else { return }
    reports.add(table.diagnostic(code, record, column, message, why: why, fix: fix))
  }

  /// A cell as a date; nil if it is empty, or with a report if it is none.
  func date(_ record: CSVScanner.Record, _ column: Int?) -> Day? {
    guard let column else { return nil }
    guard let text = known(record, column) else { return nil }
    return date(text, record, column)
  }

  /// The text of a cell; nil if it is empty, or says that nothing is known yet.
  func known(_ record: CSVScanner.Record, _ column: Int) -> String? {
    let text = table.text(record, column)
    guard !text.isEmpty else { return nil }
    guard EmptyWords.means(text) else { return text }
    report("N213", record, column, "\"\(text.prefix(40))\" was read as an empty cell")
    return nil
  }

  /// A text of a cell as a date; nil, with a report, if it is none.
  func date(_ text: String, _ record: CSVScanner.Record, _ column: Int) -> Day? {
    let reading = placed(DateText.read(text))
    guard let day = reading.day else {
      report(
        "E210", record, column, "\"\(text.prefix(40))\" is not a date", why: reading.problem,
        fix: years(of: reading)
          ?? "write a real date with the day first, such as 28/02/2027, or 2027-02-28.")
      return nil
    }
    reportDoubts(reading, text, record, column)
    return day
  }

  /// A cell as a day or a run of days; nil if it is empty, or with a report if it is neither.
  func window(_ record: CSVScanner.Record, _ column: Int?) -> ClosedRange<Day>? {
    guard let column, let text = known(record, column) else { return nil }
    let reading = WindowText.read(text)
    guard let days = reading.days else {
      // What is nearly a date is told what is wrong with it as a date.
      if DateText.read(text).problem != nil {
        _ = date(text, record, column)
        return nil
      }
      report(
        "E210", record, column, "\"\(text.prefix(40))\" is not a date, a week or a month",
        why: reading.problem,
        fix: "write a day such as 12/04/2027, a week as w/c 12/04/2027, a month as June 2027,"
          + " or a quarter as Q1 2027/28.")
      return nil
    }
    let doubts = reading.doubts.map(placed)
    for doubt in doubts { reportDoubts(doubt, text, record, column) }
    if let day = doubts.first?.day, doubts.count == 1, doubts[0].isSerial { return day...day }
    return days
  }

  /// The reading with the day that a spreadsheet's day number means in its workbook.
  private func placed(_ reading: DateText.Reading) -> DateText.Reading {
    guard reading.isSerial, table.file.origin?.countsFrom1904 == true else { return reading }
    var reading = reading
    reading.day = reading.day.map { $0 + 1_462 }
    return reading
  }

  /// What was taken for granted where a date was read.
  func reportDoubts(
    _ reading: DateText.Reading, _ text: String, _ record: CSVScanner.Record, _ column: Int
  ) {
    guard let day = reading.day else { return }
    if let weekday = reading.wrongWeekday {
      report(
        "W214", record, column,
        "\"\(text.prefix(40))\" says \(weekday.name), but \(day.words) is a \(day.weekday.name)",
        fix: "correct the date, its year or the weekday.")
    }
    if reading.hasShortYear {
      report(
        "W211", record, column, "\"\(text)\" has a year of two digits; it was read as \(day.words)",
        fix: "write the year with four digits.")
    }
    if reading.isSerial {
      report(
        "N212", record, column,
        "\"\(text)\" is a spreadsheet's day number; it was read as \(day.words)")
    }
  }

  /// The dates that a date without year could be.
  private func years(of reading: DateText.Reading) -> String? {
    guard let (month, day) = reading.yearless else { return nil }
    let days = (horizon.map { $0.lowerBound.year...$0.upperBound.year } ?? 2_027...2_028)
      .compactMap { Day(year: $0, month: month, day: day) }
      .filter { horizon?.contains($0) ?? true }
    guard !days.isEmpty else { return "add the year; no year of the horizon has this day." }
    return "add the year: \(days.map(\.words).joined(separator: " or "))"
      + (days.count == 1 ? " is the only one in the horizon." : "?")
  }

  /// A cell as yes or no; nil if it is empty, or with a report if it is neither.
  func flag(_ record: CSVScanner.Record, _ column: Int?) -> Bool? {
    guard let column else { return nil }
    let text = table.text(record, column)
    switch text.lowercased() {
    case "": return nil
    case "yes", "y", "true", "1", "x", "✓", "✔", "✔️", "☑", "☑️", "✅", "tick", "ticked": return true
    case "no", "n", "false", "0", "-", "✗", "✘", "☐", "❌": return false
    case _ where EmptyWords.means(text): return known(record, column).flatMap { _ in nil }
    default:
      report(
        "E161", record, column, "\"\(text.prefix(40))\" is neither yes nor no",
        fix: "write yes or no.")
      return nil
    }
  }

  /// A cell as a whole number within limits; nil if it is empty, or with a report if it is none.
  func whole(
    _ record: CSVScanner.Record, _ column: Int?, in range: ClosedRange<Int>, code: String,
    what: String
  ) -> Int? {
    guard let column else { return nil }
    guard let text = known(record, column) else { return nil }
    guard let number = NumberText.whole(text), range.contains(number) else {
      report(
        code, record, column, "\"\(text.prefix(40))\" is not a \(what)",
        fix: "write a whole number from \(range.lowerBound.grouped)"
          + " to \(range.upperBound.grouped).")
      return nil
    }
    return number
  }

  /// Reports a column with dates that have the month first beside others that fit both ways.
  func reportMonthFirst(_ column: Int) {
    var wrong: String?
    var doubtful: [String] = []
    for record in table.completeRecords {
      let parts = table.text(record, column).prefix { $0 != " " }
        .split(omittingEmptySubsequences: false) { "/-".contains($0) }
      guard parts.count == 3, parts[0].count <= 2, let first = Int(parts[0]),
        let second = Int(parts[1]), Int(parts[2]) != nil, (1...12).contains(first)
      else { continue }
      if second > 12 {
        wrong = wrong ?? table.cell(record, column)
      } else if first != second {
        doubtful.append("\(table.cell(record, column)) (\(table.text(record, column).prefix(10)))")
      }
    }
    guard let wrong, !doubtful.isEmpty else { return }
    report(
      "E217", table.headingRecord, column,
      "the column \"\(table.headings[column].prefix(60))\" has dates with the month first:"
        + " \(wrong) cannot have the day first",
      why: "These could be read either way: \(doubtful.joined(separator: ", ")).",
      fix: "write the whole column with the day first, or as 2027-02-28.")
  }
}
