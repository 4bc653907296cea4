import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// A price of a link's row is believed only if the link rules out every pair of its days.
@Suite("Rows of links in proofs")
struct LinkRowTests {
  /// Whether a row of two practices of a small world is believed.
  private func holds(
    _ rule: Link.Rule, _ first: ClosedRange<Int>, _ second: ClosedRange<Int>
  ) -> Bool {
    var region = SmallWorlds.region(practices: 2)
    region.links = [Link(rule: rule, first: 0, second: 1)]
    let monday = SmallWorlds.monday
    let row = Certificate.LinkPrice(
      first: "P1", second: "P2",
      firstDays: (monday + first.lowerBound)...(monday + first.upperBound),
      secondDays: (monday + second.lowerBound)...(monday + second.upperBound), units: 1_000)
    let bound = proveBound(certificate: Certificate(links: [row]), region: region)
    if !bound.faults.isEmpty { #expect(bound.capacities == 0) }
    return bound.faults.isEmpty
  }

  @Test func daysThatMayBeTogetherExcludeNothing() {
    #expect(holds(.together, 0...2, 3...4))
    #expect(holds(.together, 7...8, 0...4))
    // Different ranges that share a day, from either side and one within the other.
    #expect(!holds(.together, 0...2, 2...4))
    #expect(!holds(.together, 2...4, 0...2))
    #expect(!holds(.together, 0...4, 1...2))
    #expect(!holds(.together, 1...1, 1...1))
    // Saturday and Sunday are nobody's go-live, so what is shared there is not shared.
    #expect(holds(.together, 3...6, 5...8))
  }

  @Test func bothEndsOfDaysApartCount() {
    let apart = Link.Rule.apart(lag: .days(5))
    #expect(holds(apart, 0...2, 3...4))
    // The first's earliest day is far enough from the second's latest, or the other way round.
    #expect(!holds(apart, 0...2, 3...7))
    #expect(!holds(apart, 3...7, 0...2))
    #expect(!holds(apart, 8...10, 1...4))
    #expect(!holds(apart, 1...4, 8...10))
    #expect(holds(apart, 8...9, 10...11))
    #expect(!holds(.apart(lag: .days(0)), 0...0, 0...0))
  }

  @Test func theLaterOfTwoMayNotComeFirst() {
    let before = Link.Rule.before(lag: .days(2))
    #expect(holds(before, 2...4, 0...3))
    #expect(!holds(before, 2...4, 0...4))
    #expect(!holds(before, 1...4, 0...3))
  }
}
