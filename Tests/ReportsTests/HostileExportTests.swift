import Foundation
import Migrations
import Testing

@testable import RegionFiles
@testable import Reports

/// What people typed comes out of every format as they typed it, read by somebody else's rules.
@Suite("Reports: hostile text") struct HostileExportTests {
  /// The practices that have dates, so that every format names them.
  private let names = Array(Sample.hostileNames.dropLast())

  /// A text without what a terminal obeys: controls are marked, direction marks left out.
  private static func harmless(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0x202A...0x202E).contains(scalar.value) { continue }
      let isControl = scalar.value < 32 && !"\t\n\r".unicodeScalars.contains(scalar)
      kept.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(kept)
  }

  @Test func tablesHoldItLetterByLetter() throws {
    let files = TablesCSVWriter(style: .plain).files(for: Sample.hostile)
    for name in ["schedule.csv", "portfolio.csv", "weeks.csv", "checklist.csv", "pcse.csv"] {
      let bytes = try #require(files.named(name)).bytes
      let scan = CSVScanner(bytes, separator: UInt8(ascii: ","))
      #expect(scan.problems.isEmpty, "\(name)")
      #expect(Set(scan.records.map(\.fields.count)).count == 1, "\(name)")
      let cells = Set(scan.fields.map { CSVTable.text($0, in: bytes) })
      // What only turns the direction of text would turn what follows on a terminal.
      for wanted in names.map(Self.harmless) {
        #expect(cells.contains(wanted), "\(name): \(wanted)")
      }
    }
  }

  @Test func tablesForPeopleHoldNoFormula() throws {
    for file in TablesCSVWriter().files(for: Sample.hostile) {
      let bytes = Array(file.bytes.dropFirst(3))
      let scan = CSVScanner(bytes, separator: UInt8(ascii: ","))
      for field in scan.fields {
        let text = CSVTable.text(field, in: bytes)
        guard let first = text.first, Double(text) == nil else { continue }
        #expect(!"=+-@".contains(first), "\(file.name): \(text)")
      }
    }
  }

  @Test func calendarsHoldItInTheirSummaries() throws {
    let file = try #require(
      Sample.calendars.files(for: Sample.hostile).named("calendars/region.ics"))
    let summaries = CalendarScan(file).events.compactMap { $0["SUMMARY"] }
    #expect(summaries.count == 50)
    for (place, name) in names.enumerated() {
      // Controls but for line ends cannot stand in a calendar; marks of direction are left out.
      let practice = Practice(code: "x", name: name, source: "", target: "")
      let wanted = practice.plainName.replacing("\r\n", with: "\n").replacing("\t", with: " ")
        .unicodeScalars.filter { $0 == "\n" || $0.properties.generalCategory != .control }
      let text = String(String.UnicodeScalarView(wanted))
      #expect(summaries.contains("Go-live: \(text) (Z0000\(place + 1))"), "\(name)")
    }
  }
}
