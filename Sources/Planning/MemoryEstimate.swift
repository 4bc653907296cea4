import Days
public import Migrations

extension Planner {
  /// The bytes of memory that planning a region takes at most, estimated before the work.
  ///
  /// What grows with a region is each practice's cost of each working day, for each date of its
  /// stages that is decided. Measured: 0.82 GB for 10,000 practices over two years, 6.7 GB over
  /// twenty.
  public static func estimatedMemory(of region: Region) -> Double {
    let cells =
      Double(region.practices.count) * Double(region.calendar.workingDays.count)
      * Double(region.pathway.stages.count)
    return 100e6 + 12 * cells
  }
}
