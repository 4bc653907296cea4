import Days
import Foundation
import Migrations
import RegionFiles
import Testing

@testable import Reports

@Suite struct ReplanRecordTests {
  /// The sample as a replan: one practice frozen, one with facts, one overdue.
  private var report: PlanReport {
    var report = Sample.report
    var baseline = Baseline(asOf: Sample.day("2026-12-01"), freeze: .days(42), mostMoves: 3)
    baseline.goLives = ["Z00001": Sample.day("2027-01-12"), "Z00002": Sample.day("2027-02-03")]
    baseline.frozen = ["Z00001"]
    baseline.overdue = ["Z00002"]
    baseline.notices = ["Z00001": Sample.day("2026-12-10")]
    baseline.facts = [
      "Z00001": [
        0: Practice.Actual(start: Sample.day("2026-10-01"), finish: Sample.day("2026-10-14")),
        1: Practice.Actual(start: Sample.day("2026-10-15"), finish: nil),
      ]
    ]
    report.region.baseline = baseline
    return report
  }

  @Test func itFitsTheSchema() throws {
    let json = try ReadJSON.read(PlanJSONWriter().files(for: report)[0].text)
    var check = SchemaCheck(try ReadJSON.read(PlanSchema.plan))
    check.check(json, against: try ReadJSON.read(PlanSchema.plan))
    #expect(check.faults == [])
    #expect(json["replan"]?["max_moves"]?.number == 3)
  }

  @Test func aPlanFromNothingSaysNothingOfIt() throws {
    let json = try ReadJSON.read(PlanJSONWriter().files(for: Sample.report)[0].text)
    #expect(json["replan"] == nil)
  }

  @Test func theBaselineComesBackAsItWas() throws {
    let report = report
    let folder = NSTemporaryDirectory() + "tranche-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = PlanJSONWriter().files(for: report)[0]
    try Data(file.bytes).write(to: URL(fileURLWithPath: folder + "/plan.json"))
    var region = report.region
    region.baseline = nil
    for path in [folder, folder + "/plan.json"] {
      let reading = PlanFolder.read(path, for: region)
      #expect(reading.baseline == report.region.baseline)
      #expect(reading.fingerprint == Fingerprint.sha256(file.bytes))
      let snapshot = try #require(PlanSnapshotFile.read(path).plan)
      let whole = PlanSnapshot(
        of: report.plan, in: report.region,
        inputs: Dictionary(uniqueKeysWithValues: report.inputs.map { ($0.file, $0.sha256) }))
      #expect(snapshot.entries.map(\.stages) == whole.entries.map(\.stages))
      #expect(snapshot.entries.map(\.goLive) == whole.entries.map(\.goLive))
      #expect(snapshot.entries.map(\.name) == whole.entries.map(\.name))
      #expect(snapshot.inputs == whole.inputs)
      #expect(abs(snapshot.cost.total - whole.cost.total) < 1e-5)
    }
    #expect(PlanSnapshotFile.read(folder + "/none.json").missingFile)
  }
}
