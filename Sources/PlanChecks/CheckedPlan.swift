import Days
public import Migrations

/// A set of dates to be judged, with the dates that can be read apart from those that cannot.
public struct CheckedPlan: Sendable {
  /// The region whose rules count.
  public let region: Region
  /// The dates that have a value per stage, none finishing before it starts, by practice.
  public let schedules: [Int: Schedule]
  /// The dates that the other rules cannot judge, by practice, and what is wrong with them.
  public let malformed: [Int: String]
  /// The practices with readable dates, in the region's order.
  public let scheduled: [Int]

  /// A plan to be judged; `schedules` is keyed by place in the region's list.
  public init(schedules: [Int: Schedule], region: Region) {
    var readable: [Int: Schedule] = [:]
    var malformed: [Int: String] = [:]
    for (practice, schedule) in schedules {
      if let fault = CheckedPlan.fault(of: schedule, practice: practice, region: region) {
        malformed[practice] = fault
      } else {
        readable[practice] = schedule
      }
    }
    self.region = region
    self.schedules = readable
    self.malformed = malformed
    scheduled = readable.keys.sorted()
  }

  private static func fault(of schedule: Schedule, practice: Int, region: Region) -> String? {
    guard region.practices.indices.contains(practice) else {
      return "Dates are given for practice number \(practice + 1) of a list of "
        + "\(region.practices.count)."
    }
    let who = region.title(of: practice)
    let stages = region.pathway.stages
    guard schedule.count == stages.count else {
      return
        "\(who) has dates for \(counted(schedule.count, "stage")); the pathway has \(stages.count)."
    }
    for (stage, dates) in zip(stages, schedule) where dates.start > dates.finish {
      return "\(who): \(stage.name) starts on \(dates.start.longWords), after it finishes on "
        + "\(dates.finish.longWords)."
    }
    return nil
  }

  /// Whether the most that may lie between a recorded date and one that is ahead was already over
  /// on the region's day, so that no plan can keep it.
  func isOver(_ most: Length, since from: StageEvent, until to: StageEvent, place: Int) -> Bool {
    let practice = region.practices[place]
    guard let begun = practice.recorded(from),
      let today = region.today(for: practice, stage: to.stage)
    else { return false }
    let first = region.calendar.firstWorkingDay(onOrAfter: today) ?? today
    return most.distance(from: begun, to: first, in: region.calendar) > most.count
  }
}
