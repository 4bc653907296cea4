import Days
import Foundation
import Migrations
import RegionFiles
import Testing

@testable import Reports

@Suite("Reports: packs") struct PackTests {
  private static let files = PackWriter(identifier: NameUUID.of).files(for: Sample.shipped)

  @Test func everybodyHasAFolder() {
    let folders = Dictionary(grouping: Self.files) { $0.name.prefix { $0 != "/" } }
    #expect(folders.count == 7 + 3, "seven practices with dates, two suppliers left, one joined")
    for (folder, files) in folders {
      let isPractice = folder.hasPrefix("A99")
      #expect(files.count == (isPractice ? 6 : 3), "\(folder)")
      #expect(files.contains { $0.name == "\(folder)/calendar.ics" })
    }
  }

  @Test func thePageHasEveryPart() throws {
    let page = try #require(Self.files.named("A99501/index.html")).text
    #expect(MarkupScan(page).faults.isEmpty)
    for part in [
      "Your dates", "Every stage", "Rules for cutover", "Prescriptions", "Registrations",
      "Pathology and screening", "Appointments and bookings", "Third parties",
      "Primary Care Support England", "Checklists by role", "Practice manager",
      "Project manager (CSU)", "IT lead", "ICB", "Tuesday 15 June 2027",
      "Send the form by Thursday 20 May 2027", "Planning for cutover, 3 February 2025",
      "Contains no patient data", "default-src 'none'",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("<script"))
    #expect(!page.contains("http:") && !page.contains("https:"), "the page links nowhere")
  }

  @Test func onlyDispensingPracticesHaveADispensary() throws {
    let without = try #require(Self.files.named("A99501/index.html")).text
    let with = try #require(Self.files.named("A99504/index.html")).text
    #expect(!without.contains("<h3>Dispensary</h3>") && with.contains("<h3>Dispensary</h3>"))
  }

  @Test func thePCSEFieldsAreInTheFormsOrder() throws {
    let csv = try #require(Self.files.named("A99501/pcse.csv")).text
    #expect(
      csv.hasPrefix(
        "\u{FEFF}practice_name,practice_ods_code,links_off_date,links_on_date,new_mesh_mailbox,"))
    #expect(csv.contains("\r\nThistle Park Surgery,A99501,2027-06-04,2027-06-15,,2027-05-20,"))
  }

  @Test func aSuppliersSlotsAreItsOwn() throws {
    let slots = try #require(Self.files.named("supplier-vision/slots.csv")).text
    let rows = slots.split(separator: "\r\n").dropFirst()
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("A99503") || $0.contains("A99505") })
    #expect(rows.allSatisfy { !$0.contains("data load") })
    let capacity = try #require(Self.files.named("supplier-tpp/capacity.csv")).text
    #expect(capacity.contains("tpp-go-lives") && !capacity.contains("emis-extracts"))
  }

  @Test func everyTopicsTaskIsShipped() {
    let known = Set(Sample.shipped.region.tasks.map(\.id))
    #expect(Sample.shipped.region.topics.count == 5)
    for topic in Sample.shipped.region.topics {
      for task in topic.tasks { #expect(known.contains(task), "\(topic.id): \(task)") }
    }
    for party in Sample.shipped.region.thirdParties {
      #expect(known.contains(party.disconnect) && known.contains(party.reconnect), "\(party.id)")
    }
  }

  @Test func redactedPacksTellNothingThatOutsidersNeedNot() throws {
    var report = Sample.shipped
    let secret = "SECRET"
    for place in report.region.practices.indices {
      report.region.practices[place].contactEmail = "\(secret)@example.nhs.uk"
      report.region.practices[place].notes = secret
      report.region.practices[place].otherColumns = [secret]
      report.region.practices[place].listSize = 77_777
      report.plan.practices[place].reason = secret
    }
    report.region.otherColumnNames = [secret]
    func text(_ writer: PackWriter) -> String { writer.files(for: report).map(\.text).joined() }
    let open = text(PackWriter(identifier: NameUUID.of))
    #expect(open.contains(secret) && open.contains("77777"))
    let redacted = text(PackWriter(identifier: NameUUID.of, isRedacted: true))
    #expect(
      !redacted.contains(secret) && !redacted.contains("77777") && !redacted.contains("77,777"))
    #expect(redacted.contains("Thistle Park Surgery") && redacted.contains("A99501"))
  }

  @Test func onePracticesPackIsItsOwnAlone() {
    let writer = PackWriter(identifier: NameUUID.of, only: ["A99502"])
    let files = writer.files(for: Sample.shipped)
    #expect(files.count == 6 && files.allSatisfy { $0.name.hasPrefix("A99502/") })
    #expect(files.allSatisfy { !$0.text.contains("A99501") })
    #expect(files == Self.files.filter { $0.name.hasPrefix("A99502/") })
  }

  @Test func hostileTextIsOnlyText() throws {
    var report = Sample.shipped
    for (place, name) in Sample.hostileNames.enumerated() {
      report.region.practices[place].name = name
      report.region.practices[place].notes = name
      report.plan.practices[place].reason = name
    }
    report.region.systems[0].name = Sample.hostileNames[0]
    report.region.tasks[0].title = Sample.hostileNames[1]
    let pages = PackWriter(identifier: NameUUID.of).files(for: report)
      .filter { $0.name.hasSuffix(".html") }
    #expect(pages.count == 7)
    for page in pages {
      #expect(MarkupScan(page.text).faults.isEmpty, "\(page.name)")
      #expect(!page.text.contains("<script") && !page.text.contains("<b>Sons"), "\(page.name)")
      #expect(!page.text.unicodeScalars.contains("\u{1B}"), "\(page.name)")
    }
    #expect(pages.contains { $0.text.contains("日本語クリニック") })
  }
}
