import Days
import FoundationEssentials

/// Reads a region's own bank holidays: the published JSON, or a CSV with a `date` column.
struct HolidayFile {
  /// Where messages go.
  let reports: Reports

  private struct Division: Decodable {
    var events: [Event]
  }

  private struct Event: Decodable {
    var date: String
  }

  /// The days of one division; nil, with reports, if the file cannot be used.
  func read(_ file: SourceFile, division: String) -> Set<Day>? {
    file.name.lowercased().hasSuffix(".json") || file.bytes.first == UInt8(ascii: "{")
      ? json(file, division) : csv(file)
  }

  private func json(_ file: SourceFile, _ division: String) -> Set<Day>? {
    let decoder = JSONDecoder()
    guard let divisions = try? decoder.decode([String: Division].self, from: Data(file.bytes))
    else {
      reports.add(
        file.diagnostic(
          "E354", "the file is not a list of bank holidays in the published shape",
          why: "It is JSON with a division, then \"events\", each with a \"date\".",
          fix: "save https://www.gov.uk/bank-holidays.json as it is."))
      return nil
    }
    guard let wanted = divisions[division] else {
      reports.add(
        file.diagnostic(
          "E355", "the file has no bank holidays of \(division)",
          why: "It holds \(divisions.keys.sorted().joined(separator: ", ")), and divisions are"
            + " never mixed."))
      return nil
    }
    var days: Set<Day> = []
    for event in wanted.events {
      guard let day = Day(iso: event.date) else {
        reports.add(
          file.diagnostic(
            "E210", "\"\(event.date.prefix(40))\" is not a date",
            fix: "write year-month-day: 2027-01-04."))
        return nil
      }
      days.insert(day)
    }
    return days
  }

  private func csv(_ file: SourceFile) -> Set<Day>? {
    let reader = CSVReader(reports: reports) { Trimming.folded($0) == "date" }
    guard let table = reader.read(file) else { return nil }
    guard let column = table.headings.firstIndex(where: { Trimming.folded($0) == "date" }) else {
      reports.add(
        table.file.diagnostic(
          "E110", line: table.headingRecord.line, "the column \"date\" is missing",
          why: "The headings are \(table.headings.prefix(20).joined(separator: ", "))."))
      return nil
    }
    let cells = CellReader(table: table, reports: reports)
    return Set(table.records.compactMap { cells.date($0, column) })
  }
}
