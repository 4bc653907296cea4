import ArgumentParser
import TrancheKit

/// `tranche what-if`: the region as it is and with changes, side by side.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if", abstract: "Plan with changes, beside the plan without.",
    discussion: """
        tranche what-if --set resource.tpp-trainers.capacity=4
        tranche what-if --block L82003=2027-06-01..2027-06-30 --drop L83101
        tranche what-if --scenario fewer-trainers.toml --plan plan -o plan-2

      Plans the region as it is (or takes --plan for that), then with the changes, and keeps \
      everybody where the first run has them as far as the rules allow and moving costs more than \
      it saves; --best plans afresh instead. Costs are told without the price on moves, and delays \
      count from the same days in both. Nothing is written unless -o keeps the changed run.

      A scenario is a TOML file: name = "...", [set] with keys of region.toml, [pin] with \
      ODS = date, [[block]] with practice, from and to, drop = [...], add = [files].

      Exit: as plan does for the changed run.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .long, help: "The base run, a plan's folder (default: plan it).",
    completion: .directory)
  var plan: String?

  @Option(
    name: [.customShort("o"), .long], help: "Keep the changed run in this folder.",
    completion: .directory)
  var output: String?

  @Flag(name: .long, help: "Plan afresh, whoever moves.")
  var best = false

  @Flag(name: .long, help: "Every stage that changed.")
  var full = false

  func run() throws {
    var changes = try change.changes(settings: regionOptions.overrides, common)
    guard !changes.isEmpty else {
      throw ValidationError(
        "There is no change. Use --set, --pin, --block, --drop, --add or --scenario.")
    }
    // What the base was asked for holds for the changed run too; the changes come on top.
    let asked = plan.map(PlanInput.asked) ?? Asked()
    let kept = asked.settings.filter { setting in
      !changes.settings.contains { $0.key == setting.key }
    }
    let before =
      try plan.map { try regionOptions.withoutSettings.read(plan: $0, refusal) }
      ?? (regionOptions.read(refusal, settings: []), nil)
    var after = try regionOptions.read(
      refusal, settings: kept.map { ($0.key, $0.value) } + changes.settings,
      additions: asked.additions + changes.additions)
    let former = asked.changes.apply(to: &after.region)
    guard former.isEmpty else {
      for problem in former { common.console.complain("error: the plan was asked for \(problem)") }
      throw ExitStatus.badInput.code
    }
    if let reading = before.1 { after.region = reading.region(of: after.region) }
    let unknown = changes.resolve(in: after.region)
    guard unknown.isEmpty else { try refusal.end(.badInput, unknown) }
    let problems = changes.region.apply(to: &after.region)
    guard problems.isEmpty else {
      for problem in problems { common.console.complain("error: --\(problem)") }
      throw ExitStatus.badInput.code
    }
    try solve.demandMemory(for: after.region, refusal)
    let folder = try output.map { try openFolder($0) }
    let cancellation = Cancellation()
    Interrupts.cancel(cancellation)
    let base = try baseRun(before.0, before.1, cancellation)
    guard !cancellation.isCancelled else { throw ExitStatus.interrupted.code }
    let changed: WhatIf.Run
    if let plan = base.plan, !best {
      let kept = KeptPlan(
        plan, of: base.region,
        origin: Judgement.fingerprint(of: PlanSnapshot(of: plan, in: base.region)))
      changed = keep(kept, after.region, cancellation)
    } else {
      changed = self.plan(after.region, startingFrom: base, cancellation)
    }
    after.region = changed.region
    try deliver(
      WhatIf(base: base, changed: changed), after, folder, changes,
      wasInterrupted: cancellation.isCancelled)
  }

  private var refusal: Refusal {
    Refusal(command: "what-if", common: common, closing: "Nothing was planned.")
  }

  private func openFolder(_ path: String) throws -> OutputFolder {
    let folder = OutputFolder(path)
    do { try folder.probe() } catch { try refusal.end(error) }
    return folder
  }

  private func baseRun(
    _ loaded: LoadedRegion, _ reading: PlanReading?, _ cancellation: Cancellation
  ) throws -> WhatIf.Run {
    guard let path = plan, let reading else {
      return plan(loaded.region, startingFrom: nil, cancellation)
    }
    guard let plan = reading.plan else {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was planned.")
          .render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    let staleness = Staleness(then: reading.inputs, now: loaded.reading.fingerprints)
    for sentence in staleness.sentences { common.console.say("warning: \(path): \(sentence)") }
    return WhatIf.Run(region: loaded.region, outcome: .planned(plan))
  }

  private func plan(
    _ region: Region, startingFrom base: WhatIf.Run?, _ cancellation: Cancellation
  ) -> WhatIf.Run {
    var options = solve.planner(for: region)
    var region = region
    if let base {
      options.start = base.plan.map { KeptPlan($0, of: base.region).start(in: region) } ?? [:]
      region = region.afresh
    } else {
      // Two plans share the time.
      options.timeLimit /= 2
    }
    let progress = ProgressLine(common)
    let limit = options.timeLimit
    let outcome = Planner(region: region, options: options)
      .plan(cancellation: cancellation) { progress.report($0, limit: limit) }
    progress.finish()
    return WhatIf.Run(region: region, outcome: outcome)
  }

  /// Plans a changed region from a plan that is kept as far as that may be.
  private func keep(
    _ kept: KeptPlan, _ region: Region, _ cancellation: Cancellation
  ) -> WhatIf.Run {
    var options = solve.planner(for: region)
    if solve.gap == nil, region.solve.gap == nil { options.gap = KeptPlan.gap }
    let progress = ProgressLine(common)
    let limit = options.timeLimit
    let region = kept.keeping(in: region)
    let outcome = kept.outcome(in: region, options: options, cancellation: cancellation) {
      progress.report($0, limit: limit)
    }
    progress.finish()
    return WhatIf.Run(region: region, outcome: outcome)
  }

  private func deliver(
    _ study: WhatIf, _ after: LoadedRegion, _ folder: OutputFolder?,
    _ changes: ChangeOptions.Changes, wasInterrupted: Bool
  ) throws {
    if let plan = study.changed.plan {
      try SelfCheck(console: common.console).demand(plan, keeps: after.region)
      if let folder {
        _ = try PlanDelivery(refusal: refusal, isPlainCSV: after.csvIsPlain)
          .write(plan, of: after, to: folder)
      }
    }
    let kept = study.changed.plan == nil ? nil : folder?.path
    let status = wasInterrupted ? .interrupted : study.changed.status
    if common.json {
      common.console.write(
        try JSONText.of(WhatIfAnswer(study, name: changes.name, folder: kept, status: status)))
    } else {
      tell(study, changes, kept)
    }
    if status != .done { throw status.code }
  }

  /// The columns for names of resources beside the figures of two runs.
  private static let nameWidth = 32

  private func tell(_ study: WhatIf, _ changes: ChangeOptions.Changes, _ kept: String?) {
    let console = common.console
    if !changes.name.isEmpty { console.line(changes.name) }
    // Where there is no plan, why is what was asked; figures come after it.
    for run in [study.base, study.changed] {
      guard let explanation = run.explanation else { continue }
      console.line(explanation.summary)
      for clash in explanation.clashes {
        console.line("  \(clash.rule.rawValue): \(clash.message)")
      }
      console.line()
    }
    let style = common.style
    for line in study.lines(shortened: { style.distinct($0, to: Self.nameWidth) }) {
      console.line(line)
    }
    if let comparison = study.comparison {
      var text = ComparisonText(isFull: full, isASCII: common.isASCII)
      console.line()
      text.heading = "\(study.changed.region.name) with \(changes.words):"
      console.tell(text.text(comparison))
    }
    console.line()
    console.line(kept.map { "Kept in \($0)." } ?? "Not saved. Keep it with -o FOLDER.")
  }
}
