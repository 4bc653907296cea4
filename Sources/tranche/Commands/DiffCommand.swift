import ArgumentParser
import TrancheKit

/// `tranche diff`: what differs between two plans, each change with its cause.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two plans.",
    discussion: """
        tranche diff plan plan-2
        tranche diff accepted/rev-0001 plan --full
        tranche diff plan plan-2 --only L82003 --exit-code

      One line for each practice that changed, with the new plan's reason; who is touched comes \
      last. Nothing is left out unless --only asks for it, and then it says so.

      Costs are counted again in the region; where that is not at hand as it was, they are left \
      out. Accepted revisions are called by their number.

      Exit: 0, or with --exit-code 2 if there are changes.
      """)

  @Argument(help: "The old plan, a folder or its plan.json.", completion: .directory)
  var old: String

  @Argument(help: "The new plan, a folder or its plan.json.", completion: .directory)
  var new: String

  @Flag(name: .customLong("exit-code"), help: "Exit 2 if there are changes.")
  var saysChanges = false

  @Flag(name: .long, help: "Every stage that changed.")
  var full = false

  @Option(name: .long, help: "Only this practice (repeatable).")
  var only: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    var before = try read(old)
    // Delay counts from the old plan's earliest go-lives in both.
    var after = try read(new, zeros: before.zeros)
    if !before.hasCosts || !after.hasCosts {
      (before, after) = (before.withoutCosts, after.withoutCosts)
    }
    let comparison = PlanComparison(old: before, new: after)
    try checkOnly(comparison)
    if common.json {
      common.console.write(try JSONText.of(DiffAnswer(comparison)))
    } else {
      let text = ComparisonText(
        isFull: full, only: only.isEmpty ? nil : Set(only.map { PracticeCode($0.uppercased()) }),
        isASCII: common.isASCII)
      common.console.tell(text.text(comparison))
    }
    if saysChanges && !comparison.isEmpty { throw ExitStatus.changes.code }
  }

  @Option(
    name: .long,
    help: "The region folder, to count costs again (default: the one that the plan lies in).",
    completion: .directory)
  var region: String?

  private var refusal: Refusal {
    Refusal(command: "diff", common: common, closing: "Nothing was compared.")
  }

  private func read(_ path: String, zeros: [PracticeCode: Day] = [:]) throws -> PlanSnapshot {
    let reading = PlanInput.snapshot(path)
    guard let plan = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    // What was accepted was counted then, and is what its fingerprint says.
    return plan.revision == nil ? try counted(plan, path, zeros) : plan
  }

  /// The plan with costs counted again; without any where its region is not at hand as it was.
  private func counted(
    _ plan: PlanSnapshot, _ path: String, _ zeros: [PracticeCode: Day]
  ) throws -> PlanSnapshot {
    guard let folder = region ?? regionFolder(of: path) else { return plan.withoutCosts }
    guard region != nil || RegionFolder.read(folder, overrides: [], additions: []).region != nil
    else { return plan.withoutCosts }
    var options = RegionOptions()
    options.region = folder
    options.settings = []
    let (loaded, read) = try options.read(plan: path, refusal)
    guard let rebuilt = read.plan,
      !Staleness(then: read.inputs, now: loaded.reading.fingerprints).isStale
    else { return plan.withoutCosts }
    let judgement = try Judging(refusal: refusal, options: options).judgement(of: read, loaded)
    let counted = try Counting(refusal: refusal, path: path, settings: [])
      .plan(rebuilt, read, loaded, judgement, proves: false)
    let fresh = PlanSnapshot(
      of: counted.counted(from: zeros, in: judgement.region), in: judgement.region)
    let costs = Dictionary(
      fresh.entries.map { ($0.code, $0.cost) }, uniquingKeysWith: { one, _ in one })
    var snapshot = plan
    snapshot.cost = fresh.cost
    for place in snapshot.entries.indices {
      snapshot.entries[place].cost = costs[snapshot.entries[place].code] ?? Cost()
    }
    return snapshot
  }

  /// The region folder around a plan's folder, or the working folder.
  private func regionFolder(of path: String) -> String? {
    let folder =
      path.hasSuffix(".json") ? path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." : path
    return ["\(folder)/..", "\(folder)/../..", "."].first { TextFile.exists("\($0)/region.toml") }
  }

  private func checkOnly(_ comparison: PlanComparison) throws {
    let known = Set((comparison.old.entries + comparison.new.entries).map(\.code.text))
    for code in only where !known.contains(code.uppercased()) {
      common.console.complain("error: --only \(code): neither plan has a practice with this code")
      throw ExitStatus.badInput.code
    }
  }
}

/// What `diff --json` says.
private struct DiffAnswer: Encodable {
  let command = "diff"
  let ok = true
  let comparison: ComparisonRecord

  init(_ comparison: PlanComparison) { self.comparison = ComparisonRecord(comparison) }

  private enum CodingKeys: String, CodingKey {
    case command, ok, comparison
  }
}
