import ArgumentParser
import Migrations
import RegionFiles
import Studies

/// `tranche diff`: what differs between two plans, each change with its cause.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two plans.",
    discussion: """
        tranche diff plan plan-2
        tranche diff accepted/rev-0001 plan --full
        tranche diff plan plan-2 --only L82003 --exit-code

      One line for each practice that changed, with the new plan's reason; who is touched comes
      last. Nothing is left out unless --only asks for it, and then it says so.

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
    let comparison = PlanComparison(old: try read(old), new: try read(new))
    try checkOnly(comparison)
    if common.json {
      common.console.write(try JSONText.of(DiffAnswer(comparison)))
    } else {
      let text = ComparisonText(
        isFull: full, only: only.isEmpty ? nil : Set(only.map { PracticeCode($0.uppercased()) }),
        isASCII: common.isASCII)
      common.console.write(text.text(comparison))
    }
    if saysChanges && !comparison.isEmpty { throw ExitStatus.changes.code }
  }

  private func read(_ path: String) throws -> PlanSnapshot {
    let reading = PlanInput.snapshot(path)
    guard let plan = reading.plan else {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was compared.")
          .render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    return plan
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
