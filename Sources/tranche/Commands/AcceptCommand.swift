import ArgumentParser
import Days
import Migrations
import PlanChecks
import RegionFiles
import Reports
import Studies

/// `tranche accept`: makes a plan the one that the region works to.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Make a plan the one that the region works to.",
    discussion: """
        tranche accept --plan plan
        tranche accept Data/regions/devon-cornwall --plan plan --yes --today 2026-11-20

      Adds a revision to accepted/ in the region folder: rev-0001/ with the plan, what changed and
      who must be told, and a line in history.jsonl. Former revisions are never rewritten. A plan
      whose inputs have changed since it was made is refused, and so is one that breaks a rule.

      Exit: 0 accepted (or accepted already), 1 refused by the rules or by you, 64 --yes is
      needed, 65 the plan is stale, 73 accepted/ cannot be written.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The plan's folder.", completion: .directory)
  var plan: String

  @Flag(name: .long, help: "Do not ask.")
  var yes = false

  func run() throws {
    let (loaded, reading) = try regionOptions.read(
      plan: plan, Refusal(command: "accept", common: common, closing: "Nothing was accepted."))
    guard let read = reading.plan else {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was accepted.")
          .render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    try demandFresh(reading, loaded)
    try demandLegal(read, loaded.region)
    let history = AcceptedHistory(region: regionOptions.region)
    do {
      try accept(read, reading, loaded, history)
    } catch let failure as AcceptedHistory.Failure {
      common.console.complain(
        "error: \(failure.path) \(failure.reason)\nNothing was accepted.")
      throw ExitStatus.cannotWrite.code
    }
  }

  private func accept(
    _ read: Plan, _ reading: PlanReading, _ loaded: LoadedRegion, _ history: AcceptedHistory
  ) throws {
    let former = try history.revisions().last
    let old = try former.map { try snapshot(of: $0, in: history) }
    let acceptance = Acceptance(
      report: PlanReport(
        region: loaded.region, plan: read,
        inputs: reading.inputs.map {
          PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
        }, version: reading.version, stamp: common.stamp, standing: .accepted), old: old,
      former: former, isPlainCSV: loaded.csvIsPlain, isASCII: common.isASCII)
    if let former, acceptance.isSameAsBefore {
      try tell(acceptance, former, path: history.path(of: former), isNew: false)
      return
    }
    if !common.json { common.console.write(acceptance.summary) }
    try ask(number: (former?.revision ?? 0) + 1)
    let files = try acceptance.files()
    let fingerprint = Fingerprint.sha256(files.first { $0.name == "plan.json" }?.bytes ?? [])
    let added = try history.add(files: files.map { ($0.name, $0.bytes) }) { number in
      acceptance.record(number: number, plan: fingerprint, stamp: common.stamp?.iso)
    }
    try tell(acceptance, added, path: history.path(of: added), isNew: true)
  }

  private func snapshot(of record: RevisionRecord, in history: AcceptedHistory) throws
    -> PlanSnapshot
  {
    let reading = PlanInput.snapshot(history.path(of: record))
    guard let plan = reading.plan else {
      throw AcceptedHistory.Failure(
        path: history.path(of: record),
        reason: "cannot be read: \(reading.diagnostics.first?.message ?? "")")
    }
    return plan
  }

  private func demandFresh(_ reading: PlanReading, _ loaded: LoadedRegion) throws {
    let staleness = Staleness(then: reading.inputs, now: loaded.reading.fingerprints)
    guard staleness.isStale else { return }
    common.console.complain("error: the plan in \(plan) is stale")
    for sentence in staleness.sentences { common.console.complain("   why  \(sentence)") }
    common.console.complain("   fix  plan again, then accept that\nNothing was accepted.")
    throw ExitStatus.badInput.code
  }

  private func demandLegal(_ plan: Plan, _ region: Region) throws {
    var schedules: [Int: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    guard !findings.isEmpty else { return }
    common.console.complain("error: the plan in \(self.plan) breaks rules")
    for finding in findings.prefix(20) {
      common.console.complain("  \(finding.rule.rawValue): \(finding.message)")
    }
    if findings.count > 20 { common.console.complain("  and \(findings.count - 20) more") }
    common.console.complain("Nothing was accepted.")
    throw ExitStatus.unsatisfied.code
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
    _ acceptance: Acceptance, _ record: RevisionRecord, path: String, isNew: Bool
  ) throws {
    if common.json {
      common.console.write(
        try JSONText.of(AcceptAnswer(acceptance, record, folder: path, isNew: isNew)))
    } else if isNew {
      common.console.line("Accepted as revision \(record.revision), in \(path).")
    } else {
      common.console.line(
        "This plan is revision \(record.revision) already, in \(path). Nothing was written.")
    }
  }
}
