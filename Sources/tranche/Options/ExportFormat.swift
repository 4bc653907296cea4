import ArgumentParser
import TrancheKit

/// A format of `tranche export`: a case here, a writer in Reports, a golden file in its tests.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case html
  case ics
  case json
  case mermaid
  case mspdi
  case pdf
  case png
  case svg
  case xlsx

  /// What it is, and for whom, in half a line.
  var meaning: String {
    switch self {
    case .csv: "tables: stages, practices, weeks, capacities, checklists"
    case .html: "the report as one page"
    case .ics: "calendars to subscribe to, and single invitations"
    case .json: "the record, for programs"
    case .mermaid: "diagrams for wikis and chat"
    case .mspdi: "the plan for Microsoft Project"
    case .pdf: "the report on paper"
    case .png: "the chart as a picture, for email and chat"
    case .svg: "the chart, for documents and slides"
    case .xlsx: "a workbook: summary, chart, capacities, lists"
    }
  }

  /// What to say of it when it is written: a word for the reader, and the file to open.
  var mainFile: String {
    switch self {
    case .csv: "portfolio.csv"
    case .html: "report.html"
    case .ics: "calendars/region.ics"
    case .json: "plan.json"
    case .mermaid: "mermaid/region.mmd"
    case .mspdi: "portfolio.mspdi.xml"
    case .pdf: "report.pdf"
    case .png: "gantt.png"
    case .svg: "gantt.svg"
    case .xlsx: "portfolio.xlsx"
    }
  }

  /// The writer of the format.
  func writer(_ options: ExportOptions) -> any PlanWriter {
    switch self {
    case .csv: TablesCSVWriter(style: options.csv)
    case .html: ReportHTMLWriter(digest: Fingerprint.sha256)
    case .ics:
      CalendarWriter(
        identifier: NameUUID.of, detail: options.calendarDetail, organiser: options.organiser)
    case .json: .json
    case .mermaid: .mermaid
    case .mspdi: MSPDIWriter(identifier: NameUUID.of)
    case .pdf: PDFWriter(paper: options.paper, hasBoard: options.hasBoard)
    case .png: PNGWriter(dotsPerInch: options.dotsPerInch, hasBoard: options.hasBoard)
    case .svg: GanttSVGWriter(hasBoard: options.hasBoard)
    case .xlsx: .xlsx
    }
  }

  /// The formats with what they are, for help.
  static var table: String {
    let width = allCases.map(\.rawValue.count).max() ?? 0
    return allCases.map { format in
      let name = format.rawValue
      return "  \(name)\(String(repeating: " ", count: width + 2 - name.count))\(format.meaning)"
    }.joined(separator: "\n")
  }
}

/// What the writers of formats are told.
struct ExportOptions {
  /// How CSV is written.
  var csv: CSVStyle
  /// Which events go into calendars.
  var calendarDetail: EventDetail
  /// The address that invites people; nil if there is none.
  var organiser: String?
  /// The sheets of the PDF.
  var paper = Paper.a3
  /// How fine pictures are.
  var dotsPerInch = 144.0
  /// Whether the chart's formats get a slide for a board too.
  var hasBoard = false
}

/// How much of a migration goes into calendars.
enum DetailChoice: String, ExpressibleByArgument, CaseIterable {
  case milestones
  case stages
  case all

  var detail: EventDetail {
    switch self {
    case .milestones: .milestones
    case .stages: .stages
    case .all: .all
    }
  }
}

/// The formats of an export, split by commas.
struct ExportFormats: ExpressibleByArgument {
  let formats: [ExportFormat]

  init?(argument: String) {
    var formats: [ExportFormat] = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = ExportFormat(rawValue: word.lowercased()) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
    self.formats = formats
  }

  init(_ formats: [ExportFormat]) { self.formats = formats }

  static var allValueStrings: [String] { ExportFormat.allCases.map(\.rawValue) }
}
