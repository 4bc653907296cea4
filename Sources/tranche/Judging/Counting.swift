import TrancheKit

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
      settings.isEmpty && !Self.countsOtherwise(reading.version)
      && !Staleness(then: reading.inputs, now: loaded.reading.fingerprints).isStale
    let recount = Recount(
      of: plan, statedCost: reading.statedCost, in: judgement.region, proves: proves,
      allowsCostWithoutMoves: judgement.isUnnamed)
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
    if let notice = judgement.notice(of: recount.plan.cost) {
      refusal.common.console.say("warning: \(notice)")
    }
    return judgement.isUnnamed
      ? Recount(of: plan, statedCost: reading.statedCost, in: judgement.believed, proves: proves)
        .plan : recount.plan
  }

  /// Whether a version's costs meant something else, so that a plan of it may state other ones.
  ///
  /// The version is the file's own word, so none but these is taken for another meaning.
  static func countsOtherwise(_ version: String) -> Bool { version == "0.1.0" }

  private func error(_ message: String) -> Diagnostic {
    Diagnostic(
      code: "E411", file: path, message: "the plan rests on what is not so: \(message.dropLast())",
      fix: "plan again, or see tranche verify --plan \(path).")
  }
}
