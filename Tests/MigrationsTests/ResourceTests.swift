import Days
import Migrations
import TestSupport
import Testing

/// Capacities, amounts and the resources that short forms stand for.
@Suite("Resources")
struct ResourceTests {
  private func resource(_ period: Resource.Period, _ changes: [Resource.CapacityChange])
    -> Resource
  {
    Resource(
      id: "r", name: "R", capacity: 3, period: period, use: .starts([2]), changes: changes)
  }

  @Test func theLastChangeInForceCounts() {
    let changes = [
      Resource.CapacityChange(from: day("2027-05-12"), to: nil, capacity: 5),
      Resource.CapacityChange(from: nil, to: day("2027-05-17"), capacity: 1),
      Resource.CapacityChange(from: day("2027-05-17"), to: day("2027-05-17"), capacity: 0),
    ]
    let daily = resource(.day, changes)
    let capacities = ["2027-05-11", "2027-05-12", "2027-05-17", "2027-05-18"].map {
      daily.capacity(inPeriod: day($0))
    }
    #expect(capacities == [1, 1, 0, 5])
  }

  @Test func weeksAreJudgedByTheirMonday() {
    let weekly = resource(
      .week, [Resource.CapacityChange(from: day("2027-05-11"), to: day("2027-05-16"), capacity: 0)])
    #expect(weekly.period(containing: day("2027-05-16")) == day("2027-05-10"))
    #expect(weekly.capacity(inPeriod: day("2027-05-10")) == 3)
    #expect(resource(.day, []).period(containing: day("2027-05-16")) == day("2027-05-16"))
  }

  @Test func amounts() {
    var resource = resource(.week, [])
    let large = SmallWorlds.practice(1, listSize: 12_001)
    let unknown = SmallWorlds.practice(2)
    #expect(resource.amount(of: large, meanListSize: 9) == 1)
    resource.amount = .perPatients(6_000)
    #expect(resource.amount(of: large, meanListSize: 9) == 3)
    #expect(resource.amount(of: SmallWorlds.practice(3, listSize: 12_000), meanListSize: 9) == 2)
    #expect(resource.amount(of: unknown, meanListSize: 9) == 1)
    resource.amount = .patients
    #expect(resource.amount(of: large, meanListSize: 9) == 12_001)
    #expect(resource.amount(of: unknown, meanListSize: 7_123.5) == 7_123.5)
  }

  @Test func filtersMatchOnAllSides() {
    let practice = SmallWorlds.practice(1)
    #expect(Resource.Filter().matches(practice))
    #expect(Resource.Filter(sources: ["emis"], targets: ["tpp"]).matches(practice))
    #expect(!Resource.Filter(sources: ["emis"], targets: ["emis"]).matches(practice))
    #expect(Resource.Filter(eitherSide: "tpp").matches(practice))
    #expect(!Resource.Filter(eitherSide: "other").matches(practice))
    #expect(!Resource.Filter(pcns: ["U2"]).matches(practice))
    var alone = practice
    alone.pcn = nil
    alone.partner = nil
    #expect(!Resource.Filter(pcns: ["U1"]).matches(alone))
    #expect(!Resource.Filter(partners: ["csu"]).matches(alone))
  }

  @Test func shortFormsOfSystems() throws {
    let system = ClinicalSystem(id: "tpp", name: "SystmOne")
    let found = Resource.ShortForm.ofSystems.compactMap {
      Resource.shortForm($0, of: system, capacity: 4, pathway: England.pathway)
    }
    #expect(
      found.map(\.id.text) == [
        "tpp-extracts", "tpp-loads", "tpp-go-lives", "tpp-go-lives-day", "tpp-concurrent",
        "tpp-trainers",
      ])
    #expect(found[0].use == .starts([4, 8]) && found[0].appliesTo.sources == ["tpp"])
    #expect(found[1].use == .starts([4, 8]) && found[1].appliesTo.targets == ["tpp"])
    #expect(found.map(\.period) == [.week, .week, .week, .day, .week, .week])
    let goLive = StageEvent(stage: 10, edge: .start)
    #expect(
      found[5].use
        == .span(
          Resource.SpanEnd(event: goLive, offset: -10), Resource.SpanEnd(event: goLive, offset: -1))
    )
    #expect(
      found[4].use
        == .span(
          Resource.SpanEnd(event: StageEvent(stage: 1, edge: .start)),
          Resource.SpanEnd(event: StageEvent(stage: 11, edge: .finish))))
  }

  @Test func shortFormsOfPartnersAndNetworks() {
    let partner = Partner(id: "csu", name: "CSU")
    let found = Resource.ShortForm.ofPartners.compactMap {
      Resource.shortForm($0, of: partner, capacity: 4, pathway: England.pathway)
    }
    #expect(
      found.map(\.id.text) == ["csu-project-managers", "csu-engineers", "csu-floor-walkers"])
    #expect(found[1].use == .days([2, 10]) && found[2].amount == .perPatients(8_000))
    #expect(found.allSatisfy { $0.appliesTo.partners == ["csu"] && $0.capacity == 4 })
    let cutovers = Resource.pcnCutovers(pcn: "U1", capacity: 1, pathway: England.pathway)
    #expect(cutovers.id == "pcn-cutovers-U1" && cutovers.use == .days([8, 9, 10]))
  }

  @Test func aPathwayWithoutTheStagesHasNoShortForm() {
    let system = ClinicalSystem(id: "tpp", name: "SystmOne")
    let pathway = SmallWorlds.pathway()
    #expect(Resource.shortForm(.loadsPerWeek, of: system, capacity: 1, pathway: pathway) == nil)
    #expect(Resource.shortForm(.goLivesPerDay, of: system, capacity: 1, pathway: pathway) != nil)
  }
}
