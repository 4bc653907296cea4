import Days
import LinearPrograms
import Migrations
import PlanChecks
import Synchronization
import TestSupport
import Testing

@testable import Planning

/// Runs end when they are told to, at any moment, and keep a plan that breaks no rule.
@Suite("Planning: stopping") struct StoppingTests {
  /// Counts how often a run looks at its clock: time that passes by work alone.
  private final class Looks: Sendable {
    private let count = Mutex(0)

    /// Notes a look; says how many there were.
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }

    var all: Int { count.withLock { $0 } }
  }

  private static let regions: [Region] = {
    var linked = England.region(practices: 8, years: 1)
    linked.links = [
      Link(rule: .together, first: 0, second: 1), Link(rule: .together, first: 1, second: 2),
      Link(rule: .before(lag: .workingDays(5)), first: 3, second: 4),
      Link(rule: .apart(lag: .workingDays(5)), first: 5, second: 6),
    ]
    var scarce = England.region(practices: 10, years: 1)
    for place in scarce.resources.indices { scarce.resources[place].capacity = 2 }
    for place in linked.resources.indices { linked.resources[place].capacity = 3 }
    return [linked, scarce, ExplainedWorld.region(practices: 4, weeks: 5)]
  }()

  private func options() -> Planner.Options {
    var options = Planner.Options()
    options.gap = 0
    options.threads = 1
    options.timeLimit = 600
    options.workLimit = 60
    options.extraEpochs = 1
    return options
  }

  private func expectLegal(_ outcome: Outcome, _ region: Region, _ what: String) {
    guard case .planned(let plan) = outcome else {
      Issue.record("\(what): no plan")
      return
    }
    #expect(ExplainedWorld.findings(plan, in: region) == [], "\(what)")
    let proven = proveBound(certificate: plan.certificate, region: region)
    #expect(plan.bound <= proven.points + 1e-9, "\(what)")
  }

  /// How often a run that nothing stops looks at the clock.
  private func looks(_ region: Region) -> Int {
    let looks = Looks()
    var options = options()
    options.deadline = Deadline {
      _ = looks.next()
      return 1e6
    }
    _ = Planner(region: region, options: options).plan()
    return looks.all
  }

  @Test("wherever time runs out, the run ends at once with a legal plan", arguments: 0..<3)
  func anyMoment(_ place: Int) {
    let region = Self.regions[place]
    let whole = looks(region)
    #expect(whole > 40)
    for part in 0..<12 {
      let limit = whole * part / 12
      let looks = Looks()
      var options = options()
      options.deadline = Deadline { Double(limit - looks.next()) }
      expectLegal(
        Planner(region: region, options: options).plan(), region, "\(limit) of \(whole)")
      // Loops that are left one after the other look once more each.
      #expect(looks.all <= limit + 40, "\(looks.all) looks of \(limit)")
    }
  }

  @Test("wherever it is interrupted, a run keeps a legal plan", arguments: 0..<3)
  func interrupted(_ place: Int) {
    let region = Self.regions[place]
    let whole = looks(region)
    for part in 0..<12 {
      let moment = whole * part / 12
      let looks = Looks()
      let cancellation = Cancellation()
      var options = options()
      options.deadline = Deadline {
        if looks.next() > moment { cancellation.cancel() }
        return 1e6
      }
      expectLegal(
        Planner(region: region, options: options).plan(cancellation: cancellation), region,
        "interrupted after \(moment) of \(whole)")
    }
  }

  @Test("no solve gets more time than is left")
  func limitsOfSolves() {
    let stop = Stop(cancellation: Cancellation(), deadline: Deadline { 3 })
    #expect(stop.limits(pivots: 7).seconds == 3)
    #expect(stop.limits(nodes: 7).seconds == 3)
    let late = Stop(cancellation: Cancellation(), deadline: Deadline { -1 })
    #expect(late.isNow)
    #expect(late.limits(nodes: 7).seconds <= 0.001)
    let first = Deadline { 5 }.or(Deadline { 2 }).earlier(by: 1)
    #expect(first.secondsLeft == 1)
    #expect(!Deadline.never.hasPassed)
  }

  @Test("each call of GLPK within one solve asks what time is left")
  func looksOfOneSolve() throws {
    let model = Model(region: Self.regions[2], threads: 1)
    let generator = model.generator()
    let blocks = Array(model.blocks.indices)
    var master = MasterProblem(model: model, blocks: blocks, capacity: model.rows.capacity)
    let pricing = BlockPricing(model: model, generator: generator)
    for isLeftOut in [true, false] {
      master.add(
        blocks.map {
          Pattern(
            block: $0,
            days: isLeftOut
              ? model.blocks[$0].members.map { _ in nil }
              : pricing.best($0, charges: NoCharges()).days,
            model: model, generator: generator)
        })
    }
    let looks = Looks()
    let deadline = Deadline {
      _ = looks.next()
      return 1e6
    }
    let rows = master.rowCount
    _ = try master.solve(
      pivots: 1_000, stop: Stop(cancellation: Cancellation(), deadline: deadline))
    // All want the same week, so the first solution breaks a row, which a second call repairs.
    #expect(master.rowCount > rows)
    #expect(looks.all >= 2)
  }

  @Test("a solution is what it was when it was solved, whatever is added to its master")
  func solutionsStay() throws {
    let region = Self.regions[2]
    let model = Model(region: region, threads: 1)
    let generator = model.generator()
    let blocks = Array(model.blocks.indices)
    var master = MasterProblem(model: model, blocks: blocks, capacity: model.rows.capacity)
    master.add(
      blocks.map {
        Pattern(
          block: $0, days: model.blocks[$0].members.map { _ in nil }, model: model,
          generator: generator)
      })
    let stop = Stop(cancellation: Cancellation(), deadline: .never)
    let solved = try master.solve(pivots: 1_000, stop: stop)
    let solution = try #require(solved)
    let pricing = BlockPricing(model: model, generator: generator)
    let added = master.add(
      blocks.map {
        Pattern(
          block: $0, days: pricing.best($0, charges: NoCharges()).days, model: model,
          generator: generator)
      })
    #expect(added > 0)
    #expect(solution.patternValues.count == blocks.count)
    #expect(solution.patternValues.allSatisfy { abs($0 - 1) < 1e-9 })
  }
}
