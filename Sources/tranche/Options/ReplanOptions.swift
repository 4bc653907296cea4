import ArgumentParser
import TrancheKit

/// What `plan` takes up again, from which day, and how much of it may move.
struct ReplanOptions: ParsableArguments {
  @Option(
    name: .customLong("from"), help: "Plan again from this plan, a folder or its plan.json.",
    completion: .directory)
  var plan: String?

  @Option(
    name: .long,
    help: "The day on which actuals.csv was true, as 2027-06-01: nothing else starts before it.",
    transform: parseDay)
  var asOf: Day?

  @Option(
    name: .long, help: "With --from: how long go-lives are frozen, as 6w (default 6w).",
    transform: parseLength)
  var freeze: Length?

  @Option(name: .long, help: "With --from: the most go-lives that may move.")
  var maxMoves: Int?

  @Flag(name: .customLong("exit-code"), help: "With --from: exit 2 if go-lives move.")
  var saysChanges = false

  func validate() throws {
    if plan == nil {
      guard freeze == nil, maxMoves == nil, !saysChanges else {
        throw ValidationError(
          "--freeze, --max-moves and --exit-code need --from, the plan to start from.")
      }
    }
    if let maxMoves, maxMoves < 0 { throw ValidationError("--max-moves must be 0 or more.") }
    if let freeze, freeze.count < 0 { throw ValidationError("--freeze must be 0 or more.") }
  }

  /// Gives the region its baseline; returns what to start from, or nil without `--from`.
  func apply(to region: inout Region, _ common: CommonOptions) throws -> PlanStart? {
    if let asOf { region = region.seen(on: asOf) }
    guard let path = plan else { return nil }
    guard region.asOf != nil else {
      common.console.complain(
        DiagnosticText(isASCII: common.isASCII, closing: "Nothing was planned.").render([
          Diagnostic(
            code: "E460", file: "--from", message: "the day of the replan is not known",
            why: "Nothing is on record, and region.toml has no as_of.",
            fix: "add --as-of, the day on which actuals.csv was true, as --as-of 2027-06-01.")
        ]))
      throw ExitStatus.usage.code
    }
    let reading = PlanInput.read(path, for: region)
    let text = DiagnosticText(isASCII: common.isASCII, closing: "Nothing was planned.")
    guard let plan = reading.plan else {
      common.console.complain(text.render(reading.diagnostics))
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    if !reading.diagnostics.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(reading.diagnostics))
    }
    let origin = PlanInput.snapshot(path).plan.map(Judgement.fingerprint)
    let start = PlanStart(
      kept: KeptPlan(plan, of: region, origin: origin), overdueTo: common.console)
    start.keep(in: &region, freeze: freeze ?? .days(42), mostMoves: maxMoves)
    return start
  }
}

/// Reads `6w`, `35d` or `5wd`.
@Sendable
func parseLength(_ text: String) throws -> Length {
  guard let length = Length(text) else {
    throw ValidationError("'\(text)' is not a length. Write it as 6w, 35d or 5wd.")
  }
  return length
}
