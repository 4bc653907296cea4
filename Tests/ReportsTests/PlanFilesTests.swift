import Days
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
}
