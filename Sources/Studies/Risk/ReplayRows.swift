import Days
import Migrations

/// The capacities of a region in one list: a row for each resource and period of the calendar.
struct ReplayRows: Sendable {
  /// What there is in each row.
  let capacity: [Double]
  /// The row of each working day, resource by resource of the region.
  let rowOfDay: [Int32]
  /// The first working day that lies in a later row, in the same order.
  let nextRowDay: [Int32]
  /// How many working days the calendar has.
  let dayCount: Int

  init(of region: Region) {
    var capacity: [Double] = []
    var rowOfDay: [Int32] = []
    var nextRowDay: [Int32] = []
    for resource in region.resources {
      var rows: [Int32] = []
      var period: Day?
      for day in region.calendar.workingDays {
        let start = resource.period(containing: day)
        if start != period {
          period = start
          capacity.append(resource.room(inPeriod: start))
        }
        rows.append(Int32(capacity.count - 1))
      }
      var next = [Int32](repeating: Int32(rows.count), count: rows.count)
      for day in rows.indices.dropLast().reversed() {
        next[day] = rows[day + 1] == rows[day] ? next[day + 1] : Int32(day + 1)
      }
      rowOfDay += rows
      nextRowDay += next
    }
    self.capacity = capacity
    self.rowOfDay = rowOfDay
    self.nextRowDay = nextRowDay
    dayCount = region.calendar.workingDays.count
  }
}
