import Days
import Migrations

/// A plan laid out on a line of days, once for every painter: rows, bars, events, bands, ticks.
///
/// All places are days. A painter turns them into its own unit with `fraction(of:)` alone, so bars,
/// ticks and bands cannot drift apart.
struct GanttChart: Sendable {
  /// The days shown, from the first of a month to the last of one.
  let days: ClosedRange<Day>
  /// The rows by group, in order.
  let groups: [Group]
  /// The protected periods and when they touch the days shown.
  let bands: [Band]
  /// The first day of each month shown.
  let months: [Day]
  /// The Mondays of the weeks shown.
  let weeks: [Week]
  /// The resources that the plan uses or prices.
  let loads: [ResourceLoad]

  /// Rows under one heading.
  struct Group: Sendable {
    let title: String
    let rows: [Row]
    /// How many rows the whole group has, where these are some of them.
    let count: Int

    init(title: String, rows: [Row], count: Int? = nil) {
      self.title = title
      self.rows = rows
      self.count = count ?? rows.count
    }

    /// The title with the number of practices.
    var heading: String { "\(title), \(counted(count, "practice"))" }
  }

  /// One scheduled practice.
  struct Row: Sendable {
    let practice: Practice
    let planned: PlannedPractice
    let goLive: Day
    /// A bar per stage, in order.
    let bars: [Bar]

    /// The bars drawn as shapes.
    var events: [Bar] { bars.filter { $0.shape != nil } }
  }

  /// One stage of one practice.
  struct Bar: Sendable {
    let stage: Stage
    let dates: StageDates
    let family: StageFamily
    let shape: StageShape?

    var days: ClosedRange<Day> { dates.start...dates.finish }
  }

  /// One protected period.
  struct Band: Sendable {
    /// The number by which the list below the chart names it, from 1.
    let number: Int
    let period: ProtectedPeriod
    /// When it is, cut to the days shown.
    let occurrences: [ClosedRange<Day>]

    var isHard: Bool { period.rule == .forbid }
  }

  /// A chart of its parts.
  init(
    days: ClosedRange<Day>, groups: [Group], bands: [Band], months: [Day], weeks: [Week],
    loads: [ResourceLoad]
  ) {
    self.days = days
    self.groups = groups
    self.bands = bands
    self.months = months
    self.weeks = weeks
    self.loads = loads
  }

  init(of report: PlanReport, grouping: GanttGrouping) {
    let region = report.region
    let rows = report.plan.practices.filter { !$0.schedule.isEmpty }.map {
      GanttChart.row($0, in: region)
    }
    let shown = GanttChart.span(of: rows, in: region)
    days = shown
    groups = GanttChart.grouped(rows, by: grouping, in: region)
    bands = region.protectedPeriods.enumerated().map { place, period in
      Band(
        number: place + 1, period: period,
        occurrences: period.occurrences(touching: shown).map { $0.clamped(to: shown) })
    }
    months = shown.filter { $0.parts.day == 1 }
    weeks = Array(Week(containing: shown.lowerBound)...Week(containing: shown.upperBound))
    loads = ResourceLoad.all(of: report)
  }

  /// The place of the start of a day: 0 at the left edge, 1 at the right.
  func fraction(of day: Day) -> Double {
    Double(day - days.lowerBound) / Double(days.upperBound + 1 - days.lowerBound)
  }

  /// The place and the width of a stretch of days, as shares of the whole, cut to the days shown.
  func extent(of stretch: ClosedRange<Day>) -> (start: Double, width: Double) {
    let shown = stretch.clamped(to: days)
    let start = fraction(of: shown.lowerBound)
    return (start, fraction(of: shown.upperBound + 1) - start)
  }

  /// The place of the middle of a day, where the shape of an event stands.
  func middle(of day: Day) -> Double { (fraction(of: day) + fraction(of: day + 1)) / 2 }

  private static func row(_ planned: PlannedPractice, in region: Region) -> Row {
    Row(
      practice: region.practices[planned.practice], planned: planned,
      goLive: planned.schedule[region.pathway.goLive].start,
      bars: zip(region.pathway.stages, planned.schedule).map { stage, dates in
        Bar(
          stage: stage, dates: dates, family: StageFamily(code: stage.code),
          shape: StageShape(code: stage.code))
      })
  }

  /// Whole months around everything dated, or the horizon where nothing is.
  private static func span(of rows: [Row], in region: Region) -> ClosedRange<Day> {
    let starts = rows.compactMap { $0.bars.first?.dates.start }
    let finishes = rows.compactMap { $0.bars.last?.dates.finish }
    let first = (starts.min() ?? region.horizon.lowerBound).parts
    let last = (finishes.max() ?? region.horizon.upperBound).parts
    let end = Day.length(ofMonth: last.month, year: last.year)
    guard let from = Day(year: first.year, month: first.month, day: 1),
      let to = Day(year: last.year, month: last.month, day: end), from <= to
    else { return region.horizon }
    return from...to
  }
}
