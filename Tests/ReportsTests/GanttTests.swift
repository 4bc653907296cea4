import Days
import Migrations
import Testing

@testable import Reports

@Suite struct GanttTests {
  @Test func svgIsAsRecorded() throws {
    for file in GanttSVGWriter().files(for: Sample.report) { try Golden.expect(file) }
    for file in GanttSVGWriter().files(for: Sample.portfolio) {
      try Golden.look(file, name: "portfolio.svg")
    }
  }

  @Test func htmlIsAsRecorded() throws {
    for file in GanttHTMLWriter().files(for: Sample.report) { try Golden.expect(file) }
    for file in GanttHTMLWriter().files(for: Sample.portfolio) {
      try Golden.look(file, name: "portfolio.html")
    }
  }
}
