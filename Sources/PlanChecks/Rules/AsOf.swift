import Days
import Migrations

/// Nothing that is not on record starts before the day on which the records were true.
struct AsOfCheck: PlanCheck {
  var rule: Rule { .asOf }

  func findings(in plan: CheckedPlan) -> [Finding] {
    guard let asOf = plan.region.asOf else { return [] }
    return plan.scheduled.flatMap { place -> [Finding] in
      let practice = plan.region.practices[place]
      guard let schedule = plan.schedules[place],
        !(plan.region.baseline?.overdue.contains(practice.code) ?? false)
      else { return [] }
      let lastRecord = practice.actuals.keys.max() ?? -1
      return schedule.indices.dropFirst(lastRecord + 1).compactMap { stage in
        let start = schedule[stage].start
        guard start < asOf else { return nil }
        return Finding(
          rule: rule, practice: practice.code, period: start.iso, amount: Double(asOf - start),
          message: "\(plan.region.title(of: place)): \(plan.region.pathway.stages[stage].name) "
            + "starts on \(start.longWords), before \(asOf.longWords), and is not on record.")
      }
    }
  }
}
