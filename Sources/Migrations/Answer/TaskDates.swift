public import Days

/// The dates of tasks, which follow from the stages and never move them.
public struct TaskDates: Sendable {
  private let calendar: WorkingCalendar
  private let tasks: [String: MigrationTask]

  /// The dates of a region's tasks.
  public init(of region: Region) {
    calendar = region.calendar
    tasks = Dictionary(region.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The date of a task for a practice's dates; nil if the task is unknown, hangs on itself, or
  /// falls outside the calendar.
  public func date(of id: String, in schedule: Schedule) -> Day? {
    date(of: id, in: schedule, depth: 0)
  }

  /// The day on which a practice's links to third parties go off: that of the region's task
  /// `third-parties-off`, else of `links-off`, else two working days before its final data.
  ///
  /// - Parameters:
  ///   - schedule: the practice's dates; empty where only some of its stages are known.
  ///   - finalData: the first day of its final data production; nil if it has none.
  public func thirdPartiesOff(in schedule: Schedule, finalData: Day?) -> Day? {
    date(of: "third-parties-off", in: schedule) ?? date(of: "links-off", in: schedule)
      ?? finalData.flatMap { calendar.day($0, movedBy: -2) }
  }

  private func date(of id: String, in schedule: Schedule, depth: Int) -> Day? {
    // A chain longer than the list of tasks hangs on itself.
    guard depth <= tasks.count, let task = tasks[id], !schedule.isEmpty else { return nil }
    let anchor: Day?
    switch task.anchor {
    case .event(let event): anchor = schedule.day(of: event)
    case .task(let other): anchor = date(of: other, in: schedule, depth: depth + 1)
    }
    guard let anchor else { return nil }
    let moved: Day?
    switch task.offset {
    case .workingDays(let count): moved = calendar.day(anchor, movedBy: count)
    case .days(let count): moved = anchor + count
    }
    guard let moved else { return nil }
    return task.onWorkingDayBefore ? calendar.lastWorkingDay(onOrBefore: moved) : moved
  }
}
