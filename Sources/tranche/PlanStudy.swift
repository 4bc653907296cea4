import TrancheKit

/// What `explain` and `capacity` have in common: a region, a plan of it, and a planner of variants.
final class PlanStudy {
  let refusal: Refusal
  let loaded: LoadedRegion
  let options: Planner.Options
  let cancellation = Cancellation()
  private let path: String?
  private let progress: ProgressLine

  var common: CommonOptions { refusal.common }

  /// The plan, where one is given.
  private let reading: PlanReading?

  /// The region, with what the plan was asked for.
  var region: Region { loaded.region }

  /// The gap at which the plans of a study stop if none is asked for: closer than a plan's own,
  /// because differences of plans are what is asked.
  static let gap = 0.001
  /// The seconds for each plan of a study at most; those for the whole command may be fewer.
  static let timeLimit = 10.0

  /// Reads the region.
  init(
    refusal: Refusal, regionOptions: RegionOptions, solve: SolveOptions, path: String?
  ) throws {
    self.refusal = refusal
    self.path = path
    if let path {
      let (loaded, reading) = try regionOptions.read(plan: path, refusal)
      self.loaded = loaded
      self.reading = reading
    } else {
      loaded = try regionOptions.read(refusal)
      reading = nil
    }
    try solve.demandMemory(for: loaded.region, refusal)
    var options = solve.planner(for: loaded.region)
    options.extraEpochs = 0
    options.gap = solve.gap ?? PlanStudy.gap
    // Without a limit each plan has its seconds; with one the whole command has, and no plan more
    // than a part of them, so that there is something to compare it with.
    if let limit = solve.timeLimit {
      options.timeLimit = min(PlanStudy.timeLimit, limit / 3)
    } else {
      options.timeLimit = PlanStudy.timeLimit
      options.deadline = .never
    }
    // What comes after a plan is its check; nothing is written.
    options.finishing = solve.timeLimit == nil ? 0 : 0.5
    self.options = options
    progress = ProgressLine(refusal.common)
    Interrupts.cancel(cancellation)
  }

  /// Whether an interrupt or the time limit says to stop now.
  var mustStop: Bool { cancellation.isCancelled || options.deadline.hasPassed }

  /// Tells of progress.
  func report(_ progress: Planner.Progress) {
    self.progress.report(progress, limit: options.timeLimit)
  }

  /// Ends the line of progress; ends the command if it was interrupted.
  func finish() throws {
    progress.finish()
    if options.deadline.hasPassed, !cancellation.isCancelled {
      common.console.say(
        "The time limit ended the work: what follows is what was found until then.")
    }
    if cancellation.isCancelled { throw ExitStatus.interrupted.code }
  }

  /// The outcome to be explained: the plan of the folder, or that of a fresh run.
  func outcome() throws -> Outcome {
    guard let path, let reading else {
      let outcome = Planner(region: region, options: options)
        .plan(cancellation: cancellation) { report($0) }
      try finish()
      if case .planned(let plan) = outcome { try demand(plan, keeps: region) }
      return outcome
    }
    guard let plan = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let warnings = reading.diagnostics + loaded.changes(since: reading.inputs)
    if !warnings.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(warnings))
    }
    if let fault = SelfCheck.fault(in: plan, of: region) {
      try refusal.end(
        .badInput,
        [
          Diagnostic(
            code: "E410", file: path, message: "the plan does not fit the region: \(fault)",
            fix: "plan again, or see tranche verify --plan \(path).")
        ])
    }
    return .planned(plan)
  }

  /// A planner of variants of the plan; ends the command where there is no plan.
  ///
  /// - Parameter isOfOnePractice: whether it is one practice's place that is asked for: then it is
  ///   this plan that is explained, not a better one, and what counts is what dates cost, not what
  ///   they were before.
  func planner(isOfOnePractice: Bool = false) throws -> WarmPlanner {
    var plan = try plan()
    var region = region
    if isOfOnePractice, region.baseline != nil {
      region = region.withoutMoves
      plan = plan.withoutMoves
    }
    let planner = WarmPlanner(
      region: region, plan: plan, options: options, cancellation: cancellation)
    planner.settle(keepsPlan: isOfOnePractice) { report($0) }
    try demand(planner.plan, keeps: region)
    return planner
  }

  /// The plan to be studied; ends the command where there is none.
  func plan() throws -> Plan {
    switch try outcome() {
    case .planned(let plan): return plan
    case .impossible(let explanation): try end(explanation, .impossible)
    case .outOfTime(let explanation): try end(explanation, .outOfTime)
    }
  }

  /// Ends the command because there is no plan to study.
  func end(_ explanation: Explanation, _ status: ExitStatus) throws -> Never {
    progress.finish()
    if common.json {
      common.console.write(
        try JSONText.of(ExplanationAnswer(explanation, status, command: refusal.command)))
    } else {
      common.console.line(explanation.summary)
      for clash in explanation.clashes {
        common.console.line("  \(clash.rule.rawValue): \(clash.message)")
      }
      common.console.line("There is no plan to study; see tranche explain --impossible.")
    }
    throw status.code
  }

  /// Ends the command with a fault if a plan breaks a rule.
  func demand(_ plan: Plan, keeps region: Region) throws {
    try SelfCheck(console: common.console).demand(plan, keeps: region)
  }

  /// Writes the answer as one JSON object.
  func write(_ name: String, _ value: some Encodable) throws {
    common.console.write(
      try JSONText.of(StudyAnswer(command: refusal.command, name: name, value: value)))
  }
}
