import ArgumentParser
import TrancheKit

/// `tranche export`: a plan in the formats that others work with.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a plan in the formats that others work with.",
    discussion: """
        tranche export --plan plan --to csv,ics -o out
        tranche export my-region --plan my-region/plan --to ics --ics-detail stages -o out
        tranche export --plan accepted/rev-0002 --to ics -o out

      \(ExportFormat.table)

      Dates are agreed where the plan is an accepted one (see tranche accept), and \
      a draft otherwise; every file says which. All files are written, or none.

      Exit: 0 written, 65 or 66 the region or the plan cannot be read, 73 the folder \
      cannot be written to.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder.", completion: .directory)
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The formats, split by commas: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))"
        + " (default: those of [output] in region.toml).", valueName: "formats"))
  var to: ExportFormats?

  @Option(
    name: [.customShort("o"), .long],
    help: "The folder to write to (default: export/ in the region folder).",
    completion: .directory)
  var output: String?

  @Option(name: .long, help: "CSV for people (excel) or as RFC 4180 has it (plain).")
  var csv: CSVChoice?

  @Option(name: .long, help: "Events of calendars: milestones, stages or all.")
  var icsDetail = DetailChoice.milestones

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address that invites people to the single events (default: organiser in [output]).",
      valueName: "address"))
  var organiser: String?

  @Flag(name: .long, help: "svg, png and pdf: write a slide for a board too.")
  var board = false

  @Option(name: .long, help: "The sheets of the PDF: a4, a3, a2, a1 or a0, in landscape.")
  var paper = PaperChoice.a3

  @Option(
    name: .long, help: ArgumentHelp("Dots an inch of pictures, 48 to 600.", valueName: "number"))
  var dpi = 144

  func validate() throws {
    if !(48...600).contains(dpi) { throw ValidationError("--dpi has to be from 48 to 600.") }
    if output?.isEmpty == true { throw ValidationError("The folder after -o has no name.") }
    if let organiser, MailAddress.all(in: organiser).count != 1 || !MailAddress.isFit(organiser) {
      throw ValidationError("'\(organiser)' is not an address, as gp.it@example.nhs.uk.")
    }
  }

  private var refusal: Refusal {
    Refusal(command: "export", common: common, closing: "Nothing was written.")
  }

  func run() throws {
    let (report, loaded) = try PlanSource(
      refusal: refusal, regionOptions: regionOptions, plan: plan
    ).read()
    let formats = try chosen(loaded)
    let options = ExportOptions(
      csv: csv.map { $0.isPlain ? .plain : .people } ?? (loaded.csvIsPlain ? .plain : .people),
      calendarDetail: icsDetail.detail, organiser: organiser ?? loaded.reading.output.organiser,
      paper: paper.paper, dotsPerInch: Double(dpi), hasBoard: board)
    let folder = OutputFolder(output ?? regionOptions.folder("export"))
    let files = try formats.flatMap { format in
      try refusal.making("\(folder.path)/\(format.mainFile)") {
        try format.writer(options).files(for: report)
      }
    }
    do { try folder.write(files) } catch { try refusal.end(error) }
    try tell(formats, files, folder)
  }

  private func chosen(_ loaded: LoadedRegion) throws -> [ExportFormat] {
    if let to { return to.formats }
    let names = loaded.reading.output.formats
    let formats = names.compactMap(ExportFormat.init)
    guard !formats.isEmpty, formats.count == names.count else {
      let odd = names.filter { ExportFormat(rawValue: $0) == nil }
      throw ValidationError(
        odd.isEmpty
          ? "Say which formats with --to, or list formats in [output] of region.toml."
          : "This version does not write \(odd.joined(separator: ", ")). Say which formats with --to."
      )
    }
    return formats
  }

  private func tell(
    _ formats: [ExportFormat], _ files: [OutputFile], _ folder: OutputFolder
  ) throws {
    if common.json {
      common.console.write(
        try JSONText.of(
          ExportAnswer(folder: folder.path, formats: formats.map(\.rawValue), files: files)))
      return
    }
    let width = formats.map(\.rawValue.count).max() ?? 0
    for format in formats {
      let name = format.rawValue
      let gap = String(repeating: " ", count: width + 2 - name.count)
      common.console.line("\(name)\(gap)\(folder.path)/\(format.mainFile)  (\(format.meaning))")
    }
    common.console.line("\(counted(files.count, "file")) written to \(folder.path).")
    warnOfTasks(files)
  }

  /// Microsoft Planner shows the first 3,000 tasks of a project and says nothing of the rest.
  private func warnOfTasks(_ files: [OutputFile]) {
    for file in files where file.name == ExportFormat.mspdi.mainFile {
      let tasks = file.text.split(separator: "<Task>", omittingEmptySubsequences: false).count - 1
      guard tasks > 3_000 else { continue }
      common.console.say(
        "warning: \(file.name) holds \(tasks) tasks. Microsoft Planner takes 3,000 and drops the rest "
          + "without a word; Microsoft Project takes them all.")
    }
  }
}

/// What `export --json` says.
private struct ExportAnswer: Encodable {
  let command = "export"
  let ok = true
  let exit: Int32 = 0
  let folder: String
  let formats: [String]
  let files: [String]

  init(folder: String, formats: [String], files: [OutputFile]) {
    self.folder = folder
    self.formats = formats
    self.files = files.map(\.name).sorted()
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, folder, formats, files
  }
}
