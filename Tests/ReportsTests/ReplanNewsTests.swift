import Days
import Foundation
import Migrations
import Testing

@testable import RegionFiles
@testable import Reports

/// What a replan changes is in every file, not only in the terminal; and who has no dates is too.
@Suite("Reports: news of a replan, and who has no dates") struct ReplanNewsTests {
  /// Two go-lives differ from the baseline's, one of a practice whose notice was sent.
  private static let report: PlanReport = {
    var report = Sample.report
    var baseline = Baseline(asOf: Sample.day("2026-12-01"), freeze: .days(42))
    baseline.goLives = [
      "Z00001": Sample.day("2027-01-12"), "Z00002": Sample.day("2027-02-03"),
      "Z00006": Sample.day("2027-03-02"),
    ]
    baseline.frozen = ["Z00001"]
    baseline.notices = ["Z00001": Sample.day("2026-11-01")]
    report.region.baseline = baseline
    // What the notice was for is where the lead time ends.
    let goLive = report.region.pathway.goLive
    let extract = report.region.pathway.stages.firstIndex { $0.code == "ID" } ?? goLive
    report.region.pathway.leadTimes = [
      LeadTime(
        id: "extract-notice", from: StageEvent(stage: 0, edge: .finish),
        to: StageEvent(stage: extract, edge: .start), atLeast: .days(35))
    ]
    return report
  }()

  private static let aside: PlanReport = {
    var report = Sample.report
    report.region.setAside = [
      SetAside(
        practice: Sample.practice("Z00009", "Weir <Lane> Surgery", "U10002", 4_000),
        state: .closed, words: "Merged into Z00001")
    ]
    return report
  }()

  private let summary =
    "Against the plan it started from, as of 1 December 2026: 1 go-live moves, "
    + "1 practice is left out, 1 stays."
  private let notice =
    "A notice already sent that must be sent again, as the extract moves: Z00001."

  private func texts(_ drawing: Drawing) -> String {
    drawing.marks.map { mark in
      if case .text(let text, _, _, _, _) = mark { text } else { "" }
    }.joined(separator: " ")
  }

  private func rows(_ report: PlanReport, _ name: String) throws -> [[String]] {
    let bytes = try PortfolioWriter().files(for: report)[0].bytes
    let parts = try WorkbookParts(ZipArchive(bytes, limits: WorkbookLimits()))
    let sheet = try #require(parts.sheets.first { $0.name == name }, "no sheet \(name)")
    let archive = try ZipArchive(bytes, limits: WorkbookLimits())
    let part = try #require(try archive.part(sheet.part))
    return try WorkbookSheetReader(parts: parts, limits: WorkbookLimits())
      .sheet(part, name: sheet.part).content.rows.map { $0.cells.map(\.text) }
  }

  @Test("the pages say it") func pages() throws {
    for page in [
      ReportHTMLWriter(digest: Fingerprint.sha256).files(for: Self.report)[0].text,
      GanttHTMLWriter(digest: Fingerprint.sha256).files(for: Self.report)[0].text,
    ] {
      #expect(page.contains(summary) && page.contains(notice))
      #expect(page.contains("<h2 id=\"replan\">") && MarkupScan(page).faults.isEmpty)
    }
    let plain = GanttHTMLWriter(digest: Fingerprint.sha256).files(for: Sample.report)[0].text
    #expect(!plain.contains("id=\"replan\""))
  }

  @Test("paper says it, and what changed since the revision before") func paper() {
    var report = Self.report
    report.revisions = [Sample.revision(1, moved: [0: 3])]
    let pages = PlanPages(of: report, paper: .a3, grouping: .route).pages
    let headings = pages.compactMap(\.heading)
    #expect(headings.contains("What changed since revision 1"))
    #expect(headings.contains("Against the plan it started from"))
    #expect(texts(pages[0].drawing).contains("1 go-live moves, 1 practice is left out"))
    #expect(texts(pages[0].drawing).contains("must be sent again"))
    let changed = pages.filter { $0.heading == "What changed since revision 1" }
    #expect(changed.contains { texts($0.drawing).contains("3 working days earlier") })
    let none = PlanPages(of: Sample.report, paper: .a3, grouping: .route).pages
    #expect(!none.contains { $0.heading?.hasPrefix("What changed") == true })
  }

  @Test("the workbook and the tables have a row for each") func workbook() throws {
    let replan = try rows(Self.report, "Replan").dropFirst()
    #expect(replan.map { $0[0] } == ["Z00001", "Z00006"])
    #expect(replan.map { $0[2] } == ["2027-01-12", "2027-03-02"])
    #expect(replan.map { $0[5] } == ["yes", "no"] && replan.map { $0[6] } == ["yes", "no"])
    #expect(try rows(Self.report, "Summary").contains { $0.first == summary })
    #expect(try rows(Self.report, "Summary").contains { $0.first == notice })
    #expect(
      TablesCSVWriter(style: .plain).files(for: Self.report).contains { $0.name == "replan.csv" })
    #expect(
      !TablesCSVWriter(style: .plain).files(for: Sample.report).contains { $0.name == "replan.csv" }
    )
  }

  @Test("the packs of those practices have it, of others not") func packs() throws {
    let files = PackWriter(identifier: NameUUID.of).files(for: Self.report)
    func page(_ code: String) throws -> String {
      try #require(files.first { $0.name == "\(code)/index.html" }).text
    }
    let own = try page("Z00001")
    #expect(own.contains("The notice already sent for the data extract must be sent again"))
    #expect(own.contains("it was to be on Tuesday 12 January 2027."))
    #expect(try !page("Z00002").contains("must be sent again"))
    #expect(MarkupScan(own).faults.isEmpty)
  }

  @Test("who is not planned is in the chart, the calendar and the Inputs, with why") func aside()
    throws
  {
    let report = Self.aside
    let page = GanttHTMLWriter(digest: Fingerprint.sha256).files(for: report)[0].text
    #expect(MarkupScan(page).faults.isEmpty)
    let foot = try #require(
      page.split(separator: "<tfoot>").last?.split(separator: "</tfoot>").first)
    #expect(foot.contains("Without dates, 2 practices") && foot.contains("Z00006"))
    #expect(foot.contains("Weir &lt;Lane&gt; Surgery"))
    #expect(foot.contains("not planned: closed (Merged into Z00001)"))
    let why = "not planned: closed (Merged into Z00001)"
    for view: any PlanText in [
      GanttText(style: TerminalStyle(width: 120)), MonthText(style: TerminalStyle(width: 120)),
      DatesText(style: TerminalStyle(width: 120)),
    ] {
      #expect(view.text(for: report).contains(why), "\(view)")
    }
    #expect(GanttSVGWriter().files(for: report)[0].text.contains("closed (Merged into Z00001)"))
    let pages = PlanPages(of: report, paper: .a3, grouping: .route).pages
    #expect(pages.contains { $0.heading == "Not planned" })
    let grid = try rows(report, "Gantt weeks")
    #expect(grid.contains { $0.prefix(2) == ["Z00009", "Weir <Lane> Surgery"] })
    // The sheet is read back as the region's practices: it has to be set aside again.
    let inputs = try rows(report, "Inputs")
    let status = try #require(inputs[0].firstIndex(of: "status"))
    let row = try #require(inputs.first { $0[0] == "Z00009" })
    #expect(row.count > status && row[status] == "Merged into Z00001")
    #expect(StatusWords.meaning(of: row[status]) == StatusWords.meaning(of: "closed"))
    #expect(
      inputs.dropFirst().allSatisfy { $0[0] == "Z00009" || $0.count <= status || $0[status] == "" })
  }
}
