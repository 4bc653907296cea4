import Days
import Migrations

/// One event of a calendar, as it is now or as it was before it went.
struct CalendarEntry: Sendable {
  /// The same in every plan of the region.
  let uid: String
  /// What the UID stands for, for people who look for a fault: `A81001/final-data-production`.
  let key: String
  /// How many accepted plans moved it or took it away.
  let sequence: Int
  /// When the plan that last changed it was accepted, as `20261120T093000Z`.
  let stamp: String
  let standing: Standing
  let summary: String
  let description: String
  /// When it is, both days inclusive.
  let days: ClosedRange<Day>
  /// The name of its stage, or what it is.
  let category: String
  /// A colour by its name in style sheets.
  let colour: String
  /// Whether a practice wants to be reminded of it.
  let isReminded: Bool
  /// The event's id, such as `go-live`.
  let event: String
  /// The number of the accepted plan that last changed it; nil if none has it.
  var changedIn: Int?

  /// Whether the date is agreed.
  enum Standing: String, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  /// The event as it goes from a calendar whose owner has no part in it any more.
  func cancelled(inRevision number: Int) -> CalendarEntry {
    CalendarEntry(
      uid: uid, key: key, sequence: sequence + 1, stamp: stamp, standing: .cancelled,
      summary: "Cancelled: \(summary)",
      description: "No longer in this calendar: the practice is with somebody else.\n"
        + "Contains no patient data.",
      days: days, category: category, colour: colour, isReminded: false, event: event,
      changedIn: number)
  }

  /// Writes the event.
  ///
  /// - Parameters:
  ///   - text: the calendar.
  ///   - reminders: whether reminders are written, a week before and on the day.
  ///   - invitation: who invites whom, for an event that is sent rather than published.
  func write(into text: inout CalendarText, reminders: Bool, invitation: Invitation? = nil) {
    text.add("BEGIN", "VEVENT")
    text.add("UID", uid)
    text.add("DTSTAMP", stamp)
    text.add("LAST-MODIFIED", stamp)
    text.add("SEQUENCE", String(sequence))
    text.add("DTSTART", days.lowerBound)
    // The end of an all-day event is the day after its last.
    text.add("DTEND", days.upperBound + 1)
    text.add("SUMMARY", text: summary)
    text.add("DESCRIPTION", text: description)
    text.add("CATEGORIES", text: category)
    text.add("COLOR", colour)
    text.add("STATUS", standing.rawValue)
    text.add("TRANSP", "TRANSPARENT")
    text.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    text.add("X-TRANCHE-KEY", text: key)
    invitation?.write(into: &text)
    if reminders, isReminded, standing != .cancelled {
      // An all-day event begins at midnight; people read mail at nine.
      for trigger in ["-P6DT15H", "PT9H"] {
        text.add("BEGIN", "VALARM")
        text.add("ACTION", "DISPLAY")
        text.add("DESCRIPTION", text: summary)
        text.add("TRIGGER", trigger)
        text.add("END", "VALARM")
      }
    }
    text.add("END", "VEVENT")
  }

  /// Who invites, and who is invited.
  struct Invitation: Sendable {
    let organiser: String
    let attendees: [String]

    func write(into text: inout CalendarText) {
      text.add("ORGANIZER", "mailto:\(organiser)")
      for attendee in attendees {
        text.add(
          "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE", "mailto:\(attendee)")
      }
    }
  }
}
