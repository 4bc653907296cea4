import Days
import Migrations

/// The tables of what people have to do: checklists, third parties, PCSE.
extension ReportTables {
  /// A row for every task of every practice, in order of date within a practice.
  var checklist: ReportTable {
    var table = ReportTable(
      name: "checklist",
      columns: [
        .init("ods_code", "ODS code", 10), .init("practice_name", "Practice", 34),
        .init("due_date", "Due", 13), .init("role", "Role", 18), .init("section", "Part", 24),
        .init("task", "Task", 70), .init("why", "Why", 60), .init("source", "Source", 60),
        .init("task_id", "Id", 26), .init("done", "Done", 12),
      ])
    for (practice, planned) in scheduled {
      for item in tasks(of: practice, planned.schedule) {
        table.rows.append([
          .text(practice.code.text), .text(practice.name), .day(item.day),
          .text(Self.words(ofRole: item.task.role)), .text(item.task.section),
          .text(item.task.title), .text(item.task.why), .text(item.task.source),
          .text(item.task.id), .empty,
        ])
      }
    }
    return table
  }

  /// The tasks of a practice in order of date.
  func tasks(of practice: Practice, _ schedule: Schedule) -> [(task: MigrationTask, day: Day)] {
    let dated = region.tasks.enumerated().compactMap {
      place, task -> (place: Int, task: MigrationTask, day: Day)? in
      guard task.applies != "dispensing" || practice.isDispensing else { return nil }
      return taskDates.date(of: task.id, in: schedule).map { (place, task, $0) }
    }
    return dated.sorted { ($0.day, $0.place) < ($1.day, $1.place) }.map { ($0.task, $0.day) }
  }

  /// A role in words: `practice-manager` is a practice manager.
  static func words(ofRole role: String) -> String {
    switch role {
    case "icb": return "ICB"
    case "it-lead": return "IT lead"
    case "all": return "Everybody"
    case "project-manager": return "Project manager (CSU)"
    default:
      let words = role.replacing("-", with: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }
  }

  /// A row for every practice and kind of organisation to tell.
  var thirdPartyList: ReportTable {
    var table = ReportTable(
      name: "third_parties",
      columns: [
        .init("ods_code", "ODS code", 10), .init("practice_name", "Practice", 34),
        .init("category", "Kind of organisation", 40), .init("organisation", "Organisation", 24),
        .init("contact", "Contact details", 24), .init("notify_by", "Tell by", 13),
        .init("remind_on", "Remind on", 13), .init("disconnect_on", "Off", 13),
        .init("reconnect_on", "On again", 13), .init("applies", "Applies", 14),
        .init("note", "Note", 60), .init("source", "Source", 60),
        .init("confirmed", "Confirmed", 10),
      ])
    for (practice, planned) in scheduled {
      for (party, days) in thirdParties.all(in: planned.schedule) {
        table.rows.append([
          .text(practice.code.text), .text(practice.name), .text(party.name), .empty, .empty,
          .day(days.notify), .day(days.remind), .day(days.off), .day(days.on),
          .text(party.asksFirst ? "ask supplier" : "yes"), .text(party.note),
          .text(party.source), .empty,
        ])
      }
    }
    return table
  }

  /// A row for every practice in the order of PCSE's form, then what the practice has to know.
  var pcse: ReportTable {
    var table = ReportTable(
      name: "pcse",
      columns: [
        .init("practice_name", "Practice name", 34),
        .init("practice_ods_code", "Practice ODS code", 12),
        .init("links_off_date", "Links off, if applicable", 14),
        .init("links_on_date", "Links on, if applicable", 14),
        .init("new_mesh_mailbox", "New MESH mailbox, if applicable", 22),
        .init("notify_pcse_by", "Tell PCSE by", 13),
        .init("pcse_action_needed", "PCSE has to act", 14),
        .init("mesh_note", "About the mailbox", 60),
        .init("case_reference", "Case reference (CAS)", 16),
      ])
    for (practice, planned) in scheduled {
      table.rows.append([
        .text(practice.name), .text(practice.code.text),
        .day(keyDates.date(.thirdPartiesOff, in: planned.schedule)),
        .day(keyDates.date(.goLive, in: planned.schedule)), .empty,
        .day(keyDates.date(.pcseNotice, in: planned.schedule)), .text("ask supplier"),
        .text(meshNote(practice)), .empty,
      ])
    }
    return table
  }

  /// Whether the mailbox may change with the system.
  func meshNote(_ practice: Practice) -> String {
    [practice.source, practice.target].contains("tpp")
      ? "SystmOne has used shared MESH mailboxes: ask the suppliers whether the address changes."
      : "Ask the suppliers whether the address changes."
  }
}
