import ArgumentParser
import TrancheKit

/// `tranche pack`: for each practice, supplier and partner a folder with what it has to do and when.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Write a folder for each practice, supplier and partner.",
    discussion: """
        tranche pack --plan plan
        tranche pack my-region --plan my-region/plan --practice L82003 -o for-l82003
        tranche pack --plan accepted/rev-0002 --redact -o packs

      A practice gets index.html to read and print, calendar.ics, its dates, checklists \
      by role, third parties and the fields of PCSE's form. Suppliers and delivery \
      partners get their calendar, slots and capacities. With --redact contacts, notes, \
      list sizes, own columns and reasons are left out.

      Exit: 0 written, 65 or 66 the region or the plan cannot be read, 73 the folder \
      cannot be written to.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder.", completion: .directory)
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp("Only this practice (repeatable; default: all).", valueName: "ods"))
  var practice: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: "The folder to write to (default: packs/ in the region folder).",
    completion: .directory)
  var output: String?

  @Flag(name: .long, help: "Leave out what is not for people outside.")
  var redact = false

  @Option(name: .long, help: "CSV for people (excel) or as RFC 4180 has it (plain).")
  var csv: CSVChoice?

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("The folder after -o has no name.") }
  }

  func run() throws {
    let refusal = Refusal(command: "pack", common: common, closing: "Nothing was written.")
    let (report, loaded) = try PlanSource(
      refusal: refusal, regionOptions: regionOptions, plan: plan
    ).read()
    let chosen = Set(
      try PracticeChoice(codes: practice).found(in: loaded.region, refusal).map { PracticeCode($0) }
    )
    let style: CSVStyle =
      csv.map { $0.isPlain ? .plain : .people } ?? (loaded.csvIsPlain ? .plain : .people)
    let writer = PackWriter(
      identifier: NameUUID.of, style: style, only: chosen.isEmpty ? nil : chosen,
      isRedacted: redact)
    let files = writer.files(for: report)
    let folder = OutputFolder(output ?? regionOptions.folder("packs"))
    do { try folder.write(files) } catch { try refusal.end(error) }
    tell(files, report, chosen, folder)
    if common.json {
      common.console.write(
        try JSONText.of(PackAnswer(folder: folder.path, files: files.map(\.name).sorted())))
    }
  }

  private func tell(
    _ files: [OutputFile], _ report: PlanReport, _ chosen: Set<PracticeCode>,
    _ folder: OutputFolder
  ) {
    guard !common.json else { return }
    let packs = Set(files.compactMap { $0.name.split(separator: "/").first })
    let pages = files.count { $0.name.hasSuffix("/index.html") }
    common.console.line(
      "\(counted(packs.count, "pack")) written to \(folder.path): "
        + "\(pages) for practices, \(packs.count - pages) for suppliers and partners.")
    for planned in report.plan.practices where planned.schedule.isEmpty {
      let practice = report.region.practices[planned.practice]
      guard chosen.isEmpty || chosen.contains(practice.code) else { continue }
      common.console.line("\(practice.code) is left out of the plan, so it has no pack.")
    }
  }
}

/// What `pack --json` says.
private struct PackAnswer: Encodable {
  let command = "pack"
  let ok = true
  let exit: Int32 = 0
  let folder: String
  let files: [String]

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, folder, files
  }
}
