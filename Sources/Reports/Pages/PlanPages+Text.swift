import Days
import Migrations

/// The pages of words and tables.
extension PlanPages {
  /// The first page: the answer in sentences, then what is on which page.
  func contents(startingAt first: Int) -> Drawing {
    var canvas = Drawing()
    var y = margin + 24
    let start = margin
    canvas.tagged("H1") { $0.text(report.title, start, y, size: 24, bold: true) }
    y += 26
    let horizon =
      "\(report.standingWords) \(report.region.horizon.words). Contains no patient data."
    canvas.tagged("P") { $0.text(horizon, start, y, size: 14) }
    y += 16
    let news = [report.news?.summary, report.news?.notices].compactMap(\.self)
    for sentence in PlanSentences(of: report).all + news + outWords where y < floor - 120 {
      y += 10
      for line in ArialWidth.lines(sentence, width: width, size: 16) {
        y += 22
        canvas.tagged("P") { $0.text(line, start, y, size: 16) }
      }
    }
    y += 44
    canvas.tagged("H2") { $0.text("Contents", start, y, size: 18, bold: true) }
    for (number, page) in pages.enumerated() where y < floor - 24 {
      guard let heading = page.heading else { continue }
      y += 24
      canvas.tagged("Link", "page=\(number + first) pos=[0 0]") {
        $0.text("\(heading): page \(number + first)", start, y, size: 14, fill: "#005eb8")
      }
    }
    return canvas
  }

  private var outWords: [String] {
    report.standing == .draft ? [] : ["This is \(report.revisionWords)."]
  }

  /// Every key date of every practice: what the chart shows, as a table that can be read out.
  mutating func addDates() {
    let names = KeyDates.Name.allCases
    let keyDates = KeyDates(of: report.region)
    let dates = names.map { _ in 92.0 }
    let perPage = max(1, min(names.count, Int((width - 250) / 92)))
    let rows = chart.rowsByGoLive
    for start in stride(from: 0, to: names.count, by: perPage) {
      let shown = Array(names[start..<min(start + perPage, names.count)])
      let cells = rows.map { row in
        [row.practice.label]
          + shown.map { keyDates.date($0, in: row.planned.schedule)?.shortWords ?? "" }
      }
      addTable(
        "Key dates", heads: ["Practice"] + shown.map(\.shortWords),
        widths: [width - dates.prefix(shown.count).reduce(0, +)] + dates.prefix(shown.count),
        rows: cells)
    }
  }

  /// The protected periods, and who is left out.
  mutating func addPeriods() {
    let periods = chart.bands.filter { !$0.occurrences.isEmpty }.map { band in
      [
        "\(band.number)", band.period.name, band.occurrences.map(\.words).joined(separator: "; "),
        band.period.ruleWords, band.period.stageCodes(in: report.region.pathway),
        band.period.source,
      ]
    }
    if !periods.isEmpty {
      let shares = [0.03, 0.2, 0.24, 0.12, 0.1, 0.31]
      addTable(
        "Protected periods", heads: ["", "Period", "Dates", "Rule", "Stages", "Source"],
        widths: shares.map { $0 * width }, rows: periods)
    }
    let all = WithoutDates.all(of: report)
    for (title, state) in [("Left out", "left out"), ("Not planned", "not planned")] {
      let rows = all.filter { $0.state == state }.map { [$0.practice.label, $0.reason] }
      if rows.isEmpty { continue }
      addTable(title, heads: ["Practice", "Why"], widths: [0.3 * width, 0.7 * width], rows: rows)
    }
  }

  /// What differs from the revision before, and from the plan that it started from.
  mutating func addChanges() {
    let tables = ReportTables(of: report)
    if let former = report.former, tables.changes?.rows.isEmpty == false {
      let shares = [0.24, 0.12, 0.12, 0.13, 0.07, 0.32]
      addTable(
        "What changed since revision \(former.number)", heads: PracticeChange.heads,
        widths: shares.map { $0 * width },
        rows: tables.practiceChanges.map { ["\($0.name) (\($0.code))"] + $0.cells })
    }
    if let replan = tables.replan, !replan.rows.isEmpty {
      let shares = [0.24, 0.11, 0.11, 0.1, 0.08, 0.1, 0.26]
      addTable(
        "Against the plan it started from",
        heads: ["Practice"] + replan.columns.dropFirst(2).map(\.title),
        widths: shares.map { $0 * width },
        rows: replan.rows.map { cells in
          ["\(cells[1].words) (\(cells[0].words))"]
            + cells.dropFirst(2).map(\.words)
        })
    }
  }

  /// A table over as many pages as it takes, its headings on each.
  private mutating func addTable(
    _ title: String, heads: [String], widths: [Double], rows: [[String]]
  ) {
    var rest = rows.map { cells in
      zip(cells, widths).map { ArialWidth.lines($0, width: $1 - 8, size: 12) }
    }[...]
    var isFirst = true
    while !rest.isEmpty {
      var canvas = Drawing()
      var y = margin + 18
      let (x, words) = (margin, isFirst ? title : "\(title), continued")
      canvas.tagged(isFirst ? "H1" : "P") { $0.text(words, x, y, size: 18, bold: true) }
      y += 26
      canvas.open("Table")
      row(&canvas, heads.map { [$0] }, widths, y, isHead: true)
      canvas.line(margin, y + 6, margin + width, y + 6, stroke: "#4c6272", width: 1.5)
      y += 22
      var isEmpty = true
      while let cells = rest.first {
        let height = Double(max(1, cells.map(\.count).max() ?? 1)) * 15 + 5
        // A row taller than a page is cut there rather than never printed.
        if y + height > floor, !isEmpty { break }
        row(&canvas, cells, widths, y, isHead: false)
        y += height
        canvas.line(margin, y - 14, margin + width, y - 14, stroke: "#d8dde0", width: 0.5)
        rest = rest.dropFirst()
        isEmpty = false
      }
      canvas.close("Table")
      add(Page(heading: isFirst ? title : nil, drawing: canvas))
      isFirst = false
    }
  }

  private func row(
    _ canvas: inout Drawing, _ cells: [[String]], _ widths: [Double], _ y: Double, isHead: Bool
  ) {
    canvas.open("TR")
    var x = margin
    for (place, (lines, width)) in zip(cells, widths).enumerated() {
      canvas.tagged(isHead || place == 0 ? "TH" : "TD") { canvas in
        for (number, line) in lines.enumerated() {
          canvas.text(line, x, y + Double(number) * 15, bold: isHead)
        }
      }
      x += width
    }
    canvas.close("TR")
  }
}
