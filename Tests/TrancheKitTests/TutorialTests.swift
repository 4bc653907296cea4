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

/// The articles show code that the client is made of, and nothing else.
@Suite("TrancheKit: code in the articles") struct ArticleCodeTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The blocks of Swift of each article that has any.
  private func blocks() throws -> [String: [String]] {
    let catalog = root.appendingPathComponent("Sources/TrancheKit/TrancheKit.docc")
    var blocks: [String: [String]] = [:]
    for article in try FileManager.default.contentsOfDirectory(
      at: catalog, includingPropertiesForKeys: nil)
    where article.pathExtension == "md" {
      let parts = try String(contentsOf: article, encoding: .utf8)
        .components(separatedBy: "```swift\n").dropFirst()
      blocks[article.deletingPathExtension().lastPathComponent] = parts.compactMap {
        $0.components(separatedBy: "```").first
      }
    }
    return blocks.filter { !$0.value.isEmpty }
  }

  @Test("every block of Swift stands in the client, which is built and run") func compiled() throws
  {
    let client = root.appendingPathComponent("Tests/Client")
    let folder = client.appendingPathComponent("Sources/client")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let sources = try ([client.appendingPathComponent("Package.swift")] + files)
      .map { try String(contentsOf: $0, encoding: .utf8) }
    let blocks = try blocks()
    #expect(blocks["ThreePractices"]?.count == 8)
    for (article, blocks) in blocks {
      for block in blocks {
        #expect(sources.contains { $0.contains(block) }, "\(article): \(block)")
      }
    }
  }

  @Test("every function that holds such code is called by the client") func run() throws {
    let folder = root.appendingPathComponent("Tests/Client/Sources/client")
    let main = try String(
      contentsOf: folder.appendingPathComponent("main.swift"), encoding: .utf8)
    for name in ["QuestionSnippets", "AnswerSnippets", "StudySnippets"] {
      let source = try String(
        contentsOf: folder.appendingPathComponent(name + ".swift"), encoding: .utf8)
      let functions = source.components(separatedBy: "\nfunc ").dropFirst()
        .compactMap { $0.split(separator: "(").first }
      #expect(functions.count > 5)
      for function in functions where !["day", "isPlanned"].contains(function) {
        let call = function == "withRegionFolder" ? "\(function) {" : "\(function)("
        #expect(main.contains(call), "\(function)")
      }
    }
  }

  @Test("every article on a noun of the library has code") func nouns() throws {
    let contents = try String(
      contentsOf: root.appendingPathComponent(
        "Sources/TrancheKit/TrancheKit.docc/Documentation.md"), encoding: .utf8)
    let listed = try #require(
      contents.components(separatedBy: "### The library\n").last?
        .components(separatedBy: "###").first)
    let articles = listed.split(separator: "\n").filter { $0.hasPrefix("- <doc:") }
      .map { String($0.dropFirst(7).dropLast()) }
    let blocks = try blocks()
    #expect(articles.count == 20)
    for article in articles { #expect(blocks[article] != nil, "\(article)") }
  }
}
