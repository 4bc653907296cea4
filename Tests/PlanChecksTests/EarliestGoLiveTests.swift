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
    var known = 0
    var dated = 0
    for world in 0..<400 {
      let region = worlds.region()
      let earliest = EarliestGoLive(of: region)
      let expected = BruteForce.earliestGoLive(0, in: region)
      #expect(earliest.day(of: 0) == expected, "world \(world)")
      let hasDates = !BruteForce(0, in: region).schedules().isEmpty
      #expect(earliest.hasDates(0) == hasDates, "world \(world)")
      known += expected == nil ? 0 : 1
      dated += hasDates ? 1 : 0
    }
    // Every answer must be common, or the agreement says little.
    #expect(known > 250 && known < 400)
    #expect(dated > 120 && dated < known - 10)
  }

  @Test func sayingWhenChangesNoCost() {
    var worlds = RandomWorlds(seed: 3)
    var compared = 0
    for world in 0..<150 {
      var region = worlds.region().seen(on: nil)
      region.practices[0] = region.practices[0].undated
      guard let earliest = EarliestGoLive(of: region).day(of: 0),
        let schedule = BruteForce(0, in: region).schedules().last
      else { continue }
      let before = PlanCost(of: region).cost(of: 0, schedule: schedule)
      let goLive = schedule[region.pathway.goLive].start
      region.practices[0].pinnedGoLive = goLive
      region.practices[0].frozenGoLive = goLive
      for (stage, dates) in schedule.enumerated() {
        region.practices[0].actuals[stage] = .init(start: dates.start, finish: dates.finish)
        region = region.seen(on: dates.finish)
        #expect(EarliestGoLive(of: region).day(of: 0) == earliest, "world \(world)")
        #expect(
          PlanCost(of: region).cost(of: 0, schedule: schedule) == before, "world \(world)")
      }
      compared += 1
    }
    #expect(compared > 60)
  }

  @Test func aReserveChangesNoCostAndStillBinds() {
    var worlds = RandomWorlds(seed: 5)
    var binding = 0
    for world in 0..<120 {
      let region = worlds.region().seen(on: nil)
      let stage = worlds.number(1...(region.pathway.stages.count - 1))
      let kept = region.keeping([
        Reserve(stage: stage, atLeast: .workingDays(worlds.number(1...2)))
      ])
      let earliest = EarliestGoLive(of: kept)
      #expect(earliest.day(of: 0) == EarliestGoLive(of: region).day(of: 0), "world \(world)")
      #expect(earliest.day(of: 0) == BruteForce.earliestGoLive(0, in: kept), "world \(world)")
      let legal = BruteForce(0, in: kept).schedules()
      #expect(earliest.hasDates(0) == !legal.isEmpty, "world \(world)")
      let first = legal.map { $0[region.pathway.goLive].start }.min()
      if let first, let zero = earliest.day(of: 0), first > zero { binding += 1 }
    }
    #expect(binding > 20)
  }

  @Test func whatIsOnRecordMayLieBeforeTheRegionsFirstDay() {
    var worlds = RandomWorlds(seed: 6)
    var known = 0
    for world in 0..<150 {
      var region = worlds.region()
      region.opening = region.horizon.lowerBound + worlds.number(1...6)
      let earliest = EarliestGoLive(of: region)
      let expected = BruteForce.earliestGoLive(0, in: region)
      #expect(earliest.day(of: 0) == expected, "world \(world)")
      let legal = BruteForce(0, in: region).schedules()
      #expect(earliest.hasDates(0) == !legal.isEmpty, "world \(world)")
      region.resources = []
      for schedule in legal.prefix(10) {
        #expect(Checker().findings(schedules: [0: schedule], region: region).isEmpty)
      }
      known += expected == nil ? 0 : 1
    }
    #expect(known > 60)
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

  @Test func anAgreedDayMovesNothing() throws {
    var region = SmallWorlds.region()
    let free = try #require(EarliestGoLive(of: region).day(of: 0))
    region.practices[0].pinnedGoLive = day("2027-05-16")
    #expect(EarliestGoLive(of: region).day(of: 0) == free)
    #expect(!EarliestGoLive(of: region).hasDates(0))
    region.practices[0].pinnedGoLive = day("2027-05-19")
    #expect(EarliestGoLive(of: region).day(of: 0) == free)
    #expect(EarliestGoLive(of: region).hasDates(0))
  }

  @Test func whereOnlyRecordsAllowADayItIsTheirs() {
    // Nothing may start before the horizon is nearly over, but all has happened already.
    var region = SmallWorlds.region()
    region.practices[0].notBefore = region.horizon.upperBound
    #expect(EarliestGoLive(of: region).day(of: 0) == nil)
    let schedule = BruteForce(0, in: SmallWorlds.region()).schedules()[0]
    for (stage, dates) in schedule.enumerated() {
      region.practices[0].actuals[stage] = .init(start: dates.start, finish: dates.finish)
    }
    #expect(
      EarliestGoLive(of: region).day(of: 0) == schedule[region.pathway.goLive].start)
  }
}
