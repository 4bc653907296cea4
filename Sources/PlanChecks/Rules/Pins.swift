import Days
import Migrations

/// Agreed go-live days and recorded stages are kept exactly, and nobody so committed is left out.
///
/// A stage under way, which began on record and is not over, cannot end before the day from which
/// it can be.
struct PinsCheck: PlanCheck {
  var rule: Rule { .pin }

  func findings(in plan: CheckedPlan) -> [Finding] {
    plan.region.practices.indices.flatMap { place -> [Finding] in
      let practice = plan.region.practices[place]
      guard practice.isCommitted else { return [] }
      guard let schedule = plan.schedules[place] else {
        // Dates that cannot be read are the pathway's finding, not a practice left out.
        return plan.malformed[place] == nil ? [missing(place, in: plan)] : []
      }
      return goLive(place, schedule, in: plan) + actuals(place, schedule, in: plan)
    }
  }

  private func missing(_ place: Int, in plan: CheckedPlan) -> Finding {
    let practice = plan.region.practices[place]
    let why =
      practice.pinnedGoLive.map { "its go-live is agreed for \($0.longWords)" }
      ?? practice.frozenGoLive.map { "its go-live is frozen on \($0.longWords)" }
      ?? "it has already started"
    return Finding(
      rule: rule, practice: practice.code, period: practice.pinnedGoLive?.iso,
      message: "\(plan.region.title(of: place)) has no dates in the plan, but \(why).")
  }

  private func goLive(_ place: Int, _ schedule: Schedule, in plan: CheckedPlan) -> [Finding] {
    let practice = plan.region.practices[place]
    let goLive = plan.region.pathway.goLive
    let planned = schedule[goLive].start
    // Who is live is no longer held to what was agreed.
    guard let fixed = practice.fixedGoLive, planned != fixed, practice.actuals[goLive] == nil else {
      return []
    }
    return [
      Finding(
        rule: rule, practice: practice.code, period: planned.iso,
        amount: Double(abs(planned - fixed)),
        message: "\(plan.region.title(of: place)) goes live on \(planned.longWords), but "
          + "\(fixed.longWords) is \(practice.pinnedGoLive == nil ? "frozen" : "agreed").")
    ]
  }

  private func actuals(_ place: Int, _ schedule: Schedule, in plan: CheckedPlan) -> [Finding] {
    let practice = plan.region.practices[place]
    return practice.actuals.keys.sorted().flatMap { stage -> [Finding] in
      guard let actual = practice.actuals[stage], schedule.indices.contains(stage) else {
        return []
      }
      let name = plan.region.pathway.stages[stage].name
      func finding(_ verb: String, _ planned: Day, _ recorded: Day) -> Finding? {
        guard planned != recorded else { return nil }
        return Finding(
          rule: rule, practice: practice.code, period: planned.iso,
          amount: Double(abs(planned - recorded)),
          message: "\(plan.region.title(of: place)): \(name) \(verb) on \(planned.longWords) in "
            + "the plan, but on \(recorded.longWords) on record.")
      }
      let finish = actual.finish.flatMap { finding("finishes", schedule[stage].finish, $0) }
      return [
        finding("starts", schedule[stage].start, actual.start), finish,
        tooSoon(place, stage, schedule[stage].finish, actual, in: plan),
      ].compactMap { $0 }
    }
  }

  /// That a stage under way ends before it can be over; nil if it does not.
  private func tooSoon(
    _ place: Int, _ stage: Int, _ finish: Day, _ actual: Practice.Actual, in plan: CheckedPlan
  ) -> Finding? {
    guard actual.finish == nil, let first = actual.finishesFrom, finish < first else { return nil }
    let practice = plan.region.practices[place]
    return Finding(
      rule: rule, practice: practice.code, period: finish.iso, amount: Double(first - finish),
      message: "\(plan.region.title(of: place)): \(plan.region.pathway.stages[stage].name) "
        + "finishes on \(finish.longWords) in the plan, but it was still under way on record and "
        + "cannot be over before \(first.longWords).")
  }
}
