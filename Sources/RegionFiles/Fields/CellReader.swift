import Days

/// Reads the cells of a table as dates, numbers and words; says what is wrong with them.
struct CellReader {
  /// The table.
  let table: CSVTable
  /// Where messages go.
  let reports: Reports

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
    let text = table.text(record, column)
    guard !text.isEmpty else { return nil }
    return date(text, record, column)
  }

  /// A text of a cell as a date; nil, with a report, if it is none.
  func date(_ text: String, _ record: CSVScanner.Record, _ column: Int) -> Day? {
    let reading = DateText.read(text)
    guard var day = reading.day else {
      report(
        "E210", record, column, "\"\(text.prefix(40))\" is not a date", why: reading.problem,
        fix: "write a real date with the day first, such as 28/02/2027, or 2027-02-28.")
      return nil
    }
    if reading.hasShortYear {
      report(
        "W211", record, column, "\"\(text)\" has a year of two digits; it was read as \(day.words)",
        fix: "write the year with four digits.")
    }
    if reading.isSerial {
      if table.file.origin?.countsFrom1904 == true { day = day + 1_462 }
      report(
        "N212", record, column,
        "\"\(text)\" is a spreadsheet's day number; it was read as \(day.words)")
    }
    return day
  }

  /// A cell as yes or no; nil if it is empty, or with a report if it is neither.
  func flag(_ record: CSVScanner.Record, _ column: Int?) -> Bool? {
    guard let column else { return nil }
    let text = table.text(record, column)
    switch text.lowercased() {
    case "": return nil
    case "yes", "y", "true", "1", "x": return true
    case "no", "n", "false", "0", "-": return false
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
    let text = table.text(record, column)
    guard !text.isEmpty else { return nil }
    guard let number = NumberText.whole(text), range.contains(number) else {
      report(
        code, record, column, "\"\(text.prefix(40))\" is not a \(what)",
        fix: "write a whole number from \(NumberText.grouped(range.lowerBound))"
          + " to \(NumberText.grouped(range.upperBound)).")
      return nil
    }
    return number
  }
}
