import Days
import Migrations

/// The drawings inside the table: every one spans its cell, and all places are percentages of it,
/// so that ticks, bands and bars share one origin at any zoom.
extension GanttPage {
  /// The months, years and names of periods above the lanes.
  var axis: String {
    var text = ""
    for month in chart.months {
      let place = Markup.percent(chart.fraction(of: month))
      text += "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" y2=\"100%\"/>"
      if month == chart.months.first || month.parts.month == 1 {
        text += "<text class=\"year\" x=\"\(place)\" dx=\"3\" y=\"13\">\(month.year)</text>"
      }
      text += "<text x=\"\(place)\" dx=\"3\" y=\"28\">\(month.shortMonth)</text>"
    }
    return lane(text + bandLabels, height: 74)
  }

  /// One lane: the bands behind, then what is given.
  func lane(_ content: String, height: Int) -> String {
    "<svg aria-hidden=\"true\" focusable=\"false\" width=\"100%\" height=\"\(height)\">"
      + "<use href=\"#bands\"/>\(content)</svg>"
  }

  /// What the lanes draw by name: the bands, and the diagonal lines of periods that forbid.
  ///
  /// Drawn once and used by every lane, because many periods times many practices would make most
  /// of the file. The lines are half a row high, so that they meet between rows.
  var definitions: String {
    """
    <svg width="0" height="0" aria-hidden="true" focusable="false" class="defs">\
    <defs><pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse">\
    <path d="M0 12L12 0" stroke="#aeb7bd" stroke-width="0.7"/></pattern>
    <g id="bands">\(bandRectangles)</g></defs></svg>
    """
  }

  private var bandRectangles: String {
    let bands = chart.bands.sorted { !$0.isHard && $1.isHard }
    return bands.flatMap { band in band.occurrences.map { rectangle($0, isHard: band.isHard) } }
      .joined()
  }

  private func rectangle(_ days: ClosedRange<Day>, isHard: Bool) -> String {
    let extent = chart.extent(of: days)
    let from = Markup.percent(extent.start)
    let to = Markup.percent(extent.start + extent.width)
    let size = "x=\"\(from)\" width=\"\(Markup.percent(extent.width))\" height=\"100%\"/>"
    let kind = isHard ? "hard" : "soft"
    let hatch = isHard ? "<rect fill=\"url(#hatch)\" \(size)" : ""
    let edges = [from, to].map {
      "<line class=\"\(kind)\" x1=\"\($0)\" x2=\"\($0)\" y2=\"100%\"/>"
    }
    return "<rect class=\"\(kind)\" \(size)\(hatch)\(edges.joined())"
  }

  /// A band's name in up to three lines where that fits at a zoom, else its number.
  private var bandLabels: String {
    var taken: [ClosedRange<Day>] = []
    var text = ""
    for band in chart.bands.sorted(by: { $0.isHard && !$1.isHard }) {
      for occurrence in band.occurrences {
        // Where two periods overlap, the harder one keeps the place.
        if taken.contains(where: { $0.overlaps(occurrence) }) { continue }
        taken.append(occurrence)
        let (start, width) = chart.extent(of: occurrence)
        for (zoom, scale) in zooms.enumerated() {
          let lines = bandLines(band, room: width * Double(dayCount) * scale - 6)
          for (place, line) in lines.enumerated() {
            text +=
              "<text class=\"z\(zoom) only\" x=\"\(Markup.percent(start))\" dx=\"4\" "
              + "y=\"\(44 + place * 12)\">\(Markup.escaped(line))</text>"
          }
        }
      }
    }
    return text
  }

  private func bandLines(_ band: GanttChart.Band, room: Double) -> [String] {
    let lines = ArialWidth.lines("\(band.number) \(band.period.name)", width: room, size: 11)
    if lines.count <= 3, lines.allSatisfy({ !$0.hasSuffix("…") }) { return lines }
    return ArialWidth.of("\(band.number)", size: 11) <= room ? ["\(band.number)"] : []
  }

  /// The bars of a row, then the shapes of its events, so that no bar covers a day that matters.
  func bars(_ row: GanttChart.Row) -> String {
    row.bars.map { bar($0, in: row) }.joined()
      + row.events.map { event in
        guard let shape = event.shape else { return "" }
        let place = Markup.percent(chart.middle(of: event.dates.start))
        let path = PageText.path(of: shape, half: shape == .diamond ? 7 : 5.5)
        return "<svg x=\"\(place)\" y=\"12\" overflow=\"visible\"><path class=\"event\" "
          + "d=\"\(path)\" fill=\"\(event.family.fill)\"/></svg>"
      }.joined()
  }

  private func bar(_ bar: GanttChart.Bar, in row: GanttChart.Row) -> String {
    let extent = chart.extent(of: bar.days)
    var text =
      "<rect class=\"\(bar.family.rawValue)\" x=\"\(Markup.percent(extent.start))\" y=\"5\" "
      + "width=\"\(Markup.percent(extent.width))\" height=\"14\"/>"
    if bar.shape == nil, let label = label(of: bar, in: row) { text += label }
    return text
  }

  /// The code of a stage, marked with the first zoom at which its bar has room for it.
  private func label(of bar: GanttChart.Bar, in row: GanttChart.Row) -> String? {
    let days = Double(dayCount)
    let needed = ArialWidth.of(bar.stage.code, size: 11, bold: true) + 3
    for (zoom, scale) in zooms.enumerated() {
      let half = 7 / (days * scale)
      guard let free = chart.freePart(of: bar, in: row, half: half),
        (free.upperBound - free.lowerBound) * days * scale >= needed
      else { continue }
      let place = Markup.percent((free.lowerBound + free.upperBound) / 2)
      let ink = bar.family == .after ? " dark" : ""
      return "<text class=\"code z\(zoom)\(ink)\" x=\"\(place)\" y=\"16\">"
        + "\(Markup.escaped(bar.stage.code))</text>"
    }
    return nil
  }
}
