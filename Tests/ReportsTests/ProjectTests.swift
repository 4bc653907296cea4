import Migrations
import Foundation
import RegionFiles
import Testing

@testable import Reports

@Suite("Reports: Microsoft Project") struct ProjectTests {
  private func text(_ report: PlanReport) throws -> String {
    try #require(Sample.project.files(for: report).named("portfolio.mspdi.xml")).text
  }

  @Test func theFileIsWhatItWas() throws {
    let files = Sample.project.files(for: Sample.report)
    try Golden.expect(try #require(files.named("portfolio.mspdi.xml")))
  }

  @Test func numbersOutliveEveryPlan() throws {
    func numbers(_ report: PlanReport) throws -> [String: String] {
      var numbers: [String: String] = [:]
      for task in try text(report).components(separatedBy: "<Task>").dropFirst() {
        let parts = task.components(separatedBy: "<UID>")
        let uid = parts[1].prefix { $0 != "<" }
        let name = task.components(separatedBy: "<GUID>")[1].prefix { $0 != "<" }
        numbers[String(name)] = String(uid)
      }
      return numbers
    }
    let first = try numbers(Sample.plan())
    let second = try numbers(Sample.plan(moved: [0: 3, 1: -4], without: [2]))
    #expect(Set(first.values).count == first.count)
    for (id, number) in second { #expect(first[id] == number) }
    #expect(second.count == first.count - 14)
  }

  @Test func numbersThatClashAreTakenApart() {
    let numbers = ProjectNumbers(keys: ["b", "a", "c"]) { _ in "FFFFFFFF-0000" }
    let all = ["a", "b", "c"].map(numbers.number)
    #expect(all == [0x7FFF_FFFF, 1, 2])
  }

  @Test func anAcceptedPlanIsTheBaseline() throws {
    #expect(try !text(Sample.report).contains("<Baseline>"))
    var draft = Sample.plan(moved: [0: 3])
    draft.revisions = [Sample.revision(1)]
    let goLive = try #require(
      try text(draft).components(separatedBy: "<Task>").first {
        $0.contains("<Name>Go-live</Name>") && $0.contains("<Value>Z00001</Value>")
      })
    let baseline = try #require(goLive.components(separatedBy: "<Baseline>").last)
    #expect(goLive.contains("<ManualStart>2027-01-19T08:00:00</ManualStart>"))
    #expect(baseline.contains("<Start>2027-01-14T08:00:00</Start>"))
  }

  @Test func onlyWhatIsOnRecordHasHappened() throws {
    #expect(try !text(Sample.report).contains("<ActualStart>"))
    var report = Sample.report
    let dates = report.plan.practices[0].schedule[0]
    report.region.practices[0].actuals[0] = .init(start: dates.start, finish: dates.finish)
    #expect(try text(report).components(separatedBy: "<ActualFinish>").count == 2)
  }

  @Test func hostileTextIsOnlyText() throws {
    let text = try text(Sample.hostile)
    #expect(MarkupScan(text).faults.isEmpty)
    #expect(text.contains("<Name>&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;</Name>"))
    for part in ["日本語クリニック", "ידידות", "👩‍⚕️", "O&quot;Brien&#39;s &amp; &lt;b&gt;Sons"] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
