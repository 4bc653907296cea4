import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Bounds computed again from prices, judged by listing everything.
@Suite("Proof")
struct ProofTests {
  /// Costs are rounded down at each date, so the sum may fall short by a few millionths.
  private static let rounding: Int64 = 100

  @Test func thePracticesMinimumIsExactOnRandomWorlds() {
    var worlds = RandomWorlds(seed: 3)
    var dated = 0
    for world in 0..<400 {
      let region = worlds.region()
      let prices = worlds.prices(in: region)
      let bound = proveBound(certificate: Certificate(prices: prices), region: region)
      let listed = ListedPractice(0, in: region, prices: prices)
      #expect(bound.faults.isEmpty)
      guard let least = listed.least() else {
        #expect(bound.isImpossible, "world \(world)")
        continue
      }
      let expected = Int64((least * 1e6).rounded())
      #expect(
        bound.practices <= expected + 1 && bound.practices >= expected - Self.rounding,
        "world \(world): \(bound.practices) instead of \(expected)")
      dated += listed.options.isEmpty ? 0 : 1
    }
    #expect(dated > 150)
  }

  @Test func aGroupsMinimumIsExactOnRandomWorlds() {
    var worlds = RandomWorlds(seed: 4)
    for world in 0..<120 {
      var region = worlds.region(practices: 2)
      region.links = [Link(rule: .together, first: 0, second: 1)]
      let prices = worlds.prices(in: region)
      let bound = proveBound(certificate: Certificate(prices: prices), region: region)
      let both = (0...1).map { ListedPractice($0, in: region, prices: prices) }
      let days = Set(both.flatMap { $0.options.map(\.goLive) })
      let sums = days.compactMap { day -> Double? in
        guard let first = both[0].least(on: day), let second = both[1].least(on: day) else {
          return nil
        }
        return first + second
      }
      let nobody = both.compactMap(\.leavingOut)
      let all = sums + (nobody.count == 2 ? [nobody[0] + nobody[1]] : [])
      guard let least = all.min() else {
        #expect(bound.isImpossible, "world \(world)")
        continue
      }
      let expected = Int64((least * 1e6).rounded())
      #expect(
        bound.practices <= expected + 1 && bound.practices >= expected - Self.rounding,
        "world \(world): \(bound.practices) instead of \(expected)")
    }
  }

  @Test func noBoundExceedsTheOptimum() {
    var worlds = RandomWorlds(seed: 5)
    var planned = 0
    for world in 0..<120 {
      let region = worlds.region(practices: 2)
      let prices = worlds.prices(in: region)
      let certificate = Certificate(prices: prices, links: LinkRows.random(in: region, &worlds))
      let bound = proveBound(certificate: certificate, region: region)
      #expect(bound.faults.isEmpty, "world \(world): \(bound.faults)")
      guard let best = SmallOptimum(of: region).cost() else { continue }
      planned += 1
      #expect(!bound.isImpossible, "world \(world)")
      #expect(bound.points <= best + 1e-6, "world \(world)")
    }
    #expect(planned > 60)
  }

  @Test func aLimitKeptOpenAgainstPricesIsExact() {
    // Early starts and late go-lives are each cheap here on some days, and the elapsed time lets
    // nobody have both: a dearer beginning that leaves more room must not be forgotten.
    var region = SmallWorlds.region(weeks: 3)
    for stage in 1...2 { region.pathway.stages[stage].longestWait = .workingDays(9) }
    region.pathway.stages[0].lengths = Stage.Lengths(minimum: 1, usual: 1, maximum: 1)
    region.rules.maximumElapsed = .workingDays(6)
    region.objective.wait = 0
    region.objective.delay = 0
    region.resources = [0, 1, 2].map { stage in
      Resource(
        id: ResourceID("starts-\(stage)"), name: "Starts", capacity: 1, period: .day,
        use: .starts([stage]))
    }
    var worlds = RandomWorlds(seed: 8)
    for world in 0..<60 {
      let prices = worlds.prices(in: region)
      let bound = proveBound(certificate: Certificate(prices: prices), region: region)
      let least = ListedPractice(0, in: region, prices: prices).least() ?? 0
      #expect(bound.practices == Int64((least * 1e6).rounded()), "world \(world)")
    }
  }

  @Test func byHand() {
    // Two practices, one go-live a week in weeks of 10 and 17 May, each with its cheapest dates on
    // 13 May (a delay of 1; squeezing PR to gain that day would cost 3). Going live in the next
    // week means 17 May: a delay of 5 and a wait of 1 (0.5 each) or less with a longer PR.
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let free = proveBound(certificate: Certificate(), region: region)
    #expect(free.millionths == 2_000_000)
    let price = Certificate.Price(
      resource: "lives", period: SmallWorlds.monday, units: 3_000)
    let bound = proveBound(certificate: Certificate(prices: [price]), region: region)
    // Each takes the price of 3 rather than go a week later for 4; one capacity is taken off.
    #expect(bound.practices == 8_000_000)
    #expect(bound.capacities == 3_000_000)
    #expect(bound.points == 5)
  }

  @Test func aPriceInAFinerUnitCountsAsMuch() {
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    region.links = [Link(rule: .before(lag: .days(7)), first: 0, second: 1)]
    func bound(_ unit: Certificate.Unit, _ lives: Int, _ link: Int) -> ProvenBound {
      let price = Certificate.Price(resource: "lives", period: SmallWorlds.monday, units: lives)
      let row = Certificate.LinkPrice(
        first: "P1", second: "P2", firstDays: day("2027-05-13")...day("2027-05-20"),
        secondDays: day("2027-05-12")...day("2027-05-19"), units: link)
      return proveBound(
        certificate: Certificate(prices: [price], links: [row], unit: unit), region: region)
    }
    let whole = bound(.thousandth, 2_500, 1_125)
    #expect(whole.faults.isEmpty && whole.capacities == 3_625_000)
    #expect(bound(.tenThousandth, 25_000, 11_250) == whole)
    #expect(bound(.hundredThousandth, 250_000, 112_500) == whole)
    #expect(bound(.millionth, 2_500_000, 1_125_000) == whole)
    #expect(bound(.millionth, 2_500_001, 1_125_000).capacities == 3_625_001)
    #expect(bound(.thousandth, Int.max / 1_000 + 1, 0).faults.count == 1)
    #expect(bound(.thousandth, 0, Int.max / 999).faults.count == 1)
  }

  @Test func entriesThatProveNothingAreFaults() {
    var region = SmallWorlds.region(practices: 2)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    region.links = [Link(rule: .before(lag: .days(7)), first: 0, second: 1)]
    func faults(_ certificate: Certificate) -> Int {
      let bound = proveBound(certificate: certificate, region: region)
      // Whatever is wrong is left out, so the bound is that of no prices.
      if !bound.faults.isEmpty { #expect(bound.millionths == 2_000_000) }
      return bound.faults.count
    }
    func price(_ resource: ResourceID, _ period: String, _ units: Int) -> Certificate {
      let price = Certificate.Price(
        resource: resource, period: day(period), units: units)
      return Certificate(prices: [price])
    }
    #expect(faults(price("lives", "2027-05-10", 1)) == 0)
    #expect(faults(price("lives", "2027-05-11", 1)) == 1)
    #expect(faults(price("lives", "2027-05-10", -1)) == 1)
    #expect(faults(price("other", "2027-05-10", 1)) == 1)
    func link(_ first: PracticeCode, _ one: String, _ second: PracticeCode, _ two: String)
      -> Certificate
    {
      let row = Certificate.LinkPrice(
        first: first, second: second, firstDays: day("2027-05-13")...day(one),
        secondDays: day("2027-05-12")...day(two), units: 1)
      return Certificate(links: [row])
    }
    #expect(faults(link("P1", "2027-05-20", "P2", "2027-05-19")) == 0)
    #expect(faults(link("P1", "2027-05-20", "P2", "2027-05-20")) == 1)
    #expect(faults(link("P2", "2027-05-20", "P1", "2027-05-19")) == 1)
    #expect(faults(link("P9", "2027-05-20", "P1", "2027-05-19")) == 1)
  }

  @Test func linkPricesProveWhatTheLinkCosts() {
    // Apart by a month in a horizon of four weeks: both cannot be live at all.
    var region = SmallWorlds.region(practices: 2)
    region.links = [Link(rule: .apart(lag: .days(60)), first: 0, second: 1)]
    let row = Certificate.LinkPrice(
      first: "P1", second: "P2", firstDays: region.horizon, secondDays: region.horizon,
      units: 1_999_000)
    let bound = proveBound(certificate: Certificate(links: [row]), region: region)
    #expect(bound.points == 2_001)
  }

  @Test func aChainOfTogetherLinksIsFreedByLeavingOutItsMiddle() {
    var region = SmallWorlds.region(practices: 3)
    region.objective.unscheduled = 1
    region.objective.delay = 10
    region.links = [
      Link(rule: .together, first: 0, second: 1), Link(rule: .together, first: 1, second: 2),
    ]
    region.practices[0].pinnedGoLive = day("2027-05-13")
    region.practices[2].pinnedGoLive = day("2027-05-20")
    let bound = proveBound(certificate: Certificate(), region: region)
    #expect(!bound.isImpossible)
    // Leaving out the middle costs 1; the ends are 1 and 8 days after their first day.
    #expect(bound.points == 91)
  }

  @Test func aCommitmentThatCannotBeKept() {
    var region = SmallWorlds.region()
    region.practices[0].pinnedGoLive = day("2027-05-16")
    #expect(proveBound(certificate: Certificate(), region: region).isImpossible)
  }

  @Test func aStageUnderWayEndsNoSoonerThanItCan() {
    var worlds = RandomWorlds(seed: 14)
    var bound = 0
    for world in 0..<120 {
      var region = worlds.region()
      let start = region.horizon.lowerBound + worlds.number(0...3)
      region.practices[0].actuals = [
        0: Practice.Actual(start: start, finish: nil, finishesFrom: start + worlds.number(1...9))
      ]
      let proven = proveBound(certificate: Certificate(), region: region)
      let listed = ListedPractice(0, in: region, prices: [])
      guard let least = listed.least() else {
        #expect(proven.isImpossible, "world \(world)")
        continue
      }
      #expect(abs(proven.points - least) < 1e-4, "world \(world): \(proven.points), \(least)")
      region.practices[0].actuals[0]?.finishesFrom = nil
      let free = ListedPractice(0, in: region, prices: []).least() ?? least
      bound += free < least - 1e-3 ? 1 : 0
    }
    #expect(bound > 10)
  }

  @Test func aPeriodOverNewYearIsKept() {
    // Christmas Eve to the second Monday of January, over a horizon that holds New Year.
    var region = SmallWorlds.region(weeks: 6)
    let monday = day("2027-12-13")
    region.calendar = WorkingCalendar(first: monday - 56, last: monday + 182, holidays: [])
    region.horizon = monday...(monday + 39)
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "christmas", name: "Christmas",
        dates: .everyYear(
          from: ProtectedPeriod.MonthDay(month: 12, day: 14),
          to: ProtectedPeriod.MonthDay(month: 1, day: 10)), stages: [0, 1, 2], rule: .forbid)
    ]
    let schedule = SmallWorlds.schedule(from: day("2028-01-10"), in: region)
    #expect(
      Checker().findings(schedules: [0: schedule], region: region).map(\.rule) == [.protected])
    // The stages cannot lie in the period, so the first go-live is three days after it, or in 2027
    // not at all.
    let first = BruteForce(0, in: region).schedules().map { $0[2].start }.min()
    #expect(first == day("2028-01-13"))
    #expect(PlanCost(of: region).cost(of: [:]).total == 2_000)
    region.practices[0].pinnedGoLive = day("2028-01-12")
    #expect(proveBound(certificate: Certificate(), region: region).isImpossible)
    region.practices[0].pinnedGoLive = day("2028-01-13")
    #expect(!proveBound(certificate: Certificate(), region: region).isImpossible)
  }

  @Test func theFullPathwayUnderPrices() {
    let region = England.region(practices: 3, years: 1)
    var worlds = RandomWorlds(seed: 6)
    let certificate = Certificate(prices: worlds.prices(in: region))
    let bound = proveBound(certificate: certificate, region: region)
    let free = proveBound(certificate: Certificate(), region: region)
    #expect(bound.faults.isEmpty && bound.practices > free.practices)
  }
}
