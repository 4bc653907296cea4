public import Migrations

extension Plan {
  /// The dates of each scheduled practice, by place in the region's list.
  public var schedulesByPlace: [Int: Schedule] {
    var schedules: [Int: Schedule] = [:]
    for planned in practices where !planned.schedule.isEmpty {
      schedules[planned.practice] = planned.schedule
    }
    return schedules
  }
}
