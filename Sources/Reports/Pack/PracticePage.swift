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
    guard let table = tables.changes, let former = report.former else { return nil }
    if table.rows.isEmpty {
      return section(
        "changes", "What changed", "<p>Nothing since revision \(former.number).</p>")
    }
    let shown = ["stage_code", "change", "was_start", "now_start", "was_finish", "now_finish"]
    return section(
      "changes", "What changed since revision \(former.number)", self.table(table, shown))
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
      "<tr>" + columns.map { "<td>\(Self.words(cells[$0]))</td>" }.joined() + "</tr>"
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

  private static func words(_ cell: CSVCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): Markup.escaped(text)
    case .number(let number): Figures.words(number)
    case .integer(let number): Figures.words(number)
    case .day(let day): day.words
    }
  }

  /// A text with a capital letter and a full stop.
  static func sentence(_ text: String) -> String {
    let ended = text.last.map { ".!?".contains($0) } ?? true
    return text.prefix(1).uppercased() + text.dropFirst() + (ended ? "" : ".")
  }
}
