import Days
import Migrations

/// A plan made ready for replays: days as working-day numbers, capacities as rows, each migration
/// with its rules.
///
/// Stages between which nobody may wait form a run: they are begun together or not at all.
struct ReplayWorld: Sendable {
  let region: Region
  /// The stages of each run, in the pathway's order.
  let runs: [Range<Int>]
  /// The run of each stage.
  let runOfStage: [Int]
  /// The stage by which plans are judged.
  let goLive: Int
  /// The working-day numbers of the first and the last day of the horizon.
  let days: ClosedRange<Int>
  /// For each stage that ends a wait, the last day on which it may start by the day before which
  /// it waits; nil without a limit.
  let latestStarts: [[Int32]?]
  /// For each stage, whether it may start on a day; nil if it may on every one.
  let mayStart: [[Bool]?]
  /// Whether any stage may start on some weekdays only.
  let hasWeekdays: Bool
  /// The migrations that the plan dates, in order of their go-lives.
  let migrations: [Migration]
  /// What must be dated as one, in the same order: single migrations, or those that go together.
  let units: [[Int]]
  /// What there is of each resource in each period.
  let rows: ReplayRows
  /// What may put runs off.
  let slips: [(run: Int, stage: Int, chance: Double, slip: RiskSettings.Slip)]

  /// How many questions of chance there are about one migration.
  var questions: Int { region.pathway.stages.count + slips.count }
  /// The run with the go-live.
  var cutover: Int { runOfStage[goLive] }
  /// How many stages there are.
  var stageCount: Int { region.pathway.stages.count }

  /// The world of a plan, which must keep the rules of the region.
  init(of plan: Plan, in region: Region) {
    self.region = region
    let stages = region.pathway.stages
    var runs: [Range<Int>] = []
    for (place, stage) in stages.enumerated() {
      if place > 0, stage.longestWait == .workingDays(0), let run = runs.popLast() {
        runs.append(run.lowerBound..<(place + 1))
      } else {
        runs.append(place..<(place + 1))
      }
    }
    self.runs = runs
    let runOfStage = runs.enumerated().flatMap { run, stages in stages.map { _ in run } }
    self.runOfStage = runOfStage
    goLive = region.pathway.goLive
    let calendar = region.calendar
    days =
      calendar.number(
        of: region.horizon.lowerBound)...max(
        calendar.number(of: region.horizon.lowerBound),
        calendar.number(of: region.horizon.upperBound + 1) - 1)
    latestStarts = stages.map { stage in
      stage.longestWait.map { Distances.latestStarts($0, in: calendar) }
    }
    mayStart = stages.map { stage in
      stage.weekdays.map { allowed in calendar.workingDays.map { allowed.contains($0.weekday) } }
    }
    hasWeekdays = mayStart.contains { $0 != nil }
    slips = region.risk.slips.map { (runOfStage[$0.stage], $0.stage, $0.chance, $0) }
    rows = ReplayRows(of: region)
    let builder = MigrationBuilder(region: region, rows: rows, runs: runs, runOfStage: runOfStage)
    let dated = plan.practices.filter { !$0.schedule.isEmpty }.sorted {
      let (first, second) = ($0.schedule[region.pathway.goLive], $1.schedule[region.pathway.goLive])
      return (first.start, $0.practice) < (second.start, $1.practice)
    }
    migrations = builder.migrations(of: dated)
    units = ReplayWorld.units(dated.map(\.practice), region)
  }

  /// The working days by which a length puts off a working day.
  func delay(_ length: Length, from day: Int) -> Int {
    switch length {
    case .workingDays(let count): return count
    case .days(let count):
      let calendar = region.calendar
      return calendar.day(number: day).map { calendar.number(of: $0 + count) - day } ?? 0
    }
  }

  /// Places in `migrations` of what goes together, in order of the first one.
  private static func units(_ practices: [Int], _ region: Region) -> [[Int]] {
    let place = Dictionary(
      practices.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    var root = Array(practices.indices)
    func find(_ one: Int) -> Int {
      var one = one
      while root[one] != one { one = root[one] }
      return one
    }
    for link in region.links where link.rule == .together {
      guard let first = place[link.first], let second = place[link.second] else { continue }
      let (one, two) = (find(first), find(second))
      root[max(one, two)] = min(one, two)
    }
    var members: [Int: [Int]] = [:]
    for one in practices.indices { members[find(one), default: []].append(one) }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }
}
