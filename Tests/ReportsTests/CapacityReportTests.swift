import Days
import Migrations
import Testing

@testable import Reports

@Suite struct CapacityReportTests {
  @Test func everyPeriodBetweenFirstAndLastUseIsARow() throws {
    let report = Sample.report
    let text = CapacityCSVWriter(style: .plain).files(for: report)[0].text
    let rows = text.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows[0].joined(separator: ",") == "resource,name,per,period,capacity,used,spare,price")
    #expect(rows.count > 2)
    for row in rows.dropFirst() {
      let count = row.count
      let capacity = try #require(Double(row[count - 4]))
      let used = try #require(Double(row[count - 3]))
      let spare = try #require(Double(row[count - 2]))
      #expect(abs(max(0, capacity - used) - spare) < 1e-6)
    }
    let total = rows.dropFirst().reduce(0) { $0 + (Double($1[$1.count - 3]) ?? 0) }
    let uses = CapacityUse.all(of: report).flatMap(\.periods).reduce(0) { $0 + $1.used }
    #expect(abs(total - uses) < 1e-6)
  }

  @Test func theTableAndTheHeatmapFitTheirWidth() {
    for width in [60, 100] {
      let style = TerminalStyle(width: width, isASCII: true)
      let lines = CapacityTableText(style: style, hasHeatmap: true).lines(for: Sample.report)
      #expect(lines.allSatisfy { TerminalWidth.of($0) <= width })
      #expect(lines.contains { $0.contains("#") })
    }
  }

  @Test func theDrawingsAreWellFormed() {
    let heatmap = CapacitySVGWriter().files(for: Sample.report)[0].text
    #expect(heatmap.hasPrefix("<?xml"))
    let frontier = FrontierSVG(
      [
        FrontierSVG.Point(by: Day(number: 20_000), extra: 0, bound: 0),
        FrontierSVG.Point(by: Day(number: 19_900), extra: 12, bound: 10),
      ], title: "A & B"
    ).text
    #expect(frontier.contains("A &amp; B"))
    #expect(frontier.split(separator: "<rect").count == 4)
    for drawing in [heatmap, frontier] {
      #expect(!drawing.contains("NaN") && !drawing.contains("inf"))
    }
  }
}
