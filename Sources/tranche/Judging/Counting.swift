import PlanChecks
import Migrations
import RegionFiles
import Studies

/// Counts a plan again before anything of it is repeated; ends the command where it states what it
/// does not hold.
struct Counting {
  let refusal: Refusal
  /// The plan's folder, for messages.
  let path: String
  /// The settings of this run, which make the region another one.
  let settings: [String]

  /// The plan with all figures counted again.
  ///
  /// A plan of these very inputs that costs or proves other than it states is an error. Where the
  /// inputs have changed since, or another version of the program counted, that is a warning, and
  /// what is counted now is what is repeated.
  func plan(
    _ plan: Plan, _ reading: PlanReading, _ loaded: LoadedRegion, _ judgement: Judgement,
    proves: Bool
  ) throws -> Plan {
    let doubts = judgement.doubts
    let isSame =
      settings.isEmpty && reading.version == Tranche.version
      && !Staleness(then: reading.inputs, now: loaded.reading.fingerprints).isStale
    let recount = Recount(
      of: plan, statedCost: reading.statedCost, in: judgement.region, proves: proves)
    if isSame {
      let errors = recount.errors(in: path) + doubts.prefix(10).map { error($0.message) }
      if !errors.isEmpty { try refusal.end(.badInput, errors) }
    } else {
      let warnings =
        recount.warnings(in: path)
        + doubts.prefix(10).map { doubt in
          Diagnostic(code: "W442", file: path, message: String(doubt.message.dropLast()))
        }
      if !warnings.isEmpty {
        refusal.common.console.say(
          DiagnosticText(isASCII: refusal.common.isASCII).render(warnings))
      }
    }
    if proves, let notice = judgement.notice(of: recount.plan.cost) {
      refusal.common.console.say("warning: \(notice)")
    }
    return recount.plan
  }

  private func error(_ message: String) -> Diagnostic {
    Diagnostic(
      code: "E411", file: path, message: "the plan rests on what is not so: \(message.dropLast())",
      fix: "plan again, or see tranche verify --plan \(path).")
  }
}
