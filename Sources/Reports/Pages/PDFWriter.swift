import Migrations

/// report.pdf: the plan on paper, with a structure that can be read out.
public struct PDFWriter: PlanWriter {
  /// The sheets.
  public var paper: Paper
  /// What the rows are grouped by.
  public var grouping: GanttGrouping
  /// Whether a slide for a board is written too.
  public var hasBoard: Bool

  /// A writer of report.pdf.
  public init(paper: Paper = .a3, grouping: GanttGrouping = .route, hasBoard: Bool = false) {
    self.paper = paper
    self.grouping = grouping
    self.hasBoard = hasBoard
  }

  /// `report.pdf`, and `board.pdf` if asked for; throws `CairoError`.
  public func files(for report: PlanReport) throws -> [OutputFile] {
    let pages = PlanPages(of: report, paper: paper, grouping: grouping).pages
    var files = [
      OutputFile(
        name: "report.pdf",
        bytes: try document(report, paper.size, pages.map { ($0.drawing, $0.heading) }).bytes())
    ]
    if hasBoard {
      let size = (BoardSlide.width, BoardSlide.height)
      let board = try document(report, size, [(BoardSlide(of: report).drawing, nil)]).bytes()
      files.append(OutputFile(name: "board.pdf", bytes: board))
    }
    return files
  }

  private func document(
    _ report: PlanReport, _ size: (width: Double, height: Double),
    _ pages: [(drawing: Drawing, heading: String?)]
  ) -> PDFDocument {
    PDFDocument(
      title: report.title, subject: report.smallPrint.joined(separator: " "),
      day: report.stamp?.day ?? report.region.horizon.lowerBound, size: size, pages: pages)
  }
}

extension PlanWriter where Self == PDFWriter {
  /// report.pdf, the plan on sheets of A3.
  public static var pdf: PDFWriter { PDFWriter() }
}
