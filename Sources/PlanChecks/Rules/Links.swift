import Days
import Migrations

/// Linked practices go live together, in order, or apart; binds only where both are scheduled.
struct LinksCheck: PlanCheck {
  var rule: Rule { .link }

  func findings(in plan: CheckedPlan) -> [Finding] {
    let region = plan.region
    let goLive = region.pathway.goLive
    return region.links.compactMap { link in
      guard let first = plan.schedules[link.first]?[goLive].start,
        let second = plan.schedules[link.second]?[goLive].start,
        !link.allows(first: first, second: second, in: region.calendar)
      else { return nil }
      return Finding(
        rule: rule, practice: region.practices[link.second].code, period: second.iso,
        amount: Double(amount(link, first, second, region.calendar)),
        message: "\(region.title(of: link.second)) goes live on \(second.longWords) and "
          + "\(region.title(of: link.first)) on \(first.longWords); \(demand(link)).")
    }
  }

  /// By how many days, in the unit of the lag, the two miss what is asked.
  private func amount(_ link: Link, _ first: Day, _ second: Day, _ calendar: WorkingCalendar)
    -> Int
  {
    switch link.rule {
    case .together: abs(second - first)
    case .before(let lag): lag.count - lag.distance(from: first, to: second, in: calendar)
    case .apart(let lag):
      lag.count
        - lag.distance(from: min(first, second), to: max(first, second), in: calendar)
    }
  }

  private func demand(_ link: Link) -> String {
    switch link.rule {
    case .together: "they must go live on the same day"
    case .before(let lag):
      link.isFromPilot
        ? "the pilot must be live at least \(lag.words) before it"
        : "it must follow by at least \(lag.words)"
    case .apart(let lag): "they must go live at least \(lag.words) apart"
    }
  }
}
