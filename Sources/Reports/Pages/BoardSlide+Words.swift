import Days
import Migrations

/// The words of a slide: above the chart, below it, and in its place.
extension BoardSlide {
  mutating func heading(_ report: PlanReport) {
    drawing.tagged("H1") { $0.text(report.title, Self.margin, 80, size: 38, bold: true) }
    var y = 100.0
    for sentence in sentences {
      for line in ArialWidth.lines(sentence, width: Self.right - Self.margin, size: 24) {
        y += 34
        drawing.tagged("P") { $0.text(line, Self.margin, y, size: 24) }
      }
    }
  }

  /// The numbers of the slide in words, for who cannot see it.
  var alternative: String {
    let groups = lines.map { title, rows in
      let counts = chart.months.compactMap { month -> String? in
        let count = rows.count {
          ($0.goLive.parts.month, $0.goLive.year) == (month.parts.month, month.year)
        }
        return count == 0 ? nil : "\(count) in \(month.monthWords)"
      }
      return "\(title): \(counts.joined(separator: ", "))"
    }
    return "Go-lives by month. \(groups.joined(separator: "; "))."
  }

  mutating func footer(_ report: PlanReport) {
    let key =
      "Numbers are go-lives in the month; grey bars run from first order to last day of support. "
      + "Hatched: no cutover allowed. Shaded: better avoided."
    let lines = [key, report.smallPrint[0]]
    for (place, line) in lines.enumerated() {
      let text = ArialWidth.fitted(line, width: Self.right - Self.margin, size: 16)
      let base = Self.height - 76 + Double(place) * 26
      drawing.tagged("P") { $0.text(text, Self.margin, base, size: 16, fill: "#4c6272") }
    }
  }
}
