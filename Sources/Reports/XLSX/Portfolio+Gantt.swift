import Days
import Migrations

/// The chart as a grid of weeks whose cells hold the letters of stages.
extension Portfolio {
  /// The columns before the first week.
  private static let first = 4

  func writeGantt() throws {
    let sheet = try book.sheet("Gantt weeks")
    let chart = GanttChart(of: report, grouping: .pcn)
    let weeks = chart.weeks
    writeHeadings(weeks, sheet)
    let stripes = weeks.map { stripe($0) }
    var row = 2
    for group in chart.groups {
      sheet.row(row, level: 0)
      sheet.write(group.title, row, 0, WorkbookStyle(isBold: true))
      row += 1
      for entry in group.rows {
        sheet.row(row, level: 1)
        sheet.write(entry.practice.code.text, row, 0)
        sheet.write(entry.practice.name, row, 1)
        sheet.write(report.region.route(of: entry.practice), row, 2)
        sheet.write(.day(entry.goLive), row, 3)
        let codes = codes(of: entry)
        for (place, week) in weeks.enumerated() {
          let style = WorkbookStyle(isCentred: true, fill: stripes[place], hasEdge: true)
          let cell = codes[week].map { CSVCell.text($0) } ?? .empty
          sheet.write(cell, row, Self.first + place, style)
        }
        row += 1
      }
    }
    let out = WithoutDates.all(of: report)
    if !out.isEmpty {
      sheet.row(row, level: 0)
      sheet.write("Without dates", row, 0, WorkbookStyle(isBold: true))
      row += 1
    }
    for entry in out {
      sheet.row(row, level: 1)
      sheet.write(entry.practice.code.text, row, 0)
      sheet.write(entry.practice.name, row, 1)
      sheet.write(report.region.route(of: entry.practice), row, 2)
      sheet.write(entry.state, row, 3)
      sheet.write(entry.reason, row, Self.first)
      row += 1
    }
    let columns = Self.first...(Self.first + weeks.count - 1)
    for stage in report.region.pathway.stages {
      let family = StageFamily(code: stage.code)
      sheet.colour(
        2...max(2, row - 1), columns, equal: stage.code,
        WorkbookStyle(
          isBold: true, fill: WorkbookStyle.colour(family.fill),
          ink: WorkbookStyle.colour(family.ink)))
    }
    sheet.freeze(2, Self.first)
    sheet.print(
      rows: 2, columns: 2, foot: foot,
      widths: [10, 34, 24, 13] + Array(repeating: 4.5, count: weeks.count))
  }

  private func writeHeadings(_ weeks: [Week], _ sheet: WorkbookSheet) {
    for (column, title) in ["ODS code", "Practice", "From and to", "Go-live"].enumerated() {
      sheet.write("", 0, column, .heading)
      sheet.write(title, 1, column, .heading)
    }
    sheet.width(10, 0...0)
    sheet.width(34, 1...1)
    sheet.width(24, 2...2)
    sheet.width(13, 3...3)
    sheet.width(4.5, Self.first...(Self.first + weeks.count - 1))
    var month = ""
    for (place, week) in weeks.enumerated() {
      let name = "\(week.monday.shortMonth) \(week.monday.year)"
      sheet.write(name == month ? "" : name, 0, Self.first + place, WorkbookStyle(isBold: true))
      month = name
      sheet.write(
        String(week.monday.parts.day), 1, Self.first + place,
        WorkbookStyle(isBold: true, isCentred: true, fill: 0xF0_F4_F5, hasEdge: true))
    }
  }

  /// The letters of each week: of several stages in a week the one that matters most.
  private func codes(of row: GanttChart.Row) -> [Week: String] {
    var best: [Week: (rank: Int, code: String)] = [:]
    for (place, bar) in row.bars.enumerated() {
      let code = report.region.pathway.stages[place].code
      let rank = Self.ranks[code] ?? 0
      let weeks = Week(containing: bar.dates.start)...Week(containing: bar.dates.finish)
      for week in weeks where rank >= (best[week]?.rank ?? -1) { best[week] = (rank, code) }
    }
    return best.mapValues(\.code)
  }

  private static let ranks = ["GL": 5, "FD": 4, "ID": 3, "CO": 2, "KO": 1]

  /// The colour of a protected week; nil if it is none.
  private func stripe(_ week: Week) -> UInt32? {
    let days = week.monday...(week.monday + 4)
    let goLive = report.region.pathway.goLive
    let touching = report.region.protectedPeriods.filter {
      $0.stages.contains(goLive) && !$0.occurrences(touching: days).isEmpty
    }
    if touching.isEmpty { return nil }
    return touching.contains { $0.rule == .forbid } ? 0xD8_DD_E0 : 0xF0_F4_F5
  }
}
