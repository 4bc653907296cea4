import Days
import Migrations

/// gantt.svg: the plan on one page, for slides and documents.
public struct GanttSVGWriter: PlanWriter {
  /// What the rows are grouped by.
  public var grouping: GanttGrouping
  /// Pixels a day, at least; the chart is never narrower than about 1,100 pixels.
  public var pixelsPerDay: Double
  /// Whether a slide for a board is written too.
  public var hasBoard: Bool

  /// A writer of gantt.svg.
  public init(
    grouping: GanttGrouping = .route, pixelsPerDay: Double = 2.4, hasBoard: Bool = false
  ) {
    self.grouping = grouping
    self.pixelsPerDay = pixelsPerDay
    self.hasBoard = hasBoard
  }

  /// `gantt.svg`, and `board.svg` if asked for.
  public func files(for report: PlanReport) -> [OutputFile] {
    let chart = GanttPainter.whole(report, grouping: grouping, pixelsPerDay: pixelsPerDay)
    let words = PlanSentences(of: report).all.joined(separator: " ")
    let picture = chart.drawing.svg(width: chart.width, title: report.title, description: words)
    var files = [OutputFile(name: "gantt.svg", text: picture)]
    if hasBoard {
      let board = BoardSlide(of: report)
      let text = board.drawing.svg(
        width: BoardSlide.width, height: BoardSlide.height, title: report.title,
        description: board.sentences.joined(separator: " "))
      files.append(OutputFile(name: "board.svg", text: text))
    }
    return files
  }
}

extension PlanWriter where Self == GanttSVGWriter {
  /// gantt.svg, the plan on one page.
  public static var svg: GanttSVGWriter { GanttSVGWriter() }
}
