import Days
import Migrations
import RegionFiles
import Testing

@testable import Reports

@Suite("Reports: calendars that are read again") struct CalendarUpdateTests {
  private func events(_ report: PlanReport, _ name: String = "region") throws
    -> [String: [String: String]]
  {
    let files = Sample.calendars.files(for: report)
    return CalendarScan(try #require(files.named("calendars/\(name).ics"))).byKey
  }

  @Test func idsOutliveEveryPlan() throws {
    let first = try events(Sample.plan())
    let second = try events(Sample.plan(moved: [0: 3, 2: -5]))
    for (key, event) in first { #expect(event["UID"] == second[key]?["UID"], "\(key)") }
    #expect(Set(first.values.compactMap { $0["UID"] }).count == first.count)
    // RFC 9562: version 5 and its variant.
    let id = try #require(first["Z00001/go-live"]?["UID"])
    #expect(id.count == 36 && Array(id)[14] == "5" && "89ab".contains(Array(id)[19]))
    #expect(NameUUID.of("a") != NameUUID.of("b"))
  }

  @Test func aDateThatMovesRaisesItsSequenceAndNoOther() throws {
    let one = Sample.revision(1)
    let two = Sample.revision(2, moved: [0: 3])
    let before = try events(Sample.accepted([one]))
    let after = try events(Sample.accepted([one, two], moved: [0: 3]))
    #expect(before.values.allSatisfy { $0["SEQUENCE"] == "0" && $0["STATUS"] == "CONFIRMED" })
    for (key, event) in after {
      let hasMoved =
        before[key]?["DTSTART;VALUE=DATE"] != event["DTSTART;VALUE=DATE"]
        || before[key]?["DTEND;VALUE=DATE"] != event["DTEND;VALUE=DATE"]
      #expect(event["SEQUENCE"] == (hasMoved ? "1" : "0"), "\(key)")
      #expect(event["DTSTAMP"] == (hasMoved ? "20260802T000000Z" : "20260801T000000Z"), "\(key)")
      #expect(hasMoved == key.hasPrefix("Z00001/"), "\(key)")
      if !hasMoved { #expect(event == before[key], "\(key)") }
    }
    #expect(after["Z00001/go-live"]?["DESCRIPTION"]?.contains("It was 14 January 2027.") == true)
  }

  @Test func acceptedAgainWithoutChangesNothingChanges() throws {
    let one = Sample.revision(1)
    let again = Sample.revision(2)
    let first = try events(Sample.accepted([one]))
    let second = try events(Sample.accepted([one, again]))
    for (key, event) in first { #expect(second[key] == event, "\(key)") }
  }

  @Test func aDraftRaisesNoSequence() throws {
    var draft = Sample.plan(moved: [0: 3])
    draft.revisions = [Sample.revision(1)]
    let events = try events(draft)
    #expect(events.values.allSatisfy { $0["SEQUENCE"] == "0" })
    #expect(events["Z00001/go-live"]?["STATUS"] == "TENTATIVE")
    #expect(events["Z00002/go-live"]?["STATUS"] == "CONFIRMED")
  }

  @Test func whatGoesIsCancelledForTwoRevisions() throws {
    let one = Sample.revision(1)
    let gone = (2...4).map { Sample.revision($0, without: [1]) }
    func go(_ count: Int) throws -> [String: String]? {
      try events(
        Sample.accepted([one] + gone.prefix(count), without: [1]), "practice-Z00002")[
          "Z00002/go-live"]
    }
    for count in 1...2 {
      let event = try #require(try go(count))
      #expect(event["STATUS"] == "CANCELLED" && event["SEQUENCE"] == "1")
      #expect(event["SUMMARY"]?.hasPrefix("Cancelled: ") == true)
      #expect(event["DTSTART;VALUE=DATE"] == "20270203")
    }
    let files = Sample.calendars.files(for: Sample.accepted([one] + gone, without: [1]))
    #expect(files.named("calendars/practice-Z00002.ics") == nil)
  }

  @Test func aPracticeThatLeftTheRegionIsCancelledToo() throws {
    var report = Sample.accepted([Sample.revision(1), Sample.revision(2, without: [4])])
    report.region.practices.removeLast(2)
    report.plan.practices.removeLast(2)
    let events = try events(report)
    #expect(events["Z00005/go-live"]?["STATUS"] == "CANCELLED")
  }

  @Test func theLastChangesAreAFeedOfTheirOwn() throws {
    let report = Sample.accepted(
      [Sample.revision(1), Sample.revision(2, moved: [0: 3])], moved: [0: 3])
    let events = try events(report, "changes-rev-2")
    #expect(events.count == 10)
    #expect(events.keys.allSatisfy { $0.hasPrefix("Z00001/") })
  }

  @Test(
    arguments: [
      ([], 0, nil), ([nil], 0, nil), ([1], 0, 0), ([1, 1], 0, 0), ([1, 2], 1, 1), ([1, nil], 1, 1),
      ([1, nil, 1], 2, 2), ([nil, 1, 2, 2, 3], 2, 4), ([1, nil, nil], 1, 1),
    ] as [([Int?], Int, Int?)])
  func sequencesCountChanges(_ days: [Int?], _ sequence: Int, _ lastChange: Int?) {
    let history = EventHistory(
      days: days.map { $0.map { Day(number: $0)...Day(number: $0) } })
    #expect(history.sequence == sequence && history.lastChange == lastChange)
  }

  @Test("who loses a practice sees its events cancelled, in all calendars it was in")
  func lostPractices() throws {
    let one = Sample.revision(1)
    let first = Sample.accepted([one])
    let region = first.region
    let place = try #require(
      region.practices.firstIndex { $0.pcn != nil && $0.partner != nil })
    let practice = region.practices[place]
    // Another PCN and no partner from the second accepted plan on.
    var moved = Sample.plan()
    moved.region.practices[place].pcn = "U99999"
    moved.region.practices[place].partner = nil
    moved.standing = .accepted
    moved.revisions = [
      one, PlanReport.Revision(number: 2, accepted: nil, plan: moved.snapshot),
    ]
    let files = Sample.calendars.files(for: moved)
    let key = "\(practice.code)/go-live"
    for name in [
      "pcn-\(practice.pcn ?? "")", "partner-\(practice.partner?.text ?? "")",
    ] {
      let before = CalendarScan(
        try #require(Sample.calendars.files(for: first).named("calendars/\(name).ics"))
      ).byKey
      let after = CalendarScan(try #require(files.named("calendars/\(name).ics"))).byKey
      #expect(before[key]?["STATUS"] == "CONFIRMED", "\(name)")
      #expect(after[key]?["STATUS"] == "CANCELLED", "\(name)")
      #expect(after[key]?["UID"] == before[key]?["UID"], "\(name)")
      #expect(
        Int(after[key]?["SEQUENCE"] ?? "") ?? 0 > Int(before[key]?["SEQUENCE"] ?? "") ?? 0,
        "\(name)")
    }
    let elsewhere = CalendarScan(try #require(files.named("calendars/pcn-U99999.ics"))).byKey
    #expect(elsewhere[key]?["STATUS"] == "CONFIRMED")
    let system = "calendars/supplier-\(practice.source).ics"
    #expect(CalendarScan(try #require(files.named(system))).byKey[key]?["STATUS"] == "CONFIRMED")
  }
}
