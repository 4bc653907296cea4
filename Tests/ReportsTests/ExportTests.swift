import Days
import Foundation
import Migrations
import Testing

@testable import Reports

@Suite("Reports: exports") struct ExportTests {
  @Test func sameReportGivesSameBytes() throws {
    for writer in Sample.exports {
      let files = try writer.files(for: Sample.shipped)
      #expect(try writer.files(for: Sample.shipped) == files)
      #expect(Set(files.map { $0.name.lowercased() }).count == files.count)
    }
  }

  @Test func nothingScheduledIsStillAnExport() throws {
    var report = Sample.shipped
    for place in report.plan.practices.indices {
      report.plan.practices[place].schedule = []
      report.plan.practices[place].status = .unscheduled
    }
    report.plan.uses = []
    for writer in Sample.exports {
      for file in try writer.files(for: report) { #expect(!file.bytes.isEmpty, "\(file.name)") }
    }
  }

  @Test func namesNeverLeaveTheFolder() throws {
    var report = Sample.shipped
    for (place, code) in ["../../etc", "/root", "..", "a b", "A B", "é", ""].enumerated() {
      report.region.practices[place].code = PracticeCode(code)
      report.region.practices[place].pcn = code
    }
    for writer in Sample.exports {
      let names = try writer.files(for: report).map(\.name)
      #expect(Set(names.map { $0.lowercased() }).count == names.count)
      for name in names {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        #expect(parts.count <= 3)
        for part in parts { #expect(!part.isEmpty && !part.hasPrefix("."), "\(name)") }
      }
    }
  }

  @Test func tablesAreWhatTheyWere() throws {
    let files = TablesCSVWriter().files(for: Sample.report)
    for name in ["schedule", "portfolio", "weeks", "capacity", "pcse", "protected"] {
      try Golden.expect(try #require(files.named("\(name).csv")), name: "export-\(name).csv")
    }
    #expect(files.named("changes.csv") == nil)
  }

  @Test func everyRowIsAsWideAsItsHeadings() {
    let report = Sample.accepted(
      [Sample.revision(1), Sample.revision(2, moved: [0: 3], without: [2])], moved: [0: 3],
      without: [2])
    let tables = ReportTables(of: report)
    let all = [
      tables.schedule, tables.portfolio, tables.weeks, tables.capacity, tables.checklist,
      tables.thirdPartyList, tables.pcse, tables.protected, tables.findings, tables.changes,
      InputTable(of: report).table,
    ].compactMap(\.self)
    #expect(all.count == 11)
    for table in all {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
    }
  }

  @Test func changesSayWhatWasAndWhatIs() throws {
    let report = Sample.accepted(
      [Sample.revision(1), Sample.revision(2, moved: [0: 3], without: [2])], moved: [0: 3],
      without: [2])
    let table = try #require(ReportTables(of: report).changes)
    let moved = table.rows.filter { $0[0] == .text("Z00001") }
    #expect(moved.count == 12 && moved.allSatisfy { $0[3] == .text("moved") })
    #expect(moved.allSatisfy { $0[8] == .integer(3) && $0[10] == .integer(1) })
    let removed = table.rows.filter { $0[0] == .text("Z00003") }
    #expect(removed.count == 12 && removed.allSatisfy { $0[3] == .text("removed") })
    #expect(table.rows.count == 24)
  }

  @Test func thirdPartiesHaveTheSevenKindsOnTheirDays() throws {
    let table = ReportTables(of: Sample.shipped).thirdPartyList
    let rows = table.rows.filter { $0[0] == .text("A99501") }
    #expect(rows.count == 7)
    // Go-live on Tuesday 15 June 2027, four days of cutover, so final data on Tuesday 8 June.
    #expect(rows.allSatisfy { $0[7] == .day(Sample.day("2027-06-04")) }, "off")
    #expect(rows.allSatisfy { $0[8] == .day(Sample.day("2027-06-15")) }, "on")
    let pcse = try #require(rows.first { $0[9] == .text("ask supplier") })
    // 14 days before Friday 4 June is Friday 21 May, on which the region is closed.
    #expect(pcse[5] == .day(Sample.day("2027-05-20")))
    let pharmacies = try #require(rows.first { $0[2].isText(with: "Pharmacies") })
    // Five weeks before is a Friday that is worked.
    #expect(pharmacies[5] == .day(Sample.day("2027-04-30")))
  }
}

extension CSVCell {
  /// Whether it is a text with another text in it.
  func isText(with part: String) -> Bool {
    if case .text(let text) = self { text.contains(part) } else { false }
  }
}
