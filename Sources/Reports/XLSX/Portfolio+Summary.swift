import CXLSXWriter
import Days
import Migrations

/// The sheets that are read first.
extension Portfolio {
  /// What this is, and how to use it.
  func writeReadMe(hasChanges: Bool) throws {
    let sheet = try book.sheet("Read me")
    sheet.width(110, 0...0)
    sheet.write(report.title, 0, 0, .title)
    let sheets =
      "Practices has a row for each practice, Gantt weeks the chart, Stages every date, Week by week "
      + "what happens when, Capacity what is used and what there is"
      + (hasChanges ? ", Changes what differs from the revision before" : "")
      + (report.news == nil ? "" : ", Replan what differs from the plan it started from")
      + ", Third parties, PCSE and Checklists what people have to do."
    let lines =
      [
        report.standing == .draft
          ? report.standingWords : "\(report.standingWords) This is \(report.revisionWords).",
        "Contains no patient data, and must never be given any.", sheets,
        "Use the arrows in the headings to filter. Dates are real dates, so they sort.",
        "What you change here does not flow back into the plan, but for the sheet Inputs: save this "
          + "workbook as practices.xlsx in the region folder, in place of practices.csv, and plan "
          + "again.",
        "In Gantt weeks the letters are text and the colour follows them: type another code and it "
          + "changes its colour. Grey weeks are protected, dark where nobody may go live.",
      ] + report.region.pathway.stages.map { "\($0.code)  \($0.name)" } + report.smallPrint
    for (row, line) in lines.enumerated() {
      sheet.row(row + 2, height: WorkbookSheet.height(WorkbookSheet.lines(line, width: 110)))
      sheet.write(line, row + 2, 0, .wrapped)
    }
    sheet.print(rows: 0, columns: 0, foot: foot)
  }

  /// The answer in sentences, with go-lives by month and by way in tables and charts.
  func writeSummary() throws {
    let sheet = try book.sheet("Summary")
    sheet.write(report.title, 0, 0, .title)
    var row = 2
    let news = [report.news?.summary, report.news?.notices].compactMap(\.self)
    for sentence in PlanSentences(of: report).all + news {
      sheet.write(sentence, row, 0)
      row += 1
    }
    let goLives = tables.scheduled.map { pair in
      (day: pair.planned.schedule[report.region.pathway.goLive].start, practice: pair.practice)
    }
    let months = Self.months(goLives.map(\.day))
    let routes = Dictionary(grouping: goLives) { report.region.route(of: $0.practice) }
      .map { (name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    sheet.width(34, 0...0)
    sheet.width(10, 1...1)
    row += 1
    row = write(months, heading: "Month", title: "Go-lives by month", LXW_CHART_COLUMN, sheet, row)
    _ = write(
      routes, heading: "From and to", title: "Go-lives by system", LXW_CHART_BAR, sheet, row)
    sheet.print(rows: 0, columns: 0, foot: foot)
  }

  private typealias Counts = [(name: String, count: Int)]

  /// Every month from the first go-live to the last, those without one too.
  private static func months(_ days: [Day]) -> Counts {
    guard let first = days.min(), let last = days.max() else { return [] }
    return (first - (first.parts.day - 1)...last).filter { $0.parts.day == 1 }.map { month in
      let (year, number, _) = month.parts
      return (
        "\(month.shortMonth) \(year)",
        days.count { $0.parts.year == year && $0.parts.month == number }
      )
    }
  }

  /// Writes a table of counts with its chart beside it, and returns the row below both.
  private func write(
    _ counts: Counts, heading: String, title: String, _ type: lxw_chart_type,
    _ sheet: WorkbookSheet, _ row: Int
  ) -> Int {
    sheet.write(title, row, 0, .subtitle)
    sheet.write(heading, row + 1, 0, .heading)
    sheet.write("Go-lives", row + 1, 1, .heading)
    for (place, entry) in counts.enumerated() {
      sheet.write(entry.name, row + 2 + place, 0)
      sheet.write(.integer(entry.count), row + 2 + place, 1)
    }
    guard !counts.isEmpty, let chart = book.chart(type) else { return row + 4 }
    let (first, last) = (row + 3, row + 2 + counts.count)
    let series = chart_add_series(
      chart, "=Summary!$A$\(first):$A$\(last)", "=Summary!$B$\(first):$B$\(last)")
    chart_series_set_name(series, "Go-lives")
    chart_title_set_name(chart, title)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    let words = "\(title): " + counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    var alternative = Array(WorkbookText.plain(String(words.prefix(2_000))).utf8CString)
    alternative.withUnsafeMutableBufferPointer { buffer in
      var options = lxw_chart_options()
      options.description = buffer.baseAddress
      worksheet_insert_chart_opt(sheet.sheet, UInt32(row), 3, chart, &options)
    }
    return max(last + 2, row + 17)
  }
}
