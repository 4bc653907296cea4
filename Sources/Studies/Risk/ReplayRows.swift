import Days
import Migrations

/// The capacities of a region in one list: a row for each resource and period of the calendar.
struct ReplayRows: Sendable {
  /// What there is in each row.
  let capacity: [Double]
  /// For each resource of the region, the row of each working day.
  let rowOfDay: [[Int32]]
  /// For each resource of the region, the first working day that lies in a later row.
  let nextRowDay: [[Int32]]

  init(of region: Region) {
    var capacity: [Double] = []
    var rowOfDay: [[Int32]] = []
    var nextRowDay: [[Int32]] = []
    for resource in region.resources {
      var rows: [Int32] = []
      var period: Day?
      for day in region.calendar.workingDays {
        let start = resource.period(containing: day)
        if start != period {
          period = start
          capacity.append(resource.capacity(inPeriod: start))
        }
        rows.append(Int32(capacity.count - 1))
      }
      var next = [Int32](repeating: Int32(rows.count), count: rows.count)
      for day in rows.indices.dropLast().reversed() {
        next[day] = rows[day + 1] == rows[day] ? next[day + 1] : Int32(day + 1)
      }
      rowOfDay.append(rows)
      nextRowDay.append(next)
    }
    self.capacity = capacity
    self.rowOfDay = rowOfDay
    self.nextRowDay = nextRowDay
  }
}
