import Days
import Migrations

/// No period uses more of a resource than there is.
struct CapacityCheck: PlanCheck {
  /// Sums of amounts that are no whole numbers may miss their capacity by so much.
  static let tolerance = 1e-6

  var rule: Rule { .capacity }

  func findings(in plan: CheckedPlan) -> [Finding] {
    let counter = ResourceUses(of: plan.region)
    return plan.region.resources.flatMap { resource in
      var used: [Day: Double] = [:]
      var users: [Day: [Int]] = [:]
      for place in plan.scheduled {
        guard let schedule = plan.schedules[place] else { continue }
        for (period, amount) in counter.uses(of: resource, place: place, schedule: schedule) {
          used[period, default: 0] += amount
          users[period, default: []].append(place)
        }
      }
      return used.keys.sorted().compactMap { period in
        finding(
          resource, period: period, used: used[period] ?? 0, users: users[period] ?? [], in: plan)
      }
    }
  }

  private func finding(
    _ resource: Resource, period: Day, used: Double, users: [Int], in plan: CheckedPlan
  ) -> Finding? {
    let capacity = resource.room(inPeriod: period)
    guard used > capacity + CapacityCheck.tolerance else { return nil }
    let when =
      resource.period == .week ? "the week of \(period.longWords)" : period.longWords
    let names = users.prefix(5).map(plan.region.title(of:)).joined(separator: ", ")
    let rest = users.count > 5 ? " and \(users.count - 5) more" : ""
    return Finding(
      rule: rule, resource: resource.id, period: period.iso, amount: used - capacity,
      message: "\(resource.name) (\(resource.id)) in \(when): \(plain(used)) used of "
        + "\(plain(capacity)), \(plain(used - capacity)) too many, by \(names)\(rest).")
  }
}
