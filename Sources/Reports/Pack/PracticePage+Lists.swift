import Days
import Migrations

/// The parts of a practice's page about what people have to do.
extension PracticePage {
  /// What to know of prescriptions, registrations, pathology and bookings, with days.
  var topics: String? {
    let dated = Dictionary(
      tables.tasks(of: practice, planned.schedule).map { ($0.task.id, $0) },
      uniquingKeysWith: { one, _ in one })
    let parts = report.region.topics.compactMap { topic -> String? in
      let items = topic.tasks.compactMap { dated[$0] }.sorted { $0.day < $1.day }
      guard !items.isEmpty else { return nil }
      return "<h3>\(Markup.escaped(topic.title))</h3>\n" + list(items, hasRole: true)
    }
    return parts.isEmpty
      ? nil : section("topics", "Rules for cutover", parts.joined(separator: "\n"))
  }

  /// The tasks by role, those of the practice itself first.
  var checklists: String {
    let items = tables.tasks(of: practice, planned.schedule)
    let known = items.map(\.task.role)
    let roles = Self.roles + Set(known).subtracting(Self.roles).sorted()
    let parts = roles.compactMap { role -> String? in
      let own = items.filter { $0.task.role == role }
      guard !own.isEmpty else { return nil }
      return "<h3>\(Markup.escaped(ReportTables.words(ofRole: role)))</h3>\n"
        + list(own, hasRole: false)
    }
    return section("checklists", "Checklists by role", parts.joined(separator: "\n"))
  }

  private static let roles = [
    "all", "practice-manager", "practice-staff", "prescribing-lead", "dispensary", "it-lead", "icb",
    "project-manager", "current-supplier", "new-supplier", "third-parties",
  ]

  private func list(_ items: [(task: MigrationTask, day: Day)], hasRole: Bool) -> String {
    let rows = items.map { item in
      let task = item.task
      let who = hasRole ? "<td>\(Markup.escaped(ReportTables.words(ofRole: task.role)))</td>" : ""
      let why = task.why.isEmpty ? "" : "<br><small>\(Markup.escaped(task.why))</small>"
      let source = task.source.isEmpty ? "" : "<small>\(Markup.escaped(task.source))</small>"
      return "<tr><td class=\"box\">\u{2610}</td><td class=\"day\">\(item.day.longWords)</td>\(who)"
        + "<td>\(Markup.escaped(task.title))\(why)</td><td class=\"source\">\(source)</td></tr>"
    }
    return """
      <table>
      <thead><tr><th scope="col">Done</th><th scope="col">By</th>\
      \(hasRole ? "<th scope=\"col\">Who</th>" : "")<th scope="col">What</th>\
      <th scope="col">Source</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  /// The kinds of organisation to tell, with their days.
  var thirdParties: String {
    section(
      "third-parties", "Third parties",
      "<p>Write in who it is for you, and tell each of them by its day.</p>\n"
        + table(
          tables.thirdPartyList,
          [
            "category", "organisation", "contact", "notify_by", "remind_on", "disconnect_on",
            "reconnect_on", "note",
          ]))
  }

  /// What PCSE's form asks for, in its order.
  var pcse: String {
    let off = tables.keyDates.date(.thirdPartiesOff, in: planned.schedule)
    let on = tables.keyDates.date(.goLive, in: planned.schedule)
    let fields = [
      ("Practice name", practice.name), ("Practice ODS code", practice.code.text),
      (
        "Date the system links should be switched off, if applicable", off?.longWords ?? ""
      ),
      ("Date the links should be switched back on, if applicable", on?.longWords ?? ""),
      ("Your new MESH mailbox address, if applicable", ""),
    ]
    let rows = fields.map {
      "<tr><th scope=\"row\">\($0.0)</th><td>\(Markup.escaped($0.1))</td></tr>"
    }
    let notice = tables.keyDates.date(.pcseNotice, in: planned.schedule).map {
      "<p><b>Send the form by \($0.longWords)</b>, at least 2 weeks before the links go off.</p>"
    }
    return section(
      "pcse", "Primary Care Support England (PCSE)",
      """
      \(notice ?? "")
      <p>Ask your supplier first whether PCSE has to act at all; some manage the links themselves. \
      \(Markup.escaped(tables.meshNote(practice)))</p>
      <table>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      <p>If a day changes, or the migration is called off, write at once to \
      pcse.linkconfirmations@nhs.net with the case reference that begins with CAS.</p>
      <p><small>Source: PCSE, Clinical System Migration, web page, undated</small></p>
      """)
  }

  /// What the planner wrote down for the practice; nil if nothing.
  var notes: String? {
    practice.notes.map { section("notes", "Notes", "<p>\(Markup.escaped($0))</p>") }
  }

  /// Whom to ask, by role.
  var contacts: String {
    let partner = practice.partner.map { report.region.name(of: $0) } ?? "your delivery partner"
    let lines = [
      "Dates and slots: the ICB, or the project manager of \(partner).",
      "The old system, its extracts and GP2GP: \(report.region.name(of: practice.source)).",
      "The new system, data checking and training: \(target).",
      "GP Links: PCSE.",
    ]
    return section(
      "contacts", "Who to ask",
      "<ul>\(lines.map { "<li>\(Markup.escaped($0))</li>" }.joined())</ul>")
  }
}
