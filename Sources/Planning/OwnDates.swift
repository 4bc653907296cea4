public import Days
public import Migrations

/// Which go-live days a practice's own rules allow, leaving all others aside.
public struct OwnDates {
  private let timetable: Timetable
  private let rows: ResourceRows
  private let region: Region
  private let lookup: ResourceLookup

  /// The own dates of a region's practices.
  public init(of region: Region) {
    self.region = region
    timetable = Timetable(of: region)
    rows = ResourceRows(of: region, timetable: timetable)
    lookup = ResourceLookup(region.resources)
  }

  /// The go-live day from which `delay` counts for the practice at this place in the region's list:
  /// the first that its own rules allow, leaving aside its agreed day, its records, its deadline
  /// and today; nil for none.
  public func earliestGoLive(of practice: Int) -> Day? {
    model(of: practice).earliest.map(timetable.day)
  }

  /// Whether the practice at this place in the region's list has any dates by its own rules.
  public func exist(for practice: Int) -> Bool { model(of: practice).hasDates }

  /// Whether the practice at this place in the region's list can go live on a day.
  public func allow(goLive day: Day, of practice: Int) -> Bool {
    guard let index = timetable.index(of: day) else { return false }
    let generator = PatternGenerator(timetable: timetable, rows: rows, scratch: PricingScratch())
    return generator.best(model(of: practice), charges: NoCharges(), goLive: index) != nil
  }

  private func model(of practice: Int) -> PracticeModel {
    PracticeModelBuilder(region: region, timetable: timetable, rows: rows, lookup: lookup)
      .model(of: practice)
  }
}
