import Days
import Migrations

/// The two dates of every lead time lie far enough, and not too far, apart.
struct LeadTimesCheck: PlanCheck {
  var rule: Rule { .leadTime }

  func findings(in plan: CheckedPlan) -> [Finding] {
    plan.scheduled.flatMap { place in
      plan.region.pathway.leadTimes.flatMap { findings(of: $0, place: place, in: plan) }
    }
  }

  private func findings(of leadTime: LeadTime, place: Int, in plan: CheckedPlan) -> [Finding] {
    guard let schedule = plan.schedules[place] else { return [] }
    let region = plan.region
    let practice = region.practices[place]
    let from = schedule.day(of: leadTime.from)
    let to = schedule.day(of: leadTime.to)
    let dates =
      "\(region.title(of: place)): from \(region.title(of: leadTime.from)) on \(from.longWords) "
      + "to \(region.title(of: leadTime.to)) on \(to.longWords)"
    var findings: [Finding] = []
    // A distance between a date and one on record is a fact; see `RecordChecks`.
    if practice.isRecorded(leadTime.to) { return [] }
    if let least = leadTime.atLeast(for: practice) {
      let missing = least.count - least.distance(from: from, to: to, in: region.calendar)
      if missing > 0 {
        findings.append(
          Finding(
            rule: rule, practice: practice.code, period: to.iso, amount: Double(missing),
            message: "\(dates) is shorter than the lead time '\(leadTime.id)' of at least "
              + "\(least.words), by \(missing)."))
      }
    }
    if let most = leadTime.atMost,
      !plan.isOver(most, since: leadTime.from, until: leadTime.to, place: place)
    {
      let over = most.distance(from: from, to: to, in: region.calendar) - most.count
      if over > 0 {
        findings.append(
          Finding(
            rule: rule, practice: practice.code, period: to.iso, amount: Double(over),
            message: "\(dates) is longer than the lead time '\(leadTime.id)' of at most "
              + "\(most.words), by \(over)."))
      }
    }
    return findings
  }
}
