import Days
import Foundation
import Migrations
import RegionFiles
import Testing

@Suite("RegionFiles: the regions of Data") struct ShippedRegionTests {
  static let folders = [
    "devon-cornwall", "eight-practices", "four-practices", "impossible", "overbooked",
    "six-practices",
  ]

  @Test("each is read without error", arguments: folders)
  func reads(_ name: String) throws {
    let path = packageRoot.appendingPathComponent("Data/regions/\(name)").path
    let reading = RegionFolder.read(path)
    #expect(
      reading.diagnostics.filter { $0.severity != .note }.isEmpty,
      "\(DiagnosticText().render(reading.diagnostics))")
    let region = try #require(reading.region)
    #expect(!region.practices.isEmpty)
    #expect(region.pathway.stages.count == 12)
    #expect(region.tasks.count > 100)
    #expect(reading.fingerprints.map(\.file).prefix(2) == ["region.toml", "practices.csv"])
    #expect(reading.fingerprints.allSatisfy { $0.sha256.count == 64 })
  }
}
