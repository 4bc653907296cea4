import Days
import Migrations

/// Replays a plan: what becomes of it when stages take as long as they happen to take.
///
/// The policy, in the order of the planned go-lives:
/// 1. A migration that can begin every run of stages on its planned day does so.
/// 2. Every other one gives up its slots from the first run on that it cannot begin as planned,
///    save those of its cutover while it can still be ready for that in time.
/// 3. Those then get the first legal dates with room left, never before the planned ones: if it
///    can be with the cutover as planned, else with a later one. Nobody who keeps his dates is
///    moved for them; who goes together waits for one another.
struct Replayer: Sendable {
  let world: ReplayWorld
  private let draws: Draws
  private let terms: ReplayTerms
  var placer: Placer
  /// What is left beside the whole plan.
  private let plannedRoom: [Double]
  /// What each migration takes as planned.
  let plannedLogs: [[Placer.Entry]]
  /// Where in `plannedLogs` the cutover begins.
  private let cutoverMarks: [Int]
  var logs: [[Placer.Entry]]
  /// Whether a migration still holds the slots of its cutover.
  var holdsCutover: [Bool]
  /// Whether a migration keeps its dates to the day, and takes what `plannedLogs` says.
  var isPlanned: [Bool]
  /// Whether a migration has had its turn.
  var isPassed: [Bool]
  /// The length of each stage and the delay of each run, by migration.
  private var lengths: [[Int32]]
  private var putOffs: [[Int32]]
  /// The dates of each migration after a replay; they count where there is a go-live.
  private(set) var starts: [[Int32]]
  private(set) var finishes: [[Int32]]
  /// The go-live of each migration after a replay, by working-day number; -1 without dates.
  var goLives: [Int32]

  /// A replayer of a plan's world.
  init(world: ReplayWorld, seed: UInt64, terms: ReplayTerms = ReplayTerms()) {
    self.world = world
    self.terms = terms
    draws = Draws(seed: seed, perReplay: world.migrations.count * world.questions)
    var placer = Placer(world: world)
    placer.countsCapacity = false
    for (run, days) in terms.reserves { placer.reserve[run] = days }
    starts = world.migrations.map(\.starts)
    finishes = world.migrations.map(\.finishes)
    lengths = world.migrations.map { zip($0.starts, $0.finishes).map { $1 - $0 + 1 } }
    putOffs = world.migrations.map { _ in [Int32](repeating: 0, count: world.runs.count) }
    var logs: [[Placer.Entry]] = []
    var cutoverMarks: [Int] = []
    for (place, migration) in world.migrations.enumerated() {
      placer.lengths = lengths[place]
      _ = placer.keep(migration)
      cutoverMarks.append(placer.cutoverMark)
      logs.append(placer.log)
    }
    placer.countsCapacity = !terms.hasEndlessRoom
    plannedRoom = placer.room
    plannedLogs = logs
    self.placer = placer
    self.logs = logs.map { _ in [] }
    goLives = world.migrations.map { $0.starts[world.goLive] }
    isPlanned = world.migrations.map { _ in true }
    isPassed = isPlanned
    holdsCutover = isPlanned
    self.cutoverMarks = cutoverMarks
  }

  /// Replays once; the same number gives the same replay.
  mutating func replay(_ number: Int) {
    placer.room = plannedRoom
    for place in world.migrations.indices {
      isPlanned[place] = true
      isPassed[place] = false
      goLives[place] = world.migrations[place].starts[world.goLive]
      if draw(place, replay: number) { keep(place) }
    }
    for unit in world.units {
      if !holds(unit) { place(unit) }
      for place in unit { isPassed[place] = true }
    }
  }

  /// Whether a migration's dates may differ from the plan's after a replay.
  func isMoved(_ place: Int) -> Bool { !isPlanned[place] }

  // MARK: Luck

  /// Draws lengths and delays of a migration; false if nothing takes longer than planned.
  private mutating func draw(_ place: Int, replay: Int) -> Bool {
    let migration = world.migrations[place]
    let first = place * world.questions
    var isLonger = false
    for (stage, odds) in migration.odds.enumerated() {
      guard let odds, !terms.calm.contains(stage) else { continue }
      let length = Int32(odds.length(at: draws.unit(replay: replay, question: first + stage)))
      lengths[place][stage] = length
      if migration.starts[stage] + length - 1 > migration.finishes[stage] { isLonger = true }
    }
    guard !world.slips.isEmpty else { return isLonger }
    for run in world.runs.indices { putOffs[place][run] = 0 }
    for (index, slip) in world.slips.enumerated()
    where slip.stage > migration.lastBegun && !terms.calm.contains(slip.stage) {
      let unit = draws.unit(replay: replay, question: first + world.stageCount + index)
      guard unit < slip.chance else { continue }
      let head = Int(migration.starts[world.runs[slip.run].lowerBound])
      let days = world.delay(slip.slip.by, from: head)
      putOffs[place][slip.run] += Int32(days)
      if days > 0 { isLonger = true }
    }
    return isLonger
  }

  // MARK: Dates

  mutating func prepare(_ place: Int) {
    placer.lengths = lengths[place]
    placer.putOff = putOffs[place]
  }

  /// Lets a migration begin everything as planned, if it can.
  private mutating func keep(_ place: Int) {
    release(plannedLogs[place])
    prepare(place)
    placer.limits = []
    placer.leastGoLive = 0
    let kept = placer.keep(world.migrations[place])
    // Swapped rather than copied, which saves an allocation for each migration.
    swap(&logs[place], &placer.log)
    isPlanned[place] = false
    goLives[place] = -1
    holdsCutover[place] = false
    if kept == world.runs.count {
      settle(place)
    } else if kept < world.cutover, placer.isReady(for: world.migrations[place], from: kept) {
      holdsCutover[place] = true
      for entry in plannedLogs[place][cutoverMarks[place]...] where entry.row >= 0 {
        placer.room[Int(entry.row)] -= entry.amount
        logs[place].append(entry)
      }
    }
  }

  mutating func settle(_ place: Int) {
    goLives[place] = placer.starts[world.goLive]
    for stage in placer.starts.indices {
      starts[place][stage] = placer.starts[stage]
      finishes[place][stage] = placer.finishes[stage]
    }
  }

  mutating func release(_ log: [Placer.Entry]) {
    for entry in log where entry.row >= 0 { placer.room[Int(entry.row)] += entry.amount }
  }
}
