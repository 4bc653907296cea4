import Days
import Migrations

/// The file, in the order of elements that the format's schema asks for.
struct ProjectFile {
  let report: PlanReport
  let identifier: @Sendable (String) -> String

  /// The numbers of the fields Text1 to Text5, with what they hold.
  private static let fields = [
    (188_743_731, "Text1", "ODS code"), (188_743_734, "Text2", "PCN"),
    (188_743_737, "Text3", "From"), (188_743_740, "Text4", "To"),
    (188_743_743, "Text5", "Stage code"),
  ]

  var text: String {
    let tasks = ProjectTask.all(of: report)
    let numbers = ProjectNumbers(keys: tasks.map(\.key)) {
      identifier("\(report.region.code)/project/\($0)")
    }
    let calendar = ProjectCalendar(region: report.region)
    var xml = XMLText()
    xml.add("Project", attributes: " xmlns=\"http://schemas.microsoft.com/project\"") { xml in
      xml.add("SaveVersion", 14)
      xml.add("Name", "portfolio.mspdi.xml")
      xml.add("Title", report.title)
      xml.add("Subject", report.smallPrint.joined(separator: " "))
      if case .seconds = report.stamp, let stamp = report.stamp {
        xml.add("CreationDate", String(stamp.iso.dropLast()))
      }
      xml.add("ScheduleFromStart", 1)
      xml.add(
        "StartDate", Self.morning(tasks.map(\.start).min() ?? report.region.horizon.lowerBound))
      xml.add(
        "FinishDate", Self.evening(tasks.map(\.finish).max() ?? report.region.horizon.upperBound))
      xml.add("CalendarUID", 1)
      xml.add("DefaultStartTime", "08:00:00")
      xml.add("DefaultFinishTime", "17:00:00")
      xml.add("MinutesPerDay", 480)
      xml.add("MinutesPerWeek", 2_400)
      xml.add("DaysPerMonth", 20)
      xml.add("DurationFormat", 7)
      xml.add("NewTasksEstimated", 0)
      xml.add("WeekStartDay", 1)
      xml.add("NewTasksAreManual", 1)
      xml.add("ExtendedAttributes") { xml in
        for (number, name, alias) in Self.fields {
          xml.add("ExtendedAttribute") { xml in
            xml.add("FieldID", number)
            xml.add("FieldName", name)
            xml.add("Alias", alias)
          }
        }
      }
      xml.add("Calendars") { xml in calendar.write(into: &xml) }
      xml.add("Tasks") { xml in
        var outline = OutlineNumber()
        for (place, task) in tasks.enumerated() {
          write(task, id: place + 1, outline.next(task.level), numbers, into: &xml)
        }
      }
    }
    return xml.text
  }

  private func write(
    _ task: ProjectTask, id: Int, _ outline: String, _ numbers: ProjectNumbers,
    into xml: inout XMLText
  ) {
    xml.add("Task") { xml in
      xml.add("UID", numbers.number(of: task.key))
      xml.add("GUID", numbers.id(of: task.key).uppercased())
      xml.add("ID", id)
      xml.add("Name", task.name)
      xml.add("Active", 1)
      xml.add("Manual", task.isSummary ? 0 : 1)
      xml.add("Type", 1)
      xml.add("IsNull", 0)
      xml.add("WBS", outline)
      xml.add("OutlineNumber", outline)
      xml.add("OutlineLevel", task.level)
      xml.add("Priority", 500)
      xml.add("Start", Self.morning(task.start))
      xml.add("Finish", Self.evening(task.finish))
      xml.add("Duration", duration(task.start, task.finish))
      xml.add("ManualStart", Self.morning(task.start))
      xml.add("ManualFinish", Self.evening(task.finish))
      xml.add("ManualDuration", duration(task.start, task.finish))
      xml.add("DurationFormat", 7)
      xml.add("Estimated", 0)
      xml.add("Milestone", task.isMilestone ? 1 : 0)
      xml.add("Summary", task.isSummary ? 1 : 0)
      // What is not on record has not happened, whatever the day is.
      if let actual = task.actual {
        xml.add("PercentComplete", actual.finish == nil ? 0 : 100)
        xml.add("ActualStart", Self.morning(actual.start))
        if let finish = actual.finish { xml.add("ActualFinish", Self.evening(finish)) }
      }
      xml.add("ConstraintType", 0)
      xml.add("CalendarUID", -1)
      if let deadline = task.deadline { xml.add("Deadline", Self.evening(deadline)) }
      if !task.notes.isEmpty { xml.add("Notes", task.notes) }
      if let before = task.predecessor {
        xml.add("PredecessorLink") { xml in
          xml.add("PredecessorUID", numbers.number(of: before))
          xml.add("Type", 1)
          xml.add("CrossProject", 0)
          xml.add("LinkLag", 0)
          xml.add("LagFormat", 7)
        }
      }
      for ((number, _, _), text) in zip(Self.fields, task.texts) where !text.isEmpty {
        xml.add("ExtendedAttribute") { xml in
          xml.add("FieldID", number)
          xml.add("Value", text)
        }
      }
      if let baseline = task.baseline {
        xml.add("Baseline") { xml in
          xml.add("Number", 0)
          xml.add("Start", Self.morning(baseline.start))
          xml.add("Finish", Self.evening(baseline.finish))
          xml.add("Duration", duration(baseline.start, baseline.finish))
          xml.add("DurationFormat", 7)
        }
      }
    }
  }

  /// The working days between two days, both inclusive, as hours of 8 a day.
  private func duration(_ start: Day, _ finish: Day) -> String {
    let days = report.region.calendar.count(in: start..<(max(start, finish) + 1))
    return "PT\(days * 8)H0M0S"
  }

  private static func morning(_ day: Day) -> String { "\(day.iso)T08:00:00" }
  private static func evening(_ day: Day) -> String { "\(day.iso)T17:00:00" }
}

/// Numbers an outline: 1, 1.1, 1.1.1 and so on.
private struct OutlineNumber {
  private var counts: [Int] = []

  mutating func next(_ level: Int) -> String {
    while counts.count > level { counts.removeLast() }
    while counts.count < level { counts.append(0) }
    counts[level - 1] += 1
    return counts.map(String.init).joined(separator: ".")
  }
}
