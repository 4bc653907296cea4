import Days
import FoundationEssentials
import Migrations
import Testing

@testable import Reports

@Suite struct PlanFilesTests {
  @Test func planJSONIsAsRecorded() throws {
    for file in PlanJSONWriter().files(for: Sample.report) { try Golden.expect(file) }
  }

  @Test func planAndStagesCSVAreAsRecorded() throws {
    for file in PlanCSVWriter().files(for: Sample.report) { try Golden.expect(file) }
    for file in PlanCSVWriter(style: .plain).files(for: Sample.report) {
      try Golden.expect(file, name: "plain-" + file.name)
    }
  }

  @Test func schemaIsAsRecorded() throws {
    try Golden.expect(OutputFile(name: "plan.schema.json", text: PlanSchema.plan))
  }

  @Test func plansFitTheSchema() throws {
    let schema = try ReadJSON.read(PlanSchema.plan)
    for report in [Sample.report, Sample.portfolio, Sample.hostile] {
      var check = SchemaCheck(schema)
      check.check(try json(report), against: schema)
      #expect(check.faults == [])
    }
  }

  @Test func aProofByCasesFitsTheSchema() throws {
    let schema = try ReadJSON.read(PlanSchema.plan)
    var report = Sample.report
    report.plan.branching = BranchProof(
      bound: report.plan.cost.total,
      branches: [
        .split(
          BranchProof.Split(
            practice: report.region.practices[0].code, event: StageEvent(stage: 1, edge: .start),
            latest: Sample.day("2027-02-05"), leftOut: nil, by: 1, after: 2)),
        .priced(report.plan.certificate), .priced(Certificate()),
      ])
    var check = SchemaCheck(schema)
    let json = try json(report)
    check.check(json, against: schema)
    #expect(check.faults == [])
    #expect(json["branching"]?["gap"]?.number == 0)
    #expect(json["branching"]?["branches"]?.items.count == 3)
    #expect(json["branching"]?["branches"]?.items[0]["latest"]?.string == "2027-02-05")
  }

  @Test func schemaRefusesWhatIsNoPlan() throws {
    let schema = try ReadJSON.read(PlanSchema.plan)
    let text = PlanJSONWriter().files(for: Sample.report)[0].text
    for (part, other) in [
      ("\"proof\": \"within-gap\"", "\"proof\": \"perhaps\""), ("\"seed\": 7", "\"seed\": \"7\""),
      ("2027-01-14", "14 January 2027"), ("\"format\": 1", "\"format\": 2"),
      ("\"ods_code\"", "\"code\""),
    ] {
      var check = SchemaCheck(schema)
      check.check(try ReadJSON.read(text.replacing(part, with: other)), against: schema)
      #expect(!check.faults.isEmpty, "\(other) passes")
    }
  }

  @Test func readersGetBackWhatWasTyped() throws {
    let names = try json(Sample.hostile)["practices"]?.items.compactMap { $0["name"]?.string }
    #expect(names == Sample.hostileNames)
  }

  @Test func boundIsNeverRoundedUp() throws {
    var report = Sample.report
    report.plan.bound = 1_261.1234569
    #expect(try json(report)["summary"]?["bound"]?.number == 1_261.123456)
    report.plan.bound = 1_284.1
    #expect(try json(report)["summary"]?["bound"]?.number == 1_284.1)
    report.plan.bound = 0
    #expect(try json(report)["summary"]?["bound"]?.number == 0)
  }

  @Test func clockTimeAppearsOnlyWhereGiven() throws {
    #expect(try json(Sample.report)["generated"] == nil)
    var report = Sample.report
    report.stamp = .seconds(1_795_167_000)
    #expect(try json(report)["generated"]?.string == "2026-11-20T09:30:00Z")
    report.stamp = .day(Sample.day("2026-11-20"))
    #expect(try json(report)["generated"]?.string == "2026-11-20")
    report.stamp = .seconds(-1)
    #expect(report.stamp?.iso == "1969-12-31T23:59:59Z")
  }

  private func json(_ report: PlanReport) throws -> ReadJSON {
    try ReadJSON.read(PlanJSONWriter().files(for: report)[0].text)
  }
}
