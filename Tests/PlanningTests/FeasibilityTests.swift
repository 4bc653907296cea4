import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// What is possible does not depend on what it costs.
@Suite("Planning: feasibility and weights") struct FeasibilityTests {
  private func pinned(_ weight: Double) -> Region {
    var region = ExplainedWorld.region(practices: 3, weeks: 5)
    region.practices[0].pinnedGoLive = day("2027-05-28")
    region.practices[1].pinnedGoLive = day("2027-06-04")
    region.objective.delay = weight
    region.objective.unscheduled = 1e6
    return region
  }

  @Test("large weights make nothing impossible", arguments: [1, 10_000, 30_000, 1_000_000.0])
  func largeWeights(_ weight: Double) throws {
    let region = pinned(weight)
    guard
      case .planned(let plan) = Planner(region: region, options: ExplainedWorld.exact).plan()
    else {
      Issue.record("no plan at \(weight)")
      return
    }
    #expect(ExplainedWorld.findings(plan, in: region) == [])
    #expect(plan.practices[0].status != .unscheduled)
    #expect(plan.practices[1].status != .unscheduled)
    let optimum = try #require(SmallOptimum(of: region).cost())
    #expect(abs(plan.cost.total - optimum) <= 1e-6 * optimum)
  }

  @Test("what is impossible is so at any weight", arguments: [0, 1, 30_000, 1_000_000.0])
  func impossibleAtAnyWeight(_ weight: Double) {
    var region = pinned(weight)
    region.practices[1].pinnedGoLive = day("2027-05-27")
    let outcome = Planner(region: region, options: ExplainedWorld.exact).plan()
    guard case .impossible(let explanation) = outcome else {
      Issue.record("at \(weight) it is \(outcome)")
      return
    }
    #expect(explanation.summary.contains("go-lives"))
  }

  @Test("two that go live together and are agreed for different weeks are impossible at once")
  func togetherApart() {
    var region = pinned(1)
    region.links = [Link(rule: .together, first: 0, second: 1)]
    let outcome = Planner(region: region, options: ExplainedWorld.exact).plan()
    guard case .impossible = outcome else {
      Issue.record("it is \(outcome)")
      return
    }
  }

  @Test("a week is possible for a practice though not for all that are linked to it")
  func weekOfAChain() throws {
    var region = ExplainedWorld.region(practices: 3, weeks: 5, capacity: 2)
    region.links = [
      Link(rule: .together, first: 0, second: 1), Link(rule: .together, first: 1, second: 2),
    ]
    let planner = try ExplainedWorld.planner(region)
    let explainer = Explainer(planner)
    let weeks = explainer.fit(0).map(\.week)
    #expect(weeks.count > 2)
    for week in weeks {
      let trial = explainer.trial(0, week: week) { _ in }
      guard case .planned(let plan) = trial.outcome else {
        Issue.record("the week of \(week) is said to be impossible")
        continue
      }
      var held = region
      held.practices[0].pinnedGoLive = plan.practices[0].schedule[2].start
      #expect(ExplainedWorld.findings(plan, in: held) == [])
      #expect((week...(week + 6)).contains(plan.practices[0].schedule[2].start))
    }
  }
}
