import Days
import Migrations

/// When each kind of organisation is told of a migration, disconnects and comes back.
struct ThirdPartyDates: Sendable {
  private let parties: [ThirdParty]
  private let dates: TaskDates

  /// The four days of one kind of organisation; nil where the region's tasks lack the day.
  struct Days: Hashable, Sendable {
    let notify: Day?
    let remind: Day?
    let off: Day?
    let on: Day?
  }

  init(of region: Region) {
    parties = region.thirdParties
    // Notices and reminders are tasks like any other, so that there is one arithmetic of dates.
    var region = region
    for party in region.thirdParties {
      region.tasks.append(
        Self.task(Self.notice(party), before: party.disconnect, by: party.notice))
      region.tasks.append(
        Self.task(Self.reminder(party), before: party.disconnect, by: .workingDays(5)))
    }
    dates = TaskDates(of: region)
  }

  /// The days of each kind of organisation for a practice's dates.
  func all(in schedule: Schedule) -> [(party: ThirdParty, days: Days)] {
    parties.map { party in
      func day(_ id: String) -> Day? { dates.date(of: id, in: schedule) }
      return (
        party,
        Days(
          notify: day(Self.notice(party)), remind: day(Self.reminder(party)),
          off: day(party.disconnect), on: day(party.reconnect))
      )
    }
  }

  // A colon cannot stand in an id of a region file.
  private static func notice(_ party: ThirdParty) -> String { "notice:\(party.id)" }
  private static func reminder(_ party: ThirdParty) -> String { "reminder:\(party.id)" }

  private static func task(_ id: String, before other: String, by length: Length) -> MigrationTask {
    let offset: Length =
      switch length {
      case .workingDays(let count): .workingDays(-count)
      case .days(let count): .days(-count)
      }
    return MigrationTask(
      id: id, title: id, role: "", anchor: .task(other), offset: offset, onWorkingDayBefore: true)
  }
}
