import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// Clashes are as small as they can be, and every way out is one.
struct ClashTests {
  @Test("a minimal subset needs each of its items", arguments: 1...20)
  func minimal(_ seed: Int) {
    var random = TestSupport.SplitMix64(seed: UInt64(seed))
    let items = Array(0..<12)
    let clashes = (0..<3).map { _ in Set(items.shuffled(using: &random).prefix(3)) }
    func clash(_ kept: [Int]) -> Bool { clashes.contains { $0.isSubset(of: kept) } }
    let found = MinimalSubset.of(items, clashes: clash)
    #expect(clash(found))
    for item in found { #expect(!clash(found.filter { $0 != item })) }
  }

  private func pinned() -> Region {
    var region = ExplainedWorld.region(practices: 3, weeks: 4)
    region.practices[0].pinnedGoLive = day("2027-05-18")
    region.practices[2].pinnedGoLive = day("2027-05-20")
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "far", name: "Far away", dates: .once(day("2027-06-01")...day("2027-06-02")),
        stages: [1, 2], rule: .forbid)
    ]
    return region
  }

  @Test("two agreed dates and one slot: nothing else is named, and each part is needed")
  func agreedDates() throws {
    let region = pinned()
    let explainer = ClashExplainer(region: region, options: ExplainedWorld.exact)
    #expect(SmallOptimum(of: region).cost() == nil)
    let clash = try #require(explainer.clash(mustAll: false))
    #expect(clash.practices == [0, 2])
    #expect(clash.rules.map(\.kind) == [.resource(0)])
    for practice in clash.practices {
      var without = region
      without.practices[practice].pinnedGoLive = nil
      #expect(SmallOptimum(of: without).cost() != nil)
    }
    for rule in clash.rules {
      var without = region
      rule.remove(&without)
      #expect(SmallOptimum(of: without).cost() != nil)
    }
  }

  @Test("every way out is a plan that keeps the changed rules, least harm first")
  func fixes() throws {
    let region = pinned()
    let outcome = Planner(region: region, options: ExplainedWorld.exact).plan()
    let found = try #require(
      ClashExplainer(region: region, options: ExplainedWorld.exact).impossibility(of: outcome))
    #expect(found.isProven)
    #expect(found.leftOut.isEmpty)
    #expect(found.fixes.count == 3)
    #expect(found.fixes.map(\.harm) == found.fixes.map(\.harm).sorted())
    for fix in found.fixes {
      #expect(ExplainedWorld.findings(fix.plan, in: fix.region) == [])
      let optimum = try #require(SmallOptimum(of: fix.region).cost())
      #expect(abs(fix.plan.cost.total - optimum) < 1e-6, "\(fix.steps)")
    }
  }

  @Test("overbooked: as many practices as do not fit, and ways in")
  func overbooked() throws {
    let region = ExplainedWorld.region(practices: 4, weeks: 3)
    let outcome = Planner(region: region, options: ExplainedWorld.exact).plan()
    let found = try #require(
      ClashExplainer(region: region, options: ExplainedWorld.exact).impossibility(of: outcome))
    #expect(found.leftOut.count == 1)
    #expect(found.isProven)
    #expect(found.explanation.clashes.contains { $0.resource == "go-lives" })
    #expect(found.fixes.contains { $0.leftOutCount == 0 })
    for fix in found.fixes {
      #expect(fix.leftOutCount < found.leftOut.count)
      #expect(ExplainedWorld.findings(fix.plan, in: fix.region) == [])
    }
    // Without any one of its practices the clash is none: three weeks hold three.
    let clash = try #require(
      ClashExplainer(region: region, options: ExplainedWorld.exact).clash(mustAll: true))
    #expect(clash.practices.count == 4)
  }

  @Test("a pin that the practice's own rules forbid names the rule, and can be eased")
  func ownRules() throws {
    var region = SmallWorlds.region(practices: 2, weeks: 4)
    region.practices[1].pinnedGoLive = day("2027-05-26")
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "flu", name: "Flu", dates: .once(day("2027-05-24")...day("2027-05-28")),
        stages: [2], rule: .forbid)
    ]
    let outcome = Planner(region: region, options: ExplainedWorld.exact).plan()
    let found = try #require(
      ClashExplainer(region: region, options: ExplainedWorld.exact).impossibility(of: outcome))
    #expect(found.explanation.clashes.map(\.rule) == [.pin, .protected])
    #expect(found.fixes.count == 2)
    for fix in found.fixes { #expect(ExplainedWorld.findings(fix.plan, in: fix.region) == []) }
  }

  @Test("a plan with everybody in it is not impossible")
  func possible() {
    let region = ExplainedWorld.region(practices: 2, weeks: 4)
    let outcome = Planner(region: region, options: ExplainedWorld.exact).plan()
    let explainer = ClashExplainer(region: region, options: ExplainedWorld.exact)
    #expect(explainer.impossibility(of: outcome) == nil)
  }
}
