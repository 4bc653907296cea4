import ArgumentParser
import TrancheKit

/// `tranche risk`: how sure a plan's dates are.
struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk", abstract: "Say how sure a plan's dates are.",
    discussion: """
        tranche risk --plan plan
        tranche risk --plan plan --by 2027-12-15 --full
        tranche risk my-region --plan my-region/plan --replays 50000 --seed 7 --json

      Replays the plan many times. Stages up to go-live take as long as chance has \
      it (PERT from the pathway's min, usual and max), and slips of [risk] in \
      region.toml put stages off. A migration that can begin every stage as planned \
      does so. Every other one gives up its slots from there on, save those of its \
      cutover while it can still be ready for it. In the order of the planned \
      go-lives, each then takes the first legal dates with room left, never before \
      the planned ones, and with the cutover as planned if that can be. Nobody who \
      keeps his dates is moved for another, and no deadline or pin holds a slipped \
      go-live back.

      The same plan and seed give the same answer, whatever the threads. --time-limit
      is for the whole command: the replays that it leaves time for are told, and how
      many they are.

      Exit: 0 done, 1 the plan breaks a rule, 4 the time was over before the first \
      replay, 65 the inputs have errors, 66 an input is missing.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .long, help: "The plan to replay, a folder or its plan.json.", completion: .directory)
  var plan: String

  @Option(name: .long, help: ArgumentHelp("How often (default 10000).", valueName: "n"))
  var replays: Int?

  @Option(name: .long, help: ArgumentHelp("The seed of chance (default 1).", valueName: "n"))
  var seed: UInt64?

  @Option(
    name: .long,
    help: ArgumentHelp("How sure is it that all are live by this day?", valueName: "date"),
    transform: parseDay)
  var by: Day?

  @Flag(name: .long, help: "List every practice.")
  var full = false

  @Option(
    name: .long,
    help: ArgumentHelp("Stop the whole command after this long (default never).", valueName: "60s"),
    transform: parseSeconds)
  var timeLimit: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Threads to use; the answer does not depend on it (default 2).", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let replays, !(1...1_000_000).contains(replays) {
      throw ValidationError("--replays must be from 1 to 1000000.")
    }
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads must be from 1 to 64.")
    }
  }

  func run() throws {
    let refusal = Refusal(command: "risk", common: common, closing: "Nothing was replayed.")
    let (loaded, reading) = try regionOptions.read(plan: plan, refusal)
    guard let read = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let warnings = reading.diagnostics + loaded.changes(since: reading.inputs)
    if !warnings.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(warnings))
    }
    let region = loaded.region
    try demandLegal(read, region)
    var options = RiskStudy.Options()
    options.replays = replays ?? region.risk.replays ?? options.replays
    options.seed = seed ?? region.risk.seed ?? options.seed
    options.threads = threads ?? region.solve.threads ?? options.threads
    if let timeLimit { options.deadline = Deadline(in: timeLimit - Tranche.secondsSinceBegin) }
    let study = RiskStudy(of: read, in: region, options: options)
    let goLives = study.goLives()
    guard goLives.replays > 0 else {
      common.console.complain("error: the time limit was over before the first replay.")
      common.console.complain("   fix  allow more: reading and checking the plan take time, too.")
      throw ExitStatus.outOfTime.code
    }
    let profile = RiskProfile(of: goLives)
    let factors = RiskFactors(of: study, done: goLives.replays)
    if common.json {
      common.console.write(
        try JSONText.of(
          RiskAnswer(risk: RiskRecord(study, profile: profile, factors: factors, by: by))))
    } else {
      common.console.tell(
        RiskText(
          study, profile: profile, factors: factors, by: by, isFull: full,
          isASCII: common.isASCII
        ).text)
    }
  }

  /// Ends the command if the plan breaks a rule: what a slip does to it would mean nothing.
  private func demandLegal(_ plan: Plan, _ region: Region) throws {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    guard let first = findings.first else { return }
    common.console.complain(
      "error: the plan breaks \(counted(findings.count, "rule")), so it "
        + "cannot be replayed: \(first.message)")
    common.console.complain("   fix  see tranche verify, and plan again.")
    throw ExitStatus.unsatisfied.code
  }
}

/// What `risk --json` says.
private struct RiskAnswer: Encodable {
  let command = "risk"
  let ok = true
  let exit: Int32 = 0
  let risk: RiskRecord

  init(risk: RiskRecord) { self.risk = risk }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, risk
  }
}
