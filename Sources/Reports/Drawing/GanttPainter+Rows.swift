import Days
import Migrations

/// The practices and, below them, the weeks of the resources.
extension GanttPainter {
  mutating func rows() {
    for group in chart.groups {
      canvas.rectangle(
        Self.margin, y + 3, origin - Self.margin - 8, Self.rowHeight - 4, fill: "#e8edee")
      canvas.text(
        ArialWidth.fitted(group.heading, width: origin - Self.margin - 20, size: 12, bold: true),
        Self.margin + 6, y + 15, bold: true)
      y += Self.rowHeight
      for row in group.rows {
        paint(row)
        y += Self.rowHeight
      }
    }
    y += 4
    canvas.line(Self.margin, y, right, y, stroke: "#4c6272")
  }

  private mutating func paint(_ row: GanttChart.Row) {
    let base = y + 15
    canvas.text(
      ArialWidth.fitted(row.practice.name, width: Self.nameWidth - 10, size: 12), Self.margin, base)
    let code = Self.margin + Self.nameWidth
    canvas.text(
      ArialWidth.fitted(row.practice.code.text, width: Self.codeWidth - 4, size: 12), code, base)
    canvas.text(row.goLive.shortWords, code + Self.codeWidth + 4, base)
    for bar in row.bars where bar.days.overlaps(chart.days) {
      paint(bar, free: chart.freePart(of: bar, in: row, half: 8 / laneWidth))
    }
    // Shapes come last, so that no bar covers a day that matters.
    for event in row.events {
      guard let shape = event.shape, chart.days.contains(event.dates.start) else { continue }
      let middle = origin + chart.middle(of: event.dates.start) * laneWidth
      canvas.shape(
        shape, middle, y + 11.5, half: shape == .diamond ? 8 : 6.5, fill: event.family.fill)
    }
  }

  private mutating func paint(_ bar: GanttChart.Bar, free: ClosedRange<Double>?) {
    let extent = chart.extent(of: bar.days)
    let left = origin + extent.start * laneWidth
    let width = extent.width * laneWidth
    // A white edge would swallow a bar of one day, so that one is only made a little narrower.
    if width < 6 {
      canvas.rectangle(left, y + 4, max(1, width - 0.6), 15, fill: bar.family.fill)
    } else {
      canvas.rectangle(left, y + 4, width, 15, fill: bar.family.fill, stroke: bar.family.edge)
    }
    guard bar.shape == nil, let free else { return }
    let label = ArialWidth.of(bar.stage.code, size: 12, bold: true)
    let room = (free.upperBound - free.lowerBound) * laneWidth
    if room >= label + 2 {
      canvas.text(
        bar.stage.code, origin + free.lowerBound * laneWidth + (room - label) / 2, y + 16,
        fill: bar.family.ink, bold: true)
    }
  }

  /// The height of the resources that follow the axis.
  var capacityHeight: Double { 34 + Double(chart.loads.count) * Self.rowHeight }

  mutating func capacity() {
    if chart.loads.isEmpty { return }
    y += 26
    canvas.text("Resources by week", Self.margin, y, size: 14, bold: true)
    var left = origin
    for heat in Heat.allCases where heat != .unused {
      canvas.rectangle(left, y - 11, 16, 14, fill: heat.fill, stroke: "#aeb7bd")
      canvas.text(heat.words, left + 21, y)
      left += 21 + ArialWidth.of(heat.words, size: 12) + 16
    }
    y += 8
    for load in chart.loads {
      let room = origin - Self.margin - 10
      // The name says what it is; its peak gives way where there is no room for both.
      let whole = "\(load.resource.name), \(load.peakWords)"
      let label =
        ArialWidth.of(whole, size: 12) <= room
        ? whole : ArialWidth.keepingEnd(load.resource.name, width: room, size: 12)
      canvas.text(label, Self.margin, y + 15)
      for week in chart.weeks {
        guard let use = load.use(in: week) else { continue }
        paint(use, week: week)
      }
      y += Self.rowHeight
    }
    y += 8
  }

  private mutating func paint(_ use: ResourceUse, week: Week) {
    let from = max(week.monday, chart.days.lowerBound)
    let to = min(week.monday + 6, chart.days.upperBound)
    guard from <= to else { return }
    let heat = Heat(use)
    let width = x(to + 1) - x(from)
    canvas.rectangle(
      x(from), y + 2, width, Self.rowHeight - 4, fill: heat.fill, stroke: "#ffffff")
    let number = Figures.plain(use.used, decimals: 1)
    let label = ArialWidth.of(number, size: 12)
    if label <= width - 1.5 {
      canvas.text(number, x(from) + (width - label) / 2, y + 15, fill: heat.ink)
    }
  }

  mutating func periods() {
    if chart.bands.isEmpty { return }
    y += 18
    canvas.text("Protected periods", Self.margin, y, size: 14, bold: true)
    let width = right - Self.margin
    for band in chart.bands where !band.occurrences.isEmpty {
      let dates = band.occurrences.map(\.words).joined(separator: "; ")
      let source = band.period.source.isEmpty ? "" : " (source: \(band.period.source))"
      let line =
        "\(band.number) \(band.period.name), \(band.period.ruleWords): \(dates)\(source)"
      for part in ArialWidth.lines(line, width: width, size: 12) {
        y += 17
        canvas.text(part, Self.margin, y)
      }
    }
    y += 8
  }

  mutating func leftOut() {
    let all = WithoutDates.all(of: report)
    let width = right - Self.margin
    for (title, state) in [("Left out", "left out"), ("Not planned", "not planned")] {
      let entries = all.filter { $0.state == state }
      if entries.isEmpty { continue }
      y += 18
      canvas.text(title, Self.margin, y, size: 14, bold: true)
      for entry in entries {
        for part in ArialWidth.lines(
          "\(entry.practice.label): \(entry.reason)", width: width, size: 12)
        {
          y += 17
          canvas.text(part, Self.margin, y)
        }
      }
      y += 8
    }
  }
}
