import Days
import Migrations
import Testing
import TestSupport

@testable import Studies

@Suite struct GroupStudyTests {
  private var region: Region {
    var region = SmallWorlds.region(practices: 5, weeks: 20)
    region.practices[4].pcn = nil
    region.practices[3].pcn = "U2"
    region.practices[2].pcn = "U2"
    region.practices[4].isPilot = true
    region.rules.pilotGap = .days(28)
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "summer", name: "Summer", dates: .once(day("2027-06-14")...day("2027-07-30")),
        stages: [region.pathway.goLive], rule: .forbid)
    ]
    region.links = [
      Link(rule: .together, first: 0, second: 1),
      Link(rule: .apart(lag: .days(7)), first: 1, second: 2),
    ]
    region.links += region.pilotLinks()
    return region
  }

  private func study(_ goLives: [String?]) -> GroupStudy {
    let region = region
    let practices = goLives.enumerated().map { place, goLive in
      PlannedPractice(
        practice: place, status: goLive == nil ? .unscheduled : .scheduled,
        schedule: goLive.map { text in
          let date = day(text)
          return [-3, -1, 0, 1].map { StageDates(start: date + $0, finish: date + $0) }
        } ?? [], earliestGoLive: nil, cost: Cost())
    }
    return GroupStudy(
      of: Plan(practices: practices, cost: Cost(), bound: 0, proof: .stopped), in: region)
  }

  @Test func splitNetworksPartnersLeftBehindAndThePilotsGap() {
    let study = study(["2027-06-09", nil, "2027-08-04", "2027-06-10", "2027-05-12"])
    #expect(study.networks.map(\.code) == ["U1", "U2"])
    #expect(study.networks[0].isSplit)
    #expect(study.networks[0].leftOut == ["P2"])
    #expect(study.networks[1].isSplit)
    #expect(study.networks[1].days == 55)
    #expect(study.pairs.count == 2)
    #expect(study.pairs[0].leavesOneBehind)
    #expect(study.pilots.first?.distance == 28)
    #expect(study.pilots.first?.next?.code == "P1")
    #expect(
      study.text == """
        2 of 2 networks (PCN) with more than one practice are split across tranches.
          U1, 0 days from first to last
            Spring 2027: P1 9 Jun 2027
            left out: P2
          U2, 55 days from first to last
            Spring 2027: P4 10 Jun 2027
            Summer 2027: P3 4 Aug 2027

        2 links, 2 with one of the two left behind.
          P1 and P2 (together): P1 goes live 9 Jun 2027, P2 is left behind
          P2 and P3 (apart, 1 week at least): P3 goes live 4 Aug 2027, P2 is left behind

        Pilot P5 goes live 12 May 2027, 28 days ahead of P1 on 9 Jun 2027; 4 weeks are asked for.

        """)
  }

  @Test func wholeGroupsAreNotCalledSplit() {
    let study = study(["2027-06-09", "2027-06-09", "2027-06-02", "2027-06-10", nil])
    #expect(study.networks.allSatisfy { !$0.isSplit })
    #expect(study.text.contains("P1 and P2 (together): both on 9 Jun 2027"))
    #expect(
      study.text.contains(
        "P2 and P3 (apart, 1 week at least): 9 Jun 2027 and 2 Jun 2027, 7 days apart"))
    #expect(study.text.contains("Pilot P5 is left out, so nobody waits for it."))
  }
}
