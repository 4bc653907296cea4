import Days
import Migrations
import TestSupport
import Testing

@testable import Planning
@testable import Studies

@Suite struct CapacityStudyTests {
  private func planner(practices: Int = 3) throws -> WarmPlanner {
    var region = SmallWorlds.region(practices: practices, weeks: 5)
    region.resources = [
      Resource(
        id: "tpp-go-lives", name: "Go-lives", holder: .system("tpp"), capacity: 1, period: .week,
        use: .starts([2])),
      Resource(
        id: "tpp-concurrent", name: "At once", holder: .system("tpp"), capacity: 9, period: .week,
        use: .span(
          Resource.SpanEnd(event: StageEvent(stage: 0, edge: .start)),
          Resource.SpanEnd(event: StageEvent(stage: 3, edge: .finish)))),
      Resource(
        id: "csu-engineers", name: "Engineers", holder: .partner("csu"), capacity: 2,
        period: .week, use: .days([2])),
    ]
    var options = Planner.Options()
    options.gap = 0
    options.workLimit = 40
    let outcome = Planner(region: region, options: options).plan()
    guard case .planned(let plan) = outcome else { throw NoPlan() }
    let planner = WarmPlanner(region: region, plan: plan, options: options)
    planner.settle()
    return planner
  }

  struct NoPlan: Error {}

  @Test func aStopTakesSlotsAndPeopleAndLeavesWhatIsUnderWay() throws {
    let planner = try planner()
    let days = day("2027-05-17")...day("2027-05-23")
    let effect = ShockEffect(of: .stop(holder: "tpp", days: days), on: planner)
    #expect(effect.steps.map(\.resource) == ["tpp-go-lives"])
    guard case .planned(let plan) = effect.outcome else { throw NoPlan() }
    for planned in plan.practices where !planned.schedule.isEmpty {
      #expect(!days.contains(planned.schedule[2].start))
    }
    let optimum = try #require(SmallOptimum(of: effect.region).cost())
    #expect(abs(plan.cost.total - optimum) < 1e-6)
    #expect(!effect.moves.isEmpty)
    #expect(effect.lines.contains { $0.contains("none left, 17 May 2027 to 23 May 2027") })
  }

  @Test func peopleWhoLeaveAreFewerInEachOfTheirResources() throws {
    let planner = try planner()
    let days = planner.region.horizon
    let effect = ShockEffect(of: .loss(holder: "csu", units: 1, days: days), on: planner)
    #expect(effect.region.resources[2].capacity(inPeriod: day("2027-05-17")) == 1)
    guard case .planned(let plan) = effect.outcome else { throw NoPlan() }
    let optimum = try #require(SmallOptimum(of: effect.region).cost())
    #expect(abs(plan.cost.total - optimum) < 1e-6)
    let nobody = ShockEffect(of: .loss(holder: "emis", units: 1, days: days), on: planner)
    #expect(nobody.steps.isEmpty)
    #expect(nobody.moves.isEmpty)
  }

  @Test func theFrontierGoesFromTheLastGoLiveBack() throws {
    let planner = try planner(practices: 4)
    let dates = CapacityFrontier.dates(count: 3, planner: planner)
    #expect(dates == dates.sorted(by: >))
    #expect(dates.first == planner.plan.practices.map { $0.schedule[2].start }.max())
    let frontier = CapacityFrontier(
      dates: dates, buyer: CapacityBuyer(planner, mode: .byWeek, moves: 400))
    #expect(frontier.points.map(\.by) == dates)
    #expect(frontier.points.first?.bought?.purchases.isEmpty == true)
    for bought in frontier.points.compactMap(\.bought) {
      #expect(bought.bound <= bought.extra + 1e-6)
      #expect(bought.plan.practices.allSatisfy { $0.schedule[2].start <= bought.by })
    }
    let text = PurchaseText(region: planner.region)
    #expect(text.lines(of: frontier).count == frontier.points.count + 1)
  }

  @Test func laterDatesNeedNoMoreAndEarlierOnesNoLess() throws {
    let planner = try planner(practices: 4)
    func bought(_ by: Day, _ extra: Double, _ bound: Double) -> CapacityFrontier.Point {
      let purchase = Purchase(
        resource: "tpp-go-lives", periods: by...by, units: 1, cost: extra)
      return CapacityFrontier.Point(
        by: by,
        outcome: .bought(
          PurchasedPlan(
            by: by, purchases: extra > 0 ? [purchase] : [], bound: bound, plan: planner.plan,
            variant: Variant())))
    }
    let day = day("2027-06-11")
    let points = CapacityFrontier.reconciled([
      bought(day, 0, 0), bought(day - 7, 23, 5), bought(day - 14, 22, 3),
      CapacityFrontier.Point(by: day - 21, outcome: .notFound), bought(day - 28, 40, 4),
      CapacityFrontier.Point(by: day - 35, outcome: .tooEarly([0])),
    ])
    #expect(points.map { $0.bought?.extra } == [0, 22, 22, 40, 40, nil])
    #expect(points.map { $0.bought?.bound } == [0, 5, 5, 5, 5, nil])
    #expect(points.map { $0.bought?.by ?? $0.by } == points.map(\.by))
  }

  @Test(arguments: PurchaseMode.allCases)
  func aFrontierNeedsLessTheLaterTheDate(_ mode: PurchaseMode) throws {
    let planner = try planner(practices: 4)
    let frontier = CapacityFrontier(
      dates: CapacityFrontier.dates(count: 4, planner: planner),
      buyer: CapacityBuyer(planner, mode: mode, moves: 200))
    let needs = frontier.points.compactMap { $0.bought?.extra }
    #expect(needs.count >= 3 && needs == needs.sorted())
    #expect(needs.last ?? 0 > 0)
  }

  @Test func theWorthOfASlotIsARangeThatBothBoundsAllow() {
    func plan(_ cost: Double, _ bound: Double) -> Plan {
      var terms = Cost()
      terms[.delay] = cost
      return Plan(practices: [], cost: terms, bound: bound, proof: .stopped)
    }
    #expect(SlotWorth.gain(from: plan(100, 100), to: plan(90, 90)) == 10...10)
    #expect(SlotWorth.gain(from: plan(100, 98), to: plan(99, 97)) == 0...3)
    #expect(SlotWorth.loss(from: plan(100, 98), to: plan(120, 115)) == 15...22)
  }

  @Test func settingsNameTheKeyOfTheRegionFile() throws {
    var region = try planner().region
    region.resources.append(
      Resource.pcnCutovers(pcn: "U1", capacity: 1, pathway: England.pathway))
    let days = region.horizon
    let purchases = [
      Purchase(resource: "tpp-go-lives", periods: days, units: 2, cost: 2),
      Purchase(resource: "pcn-cutovers-U1", periods: days, units: 1, cost: 1),
    ]
    #expect(
      PurchaseText(region: region).settings(purchases) == [
        "--set resource.tpp-go-lives.capacity=3", "--set rules.pcn_cutovers_per_week=2",
      ])
  }
}
