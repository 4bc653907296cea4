import Days
import Migrations

/// Parts of a chart, for pages: some of its days, rows and resources, with the same geometry.
extension GanttChart {
  /// The same chart of fewer days, groups and resources.
  func part(_ days: ClosedRange<Day>, groups: [Group], loads: [ResourceLoad] = []) -> GanttChart {
    GanttChart(
      days: days, groups: groups,
      bands: bands.map { band in
        Band(
          number: band.number, period: band.period,
          occurrences: band.occurrences.filter { $0.overlaps(days) }
            .map { $0.clamped(to: days) })
      },
      months: months.filter(days.contains),
      weeks: weeks.filter { $0.monday <= days.upperBound && $0.monday + 6 >= days.lowerBound },
      loads: loads)
  }

  /// The days in stretches of whole months, each no longer than so many days where that can be.
  func stretches(of most: Int) -> [ClosedRange<Day>] {
    let count = days.upperBound + 1 - days.lowerBound
    let parts = max(1, (count + most - 1) / max(1, most))
    let perPart = max(1, (months.count + parts - 1) / parts)
    return stride(from: 0, to: months.count, by: perPart).map { place in
      let next = place + perPart
      return months[place]...(next < months.count ? months[next] - 1 : days.upperBound)
    }
  }

  /// The groups in chunks of no more lines than this; a heading is a line, and comes again.
  func chunks(of most: Int, in days: ClosedRange<Day>) -> [[Group]] {
    var chunks: [[Group]] = []
    var chunk: [Group] = []
    var room = most
    for group in groups {
      var rows = group.rows.filter { row in row.bars.contains { $0.days.overlaps(days) } }[...]
      var title = group.title
      while !rows.isEmpty {
        if room < 2 {
          chunks.append(chunk)
          (chunk, room) = ([], most)
        }
        let taken = rows.prefix(max(1, room - 1))
        chunk.append(Group(title: title, rows: Array(taken), count: group.count))
        room -= taken.count + 1
        rows = rows.dropFirst(taken.count)
        title = "\(group.title), continued"
      }
    }
    return chunk.isEmpty ? chunks : chunks + [chunk]
  }

  /// The part of a bar that no shape of its row covers, where its code may stand.
  ///
  /// Shapes reach `half` to both sides of their middle; nil if nothing is left of the bar.
  func freePart(of bar: Bar, in row: Row, half: Double) -> ClosedRange<Double>? {
    let (start, width) = extent(of: bar.days)
    var (from, to) = (start, start + width)
    for event in row.events {
      let middle = middle(of: event.dates.start)
      if middle + half <= from || middle - half >= to { continue }
      if middle < (start + start + width) / 2 {
        from = max(from, middle + half)
      } else {
        to = min(to, middle - half)
      }
    }
    return from < to ? from...to : nil
  }
}
