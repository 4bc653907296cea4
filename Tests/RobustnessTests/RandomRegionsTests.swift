import Days
import Foundation
import Migrations
import PlanChecks
import Planning
import Reports
import Studies
import TestSupport
import Testing

/// Random regions through planning, checking, replanning and every writer.
///
/// `TRANCHE_REGIONS` says how many regions (40 by default) and `TRANCHE_SEED` with which seed the
/// first of them is made; a failure names the seed of its region.
@Suite("Robustness: random regions") struct RandomRegionsTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  static let seeds = {
    let first = number("TRANCHE_SEED", 1)
    return first..<(first + number("TRANCHE_REGIONS", 40))
  }()

  @Test("each is planned at the least cost that brute force finds, and goes through every verb")
  func throughEveryVerb() throws {
    var counts: [String: Int] = [:]
    for seed in Self.seeds { try one(seed, &counts) }
    print("Regions: \(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" })")
    let planned = counts["planned", default: 0]
    #expect(planned * 2 >= Self.seeds.count, "too few regions can be planned to tell anything")
    #expect(counts["proven optimal", default: 0] * 4 >= planned)
    #expect(counts["replanned", default: 0] * 2 >= planned, "too few could be planned again")
  }

  private func one(_ seed: Int, _ counts: inout [String: Int]) throws {
    var worlds = RandomWorlds(seed: UInt64(seed))
    let region = worlds.region(practices: worlds.number(1...3))
    var options = Planner.Options()
    options.gap = 0
    options.timeLimit = 30
    options.workLimit = 30
    options.threads = 1
    let outcome = Planner(region: region, options: options).plan()
    let optimum = SmallOptimum(of: region).cost()
    guard case .planned(let plan) = outcome else {
      if case .impossible = outcome {
        #expect(optimum == nil, "seed \(seed): called impossible, but \(optimum ?? 0) is possible")
      }
      counts["without a plan", default: 0] += 1
      return
    }
    counts["planned", default: 0] += 1
    if plan.proof == .optimal { counts["proven optimal", default: 0] += 1 }
    if plan.branching != nil, plan.isProvenBest { counts["proven by cases", default: 0] += 1 }
    let best = try #require(optimum, "seed \(seed): planned what brute force calls impossible")
    judge(plan, region, best, seed)
    replan(plan, region, seed, &counts)
    try write(plan, region, seed)
  }

  private func schedules(_ plan: Plan) -> [Int: Schedule] {
    Dictionary(
      uniqueKeysWithValues: plan.practices.filter { !$0.schedule.isEmpty }.map {
        ($0.practice, $0.schedule)
      })
  }

  /// The checker's word on a plan, its cost, its bound and its proof.
  private func judge(_ plan: Plan, _ region: Region, _ best: Double, _ seed: Int) {
    let schedules = schedules(plan)
    let findings = Checker().findings(schedules: schedules, region: region)
    #expect(findings.isEmpty, "seed \(seed): \(findings.map(\.message))")
    let cost = PlanCost(of: region).cost(of: schedules).total
    #expect(abs(cost - plan.cost.total) < 1e-6, "seed \(seed): \(cost), said \(plan.cost.total)")
    #expect(plan.bound <= best + 1e-6, "seed \(seed): bound \(plan.bound), optimum \(best)")
    #expect(plan.bound <= cost + 1e-6, "seed \(seed)")
    #expect(cost >= best - 1e-6, "seed \(seed): cheaper than brute force")
    if plan.proof == .optimal {
      #expect(abs(cost - best) < 1e-6, "seed \(seed): \(cost), optimum \(best)")
    }
    #expect(plan.bound <= best + 1e-6, "seed \(seed): by cases \(plan.bound)")
    if plan.isProvenBest {
      #expect(cost <= best + 0.011, "seed \(seed): \(cost), optimum \(best)")
    }
    if let branching = plan.branching {
      let cases = proveBound(branching: branching, region: region)
      #expect(cases.faults.isEmpty && branching.bound <= cases.points + 1e-9, "seed \(seed)")
    }
    let proven = proveBound(certificate: plan.certificate, region: region)
    #expect(proven.faults.isEmpty && plan.boundByPrices <= proven.points + 1e-9, "seed \(seed)")
  }

  /// Plans again from the plan as if its first days were past.
  private func replan(
    _ plan: Plan, _ region: Region, _ seed: Int, _ counts: inout [String: Int]
  ) {
    let asOf = region.horizon.lowerBound + 3
    let replan = Replan(asOf: asOf, freeze: .days(7), mostMoves: seed % 2 == 0 ? 1 : nil)
    let baseline = replan.baseline(of: plan, in: region)
    let again = region.replanning(from: baseline)
    var options = Planner.Options()
    options.workLimit = 10
    options.timeLimit = 30
    options.threads = 1
    let outcome = Replanner(region: again, start: schedules(plan), options: options).outcome()
    let optimum = SmallOptimum(of: again).cost()
    guard case .planned(let second) = outcome else {
      // With a limit on moves there may be none, even where the rules leave plans.
      #expect(
        replan.mostMoves != nil || optimum == nil, "seed \(seed): no replan where there is one")
      return
    }
    counts["replanned", default: 0] += 1
    if let most = replan.mostMoves {
      #expect(Moves(of: second, in: again).goLives.count <= most, "seed \(seed), replanned")
    }
    #expect(
      optimum.map { $0 <= second.cost.total + 1e-6 } ?? false,
      "seed \(seed), replanned: cheaper than brute force")
    #expect(
      second.bound <= (optimum ?? -.infinity) + 1e-6, "seed \(seed), replanned: \(second.bound)")
    let findings = Checker().findings(schedules: schedules(second), region: again)
    #expect(findings.isEmpty, "seed \(seed), replanned: \(findings.map(\.message))")
    #expect(second.bound <= second.cost.total + 1e-6, "seed \(seed), replanned")
    if let branching = second.branching {
      let cases = proveBound(branching: branching, region: again)
      #expect(
        cases.faults.isEmpty && branching.bound <= cases.points + 1e-9, "seed \(seed), replanned")
    }
  }

  /// Writes the plan in every format; what comes must not be empty.
  private func write(_ plan: Plan, _ region: Region, _ seed: Int) throws {
    let report = PlanReport(region: region, plan: plan, inputs: [], version: "0", stamp: nil)
    let identifier: @Sendable (String) -> String = { "urn:\($0)" }
    let writers: [any PlanWriter] = [
      .json, .csv(.people), .csv(.plain), ReportHTMLWriter(digest: { _ in "" }), .svg, .mermaid,
      .xlsx, PlanTextFile.calendar,
      TablesCSVWriter(style: .people), MSPDIWriter(identifier: identifier),
      CalendarWriter(identifier: identifier, detail: .all, organiser: "a@example.nhs.uk"),
      PackWriter(identifier: identifier, style: .people, only: nil, isRedacted: seed % 2 == 0),
    ]
    for writer in writers {
      let files = try writer.files(for: report)
      #expect(!files.isEmpty, "seed \(seed): \(writer)")
      #expect(files.allSatisfy { !$0.bytes.isEmpty }, "seed \(seed): \(writer)")
    }
  }
}
