import ArgumentParser
import TrancheKit

/// `tranche accept`: makes a plan the one that the region works to.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Make a plan the one that the region works to.",
    discussion: """
        tranche accept --plan plan
        tranche accept Data/regions/devon-cornwall --plan plan --yes --today 2026-11-20

      Adds a revision to accepted/ in the region folder: rev-0001/ with the plan, what changed and \
      who must be told, and a line in history.jsonl. Former revisions are never rewritten. A plan \
      whose inputs have changed since it was made is refused, and so is one that breaks a rule.

      What the plan says of itself is not believed: it is judged by the region, a replan also by \
      the revision that it started from, and cost and bound are worked out again.

      Exit: 0 accepted (or accepted already), 1 refused by the rules or by you, 64 --yes is \
      needed, 65 the plan is stale or its files differ, 73 accepted/ cannot be written.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder.", completion: .directory)
  var plan: String

  @Flag(name: .long, help: "Do not ask.")
  var yes = false

  @Option(
    name: .customLong("from"),
    help: "The plan that a replan started from, where it is not an accepted one.",
    completion: .directory)
  var baseline: String?

  private var refusal: Refusal {
    Refusal(command: "accept", common: common, closing: "Nothing was accepted.")
  }

  func run() throws {
    if !regionOptions.settings.isEmpty {
      throw ValidationError(
        "A plan is accepted for the region as it is, with the settings that it was made with; plan "
          + "with --set, then accept that.")
    }
    let (loaded, reading) = try regionOptions.read(plan: plan, refusal)
    guard let read = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    try demandFresh(reading, loaded)
    let judgement = try Judging(refusal: refusal, options: regionOptions)
      .judgement(of: reading, loaded, from: baseline)
    if !common.json { common.console.line(judgement.sentence) }
    try demandLegal(read, judgement)
    let counted = try recounted(read, reading, judgement)
    let history = AcceptedHistory(region: regionOptions.region)
    do {
      // Where another plan is accepted meanwhile, this one is compared with that.
      while try !accept(counted, reading, loaded, judgement, history) {}
    } catch let failure as AcceptedHistory.Failure {
      common.console.complain(
        "error: \(failure.path) \(failure.reason)\nNothing was accepted.")
      throw ExitStatus.cannotWrite.code
    }
  }

  /// Adds the plan to the history; false where another one has been accepted since that was read.
  private func accept(
    _ plan: Plan, _ reading: PlanReading, _ loaded: LoadedRegion, _ judgement: Judgement,
    _ history: AcceptedHistory
  ) throws -> Bool {
    let former = try AcceptedPlans(region: regionOptions.region).read().last
    let acceptance = Acceptance(
      report: PlanReport(
        // A start that nobody confirms is not carried into the history.
        region: judgement.isUnnamed ? judgement.believed : loaded.region, plan: plan,
        inputs: reading.inputs.map {
          PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
        }, version: reading.version, stamp: common.stamp, standing: .accepted),
      old: former?.plan, former: former?.record, isPlainCSV: loaded.csvIsPlain,
      isASCII: common.isASCII)
    if let former, acceptance.isSameAsBefore {
      try tell(
        acceptance, judgement, former.record, path: history.path(of: former.record), isNew: false)
      return true
    }
    if !common.json { common.console.tell(acceptance.summary) }
    let number = (former?.record.revision ?? 0) + 1
    try ask(number: number)
    let files = try acceptance.files()
    let fingerprint = Fingerprint.sha256(files.first { $0.name == "plan.json" }?.bytes ?? [])
    let added = try history.add(
      files: files.map { ($0.name, $0.bytes) }, after: former?.record
    ) { number in
      acceptance.record(number: number, plan: fingerprint, stamp: common.stamp?.iso)
    }
    guard let added else {
      common.console.complain(
        "\(yes ? "warning" : "error"): another plan has been accepted meanwhile, so what was said "
          + "of changes is no longer right.")
      guard yes else {
        common.console.complain(
          "   fix  look at it with tranche diff, then accept again\nNothing was accepted.")
        throw ExitStatus.unsatisfied.code
      }
      return false
    }
    try tell(acceptance, judgement, added, path: history.path(of: added), isNew: true)
    return true
  }

  /// The plan with all its figures counted again; ends the command where it states others.
  private func recounted(_ plan: Plan, _ reading: PlanReading, _ judgement: Judgement) throws
    -> Plan
  {
    let recount = Recount(
      of: plan, statedCost: reading.statedCost, in: judgement.region, proves: true,
      allowsCostWithoutMoves: judgement.isUnnamed)
    if Counting.countsOtherwise(reading.version) {
      // What is counted now is what is accepted.
      let warnings = recount.warnings(in: self.plan)
      if !warnings.isEmpty {
        common.console.say(DiagnosticText(isASCII: common.isASCII).render(warnings))
      }
    } else {
      let errors = recount.errors(in: self.plan)
      if !errors.isEmpty { try refusal.end(.unsatisfied, errors) }
    }
    guard judgement.isUnnamed else { return recount.plan }
    return Recount(
      of: plan, statedCost: reading.statedCost, in: judgement.believed, proves: true
    ).plan
  }

  private func demandFresh(_ reading: PlanReading, _ loaded: LoadedRegion) throws {
    let staleness = Staleness(then: reading.inputs, now: loaded.reading.fingerprints)
    guard staleness.isStale else { return }
    common.console.complain("error: the plan in \(plan) is stale")
    for sentence in staleness.sentences { common.console.complain("   why  \(sentence)") }
    common.console.complain("   fix  plan again, then accept that\nNothing was accepted.")
    throw ExitStatus.badInput.code
  }

  private func demandLegal(_ plan: Plan, _ judgement: Judgement) throws {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    let (rules, doubts) = judgement.findings(schedules)
    let sentences =
      doubts.map { "replan: \($0.message)" }
      + rules.map { "\($0.rule.rawValue): \($0.message)" }
    guard !sentences.isEmpty || judgement.isUnconfirmed else { return }
    var problems = sentences.prefix(20).map { sentence in
      Diagnostic(
        code: "E412", file: self.plan, message: String(sentence.dropLast()),
        fix: sentence == sentences.prefix(20).last
          ? "plan again, or see tranche verify --plan \(self.plan)." : nil)
    }
    if sentences.count > 20 {
      problems.append(
        Diagnostic(
          code: "E412", file: self.plan,
          message:
            "\(counted(sentences.count - 20, "more rule")) \((sentences.count - 20).form("is", "are")) broken"
        ))
    }
    if judgement.isUnconfirmed {
      problems.append(
        Diagnostic(
          code: "E413", file: self.plan,
          message: "the plan that it started from is not among the accepted revisions",
          why: judgement.notice(of: plan.cost),
          fix: "accept that plan first, or name it with --from."))
    }
    try refusal.end(.unsatisfied, problems)
  }

  private func ask(number: Int) throws {
    guard !yes else { return }
    guard Console.isTerminal(0), !common.json else {
      throw ValidationError("There is nobody to ask here. Accept without asking with --yes.")
    }
    Console.put("Accept this as revision \(number)? Type yes: ", to: 2)
    guard readLine() == "yes" else {
      common.console.complain("Nothing was accepted.")
      throw ExitStatus.unsatisfied.code
    }
  }

  private func tell(
    _ acceptance: Acceptance, _ judgement: Judgement, _ record: RevisionRecord, path: String,
    isNew: Bool
  ) throws {
    if common.json {
      common.console.write(
        try JSONText.of(AcceptAnswer(acceptance, judgement, record, folder: path, isNew: isNew)))
    } else if isNew {
      common.console.line("Accepted as revision \(record.revision), in \(path).")
    } else {
      common.console.line(
        "This plan is revision \(record.revision) already, in \(path). Nothing was written.")
    }
  }
}
