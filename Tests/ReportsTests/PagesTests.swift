import Days
import Foundation
import Migrations
import Testing

@testable import Reports

@Suite("Reports: pages and pictures") struct PagesTests {
  /// No page shrinks: type has its size, and everything stands on the sheet.
  @Test(arguments: Paper.allCases) func everyMarkStandsOnItsSheet(paper: Paper) {
    for report in [Sample.report, Sample.portfolio, Sample.hostile] {
      for page in PlanPages(of: report, paper: paper, grouping: .pcn).pages {
        for mark in page.drawing.marks {
          switch mark {
          case .text(let text, let start, let size, _, let isBold):
            #expect(size >= 9.4, "\(text)")
            #expect(start.x >= 0 && start.y <= paper.size.height, "\(text)")
            #expect(
              start.x + ArialWidth.of(text, size: size, bold: isBold) <= paper.size.width + 0.5,
              "\(text)")
          case .rectangle(let corner, let width, let height, _, _):
            #expect(corner.x >= 0 && corner.x + width <= paper.size.width)
            #expect(corner.y >= 0 && corner.y + height <= paper.size.height)
          default: break
          }
        }
      }
    }
  }

  /// Every scheduled practice is on a page of the chart, and every stage's bar on some page.
  @Test func chunksLeaveNothingOut() {
    let chart = GanttChart(of: Sample.portfolio, grouping: .pcn)
    for (most, lines) in [(60, 5), (200, 12), (2_000, 40)] {
      let stretches = chart.stretches(of: most)
      #expect(stretches.first?.lowerBound == chart.days.lowerBound)
      #expect(stretches.last?.upperBound == chart.days.upperBound)
      #expect(
        zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
      var bars = 0
      for days in stretches {
        let chunks = chart.chunks(of: lines, in: days)
        #expect(chunks.allSatisfy { $0.reduce(0) { $0 + $1.rows.count + 1 } <= lines })
        let rows = chunks.flatMap { $0.flatMap(\.rows) }
        bars += rows.flatMap(\.bars).count { days.contains($0.days.lowerBound) }
      }
      #expect(bars == chart.rowsByGoLive.count * 12)
    }
  }

  @Test func boardCountsEveryGoLiveOnce() {
    let slide = BoardSlide(of: Sample.portfolio)
    var counts: [Int] = []
    for mark in slide.drawing.marks {
      if case .text(let text, _, _, "#ffffff", true) = mark { counts.append(Int(text) ?? -1) }
    }
    // Each go-live counts in its group's row and in the last one.
    #expect(counts.reduce(0, +) == 100)
    #expect(slide.sentences.count == 3)
  }

  @Test func pdfIsTaggedAndRepeats() throws {
    let files = try PDFWriter(hasBoard: true).files(for: Sample.hostile)
    #expect(files.map(\.name) == ["report.pdf", "board.pdf"])
    #expect(try PDFWriter(hasBoard: true).files(for: Sample.hostile) == files)
    for file in files {
      #expect(file.bytes.starts(with: Array("%PDF-".utf8)))
      #expect(Data(file.bytes).range(of: Data("/MarkInfo".utf8)) != nil)
    }
  }

  @Test func pngHasItsSizeAndAnAlternative() throws {
    let files = try PNGWriter(dotsPerInch: 96, hasBoard: true).files(for: Sample.report)
    #expect(files.map(\.name) == ["gantt.alt.txt", "gantt.png", "board.png"])
    #expect(files[0].text.contains("Gantt chart"))
    let board = files[2].bytes
    #expect(Array(board[16..<24]) == [0, 0, 7, 128, 0, 0, 4, 56], "1920 by 1080")
    var writer = PNGWriter(dotsPerInch: 48)
    writer.longest = 400
    let many = try writer.files(for: Sample.portfolio)
    #expect(many.map(\.name).contains("gantt-1.png"), "too long for one picture")
  }
}
