import Days
import Migrations

/// How much of a migration goes into calendars.
public enum EventDetail: String, CaseIterable, Hashable, Sendable {
  /// The dates that people outside the project act on.
  case milestones
  /// Every stage, and the dates between.
  case stages
  /// Every stage and every task of the checklists.
  case all
}

/// One thing of a migration that somebody has a date for.
struct MigrationEvent: Hashable, Sendable {
  /// The stage's or the task's id, such as `go-live`: the same in every plan.
  let id: String
  /// What it is, in words.
  let words: String
  /// The stage's code, if it is one.
  let code: String?
  /// When it is, both days inclusive.
  let days: ClosedRange<Day>
}

/// The events of migrations, from a plan as it is or as it was accepted.
struct MigrationEvents: Sendable {
  /// Which events.
  let detail: EventDetail
  private let region: Region
  private let keyDates: KeyDates
  private let taskDates: TaskDates
  /// The practices that do not dispense.
  private let notDispensing: Set<PracticeCode>

  /// The stages that are milestones.
  private static let milestones: Set<String> = ["KO", "TS", "ID", "FD", "CO", "GL"]

  /// The dates beside the stages that are milestones, by the ids that name them in lists of tasks.
  private static let betweens: [(name: KeyDates.Name, ids: [String])] = [
    (.cutoverMeeting, ["cutover-meeting"]), (.pcseNotice, ["pcse-notice"]),
    (.thirdPartiesOff, ["third-parties-off", "links-off"]),
    (.legacyAccessUntil, ["legacy-access-ends"]),
  ]

  init(of region: Region, detail: EventDetail = .milestones) {
    self.region = region
    self.detail = detail
    keyDates = KeyDates(of: region)
    taskDates = TaskDates(of: region)
    notDispensing = Set(region.practices.filter { !$0.isDispensing }.map(\.code))
  }

  /// The events of a practice in order of date; none if it is left out.
  func all(of entry: PlanSnapshot.Entry) -> [MigrationEvent] {
    guard !entry.stages.isEmpty else { return [] }
    let schedule = schedule(of: entry)
    var events = entry.stages.filter {
      detail != .milestones || Self.milestones.contains($0.code)
    }.map(event)
    for (name, ids) in Self.betweens {
      let recorded = ids.lazy.compactMap { entry.tasks[$0] }.first
      guard let day = recorded ?? schedule.flatMap({ keyDates.date(name, in: $0) }) else {
        continue
      }
      events.append(
        MigrationEvent(
          id: name.rawValue.replacing("_", with: "-"), words: name.words, code: nil,
          days: day...day))
    }
    if detail == .all { events += tasks(of: entry, schedule) }
    return events.enumerated().sorted {
      ($0.element.days.lowerBound, $0.offset) < ($1.element.days.lowerBound, $1.offset)
    }.map(\.element)
  }

  private func event(_ stage: PlanSnapshot.Stage) -> MigrationEvent {
    let known = region.pathway.stages.first { $0.code == stage.code }
    return MigrationEvent(
      id: known?.id.text ?? stage.code.lowercased(), words: known?.name ?? stage.code,
      code: stage.code, days: stage.dates.start...max(stage.dates.start, stage.dates.finish))
  }

  private func tasks(of entry: PlanSnapshot.Entry, _ schedule: Schedule?) -> [MigrationEvent] {
    let betweens = Set(Self.betweens.flatMap(\.ids))
    let isDispensing = !notDispensing.contains(entry.code)
    return region.tasks.compactMap { task in
      guard !betweens.contains(task.id), task.applies != "dispensing" || isDispensing,
        let day = entry.tasks[task.id]
          ?? schedule.flatMap({ taskDates.date(of: task.id, in: $0) })
      else { return nil }
      return MigrationEvent(
        id: "task-\(task.id)", words: task.title, code: nil, days: day...day)
    }
  }

  /// The dates in the pathway's order; nil if the plan was made with other stages.
  private func schedule(of entry: PlanSnapshot.Entry) -> Schedule? {
    let schedule = region.pathway.stages.compactMap { stage in
      entry.stages.first { $0.code == stage.code }?.dates
    }
    return schedule.count == region.pathway.stages.count ? schedule : nil
  }
}
