import Days
import Migrations

/// A section for each practice: why its dates, every stage, the dates around them.
extension GanttPage {
  var practices: String {
    let sections = chart.rowsByGoLive.map(practice)
    if sections.isEmpty { return "" }
    return """
      <section id="practices" aria-labelledby="practices-title">
      <h2 id="practices-title">Practices</h2>
      <p>In order of go-live. They are printed only when all are open.</p>
      <p><button type="button" id="whole" hidden aria-pressed="false">Open all, and print them\
      </button></p>
      \(sections.joined(separator: "\n"))
      </section>
      """
  }

  private func practice(_ row: GanttChart.Row) -> String {
    let practice = row.practice
    let before = tables.former[practice.code]
    let was = before.map { entry in
      Dictionary(entry.stages.map { ($0.code, $0.dates) }, uniquingKeysWith: { one, _ in one })
    }
    let slack = report.slack[row.planned.practice]
    let stages = row.bars.enumerated().map { place, bar -> String in
      let days = bar.days
      let last = days.upperBound + 1
      var cells = [
        days.lowerBound.shortWords, days.upperBound.shortWords,
        "\(report.region.calendar.count(in: days.lowerBound..<last))",
      ]
      if let slack { cells.append(Self.words(slack.stages[place])) }
      if let was {
        let old = was[bar.stage.code]
        cells.append(
          old == bar.dates ? "" : old.map { ($0.start...$0.finish).shortWords } ?? "not there")
      }
      let code = Markup.escaped(bar.stage.code)
      return
        "<tr data-stage=\"\(code)\"><th scope=\"row\">\(code) \(Markup.escaped(bar.stage.name))"
        + "</th>" + cells.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>"
    }
    let more =
      (slack == nil ? "" : "<th scope=\"col\">Slack</th>")
      + (was == nil ? "" : "<th scope=\"col\">Was</th>")
    return """
      <details class="practice" id="p-\(row.planned.practice)">
      <summary><h3>\(label(practice))</h3> goes live on \(row.goLive.words)</summary>
      \(facts(row))
      <div class="halves">
      <table class="list" data-of="\(row.planned.practice)">
      <caption>Stages, with their first and last days</caption>
      <thead><tr><th scope="col">Stage</th><th scope="col">From</th><th scope="col">To</th>\
      <th scope="col">Working days</th>\(more)</tr></thead>
      <tbody>
      \(stages.joined(separator: "\n"))
      </tbody>
      </table>
      \(dates(row))
      </div>
      </details>
      """
  }

  /// Who it is, from where to where, and why it is on these dates.
  private func facts(_ row: GanttChart.Row) -> String {
    let practice = row.practice
    var sentences = ["\(report.region.route(of: practice))."]
    if let title = practice.pcn.map({ _ in GanttGrouping.pcn.title(of: row, in: report.region) }) {
      sentences.append("\(title).")
    }
    if let size = practice.listSize { sentences.append("\(Figures.words(size)) patients.") }
    if let days = practice.preferred { sentences.append("Asked for \(days.words).") }
    if let day = practice.mustBeLiveBy { sentences.append("Has to be live by \(day.words).") }
    if row.planned.status != .scheduled {
      sentences.append("Status: \(row.planned.status.rawValue).")
    }
    if let slack = report.slack[row.planned.practice] {
      sentences.append(
        slack.whole == 0
          ? "It cannot be later as a whole unless somebody else moves or a rule gives way."
          : "As a whole it could be \(counted(slack.whole, "working day")) "
            + "later with nobody else moving.")
    }
    if !row.planned.reason.isEmpty {
      sentences.append("Why these dates: \(PracticePage.sentence(row.planned.reason))")
    }
    return "<p>\(Markup.escaped(sentences.joined(separator: " ")))</p>"
  }

  /// Working days of slack; the most that is looked for stands for more as well.
  private static func words(_ slack: Int) -> String {
    slack == Slack.most ? "\(slack) or more" : "\(slack)"
  }

  /// The dates beside the stages' own, in order.
  private func dates(_ row: GanttChart.Row) -> String {
    let names: [KeyDates.Name] = [
      .extractRequest, .cutoverMeeting, .pcseNotice, .thirdPartiesOff, .legacyAccessUntil,
    ]
    var lines = names.compactMap { name in
      tables.keyDates.date(name, in: row.planned.schedule).map { (day: $0, what: name.words) }
    }
    for (party, days) in tables.thirdParties.all(in: row.planned.schedule) {
      if let day = days.notify { lines.append((day, "Tell \(party.name)")) }
    }
    let rows = lines.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    .map { _, line in
      "<tr><th scope=\"row\">\(Markup.escaped(line.what))</th>"
        + "<td>\(line.day.shortWords)</td></tr>"
    }
    return """
      <table class="list">
      <caption>Dates around them</caption>
      <thead><tr><th scope="col">What</th><th scope="col">Date</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }
}
