import ArgumentParser
import Days
import Migrations
import PlanChecks
import Planning
import RegionFiles
import Reports

/// `tranche plan`: the best plan of a region, checked before it is written.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make the best plan for the region.",
    discussion: """
        tranche plan                              the region in the working folder
        tranche plan Data/regions/devon-cornwall --gap 0.5% --time-limit 2m
        tranche plan --pin L82003=2027-06-08      with a date that is agreed

      Writes plan.json, plan.csv, stages.csv, gantt.html, gantt.svg and calendar.txt. Every plan
      is judged by the checker first; one that breaks a rule is never written.

      Exit: 0 every practice scheduled, 1 some left out, 3 impossible, 4 out of time, 5 gap not
      reached, 65 the inputs have errors, 66 an input is missing, 130 interrupted, best plan kept.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: [.customShort("o"), .long],
    help: "The folder to write to (default: plan/ in the region folder).", completion: .directory)
  var output: String?

  @Option(name: .long, help: "Go live on this date, as ODS=DATE (repeatable).")
  var pin: [Pin] = []

  @Option(name: .long, help: "CSV for people (excel) or as RFC 4180 has it (plain).")
  var csv: CSVChoice?

  func run() throws {
    var loaded = try regionOptions.read(common, closing: "Nothing was planned.")
    try Pinning(console: common.console).apply(pin, to: &loaded.region)
    let folder = try openFolder()
    let options = solve.planner(for: loaded.region)
    let cancellation = Cancellation()
    Interrupts.cancel(cancellation)
    let progress = ProgressLine(common)
    let outcome = Planner(region: loaded.region, options: options)
      .plan(cancellation: cancellation) { progress.report($0, limit: options.timeLimit) }
    progress.finish()
    switch outcome {
    case .planned(let plan):
      try deliver(plan, loaded, folder, options, wasInterrupted: cancellation.isCancelled)
    case .impossible(let explanation):
      try explain(explanation)
      throw ExitStatus.impossible.code
    case .outOfTime(let explanation):
      try explain(explanation)
      throw (cancellation.isCancelled ? ExitStatus.interrupted : .outOfTime).code
    }
  }

  private func openFolder() throws -> OutputFolder {
    do {
      return try OutputFolder(output ?? regionOptions.region + "/plan")
    } catch {
      common.console.complain(
        "error: \(error.path) cannot be written: \(error.reason)\n"
          + "   fix  choose another folder with -o")
      throw ExitStatus.cannotWrite.code
    }
  }

  private func deliver(
    _ plan: Plan, _ loaded: LoadedRegion, _ folder: OutputFolder, _ options: Planner.Options,
    wasInterrupted: Bool
  ) throws {
    try SelfCheck(console: common.console).demand(plan, keeps: loaded.region)
    let report = PlanReport(
      region: loaded.region, plan: plan,
      inputs: loaded.reading.fingerprints.map {
        PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
      },
      version: Tranche.version, stamp: common.stamp)
    let style: CSVStyle = (csv?.isPlain ?? loaded.csvIsPlain) ? .plain : .people
    let writers: [any PlanWriter] = [
      .json, .csv(style), .html, .svg, PlanTextFile.calendar,
    ]
    let files = try writers.flatMap { try $0.files(for: report) }
    do {
      try folder.write(files)
    } catch {
      common.console.complain("error: \(error.path) cannot be written: \(error.reason)")
      throw ExitStatus.cannotWrite.code
    }
    let status = self.status(plan, options, wasInterrupted)
    try tell(report, folder, status)
    if status != .done { throw status.code }
  }

  private func status(
    _ plan: Plan, _ options: Planner.Options, _ wasInterrupted: Bool
  ) -> ExitStatus {
    if wasInterrupted { return .interrupted }
    if solve.requireGap && plan.gap > options.gap && plan.proof != .optimal {
      return .gapNotReached
    }
    return plan.scheduledCount == plan.practices.count ? .done : .unsatisfied
  }

  private func tell(_ report: PlanReport, _ folder: OutputFolder, _ status: ExitStatus) throws {
    if common.json {
      common.console.write(
        try JSONText.of(PlanAnswer(report: report, folder: folder.path, status: status)))
      return
    }
    for sentence in PlanSentences(of: report).all { common.console.line(sentence) }
    common.console.line()
    common.console.line("Plan      \(folder.path)/plan.csv  (stages.csv, plan.json)")
    common.console.line("Gantt     \(folder.path)/gantt.html  (gantt.svg)")
    common.console.line("Calendar  \(folder.path)/calendar.txt")
  }

  private func explain(_ explanation: Explanation) throws {
    if common.json {
      common.console.write(try JSONText.of(ExplanationAnswer(explanation)))
    } else {
      common.console.line(explanation.summary)
      for clash in explanation.clashes {
        common.console.line("  \(clash.rule.rawValue): \(clash.message)")
      }
      common.console.line("Nothing was written.")
    }
  }
}

/// How CSV is written.
enum CSVChoice: String, ExpressibleByArgument, CaseIterable {
  case excel
  case plain

  var isPlain: Bool { self == .plain }
}
