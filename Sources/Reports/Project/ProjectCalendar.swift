import Days
import Migrations

/// The region's working days as a base calendar of Project.
struct ProjectCalendar {
  let region: Region

  /// Writes the calendar.
  func write(into xml: inout XMLText) {
    xml.add("Calendar") { xml in
      xml.add("UID", 1)
      xml.add("Name", "Working days of \(region.name)")
      xml.add("IsBaseCalendar", 1)
      xml.add("BaseCalendarUID", -1)
      xml.add("WeekDays") { xml in
        for type in 1...7 { weekday(type, into: &xml) }
      }
      xml.add("Exceptions") { xml in
        // In order of date: readers ignore exceptions that are not.
        for day in free { exception(day, into: &xml) }
      }
    }
  }

  /// The weekdays without work, from the horizon's start to the end of legacy access.
  private var free: [Day] {
    let days = region.horizon.lowerBound...(region.horizon.upperBound + 120)
    return region.calendar.holidays.filter { days.contains($0) && !$0.weekday.isWeekend }.sorted()
  }

  /// A day of the week; the format counts from Sunday, 1, to Saturday, 7.
  private func weekday(_ type: Int, into xml: inout XMLText) {
    let works = (2...6).contains(type)
    xml.add("WeekDay") { xml in
      xml.add("DayType", type)
      xml.add("DayWorking", works ? 1 : 0)
      guard works else { return }
      xml.add("WorkingTimes") { xml in
        for (from, to) in [("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")] {
          xml.add("WorkingTime") { xml in
            xml.add("FromTime", from)
            xml.add("ToTime", to)
          }
        }
      }
    }
  }

  private func exception(_ day: Day, into xml: inout XMLText) {
    let closure = region.closures.first { $0.who.isEmpty && $0.days.contains(day) }
    let name = closure.map { $0.reason.isEmpty ? "Closed" : $0.reason } ?? "Bank holiday"
    xml.add("Exception") { xml in
      xml.add("EnteredByOccurrences", 0)
      xml.add("TimePeriod") { xml in
        xml.add("FromDate", "\(day.iso)T00:00:00")
        xml.add("ToDate", "\(day.iso)T23:59:00")
      }
      xml.add("Occurrences", 1)
      xml.add("Name", "\(name), \(day.words)")
      xml.add("Type", 1)
      xml.add("DayWorking", 0)
    }
  }
}
