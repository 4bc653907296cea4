import Days
import Foundation
import Migrations
import RegionFiles
import Testing

@testable import Reports

@Suite("Reports: report.html") struct ReportPageTests {
  private func page(_ report: PlanReport) throws -> String {
    try #require(Sample.reportPage.files(for: report).first).text
  }

  /// The policy names the very bytes between the tags, so that a browser runs these and no others.
  @Test func policyIsTheHashOfStyleAndScript() throws {
    let text = try page(Sample.hostile)
    for (kind, tag) in [("style-src", "style"), ("script-src", "script")] {
      let start = try #require(text.range(of: "<\(tag)>")).upperBound
      let end = try #require(text.range(of: "</\(tag)>")).lowerBound
      let digits = Array(Fingerprint.sha256(Array(text[start..<end].utf8)))
      let bytes = stride(from: 0, to: 64, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      #expect(bytes.count == 32)
      #expect(text.contains("\(kind) 'sha256-\(Data(bytes).base64EncodedString())'"))
    }
  }

  @Test func everyPracticeHasASectionWithItsStages() throws {
    let report = Sample.shipped
    let text = try page(report)
    let scheduled = report.plan.practices.filter { !$0.schedule.isEmpty }
    #expect(
      text.components(separatedBy: "<details class=\"practice\"").count == scheduled.count + 1)
    for planned in scheduled {
      #expect(text.contains("id=\"p-\(planned.practice)\""))
      #expect(text.contains("href=\"#p-\(planned.practice)\""))
    }
    let stages = text.components(separatedBy: "<tr data-stage=").count - 1
    #expect(stages == scheduled.count * report.region.pathway.stages.count)
  }

  @Test func changesSayWhatMovedAndByHowMuch() throws {
    let first = try page(Sample.report)
    #expect(!first.contains("What changed"))
    let report = Sample.accepted(
      [Sample.revision(1), Sample.revision(2, moved: [0: 3], without: [2])], moved: [0: 3],
      without: [2])
    let text = try page(report)
    #expect(text.contains("What changed since revision 1"))
    #expect(
      text.contains("<td>14 January 2027</td><td>19 January 2027</td><td>3 working days later</td>")
    )
    #expect(text.contains("<td>not in the plan</td>"))
    #expect(text.contains("data-tags=\"changed"))
  }

  /// Whatever is due stands in exactly one of the three lists, and nothing else does.
  @Test func dueListsHoldNinetyDays() throws {
    var report = Sample.shipped
    report.stamp = .day(Sample.day("2027-04-20"))
    let text = try page(report)
    let start = try #require(text.range(of: "Due in the 90 days from 20 April 2027"))
    let rest = text[start.upperBound...]
    let section = rest[..<(rest.range(of: "</section>")?.lowerBound ?? rest.endIndex)]
    let rows = section.components(separatedBy: "<tr><td>").dropFirst()
    #expect(rows.count { $0.contains(">Go-live<") } == 7)
    #expect(!section.contains("19 April 2027"))
    // The first practice tells its pharmacies five weeks before third parties go off on 4 June.
    #expect(
      rows.contains { $0.hasPrefix("Friday 30 April 2027") && $0.contains("Tell Pharmacies") })
  }

  @Test func reportOf171PracticesIsUnderAMegabyteAndAHalf() throws {
    var report = Sample.portfolio
    let practices = report.region.practices
    let planned = report.plan.practices
    for copy in 1...3 {
      for (practice, plan) in zip(practices, planned) where report.region.practices.count < 171 {
        var (practice, plan) = (practice, plan)
        practice.code = PracticeCode("C\(copy)\(practice.code.text)")
        plan.practice = report.region.practices.count
        report.region.practices.append(practice)
        report.plan.practices.append(plan)
      }
    }
    #expect(report.region.practices.count == 171)
    #expect(try page(report).utf8.count < 1_500_000)
  }
}
