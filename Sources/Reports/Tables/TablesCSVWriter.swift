/// The tables of an export as CSV files: long, wide, by week, capacities, checklists and the rest.
public struct TablesCSVWriter: PlanWriter {
  /// For spreadsheets, or plain for programs.
  public var style: CSVStyle

  /// A writer of every table.
  public init(style: CSVStyle = .people) { self.style = style }

  /// `schedule.csv` (a row for each stage), `portfolio.csv` (a row for each practice), `weeks.csv`,
  /// `capacity.csv`, `checklist.csv`, `third_parties.csv`, `pcse.csv`, `protected.csv`,
  /// `findings.csv`, where there is a revision before `changes.csv`, and of a replan `replan.csv`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let tables = ReportTables(of: report)
    let all: [ReportTable?] = [
      tables.schedule, tables.portfolio, tables.weeks, tables.capacity, tables.checklist,
      tables.thirdPartyList, tables.pcse, tables.protected, tables.findings, tables.changes,
      tables.replan,
    ]
    return all.compactMap { $0?.csv(style) }
  }
}
