import Days
import Migrations

/// A practice's own page: its dates, what it has to do, whom it has to tell.
///
/// It loads nothing and runs nothing, and prints on A4.
struct PracticePage {
  let practice: Practice
  let planned: PlannedPractice
  let tables: ReportTables

  var report: PlanReport { tables.report }

  var text: String {
    let sections = [
      dates, changes, stages, topics, thirdParties, pcse, checklists, notes, contacts,
    ].compactMap(\.self)
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(practice.label)): moving to \(Markup.escaped(target))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1><bdi>\(Markup.escaped(practice.name))</bdi> (\(Markup.escaped(practice.code.text)))</h1>
      <p>\(Markup.escaped(report.region.route(of: practice))). \
      \(Markup.escaped(Self.sentence(report.revisionWords))) Contains no patient data; please \
      write none into it.</p>
      </header>
      <main>
      \(sections.joined(separator: "\n"))
      </main>
      <footer>
      \(report.smallPrint.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
      </footer>
      </body>
      </html>

      """
  }

  var target: String { report.region.name(of: practice.target) }

  private var dates: String {
    let names: [KeyDates.Name] = [
      .extractRequest, .kickoff, .initialDataProduction, .cutoverMeeting, .pcseNotice,
      .thirdPartiesOff, .finalDataProduction, .goLive, .legacyAccessUntil,
    ]
    let rows = names.compactMap { name in
      tables.keyDates.date(name, in: planned.schedule).map { day in
        "<tr><th scope=\"row\">\(name.words)</th><td>\(day.longWords)</td></tr>"
      }
    }
    let why =
      planned.reason.isEmpty
      ? "" : "<p>Why these dates: \(Markup.escaped(Self.sentence(planned.reason)))</p>"
    return section(
      "dates", "Your dates",
      "<table>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>\n\(why)")
  }

  private var changes: String? {
    guard let table = tables.changes, let former = report.former else {
      return again.isEmpty ? nil : section("changes", "What changed", again)
    }
    if table.rows.isEmpty {
      return section(
        "changes", "What changed", "\(again)<p>Nothing since revision \(former.number).</p>")
    }
    let shown = ["stage_code", "change", "was_start", "now_start", "was_finish", "now_finish"]
    return section(
      "changes", "What changed since revision \(former.number)", again + self.table(table, shown))
  }

  /// What a replan has to tell this practice: its new go-live, and a notice sent for another day.
  private var again: String {
    guard let news = report.news else { return "" }
    var sentences: [String] = []
    if let move = news.moves.goLives.first(where: { $0.practice == planned.practice }),
      let now = move.now
    {
      sentences.append(
        "The go-live is now on \(now.longWords); it was to be on \(move.was.longWords).")
    }
    if news.mustNotifyAgain(planned.practice) {
      let day = tables.keyDates.date(.initialDataProduction, in: planned.schedule)
      let when = day.map { ": the extract is now on \($0.longWords)" } ?? ""
      sentences.append("The notice already sent for the data extract must be sent again\(when).")
    }
    return sentences.map { "<p><b>\(Markup.escaped($0))</b></p>\n" }.joined()
  }

  private var stages: String {
    let rows = zip(report.region.pathway.stages, planned.schedule).map { stage, dates in
      "<tr><th scope=\"row\">\(Markup.escaped(stage.code)) \(Markup.escaped(stage.name))</th>"
        + "<td>\(dates.start.longWords)</td><td>\(dates.finish.longWords)</td></tr>"
    }
    return section(
      "stages", "Every stage",
      """
      <table>
      <thead><tr><th scope="col">Stage</th><th scope="col">First day</th>\
      <th scope="col">Last day</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """)
  }

  /// A section with a heading.
  func section(_ id: String, _ title: String, _ content: String) -> String {
    """
    <section aria-labelledby="\(id)">
    <h2 id="\(id)">\(Markup.escaped(title))</h2>
    \(content)
    </section>
    """
  }

  /// Some columns of a table, dates in words.
  func table(_ table: ReportTable, _ names: [String]) -> String {
    let columns = names.compactMap { name in table.columns.firstIndex { $0.name == name } }
    let heads = columns.map {
      "<th scope=\"col\">\(Markup.escaped(table.columns[$0].title))</th>"
    }
    let rows = table.rows.map { cells in
      "<tr>" + columns.map { "<td>\(Markup.escaped(cells[$0].words))</td>" }.joined() + "</tr>"
    }
    return """
      <table>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  /// A text with a capital letter and a full stop.
  static func sentence(_ text: String) -> String {
    let ended = text.last.map { ".!?".contains($0) } ?? true
    return text.prefix(1).uppercased() + text.dropFirst() + (ended ? "" : ".")
  }
}
