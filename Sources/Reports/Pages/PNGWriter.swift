/// gantt.png: the chart as a picture, for chat and email, with a text for who cannot see it.
public struct PNGWriter: PlanWriter {
  /// What the rows are grouped by.
  public var grouping: GanttGrouping
  /// Dots an inch; 96 is a screen's.
  public var dotsPerInch: Double
  /// Whether a slide for a board is written too.
  public var hasBoard: Bool

  /// The most pixels on a side of one picture; cairo itself ends at 32,767.
  var longest = 16_000.0

  /// A writer of gantt.png.
  public init(
    grouping: GanttGrouping = .route, dotsPerInch: Double = 144, hasBoard: Bool = false
  ) {
    self.grouping = grouping
    self.dotsPerInch = dotsPerInch
    self.hasBoard = hasBoard
  }

  /// `gantt.png` and `gantt.alt.txt`; `board.png` if asked for; throws `CairoError`.
  ///
  /// A chart longer than a picture may be becomes one for each sheet of A3: `gantt-1.png` and so on.
  public func files(for report: PlanReport) throws -> [OutputFile] {
    let chart = GanttPainter.whole(report, grouping: grouping, pixelsPerDay: 2.4)
    let height = (chart.drawing.bottom + 16).rounded(.up)
    let words = PlanSentences(of: report).all.joined(separator: " ")
    var files = [
      OutputFile(name: "gantt.alt.txt", text: "\(report.title). A Gantt chart. \(words)\n")
    ]
    if max(height, chart.width) * dotsPerInch / 96 <= longest {
      let bytes = try picture(chart.drawing, (chart.width, height))
      files.append(OutputFile(name: "gantt.png", bytes: bytes))
    } else {
      let pages = PlanPages(of: report, paper: .a3, grouping: grouping).pages
      for (place, page) in pages.enumerated() {
        let bytes = try picture(page.drawing, Paper.a3.size)
        files.append(OutputFile(name: "gantt-\(place + 1).png", bytes: bytes))
      }
    }
    if hasBoard {
      let bytes = try Picture.png(
        BoardSlide(of: report).drawing, width: BoardSlide.width, height: BoardSlide.height,
        dotsPerInch: 96)
      files.append(OutputFile(name: "board.png", bytes: bytes))
    }
    return files
  }

  private func picture(
    _ drawing: Drawing, _ size: (width: Double, height: Double)
  ) throws -> [UInt8] {
    try Picture.png(
      drawing, width: size.width, height: size.height, dotsPerInch: dotsPerInch)
  }
}

extension PlanWriter where Self == PNGWriter {
  /// gantt.png, the chart as a picture.
  public static var png: PNGWriter { PNGWriter() }
}
