import Days
import Migrations

/// Single events for people's own diaries: final data production, go-live and the cutover meeting.
///
/// Desktop Outlook updates an event that it already has only where it is sent on its own with
/// METHOD:REQUEST and an organiser; without an organiser, or where nobody is to be invited, the
/// events are published.
struct CalendarInvites {
  let book: CalendarBook
  let organiser: String?

  private static let events: Set<String> = ["final-data-production", "go-live", "cutover-meeting"]

  /// A file for each event, cancelled ones included.
  var files: [OutputFile] {
    let names = CalendarFeeds(book: book).practiceNames
    let practices = book.report.region.practices
    let all =
      practices.map { ($0.code, $0.contactEmail) }
      + book.gone.map { ($0.code, $0.parties.contactEmail) }
    return all.flatMap { code, contact in
      (book.entries[code] ?? []).filter { Self.events.contains($0.event) }.map { entry in
        file(entry, name: "\(names[code.text] ?? "-")-\(entry.event)", contact: contact)
      }
    }
  }

  private func file(_ entry: CalendarEntry, name: String, contact: String?) -> OutputFile {
    // A request or a cancellation that is addressed to nobody is refused by calendars.
    let attendees = MailAddress.all(in: contact ?? "")
    let sender = attendees.isEmpty ? nil : organiser.flatMap { MailAddress.all(in: $0).first }
    let isSent = sender != nil
    let method =
      isSent ? entry.standing == .cancelled ? "CANCEL" : "REQUEST" : "PUBLISH"
    var text = CalendarText()
    // Without a name, or a program would take it for a whole calendar and open it as one.
    text.open(title: nil, version: book.report.version, method: method)
    entry.write(
      into: &text, reminders: false,
      invitation: sender.map { CalendarEntry.Invitation(organiser: $0, attendees: attendees) })
    text.add("END", "VCALENDAR")
    return OutputFile(name: "calendars/invites/\(name).ics", text: text.text)
  }
}

/// The protected periods as a calendar of their own.
struct ProtectedCalendar {
  let report: PlanReport
  let identifier: @Sendable (String) -> String

  /// `calendars/protected-periods.ics`.
  var file: OutputFile {
    var text = CalendarText()
    text.open(
      title: "GP migrations, protected periods of \(report.region.name)", version: report.version,
      method: "PUBLISH")
    let stamp = CalendarText.digits(report.region.horizon.lowerBound) + "T000000Z"
    for period in report.region.protectedPeriods {
      for days in period.occurrences(touching: report.region.horizon) {
        let key = "protected/\(period.id)/\(days.lowerBound.year)"
        CalendarEntry(
          uid: identifier("\(report.region.code)/\(key)"), key: key, sequence: 0, stamp: stamp,
          standing: .confirmed,
          summary: "\(period.name): \(period.rule == .forbid ? "no go-live" : "avoid go-live")",
          description:
            "\(period.stageCodes(in: report.region.pathway)): \(period.ruleWords).\n"
            + "Source: \(period.source)",
          days: days, category: "Protected period", colour: "lightslategray", isReminded: false,
          event: period.id
        ).write(into: &text, reminders: false)
      }
    }
    text.add("END", "VCALENDAR")
    return OutputFile(name: "calendars/protected-periods.ics", text: text.text)
  }
}
