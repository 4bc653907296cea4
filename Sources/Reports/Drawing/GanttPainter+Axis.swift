import Days
import Migrations

/// The months, the protected periods and what they are called.
extension GanttPainter {
  /// The height of the groups and rows that follow the axis.
  var rowsHeight: Double {
    let rows = chart.groups.reduce(0) { $0 + $1.rows.count + 1 }
    return Double(rows) * Self.rowHeight + 4
  }

  /// Paints the header of the lanes and gives back the height at which the bands start.
  mutating func axis(heads: [String] = ["Practice", "ODS code", "Go-live"]) -> Double {
    y += 16
    for (place, month) in chart.months.enumerated()
    where place == 0 || month.parts.month == 1 {
      canvas.text(String(month.year), x(month) + 3, y, bold: true)
    }
    y += 16
    for (place, month) in chart.months.enumerated() {
      let end = place + 1 < chart.months.count ? x(chart.months[place + 1]) : right
      let room = end - x(month) - 5
      let full = Day.monthNames[month.parts.month - 1]
      let label = [full, month.shortMonth, String(full.prefix(1))]
        .first { ArialWidth.of($0, size: 12) <= room }
      if let label { canvas.text(label, x(month) + 3, y) }
    }
    let places = [
      Self.margin, Self.margin + Self.nameWidth, Self.margin + Self.nameWidth + Self.codeWidth + 4,
    ]
    for (head, place) in zip(heads, places) { canvas.text(head, place, y, bold: true) }
    y += 6
    let top = y
    let lines = bandLabels(at: y)
    y += Double(lines) * 13 + 6
    return top
  }

  /// Writes the bands' names into their own widths and gives back the lines needed.
  private mutating func bandLabels(at top: Double) -> Int {
    var most = 1
    var taken: [ClosedRange<Double>] = []
    for band in chart.bands.sorted(by: { $0.isHard && !$1.isHard }) {
      for occurrence in band.occurrences {
        let start = x(occurrence.lowerBound) + 4
        let room = x(occurrence.upperBound + 1) - start - 2
        let number = "\(band.number)"
        let lines = ArialWidth.lines("\(number) \(band.period.name)", width: room, size: 12)
        let fits =
          lines.count <= 4 && lines.allSatisfy { !$0.hasSuffix("…") } && !lines.isEmpty
        let shown = fits ? lines : [number]
        let width = shown.map { ArialWidth.of($0, size: 12) }.max() ?? 0
        if !fits && width > room { continue }
        // Where two periods overlap, the harder one keeps the place.
        if taken.contains(where: { $0.overlaps(start...(start + width)) }) { continue }
        taken.append(start...(start + width))
        for (place, line) in shown.enumerated() {
          labels.append((line, start, top + 13 + Double(place) * 13))
        }
        most = max(most, shown.count)
      }
    }
    return most
  }

  /// Paints the bands behind the rows, then their labels and the lines of the months.
  mutating func bands(from top: Double, to bottom: Double) {
    for band in chart.bands.sorted(by: { !$0.isHard && $1.isHard }) {
      for occurrence in band.occurrences {
        let (left, end) = (x(occurrence.lowerBound), x(occurrence.upperBound + 1))
        canvas.rectangle(
          left, top, end - left, bottom - top, fill: band.isHard ? "#e8edee" : "#f4f6f7")
        if band.isHard {
          canvas.hatching(left, top, end - left, bottom - top, stroke: "#aeb7bd")
        }
        for edge in [left, end] {
          canvas.line(edge, top, edge, bottom, stroke: "#768692", dashed: !band.isHard)
        }
      }
    }
    for month in chart.months {
      canvas.line(x(month), top - 32, x(month), bottom, stroke: "#c5ccd1", width: 0.5)
    }
    canvas.line(Self.margin, top, right, top, stroke: "#4c6272")
    for (text, left, base) in labels {
      let width = ArialWidth.of(text, size: 12)
      canvas.rectangle(left - 2, base - 11, width + 4, 14, fill: "#ffffff")
      canvas.text(text, left, base)
    }
  }
}
