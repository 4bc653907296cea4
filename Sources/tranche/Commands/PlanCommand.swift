import ArgumentParser
import TrancheKit

/// `tranche plan`: the best plan of a region, checked before it is written.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make the best plan for the region.",
    discussion: """
        tranche plan                        the region in the working folder
        tranche plan my-region --gap 0.5% --time-limit 2m
        tranche plan --pin L82003=2027-06-08      with a date that is agreed
        tranche plan --set system.tpp.go_lives_per_week=3 -o plan-3
        tranche plan --from plan --as-of 2027-06-01 --max-moves 10 -o plan-2
        tranche plan --best                 afresh, whatever has been accepted

      Writes plan.json, plan.csv, stages.csv, gantt.html, gantt.svg and \
      calendar.txt. Every plan is judged by the checker first; one that breaks a \
      rule is never written. Ctrl-C stops and keeps the best plan so far.

      Where the region has accepted a plan, a new one starts from it: a go-live that \
      moves costs 5 points and 1 a day, so that nobody moves for less than it saves.

      With --from the plan is taken up again: stages on record in actuals.csv are \
      facts, and so are those that lay before --as-of and are not on record; \
      go-lives within --freeze cost 1,000 times as much to move, all others 5 points \
      and 1 a day.

      With --reserve the plan keeps idle time before a stage, so that what comes \
      before may take longer; it is part of the plan, and verify and risk know of \
      it. A replan keeps only what it is asked for, as a slip may have used it up.

      Exit: 0 every practice scheduled, 1 some left out, 2 go-lives moved with \
      --exit-code, 3 impossible (explained, nothing written), 4 out of time with no \
      plan, 5 --gap not reached though --require-gap was given, 65 the inputs have \
      errors, 66 an input is missing, 73 the folder cannot be written to, 130 \
      interrupted, best plan kept.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: [.customShort("o"), .long],
    help: "The folder to write to (default: plan/ in the region folder).", completion: .directory)
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Go live on this date (repeatable).", valueName: "ods=date"))
  var pin: [Pin] = []

  @Option(name: .long, help: "CSV for people (excel) or as RFC 4180 has it (plain).")
  var csv: CSVChoice?

  @Flag(
    name: .long,
    help: "Plan afresh, also where the region has an accepted plan to start from.")
  var best = false

  @OptionGroup var replan: ReplanOptions
  @OptionGroup var reserves: ReserveOptions

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("The folder after -o has no name.") }
    if best, replan.plan != nil {
      throw ValidationError("--best plans afresh; it cannot be given together with --from.")
    }
  }

  private var refusal: Refusal {
    Refusal(command: "plan", common: common, closing: "Nothing was planned.")
  }

  func run() throws {
    var loaded = try regionOptions.read(refusal)
    try Pinning(refusal: refusal).apply(pin, to: &loaded.region)
    let start =
      try replan.apply(to: &loaded.region, common)
      ?? PlanStart.accepted(of: &loaded.region, in: regionOptions, afresh: best, refusal)
    try reserves.apply(to: &loaded.region, refusal)
    try solve.demandMemory(for: loaded.region, refusal)
    warn(loaded)
    // Found out now rather than after the work; nothing is made while there is nothing to write.
    let folder = OutputFolder(output ?? regionOptions.planFolder)
    do { try folder.probe() } catch { try refusal.end(error) }
    var options = solve.planner(for: loaded.region)
    if start != nil, solve.gap == nil, loaded.region.solve.gap == nil {
      // What a looser gap lets pass would be practices that move for nothing.
      options.gap = KeptPlan.gap
    }
    let cancellation = Cancellation()
    Interrupts.cancel(cancellation)
    let progress = ProgressLine(common)
    let limit = options.timeLimit
    let outcome: Outcome
    if let start {
      outcome = start.kept.outcome(
        in: loaded.region, options: options, cancellation: cancellation
      ) { progress.report($0, limit: limit) }
    } else {
      outcome = Planner(region: loaded.region, options: options)
        .plan(cancellation: cancellation) { progress.report($0, limit: limit) }
    }
    progress.finish()
    let wasInterrupted = cancellation.isCancelled
    switch outcome {
    case .planned(let plan):
      if wasInterrupted {
        common.console.say("Interrupted: the best plan so far is kept.")
      }
      try deliver(
        plan, loaded, folder, start,
        status(plan, options, wasInterrupted, Moves(of: plan, in: loaded.region)))
    case .impossible(let explanation):
      try explain(explanation, .impossible)
    case .outOfTime(let explanation):
      try explain(explanation, wasInterrupted ? .interrupted : .outOfTime)
    }
  }

  /// Says what `check` would warn of beyond the files themselves: sums that cannot work.
  private func warn(_ loaded: LoadedRegion) {
    let warnings =
      WindowArithmetic(region: loaded.region, places: loaded.reading.places).warnings()
    guard !warnings.isEmpty else { return }
    common.console.say(
      DiagnosticText(examplesPerCode: 3, isASCII: common.isASCII).render(warnings))
  }

  private func deliver(
    _ plan: Plan, _ loaded: LoadedRegion, _ folder: OutputFolder, _ start: PlanStart?,
    _ status: ExitStatus
  ) throws {
    let delivery = PlanDelivery(
      refusal: refusal, isPlainCSV: csv?.isPlain ?? loaded.csvIsPlain)
    let report = try delivery.write(plan, of: loaded, to: folder)
    try tell(report, folder, start, status)
    tellTroubles(plan)
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

  private func tell(
    _ report: PlanReport, _ folder: OutputFolder, _ start: PlanStart?, _ status: ExitStatus
  ) throws {
    let costs = start?.kept.costs(beside: report.plan, in: report.region)
    if common.json {
      common.console.write(
        try JSONText.of(
          PlanAnswer(report: report, folder: folder.path, costs: costs, status: status)))
      return
    }
    for sentence in PlanSentences(of: report).all { common.console.line(sentence) }
    for line in ReplanWords(region: report.region, costs: costs).lines(of: report.plan) {
      common.console.line(line)
    }
    if status == .gapNotReached {
      common.console.line(
        "The gap asked for was not reached: the plan costs at most "
          + "\((report.plan.gap * 1e5).rounded(.up) / 1e3) % more than the best possible"
          + ".")
    }
    if common.verbose {
      let work = report.plan.work.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      common.console.say("Work: \(work.joined(separator: ", "))")
    }
    common.console.line()
    common.console.line("Plan      \(folder.path)/plan.csv  (stages.csv, plan.json)")
    common.console.line("Gantt     \(folder.path)/gantt.html  (gantt.svg)")
    common.console.line("Calendar  \(folder.path)/calendar.txt")
  }

  private func explain(_ explanation: Explanation, _ status: ExitStatus) throws -> Never {
    if common.json {
      common.console.write(try JSONText.of(ExplanationAnswer(explanation, status)))
    } else {
      common.console.line(explanation.summary)
      for clash in explanation.clashes {
        common.console.line("  \(clash.rule.rawValue): \(clash.message)")
      }
      common.console.line("Nothing was written.")
    }
    throw status.code
  }
}

/// How CSV is written.
enum CSVChoice: String, ExpressibleByArgument, CaseIterable {
  case excel
  case plain

  var isPlain: Bool { self == .plain }
}
