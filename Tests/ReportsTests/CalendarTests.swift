import Days
import Migrations
import Foundation
import RegionFiles
import Testing

@testable import Reports

@Suite("Reports: calendars") struct CalendarTests {
  private func region(_ report: PlanReport) throws -> CalendarScan {
    let files = Sample.calendars.files(for: report)
    return CalendarScan(try #require(files.named("calendars/region.ics")))
  }

  @Test func theRegionsFeedIsWhatItWas() throws {
    let files = Sample.calendars.files(for: Sample.report)
    try Golden.expect(try #require(files.named("calendars/region.ics")), name: "region.ics")
  }

  @Test func everybodyHasAFeed() {
    let names = Sample.calendars.files(for: Sample.report).map(\.name)
    let feeds = [
      "region", "supplier-emis", "supplier-vision", "supplier-tpp", "partner-csu", "pcn-U10001",
      "pcn-U10002", "practice-Z00001", "practice-Z00005", "protected-periods",
      "invites/Z00001-go-live", "invites/Z00001-cutover-meeting",
      "invites/Z00001-final-data-production",
    ]
    for feed in feeds { #expect(names.contains("calendars/\(feed).ics"), "\(feed)") }
    #expect(!names.contains { $0.contains("Z00006") }, "it is left out of the plan")
    #expect(Set(names).count == names.count)
  }

  @Test func datesAreThePlans() throws {
    let events = try region(Sample.report).byKey
    let goLive = try #require(events["Z00001/go-live"])
    #expect(goLive["DTSTART;VALUE=DATE"] == "20270114")
    #expect(goLive["DTEND;VALUE=DATE"] == "20270115", "the end of an all-day event is exclusive")
    #expect(goLive["SUMMARY"] == "Go-live: Old Mill Surgery (Z00001)")
    #expect(goLive["STATUS"] == "TENTATIVE")
    let cutover = try #require(events["Z00001/cutover"])
    #expect(cutover["DTEND;VALUE=DATE"] == "20270114", "cutover ends the day before go-live")
    #expect(events.count == 5 * 10)
  }

  @Test func detailAddsStagesThenTasks() throws {
    func count(_ detail: EventDetail) -> Int {
      let writer = CalendarWriter(identifier: NameUUID.of, detail: detail)
      let file = writer.files(for: Sample.shipped).named("calendars/practice-A99501.ics")
      return file.map { CalendarScan($0).events.count } ?? 0
    }
    #expect(count(.milestones) == 10)
    #expect(count(.stages) == 16)
    #expect(count(.all) > 90)
  }

  @Test func linesAreShortAndWhole() {
    let report = Sample.hostile
    for file in Sample.calendars.files(for: report) {
      for line in CalendarScan(file).lines {
        #expect(line.utf8.count <= 75, "\(file.name)")
        #expect(!line.contains("\u{FFFD}"), "\(file.name): a character is cut")
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 }, "\(file.name)")
      }
    }
  }

  @Test func invitationsNeedAnOrganiser() throws {
    let name = "calendars/invites/Z00001-go-live.ics"
    let published = try #require(Sample.calendars.files(for: Sample.report).named(name))
    #expect(published.text.contains("METHOD:PUBLISH\r\n"))
    #expect(!published.text.contains("ORGANIZER"))
    #expect(!published.text.contains("X-WR-CALNAME"))
    var report = Sample.report
    report.region.practices[0].contactEmail = "mill@example.nhs.uk\r\nX-EVIL:1"
    let writer = CalendarWriter(identifier: NameUUID.of, organiser: "gp.it@example.nhs.uk")
    let sent = try #require(writer.files(for: report).named(name))
    #expect(sent.text.contains("METHOD:REQUEST\r\n"))
    #expect(sent.text.contains("ORGANIZER:mailto:gp.it@example.nhs.uk\r\n"))
    #expect(!sent.text.contains("\r\nX-EVIL"))
  }

  @Test(
    "each address of a cell is invited once, and where there is none the event is published",
    arguments: [
      ("a@x.nhs.uk;b@x.nhs.uk", ["a@x.nhs.uk", "b@x.nhs.uk"]),
      ("Smith, Jo <jo@x.nhs.uk>, mailto:jo@x.nhs.uk", ["jo@x.nhs.uk"]),
      ("mailto:mailto:it@x.nhs.uk", ["it@x.nhs.uk"]), ("see notes", []), ("", []), ("a@b", []),
    ])
  func attendees(cell: String, wanted: [String]) throws {
    var report = Sample.report
    report.region.practices[0].contactEmail = cell
    let writer = CalendarWriter(
      identifier: NameUUID.of, organiser: "mailto:gp.it@example.nhs.uk")
    let sent = try #require(
      writer.files(for: report).named("calendars/invites/Z00001-go-live.ics"))
    let text = sent.text.replacing("\r\n ", with: "")
    let found = text.split(separator: "\r\n").filter { $0.hasPrefix("ATTENDEE") }
      .compactMap { $0.split(separator: "mailto:").last.map(String.init) }
    #expect(found == wanted)
    #expect(text.contains("METHOD:\(wanted.isEmpty ? "PUBLISH" : "REQUEST")\r\n"))
    #expect(text.contains("ORGANIZER:mailto:gp.it@example.nhs.uk") == !wanted.isEmpty)
  }
}
