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
      resource: "lives", period: SmallWorlds.monday, thousandths: 3_000)
    let bound = proveBound(certificate: Certificate(prices: [price]), region: region)
    // Each takes the price of 3 rather than go a week later for 4; one capacity is taken off.
    #expect(bound.practices == 8_000_000)
    #expect(bound.capacities == 3_000_000)
    #expect(bound.points == 5)
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
    func price(_ resource: ResourceID, _ period: String, _ thousandths: Int) -> Certificate {
      let price = Certificate.Price(
        resource: resource, period: day(period), thousandths: thousandths)
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
        secondDays: day("2027-05-12")...day(two), thousandths: 1)
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
      thousandths: 1_999_000)
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
    #expect(bound.points == 1)
  }

  @Test func aCommitmentThatCannotBeKept() {
    var region = SmallWorlds.region()
    region.practices[0].pinnedGoLive = day("2027-05-16")
    #expect(proveBound(certificate: Certificate(), region: region).isImpossible)
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
