public import Days
public import Migrations

/// The dates of a practice that people act on: the stages' and those of the tasks around them.
public struct KeyDates: Sendable {
  private let pathway: Pathway
  private let calendar: WorkingCalendar
  private let tasks: TaskDates

  /// A date that plan.csv and the lists name.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case orderStart = "order_start"
    case extractRequest = "extract_request"
    case kickoff
    case technicalSurvey = "technical_survey"
    case initialDataProduction = "initial_data_production"
    case signOff = "sign_off"
    case cutoverMeeting = "cutover_meeting"
    case pcseNotice = "pcse_notice"
    case thirdPartiesOff = "third_parties_off"
    case finalDataProduction = "final_data_production"
    case goLive = "go_live"
    case postGoLiveFinish = "post_go_live_finish"
    case legacyAccessUntil = "legacy_access_until"

    /// What the date is, for people.
    public var words: String {
      switch self {
      case .orderStart: "Order starts"
      case .extractRequest: "Extract request"
      case .kickoff: "Kick-off meeting"
      case .technicalSurvey: "Technical survey"
      case .initialDataProduction: "Initial data production"
      case .signOff: "Data signed off"
      case .cutoverMeeting: "Cutover planning meeting"
      case .pcseNotice: "Notice to PCSE"
      case .thirdPartiesOff: "Third parties off"
      case .finalDataProduction: "Final data production"
      case .goLive: "Go-live"
      case .postGoLiveFinish: "Post go-live ends"
      case .legacyAccessUntil: "Legacy access ends"
      }
    }

    /// What the date is in at most 12 letters, for columns.
    var shortWords: String {
      switch self {
      case .orderStart: "Order"
      case .extractRequest: "Extract ask"
      case .kickoff: "Kick-off"
      case .technicalSurvey: "Survey"
      case .initialDataProduction: "Initial data"
      case .signOff: "Signed off"
      case .cutoverMeeting: "Meeting"
      case .pcseNotice: "PCSE notice"
      case .thirdPartiesOff: "Parties off"
      case .finalDataProduction: "Final data"
      case .goLive: "Go-live"
      case .postGoLiveFinish: "Post ends"
      case .legacyAccessUntil: "Legacy ends"
      }
    }
  }

  /// The key dates of a region's practices.
  public init(of region: Region) {
    pathway = region.pathway
    calendar = region.calendar
    tasks = TaskDates(of: region)
  }

  /// A date of a practice; nil where the pathway lacks the stage or the practice has no dates.
  public func date(_ name: Name, in schedule: Schedule) -> Day? {
    guard !schedule.isEmpty else { return nil }
    return switch name {
    case .orderStart: start("PR", schedule)
    case .extractRequest: tasks.date(of: "extract-request", in: schedule) ?? finish("PR", schedule)
    case .kickoff: start("KO", schedule)
    case .technicalSurvey: start("TS", schedule)
    case .initialDataProduction: start("ID", schedule)
    case .signOff: finish("SO", schedule)
    case .cutoverMeeting:
      tasks.date(of: "cutover-meeting", in: schedule)
        ?? start("FD", schedule).flatMap { calendar.lastWorkingDay(onOrBefore: $0 - 28) }
    case .pcseNotice:
      tasks.date(of: "pcse-notice", in: schedule)
        ?? date(.thirdPartiesOff, in: schedule)
        .flatMap { calendar.lastWorkingDay(onOrBefore: $0 - 14) }
    case .thirdPartiesOff:
      tasks.thirdPartiesOff(in: schedule, finalData: start("FD", schedule))
    case .finalDataProduction: start("FD", schedule)
    case .goLive: schedule[pathway.goLive].start
    case .postGoLiveFinish: finish("PG", schedule)
    case .legacyAccessUntil:
      tasks.date(of: "legacy-access-ends", in: schedule) ?? schedule[pathway.goLive].start + 90
    }
  }

  private func start(_ code: String, _ schedule: Schedule) -> Day? {
    pathway.index(of: code).map { schedule[$0].start }
  }

  private func finish(_ code: String, _ schedule: Schedule) -> Day? {
    pathway.index(of: code).map { schedule[$0].finish }
  }
}
