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
    for file in Sample.html.files(for: Sample.report) { try Golden.expect(file) }
    for file in Sample.html.files(for: Sample.portfolio) {
      try Golden.look(file, name: "portfolio.html")
    }
  }

  /// What office programs draw wrongly must not be in the file.
  @Test func svgKeepsToTheOfficeProfile() {
    for report in [Sample.report, Sample.portfolio, Sample.hostile] {
      for text in [svg(report), board(report)] {
        for word in [
          "<style", " class=", " style=", "rgba(", "transparent", "<pattern", "clip-path",
          "<clipPath", "<filter", "<foreignObject", "text-anchor", "<use", "<image", "href", "%\"",
        ] {
          #expect(!text.contains(word), "\(word)")
        }
        let names = MarkupScan(text).names
        #expect(
          names.isSubset(of: ["svg", "title", "desc", "rect", "line", "text", "polygon", "path"]))
        #expect(text.matches(of: /font-family="(?!Arial")/).isEmpty)
        #expect(text.matches(of: /(fill|stroke)="(?!#[0-9a-f]{6}"|none")/).isEmpty)
      }
    }
  }

  @Test func htmlLoadsNothing() {
    for report in [Sample.report, Sample.hostile] {
      for text in [html(report), page(report)] {
        #expect(text.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!text.contains("unsafe-inline"))
        #expect(text.matches(of: /\ style="|\ on[a-z]+="/).isEmpty)
        for word in ["http:", "https:", "//www", "src=\"", "@import", "<link", "<img", "<iframe"] {
          #expect(!text.contains(word), "\(word)")
        }
      }
    }
    #expect(svg(Sample.report).matches(of: /https?:/).count == 1)
  }

  @Test func markupIsWellFormed() {
    for report in [Sample.report, Sample.portfolio, Sample.hostile] {
      #expect(MarkupScan(svg(report)).faults == [])
      #expect(MarkupScan(html(report)).faults == [])
      #expect(MarkupScan(page(report)).faults == [])
      #expect(MarkupScan(board(report)).faults == [])
    }
    #expect(!MarkupScan("<a><b></a></b>").faults.isEmpty)
    #expect(!MarkupScan("<a x=\"1>").faults.isEmpty)
  }

  /// Final data production of the fourth practice starts on 1 June, where a month begins.
  @Test func ticksAndBarsShareOneOriginInSVG() throws {
    let text = svg(Sample.report)
    let label = try #require(text.firstMatch(of: /x="([0-9.]+)" [^>]*>June</)).1
    let tick = try #require(Double(label)) - 3
    #expect(text.contains("<line x1=\"\(Markup.number(tick))\""))
    #expect(text.contains("<rect x=\"\(Markup.number(tick))\" y="))
    #expect(Sample.report.plan.practices[3].schedule[8].start == Sample.day("2027-06-01"))
  }

  @Test func ticksAndBarsShareOneOriginInHTML() throws {
    let text = html(Sample.report)
    let tick = try #require(text.firstMatch(of: /<text x="([0-9.]+%)" dx="3" y="28">Jun</)).1
    #expect(text.contains("<line class=\"tick\" x1=\"\(tick)\""))
    #expect(text.contains("<rect class=\"cutover\" x=\"\(tick)\""))
    // Every lane fills its cell, header and rows alike, so equal shares are equal places.
    let lanes = text.matches(
      of: /class="lane"[^>]*>(?:<span[^>]*>Timeline<\/span>)?<svg [^>]*width="([^"]+)"/
    ).map(\.1)
    #expect(lanes.count == 7)
    #expect(Set(lanes) == ["100%"])
  }

  @Test func groupsHoldEveryScheduledPracticeOnce() {
    for grouping in GanttGrouping.allCases {
      let chart = GanttChart(of: Sample.portfolio, grouping: grouping)
      let codes = chart.groups.flatMap(\.rows).map(\.practice.code)
      #expect(codes.count == 50)
      #expect(Set(codes).count == 50)
      #expect(chart.groups.allSatisfy { !$0.rows.isEmpty })
    }
    let pcns = GanttChart(of: Sample.report, grouping: .pcn).groups.map(\.title)
    #expect(pcns == ["PCN U10001", "PCN U10002", "No primary care network"])
  }

  private func svg(_ report: PlanReport) -> String { GanttSVGWriter().files(for: report)[0].text }
  private func board(_ report: PlanReport) -> String {
    GanttSVGWriter(hasBoard: true).files(for: report)[1].text
  }
  private func page(_ report: PlanReport) -> String {
    Sample.reportPage.files(for: report)[0].text
  }
  private func html(_ report: PlanReport) -> String { Sample.html.files(for: report)[0].text }
}
