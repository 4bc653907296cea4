import Days
import Migrations

/// What somebody has to do soon: key dates, third parties, PCSE.
extension GanttPage {
  /// The lists of the next 30, 60 and 90 days, counted from the report's date or, without one,
  /// from the day on which the records were true, or from the first day of the region; which, is said.
  var due: String {
    let asOf = report.region.asOf
    let from = report.stamp?.day ?? asOf ?? report.region.horizon.lowerBound
    let counted =
      report.stamp != nil
      ? ""
      : "<p>Counted from \(asOf == nil ? "the region's first day" : "the day on which the records were true"), "
        + "because no date of today was given.</p>\n"
    let all = dueDates(in: from...(from + 90))
    let parts: [(words: String, days: ClosedRange<Day>)] = [
      ("In 30 days", from...(from + 30)), ("In 31 to 60 days", (from + 31)...(from + 60)),
      ("In 61 to 90 days", (from + 61)...(from + 90)),
    ]
    let lists = parts.enumerated().map { number, part in
      let rows = all.filter { part.days.contains($0.day) }
      let heading = "\(part.words), \(part.days.words)"
      if rows.isEmpty { return "<h3>\(heading)</h3>\n<p>Nothing.</p>" }
      let lines = rows.map { row in
        "<tr><td>\(row.day.longWords)</td><th scope=\"row\">\(Markup.escaped(row.what))</th>"
          + "<td>\(label(row.practice))</td></tr>"
      }
      return "<h3 id=\"due-\(number)\">\(heading)</h3>\n"
        + scrolling(
          part.words,
          """
          <table class="list">
          <thead><tr><th scope="col">Date</th><th scope="col">What</th>\
          <th scope="col">Practice</th></tr></thead>
          <tbody>
          \(lines.joined(separator: "\n"))
          </tbody>
          </table>
          """)
    }
    return section(
      "due", "Due in the 90 days from \(from.words)",
      counted + lists.joined(separator: "\n"))
  }

  private func dueDates(
    in days: ClosedRange<Day>
  ) -> [(day: Day, what: String, practice: Practice)] {
    var found: [(day: Day, what: String, practice: Practice)] = []
    for (practice, planned) in tables.scheduled {
      for name in KeyDates.Name.allCases {
        if let day = tables.keyDates.date(name, in: planned.schedule) {
          found.append((day, name.words, practice))
        }
      }
      var told: [Day: [String]] = [:]
      var reminded: [Day: [String]] = [:]
      for (party, dates) in tables.thirdParties.all(in: planned.schedule) {
        if let day = dates.notify { told[day, default: []].append(party.name) }
        if let day = dates.remind { reminded[day, default: []].append(party.name) }
      }
      for (verb, byDay) in [("Tell", told), ("Remind", reminded)] {
        for (day, names) in byDay.sorted(by: { $0.key < $1.key }) {
          found.append((day, "\(verb) \(names.joined(separator: "; "))", practice))
        }
      }
    }
    return found.filter { days.contains($0.day) }
      .sorted { ($0.day, $0.practice.code, $0.what) < ($1.day, $1.practice.code, $1.what) }
  }
}
