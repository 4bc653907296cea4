import Days
import Foundation
import Migrations
import Testing

@testable import RegionFiles
@testable import Reports

@Suite("Reports: workbooks") struct WorkbookTests {
  /// The cells of a sheet, row by row, read back by the reader of workbooks.
  private func rows(_ bytes: [UInt8], _ name: String) throws -> [[String]] {
    let archive = try ZipArchive(bytes, limits: WorkbookLimits())
    let parts = try WorkbookParts(archive)
    let sheet = try #require(parts.sheets.first { $0.name == name }, "no sheet \(name)")
    let part = try #require(try archive.part(sheet.part))
    return try WorkbookSheetReader(parts: parts, limits: WorkbookLimits())
      .sheet(part, name: sheet.part).content.rows.map { $0.cells.map(\.text) }
  }

  private func portfolio(_ report: PlanReport) throws -> [UInt8] {
    try PortfolioWriter().files(for: report)[0].bytes
  }

  @Test func sheetsAreThoseOfTheStudy() throws {
    let accepted = Sample.accepted(
      [Sample.revision(1), Sample.revision(2, moved: [0: 3])], moved: [0: 3])
    let sheets = [
      "Read me", "Summary", "Practices", "Gantt weeks", "Stages", "Week by week", "Capacity",
      "Protected", "Changes", "Third parties", "PCSE", "Checklists", "Findings", "Inputs",
    ]
    for (report, wanted) in [
      (accepted, sheets), (Sample.report, sheets.filter { $0 != "Changes" }),
    ] {
      let parts = try WorkbookParts(
        ZipArchive(try portfolio(report), limits: WorkbookLimits()))
      #expect(parts.sheets.map(\.name) == wanted)
    }
  }

  @Test func stagesHaveThePlansDates() throws {
    let rows = try rows(try portfolio(Sample.shipped), "Stages")
    let start = try #require(rows[0].firstIndex(of: "Start"))
    var dates: [String: String] = [:]
    for row in rows.dropFirst() { dates["\(row[0]) \(row[7])"] = "\(row[start]) \(row[start + 1])" }
    let report = Sample.shipped
    var count = 0
    for planned in report.plan.practices where !planned.schedule.isEmpty {
      let code = report.region.practices[planned.practice].code
      for (stage, stageDates) in zip(report.region.pathway.stages, planned.schedule) {
        count += 1
        #expect(
          dates["\(code) \(stage.code)"] == "\(stageDates.start.iso) \(stageDates.finish.iso)")
      }
    }
    #expect(count == 84 && dates.count == 84)
  }

  @Test func theGridHoldsEveryGoLiveInItsWeek() throws {
    let report = Sample.shipped
    let rows = try rows(try portfolio(report), "Gantt weeks")
    let first = GanttChart(of: report, grouping: .pcn).weeks[0]
    for planned in report.plan.practices where !planned.schedule.isEmpty {
      let code = report.region.practices[planned.practice].code.text
      let row = try #require(rows.first { $0[0] == code })
      let week = Week(containing: planned.schedule[report.region.pathway.goLive].start)
      #expect(row[4 + (week.monday - first.monday) / 7] == "GL", "\(code)")
      #expect(row.count(where: { $0 == "GL" }) == 1, "\(code)")
    }
  }

  @Test func hostileTextIsReadBackLetterByLetter() throws {
    var report = Sample.hostile
    let more = ["_x0041_ _x005F_", "=1+1", "{=1}", "@x", "+1", "http://x", "mailto:x", " two  "]
    report.region.practices[0].otherColumns = [more.joined(separator: "|"), more[0]]
    report.region.practices[5].otherColumns = more.suffix(2)
    let bytes = try portfolio(report)
    let rows = try rows(bytes, "Inputs")
    for (place, name) in Sample.hostileNames.enumerated() {
      // XML itself reads a carriage return and a line feed as one line feed.
      let wanted = name.replacing("\r\n", with: "\n")
      #expect(rows[place + 1][1].replacing("\r\n", with: "\n") == wanted, "\(name)")
    }
    let column = try #require(rows[0].firstIndex(of: "=HYPERLINK(1)"))
    #expect(rows[1][column] == more.joined(separator: "|"))
    #expect(rows[6][column] == "mailto:x" && rows[6][column + 1] == " two  ")
    // Only the sheet of capacities has formulas, and those are conditions of formats.
    let archive = try ZipArchive(bytes, limits: WorkbookLimits())
    for number in 1...13 {
      let part = try #require(try archive.part("xl/worksheets/sheet\(number).xml"))
      let text = String(decoding: part, as: UTF8.self)
      #expect(!text.contains("<f>"), "sheet \(number)")
      #expect(!text.contains("<hyperlink"), "sheet \(number)")
    }
  }

  @Test func inputsAreReadBackAsTheSamePractices() throws {
    let root = #filePath.replacing("Tests/ReportsTests/WorkbookTests.swift", with: "")
    for name in ["six-practices", "eight-practices", "four-practices", "devon-cornwall"] {
      let folder = NSTemporaryDirectory() + "tranche " + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FileManager.default.copyItem(atPath: "\(root)Data/regions/\(name)", toPath: folder)
      let first = try #require(RegionFolder.read(folder).region)
      let goLives = first.practices.map { _ in Day?.none }
      let bytes = try portfolio(Sample.report(of: first, goLives: goLives, bound: 0))
      try FileManager.default.removeItem(atPath: "\(folder)/practices.csv")
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/practices.xlsx"))
      let reading = RegionFolder.read(folder)
      #expect(reading.fingerprints.contains { $0.file == "practices.xlsx" })
      let second = try #require(reading.region, "\(name): \(reading.diagnostics)")
      #expect(second.practices == first.practices, "\(name)")
      #expect(second.links == first.links && second.resources == first.resources, "\(name)")
    }
  }

  @Test func textsAreCutWhereACellEnds() throws {
    let long = String(repeating: "é😀", count: 20_000)
    let cut = WorkbookText.cell(long)
    #expect(cut.utf16.count <= WorkbookText.longest && cut.hasSuffix("…"))
    var report = Sample.report
    report.region.practices[0].notes = long
    #expect(try rows(try portfolio(report), "Inputs")[1].contains(cut))
  }

  @Test func checkedTablesColourWhatIsWrong() throws {
    let book = CheckedWorkbook(
      tables: [
        .init(
          file: "practices.csv", rows: [["ods_code", "list_size"], ["A81001", "7,6oo"], ["=1"]],
          marks: [
            .init(row: 1, column: 1, isError: true, text: "Error E160: no number"),
            .init(row: 2, column: 1, isError: false, text: "missing <b>&\u{1}"),
          ])
      ], findings: [.init(kind: "error", place: "practices.csv", message: "no number")])
    let bytes = try book.bytes()
    #expect(try bytes == book.bytes())
    #expect(
      try rows(bytes, "practices.csv") == [
        ["ods_code", "list_size"], ["A81001", "7,6oo"], ["=1"],
      ])
    let archive = try ZipArchive(bytes, limits: WorkbookLimits())
    let notes = String(
      decoding: try #require(try archive.part("xl/comments1.xml")), as: UTF8.self)
    #expect(notes.contains("ref=\"B2\"") && notes.contains("Error E160: no number"))
    #expect(notes.contains("ref=\"B3\"") && notes.contains("missing &lt;b&gt;&amp; "))
  }
}
