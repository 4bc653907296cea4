import Foundation
import Testing
import TrancheKit

/// The tutorial's region, which a program makes without any file.
@Suite("TrancheKit: three practices") struct TutorialTests {
  @Test("it is planned, checked and proven to be the best") func planned() throws {
    let region = threePractices()
    #expect(region.problems.isEmpty)
    guard case .planned(let plan) = Planner(region: region).plan() else {
      Issue.record("There is no plan.")
      return
    }
    var dates: [Int: Schedule] = [:]
    for planned in plan.practices { dates[planned.practice] = planned.schedule }
    #expect(Checker().findings(schedules: dates, region: region).isEmpty)
    #expect(plan.isProvenBest)
    let prices = proveBound(certificate: plan.certificate, region: region).points
    let cases = plan.branching.map { proveBound(branching: $0, region: region).points } ?? 0
    #expect(max(prices, cases) > plan.cost.total - 0.02)
    #expect(max(prices, cases) <= plan.cost.total)
    // One go-live a week, and none in the audit week: three weeks, of which one is not in between.
    let goLives = plan.practices.map { $0.schedule[region.pathway.goLive].start }.sorted()
    let audit = try #require(Day(iso: "2027-06-21"))...#require(Day(iso: "2027-06-27"))
    #expect(Set(goLives.map(Week.init(containing:))).count == 3)
    #expect(!goLives.contains { audit.contains($0) })
  }

  @Test("two plans at once are what each is alone") func atOnce() async {
    let region = threePractices()
    func goLives(seed: UInt64) -> [Day] {
      var options = Planner.Options()
      options.seed = seed
      guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
        return []
      }
      return plan.practices.map { $0.schedule[region.pathway.goLive].start }
    }
    let alone = [1, 2, 3, 4].map { goLives(seed: $0) }
    let together = await withTaskGroup(of: (Int, [Day]).self) { group in
      for seed in 1...4 { group.addTask { (seed, goLives(seed: UInt64(seed))) } }
      return await group.reduce(into: [Int: [Day]]()) { $0[$1.0] = $1.1 }
    }
    #expect(alone.allSatisfy { $0.count == 3 })
    #expect((1...4).map { together[$0] } == alone.map(Optional.init))
  }

  @Test("every report is made without a file or a folder") func reports() {
    let region = threePractices()
    guard case .planned(let plan) = Planner(region: region).plan() else {
      Issue.record("There is no plan.")
      return
    }
    let report = PlanReport(region: region, plan: plan, version: "kit")
    let files = PlanCSVWriter(style: .plain).files(for: report)
    #expect(files.map(\.name).sorted() == ["plan.csv", "stages.csv"])
    let rows = String(decoding: files.first { $0.name == "plan.csv" }?.bytes ?? [], as: UTF8.self)
    #expect(rows.utf8.split(separator: 10).count == 4)
    for practice in region.practices { #expect(rows.contains(practice.code.text)) }
  }

  @Test("a cancelled planner ends soon, with a plan or without") func cancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let outcome = Planner(region: threePractices()).plan(cancellation: cancellation)
    if case .planned(let plan) = outcome { #expect(plan.proof != .impossible) }
  }
}

/// The tutorial's page shows the code that the client is made of, and nothing else.
@Suite("TrancheKit: the tutorial's page") struct TutorialPageTests {
  private func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("every block of Swift stands in the client's sources") func blocks() throws {
    let page = try text("Sources/TrancheKit/TrancheKit.docc/ThreePractices.md")
    let sources = try [
      "Package.swift", "Sources/client/ThreePractices.swift", "Sources/client/main.swift",
    ].map { try text("Tests/Client/\($0)") }.joined(separator: "\n")
    let blocks = page.components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 8)
    for block in blocks { #expect(sources.contains(block), "\(block)") }
  }
}
