import TrancheKit

/// The plan that `plan` starts from: that of `--from`, or the one that was accepted last.
struct PlanStart {
  let kept: KeptPlan
  private let console: Console

  init(kept: KeptPlan, overdueTo console: Console) {
    self.kept = kept
    self.console = console
  }

  /// Gives a region the plan as its baseline, and says whose records leave no dates from its day on.
  func keep(in region: inout Region, freeze: Length? = nil, mostMoves: Int? = nil) {
    region = kept.keeping(in: region, freeze: freeze, mostMoves: mostMoves)
    guard let baseline = region.baseline else { return }
    for code in baseline.overdue.sorted() {
      console.say(
        "warning: what is on record of \(code) leaves no dates from \(baseline.asOf.words) on; some "
          + "of its dates lie before. Record in actuals.csv what has happened.")
    }
  }

  /// Where the region works to an accepted plan, that is where planning starts: everybody stays as
  /// far as the rules allow and as moving costs more than it saves.
  ///
  /// - Parameter afresh: whether the region is to be planned afresh; then only what has happened by
  ///   the accepted plan stays.
  /// - Returns: nil where there is no accepted plan.
  static func accepted(
    of region: inout Region, in options: RegionOptions, afresh: Bool, _ refusal: Refusal
  ) throws -> PlanStart? {
    let accepted = AcceptedPlans(region: options.region)
    let last: AcceptedPlans.Entry
    do throws(AcceptedHistory.Failure) {
      guard let entry = try accepted.read().last else { return nil }
      last = entry
    } catch {
      try refusal.end(.badInput, [error.diagnostic])
    }
    let reading = PlanInput.read(accepted.history.path(of: last.record), for: region)
    guard let plan = reading.plan else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let console = refusal.common.console
    if !afresh {
      console.say(
        "Starting from the accepted plan, revision \(last.record.revision): nobody moves who need "
          + "not; --best plans afresh.")
    }
    let start = PlanStart(
      kept: KeptPlan(plan, of: region, origin: Judgement.fingerprint(of: last.plan)),
      overdueTo: console)
    start.keep(in: &region)
    guard afresh else { return start }
    region = region.afresh
    if let baseline = region.baseline, !baseline.facts.isEmpty {
      console.say(
        "Planning afresh: what lay before \(baseline.asOf.words) by the accepted plan, revision "
          + "\(last.record.revision), has happened and stays.")
    }
    return nil
  }
}
