import Days
import Migrations
import Testing

@testable import Reports

@Suite struct ReportTests {
  static let writers: [any PlanWriter] = [.json, .csv, .csv(.plain), .svg, Sample.html]

  @Test func sameReportGivesSameBytes() throws {
    for writer in Self.writers {
      #expect(try writer.files(for: Sample.report) == writer.files(for: Sample.report))
    }
    // Built again from nothing, with the inputs in another order.
    var again = Sample.report
    again.inputs.reverse()
    let other = PlanReport(
      region: again.region, plan: again.plan, inputs: again.inputs, version: again.version)
    for writer in Self.writers {
      #expect(try writer.files(for: other) == writer.files(for: Sample.report))
    }
  }

  @Test func hostileTextIsOnlyText() throws {
    for file in try Self.writers.flatMap({ try $0.files(for: Sample.hostile) }) {
      let isMarkup = file.name.hasSuffix(".svg") || file.name.hasSuffix(".html")
      if isMarkup {
        #expect(!file.text.contains("<script>alert"), "\(file.name)")
        #expect(!file.text.contains("<b>Sons"), "\(file.name)")
        #expect(!file.text.contains("]]>"), "\(file.name)")
        #expect(file.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;"), "\(file.name)")
        #expect(file.text.contains("O&quot;Brien&#39;s &amp; &lt;b&gt;Sons"), "\(file.name)")
        #expect(!file.text.unicodeScalars.contains("\u{1B}"), "\(file.name)")
      } else if file.name != "stages.csv" {
        #expect(file.text.contains("日本語クリニック"), "\(file.name)")
      }
    }
  }

  @Test func nothingScheduledIsStillAReport() throws {
    var report = Sample.report
    for place in report.plan.practices.indices {
      report.plan.practices[place].schedule = []
      report.plan.practices[place].status = .unscheduled
    }
    report.plan.uses = []
    for file in try Self.writers.flatMap({ try $0.files(for: report) }) {
      if file.name == "stages.csv" {
        #expect(file.text.split(separator: "\r\n").count == 1)
      } else {
        #expect(file.text.contains("The Ridge Surgery"), "\(file.name)")
      }
      if file.name.hasSuffix("ml") || file.name.hasSuffix("svg") {
        #expect(file.text.contains("Protected periods") && file.text.contains("QOF year end"))
      }
    }
    for (_, view) in TextTests.views(TerminalStyle()) {
      #expect(!view.lines(for: report).isEmpty)
    }
    #expect(
      PlanSentences(of: report).scheduled == "0 of 6 practices are scheduled; 6 are left out.")
    #expect(PlanSentences(of: report).leftOut.last == "1 more is left out; the list names them.")
  }

  @Test func artefactsSayWhatTheyAre() throws {
    for writer in [.svg, Sample.html] as [any PlanWriter] {
      let text = try writer.files(for: Sample.report)[0].text
      for part in ["DRAFT", "Barset ICB", "0123456789ab", "ontains no patient data", "1.0.0"] {
        #expect(text.contains(part), "\(part)")
      }
      var accepted = Sample.report
      accepted.standing = .accepted
      #expect(try !writer.files(for: accepted)[0].text.contains("DRAFT"))
    }
  }
}
