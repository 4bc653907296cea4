import Days
import Migrations

/// One row for each period of each resource: the places where migrations meet.
struct ResourceRows: Sendable {
  /// One resource's stretch of rows.
  struct Stretch: Sendable {
    /// The first row.
    let base: Int
    /// How many periods it has.
    let count: Int
    /// Whether a period is a day (numbered like the timetable's known days) or a week.
    let isDaily: Bool
  }

  let stretches: [Stretch]
  /// The capacity of each row.
  let capacity: [Double]

  init(of region: Region, timetable: Timetable) {
    var stretches: [Stretch] = []
    var capacity: [Double] = []
    for resource in region.resources {
      let periods = resource.period == .day ? timetable.allDays : timetable.mondays
      stretches.append(
        Stretch(base: capacity.count, count: periods.count, isDaily: resource.period == .day))
      capacity.append(contentsOf: periods.map(resource.room(inPeriod:)))
    }
    self.stretches = stretches
    self.capacity = capacity
  }

  /// How many rows there are.
  var count: Int { capacity.count }

  /// The resource (by place) of a row.
  func resource(of row: Int) -> Int {
    var low = 0
    var high = stretches.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if stretches[middle].base <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The first day of a row's period.
  func period(of row: Int, timetable: Timetable) -> Day {
    let stretch = stretches[resource(of: row)]
    let place = row - stretch.base
    return stretch.isDaily ? timetable.allDays[place] : timetable.mondays[place]
  }
}
