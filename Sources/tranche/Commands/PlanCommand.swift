import ArgumentParser
import Days
import Migrations
import PlanChecks
import Planning
import RegionFiles
import Reports
import Studies

/// `tranche plan`: the best plan of a region, checked before it is written.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make the best plan for the region.",
    discussion: """
        tranche plan                              the region in the working folder
        tranche plan Data/regions/devon-cornwall --gap 0.5% --time-limit 2m
        tranche plan --pin L82003=2027-06-08      with a date that is agreed
        tranche plan --from plan --as-of 2027-06-01 --max-moves 10 -o plan-2

      Writes plan.json, plan.csv, stages.csv, gantt.html, gantt.svg and calendar.txt. Every plan
      is judged by the checker first; one that breaks a rule is never written.

      With --from the plan is taken up again: stages on record in actuals.csv are facts, and so
      are those that lay before --as-of and are not on record; go-lives within --freeze cost 1,000
      times as much to move, all others 5 points and 1 a day.

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

  @OptionGroup var replan: ReplanOptions

  func run() throws {
    var loaded = try regionOptions.read(common, closing: "Nothing was planned.")
    try Pinning(console: common.console).apply(pin, to: &loaded.region)
    let start = try replan.apply(to: &loaded.region, common)
    let folder = try openFolder()
    var options = solve.planner(for: loaded.region)
    if start != nil, solve.gap == nil, loaded.region.solve.gap == nil {
      // What a looser gap lets pass would be practices that move for nothing.
      options.gap = ReplanOptions.gap
    }
    let cancellation = Cancellation()
    Interrupts.cancel(cancellation)
    let progress = ProgressLine(common)
    let limit = options.timeLimit
    let outcome: Outcome
    if let start {
      outcome = Replanner(region: loaded.region, start: start, options: options)
        .outcome(cancellation: cancellation) { progress.report($0, limit: limit) }
    } else {
      outcome = Planner(region: loaded.region, options: options)
        .plan(cancellation: cancellation) { progress.report($0, limit: limit) }
    }
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
    let delivery = PlanDelivery(
      common: common, isPlainCSV: csv?.isPlain ?? loaded.csvIsPlain)
    let report = try delivery.write(plan, of: loaded, to: folder)
    let moves = Moves(of: plan, in: loaded.region)
    let status = self.status(plan, options, wasInterrupted, moves)
    try tell(report, folder, status)
    if status != .done { throw status.code }
  }

  private func status(
    _ plan: Plan, _ options: Planner.Options, _ wasInterrupted: Bool, _ moves: Moves
  ) -> ExitStatus {
    if wasInterrupted { return .interrupted }
    if solve.requireGap && plan.gap > options.gap && plan.proof != .optimal {
      return .gapNotReached
    }
    guard plan.scheduledCount == plan.practices.count else { return .unsatisfied }
    return replan.saysChanges && !moves.goLives.isEmpty ? .changes : .done
  }

  private func tell(_ report: PlanReport, _ folder: OutputFolder, _ status: ExitStatus) throws {
    if common.json {
      common.console.write(
        try JSONText.of(PlanAnswer(report: report, folder: folder.path, status: status)))
      return
    }
    for sentence in PlanSentences(of: report).all { common.console.line(sentence) }
    for line in ReplanWords(region: report.region).lines(of: report.plan) {
      common.console.line(line)
    }
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
