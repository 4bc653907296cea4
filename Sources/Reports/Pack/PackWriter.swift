import Days
public import Migrations

/// A folder for each practice with all that it has to do and when, and one for each supplier and
/// delivery partner with its own calendar and list of slots.
public struct PackWriter: PlanWriter {
  /// Makes an id of a name; the same name gives the same id.
  public var identifier: @Sendable (String) -> String
  /// For spreadsheets, or plain for programs.
  public var style: CSVStyle
  /// The only practices to write packs for, and then none for suppliers; nil for all.
  public var only: Set<PracticeCode>?
  /// Whether what is not for outsiders is left out: contacts, notes, list sizes, reasons.
  public var isRedacted: Bool

  /// A writer of packs.
  public init(
    identifier: @escaping @Sendable (String) -> String, style: CSVStyle = .people,
    only: Set<PracticeCode>? = nil, isRedacted: Bool = false
  ) {
    self.identifier = identifier
    self.style = style
    self.only = only
    self.isRedacted = isRedacted
  }

  /// The files of all packs, each in a folder named by the practice's code or the holder's id.
  public func files(for report: PlanReport) -> [OutputFile] {
    let report = isRedacted ? report.redacted : report
    let book = CalendarBook(of: report, detail: .milestones, identifier: identifier)
    let feeds = CalendarFeeds(book: book)
    let folders = FileName.distinct(
      report.region.practices.map(\.code.text) + Holder.all(in: report.region).map(\.folder))
    let practices = report.plan.practices.filter { planned in
      let code = report.region.practices[planned.practice].code
      return !planned.schedule.isEmpty && (only.map { $0.contains(code) } ?? true)
    }
    // What all practices share is worked out once.
    let all = ReportTables(of: report)
    var files = practices.flatMap { planned -> [OutputFile] in
      let practice = report.region.practices[planned.practice]
      let tables = all.telling(only: practice.code)
      let page = PracticePage(practice: practice, planned: planned, tables: tables)
      var calendar = feeds.practice(practice)
      calendar.name = "calendar.ics"
      let own =
        [OutputFile(name: "index.html", text: page.text), calendar]
        + [tables.checklist, tables.thirdPartyList, tables.pcse, tables.schedule].map {
          $0.csv(style)
        }
      return own.map { $0.inside(folders[practice.code.text] ?? "-") }
    }
    guard only == nil else { return files }
    for holder in Holder.all(in: report.region) {
      let own = HolderPack(holder: holder, tables: all, feeds: feeds).files(style)
      files += own.map { $0.inside(folders[holder.folder] ?? "-") }
    }
    return files
  }
}

extension OutputFile {
  /// The same file in a folder.
  func inside(_ folder: String) -> OutputFile {
    OutputFile(name: "\(folder)/\(name)", bytes: bytes)
  }
}

extension PlanReport {
  /// The report without what is not for outsiders.
  ///
  /// Contacts, notes, list sizes, preferences, own columns, costs and reasons go; codes, names, systems
  /// and dates stay.
  var redacted: PlanReport {
    var report = self
    for place in report.region.practices.indices {
      report.region.practices[place].contactEmail = nil
      report.region.practices[place].notes = nil
      report.region.practices[place].listSize = nil
      report.region.practices[place].otherColumns = []
      report.region.practices[place].preferred = nil
      report.region.practices[place].closures = []
    }
    report.region.otherColumnNames = []
    for place in report.plan.practices.indices {
      report.plan.practices[place].reason = ""
      report.plan.practices[place].cost = Cost()
    }
    report.findings = []
    return report
  }
}
