import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// The first go-live day that a practice's own rules allow.
@Suite("Earliest go-live")
struct EarliestGoLiveTests {
  @Test func agreesWithBruteForceOnRandomWorlds() {
    var worlds = RandomWorlds(seed: 1)
    var dated = 0
    for world in 0..<400 {
      let region = worlds.region()
      let earliest = EarliestGoLive(of: region).day(of: 0)
      let expected = BruteForce(0, in: region).schedules()
        .map { $0[region.pathway.goLive].start }.min()
      #expect(earliest == expected, "world \(world)")
      dated += expected == nil ? 0 : 1
    }
    // Both answers must be common, or the agreement says little.
    #expect(dated > 150 && dated < 390)
  }

  @Test func everyLegalPlanOfBruteForceIsLegal() {
    var worlds = RandomWorlds(seed: 2)
    for world in 0..<100 {
      var region = worlds.region()
      region.resources = []
      for schedule in BruteForce(0, in: region).schedules().prefix(20) {
        let found = Checker().findings(schedules: [0: schedule], region: region)
        #expect(found.isEmpty, "world \(world): \(found.map(\.message))")
      }
    }
  }

  @Test func theFullPathwayByHand() {
    // PR 5 days to 8 January; five weeks on is Friday 12 February for ID; DC 3, FX 1, SO 1, FD 1
    // and CO 2 working days follow without a wait, so GL is on Thursday 25 February.
    var region = England.region(practices: 1, years: 1)
    region.protectedPeriods = []
    #expect(EarliestGoLive(of: region).day(of: 0) == day("2027-02-25"))
  }

  @Test func protectedPeriodsPushItOut() {
    // On 25 February PG would run into QOF year end, which shuts FD to PG until 15 April; so FD on
    // Friday 16, CO until 20, GL on 21 April.
    let region = England.region(practices: 1, years: 1)
    #expect(EarliestGoLive(of: region).day(of: 0) == day("2027-04-21"))
  }

  @Test func aPinOnASundayAllowsNothing() {
    var region = SmallWorlds.region()
    region.practices[0].pinnedGoLive = day("2027-05-16")
    #expect(EarliestGoLive(of: region).day(of: 0) == nil)
    region.practices[0].pinnedGoLive = day("2027-05-19")
    #expect(EarliestGoLive(of: region).day(of: 0) == day("2027-05-19"))
  }
}
