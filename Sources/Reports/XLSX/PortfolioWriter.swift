import Days
import Migrations

/// The plan as a workbook for spreadsheets: `portfolio.xlsx`.
///
/// Dates are dates and numbers are numbers; every text is written as text, so none can become a
/// formula. Written by libxlsxwriter, because the format is too wide to write by hand.
public struct PortfolioWriter: PlanWriter {
  /// A writer of the workbook.
  public init() {}

  /// `portfolio.xlsx`.
  public func files(for report: PlanReport) throws -> [OutputFile] {
    let book = try Workbook(
      title: report.title, subject: report.smallPrint.joined(separator: " "),
      day: report.stamp?.day ?? report.region.horizon.lowerBound)
    try Portfolio(report: report, book: book).write()
    return [OutputFile(name: "portfolio.xlsx", bytes: try book.bytes())]
  }
}

extension PlanWriter where Self == PortfolioWriter {
  /// The plan as a workbook.
  public static var xlsx: PortfolioWriter { PortfolioWriter() }
}

/// The sheets of the workbook, in their order.
struct Portfolio {
  let report: PlanReport
  let book: Workbook
  let tables: ReportTables
  /// What stands at the foot of every printed page.
  let foot: String

  init(report: PlanReport, book: Workbook) {
    self.report = report
    self.book = book
    tables = ReportTables(of: report)
    foot = "\(report.region.name): \(report.revisionWords). Contains no patient data."
  }

  func write() throws {
    let changes = tables.changes
    try writeReadMe(hasChanges: changes != nil)
    try writeSummary()
    try write(tables.practiceList, as: "Practices", frozen: 2)
    try writeGantt()
    try write(tables.schedule, as: "Stages", frozen: 2)
    try write(tables.weeks, as: "Week by week", frozen: 1)
    try writeCapacity()
    try write(tables.protected, as: "Protected", frozen: 2)
    if let changes { try write(changes, as: "Changes", frozen: 2) }
    if let replan = tables.replan { try write(replan, as: "Replan", frozen: 2) }
    try write(tables.thirdPartyList, as: "Third parties", frozen: 2)
    try write(tables.pcse, as: "PCSE", frozen: 2)
    try writeChecklists()
    try write(tables.findings, as: "Findings", frozen: 0)
    try write(InputTable(of: report).table, as: "Inputs", frozen: 2)
  }

  private func write(_ table: ReportTable, as name: String, frozen: Int) throws {
    try book.sheet(name).write(table, frozen: frozen, foot: foot)
  }

  private func writeChecklists() throws {
    let table = tables.checklist
    let sheet = try book.sheet("Checklists")
    sheet.write(table, frozen: 2, foot: foot)
    if let done = table.columns.firstIndex(where: { $0.name == "done" }), !table.rows.isEmpty {
      sheet.choices(["Yes", "No", "Not needed"], column: done, rows: 1...table.rows.count)
    }
  }
}
