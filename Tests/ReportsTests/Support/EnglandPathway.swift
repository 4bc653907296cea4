import Days
import Migrations

/// The stages of England, made by hand so that the writers are tested without a reader of files.
enum EnglandPathway {
  static let pathway = Pathway(
    stages: [
      stage("order", "PR", "Order", 5, 10, 10),
      stage("kickoff", "KO", "Kick-off meeting", 1, 1, 1),
      stage("technical-survey", "TS", "Technical survey", 1, 1, 1),
      stage("preparation", "EP", "Early preparation and clean-up", 5, 10, 30),
      stage("initial-data-production", "ID", "Initial data production", 1, 1, 1),
      stage("data-checking", "DC", "Data checking", 3, 5, 15),
      stage("supplier-fixes", "FX", "Supplier fixes", 1, 5, 10),
      stage("sign-off", "SO", "Data recheck and sign-off", 1, 3, 5),
      stage("final-data-production", "FD", "Final data production", 1, 1, 1),
      stage("cutover", "CO", "Cutover", 2, 4, 10),
      stage("go-live", "GL", "Go-live", 1, 1, 1),
      stage("post-go-live", "PG", "Post go-live", 5, 10, 10),
    ], leadTimes: [])

  private static func stage(
    _ id: String, _ code: String, _ name: String, _ minimum: Int, _ usual: Int, _ maximum: Int
  ) -> Stage {
    Stage(
      id: StageID(id), code: code, name: name,
      lengths: .init(minimum: minimum, usual: usual, maximum: maximum))
  }

  /// The tasks that plan.csv names, with the offsets of the contract.
  static let tasks: [MigrationTask] = [
    task("extract-request", "Extract requested", .event(.init(stage: 0, edge: .finish)), 0),
    task("cutover-meeting", "Cutover planning meeting", fd, -28, onWorkingDay: true),
    MigrationTask(
      id: "third-parties-off", title: "Third parties off", role: "practice", anchor: fd,
      offset: .workingDays(-2)),
    task("pcse-notice", "Notice to PCSE", .task("third-parties-off"), -14, onWorkingDay: true),
    task("legacy-access-ends", "Legacy access ends", .event(.init(stage: 10, edge: .start)), 90),
  ]

  private static let fd = MigrationTask.Anchor.event(.init(stage: 8, edge: .start))

  private static func task(
    _ id: String, _ title: String, _ anchor: MigrationTask.Anchor, _ days: Int,
    onWorkingDay: Bool = false
  ) -> MigrationTask {
    MigrationTask(
      id: id, title: title, role: "practice", anchor: anchor, offset: .days(days),
      onWorkingDayBefore: onWorkingDay)
  }

  /// The shipped periods that forbid, and two that price.
  static let protectedPeriods: [ProtectedPeriod] = [
    yearly("flu", "Flu vaccination, main weeks", (10, 1), (11, 30), .forbid),
    yearly("christmas", "Christmas and New Year", (12, 16), (1, 6), .forbid),
    yearly("qof-year-end", "QOF year end", (3, 1), (4, 15), .forbid),
    yearly("qof-run-up", "QOF run-up", (1, 18), (2, 28), .avoid(cost: 2)),
    yearly("school-summer", "School summer holidays", (7, 21), (8, 31), .avoid(cost: 2)),
  ]

  private static func yearly(
    _ id: String, _ name: String, _ from: (Int, Int), _ to: (Int, Int), _ rule: Protection
  ) -> ProtectedPeriod {
    ProtectedPeriod(
      id: id, name: name,
      dates: .everyYear(
        from: .init(month: from.0, day: from.1), to: .init(month: to.0, day: to.1)),
      stages: [8, 9, 10, 11], rule: rule, source: "Made up for the tests")
  }

  /// A schedule of usual lengths that goes live on a day, with a wait before final data.
  static func schedule(goLive: Day, wait: Int, in calendar: WorkingCalendar) -> Schedule {
    var lengths = pathway.stages.map(\.lengths.usual)
    lengths[3] += wait
    let before = lengths[..<10].reduce(0, +)
    var next = calendar.number(of: goLive) - before
    return lengths.map { length in
      defer { next += length }
      guard let start = calendar.day(number: next),
        let finish = calendar.day(number: next + length - 1)
      else { preconditionFailure("the tests' calendar is too short") }
      return StageDates(start: start, finish: finish)
    }
  }
}
