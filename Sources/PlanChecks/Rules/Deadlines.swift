import Days
import Migrations

/// Practices are live by their date, where the region makes deadlines hard.
struct DeadlinesCheck: PlanCheck {
  var rule: Rule { .deadline }

  func findings(in plan: CheckedPlan) -> [Finding] {
    guard plan.region.rules.deadlinesAreHard else { return [] }
    return plan.scheduled.compactMap { place in
      let practice = plan.region.practices[place]
      guard let deadline = practice.mustBeLiveBy,
        practice.actuals[plan.region.pathway.goLive] == nil,
        let goLive = plan.schedules[place]?[plan.region.pathway.goLive].start, goLive > deadline
      else { return nil }
      return Finding(
        rule: rule, practice: practice.code, period: goLive.iso, amount: Double(goLive - deadline),
        message: "\(plan.region.title(of: place)) goes live on \(goLive.longWords), "
          + "\(counted(goLive - deadline, "day")) after \(deadline.longWords), by which it must be "
          + "live.")
    }
  }
}
