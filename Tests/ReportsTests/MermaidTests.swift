import Migrations
import Foundation
import Testing

@testable import Reports

@Suite("Reports: Mermaid") struct MermaidTests {
  @Test func diagramsAreWhatTheyWere() throws {
    let files = MermaidWriter().files(for: Sample.report)
    try Golden.expect(try #require(files.named("mermaid/region.mmd")), name: "region.mmd")
    try Golden.expect(
      try #require(files.named("mermaid/practice-Z00001.mmd")), name: "practice.mmd")
    #expect(files.count == 6)
  }

  @Test func longDiagramsAreSplitAndLoseNobody() throws {
    let longest = 3_000
    let files = MermaidWriter(longest: longest).files(for: Sample.portfolio)
      .filter { $0.name.hasPrefix("mermaid/region") }
    #expect(files.count > 1)
    #expect(files.allSatisfy { $0.text.count <= longest })
    let codes = files.flatMap { file in
      file.text.split(separator: "\n").filter { $0.hasPrefix("    Z01") }.map { $0.prefix(10) }
    }
    #expect(codes.count == 50 && Set(codes).count == 50)
  }

  @Test func hostileNamesEndNoLine() throws {
    let plain = MermaidWriter().files(for: Sample.report)
    let hostile = MermaidWriter().files(for: Sample.hostile)
    for (one, other) in zip(plain, hostile) {
      let lines = other.text.split(separator: "\n")
      #expect(lines.count == one.text.split(separator: "\n").count, "\(other.name)")
      for line in lines where line.hasPrefix("    ") {
        #expect(line.count(where: { $0 == ":" }) == 1, "\(line)")
        #expect(!line.contains("#") && !line.contains(";"), "\(line)")
      }
    }
    let region = try #require(hostile.named("mermaid/region.mmd"))
    for part in ["<script>alert(1)</script>]]>", "日本語クリニック", "ידידות", "O\"Brien's & <b>Sons</b>"] {
      #expect(region.text.contains(part), "\(part)")
    }
  }

  @Test func aNameThatIsAWordOfTheLanguageIsStillAName() throws {
    var report = Sample.report
    report.region.practices[0].code = "section"
    let text = try #require(MermaidWriter().files(for: report).named("mermaid/region.mmd")).text
    #expect(text.contains("    - section Old Mill Surgery :"))
  }
}
