import Days
import Migrations

/// Dates one migration at a time with the room that the others leave.
///
/// The first legal dates are those in which the first run starts as early as it can, then the
/// second, and so on: a run starts later only where the ones behind it would have no dates
/// otherwise.
struct Placer: Sendable {
  let world: ReplayWorld
  /// What is left in each row.
  var room: [Double]
  /// The dates of the migration at hand.
  var starts: [Int32]
  var finishes: [Int32]
  /// What the migration at hand takes: rows with amounts, and what its memory was before.
  var log: [Entry] = []
  /// The length of each stage that is not over.
  var lengths: [Int32]
  /// By how many working days each run is put off.
  var putOff: [Int32]
  /// By how many working days each run may begin before the one ahead of it is over: reserve.
  var reserve: [Int]
  /// Whether capacities count.
  var countsCapacity = true
  /// Whether the cutover, the run with the go-live, has to begin as planned.
  var keepsCutover = false
  /// The earliest go-live that will do.
  var leastGoLive = 0
  /// What links say of the go-live.
  var limits: [LinkLimit] = []
  /// Where in the log the cutover began when it was last kept.
  private(set) var cutoverMark = 0
  private var memory: [Int32]

  /// What was taken of a row; or, below 0, what a place of memory was.
  struct Entry: Sendable {
    var row: Int32
    var amount: Double
  }

  /// What came of trying a run on a day.
  enum Verdict {
    case fits
    /// Not on this day, nor on those after it until so many days later.
    case skip(by: Int)
    /// On no day, unless an earlier run starts on a certain day or later.
    case back(run: Int, from: Int)
    /// On no day at all.
    case never
  }

  init(world: ReplayWorld) {
    self.world = world
    room = world.rows.capacity
    starts = [Int32](repeating: 0, count: world.stageCount)
    finishes = starts
    lengths = starts
    putOff = [Int32](repeating: 0, count: world.runs.count)
    reserve = [Int](repeating: 0, count: world.runs.count)
    memory = [Int32](repeating: -1, count: world.migrations.map(\.memory).max() ?? 0)
  }

  /// Forgets the migration at hand; what it takes stays taken.
  mutating func begin() {
    log.removeAll(keepingCapacity: true)
    for place in memory.indices { memory[place] = -1 }
  }

  /// Keeps every run on its planned first day, as far as that goes.
  ///
  /// - Returns: how many runs could be kept.
  mutating func keep(_ migration: Migration) -> Int {
    begin()
    for run in world.runs.indices {
      if run == world.cutover { cutoverMark = log.count }
      let head = world.runs[run].lowerBound
      let planned = Int(migration.starts[head])
      if run > 0, head > migration.lastBegun {
        guard planned >= Int(finishes[head - 1]) + 1 - reserve[run], putOff[run] == 0,
          planned <= latest(head)
        else { return run }
      }
      if run == 0, putOff[0] > 0, migration.lastBegun < 0 { return 0 }
      guard case .fits = put(run, at: planned, migration) else { return run }
    }
    return world.runs.count
  }

  /// Whether a migration could begin its cutover as planned, by its lengths and delays alone, if
  /// the runs before this one are kept.
  func isReady(for migration: Migration, from first: Int) -> Bool {
    var finish = first == 0 ? -1 : Int(finishes[world.runs[first].lowerBound - 1])
    for run in first...world.cutover {
      let planned = Int(migration.starts[world.runs[run].lowerBound])
      var day = max(planned + Int(putOff[run]), finish + 1 - reserve[run])
      if run == world.cutover { return day <= planned }
      for stage in world.runs[run] {
        finish = max(day + Int(lengths[stage]) - 1, Int(migration.finishes[stage]))
        day = finish + 1
      }
    }
    return false
  }

  /// Finds the first legal dates; nothing is taken if there are none.
  mutating func place(_ migration: Migration) -> Bool {
    begin()
    guard case .fits = extend(0, from: 0, migration) else {
      undo(to: 0)
      return false
    }
    return true
  }

  /// Takes back what was taken since a mark.
  mutating func undo(to mark: Int) {
    while log.count > mark {
      let entry = log.removeLast()
      if entry.row >= 0 {
        room[Int(entry.row)] += entry.amount
      } else {
        memory[Int(-entry.row - 1)] = Int32(entry.amount)
      }
    }
  }

  /// Takes of a row; false if there is not enough.
  mutating func take(_ row: Int32, _ amount: Double) -> Bool {
    room[Int(row)] -= amount
    log.append(Entry(row: row, amount: amount))
    return !countsCapacity || room[Int(row)] >= -1e-6
  }

  /// Takes of a row once for a place of memory; false if there is not enough.
  mutating func take(_ row: Int32, _ amount: Double, memory place: Int) -> Bool {
    if memory[place] == row { return true }
    log.append(Entry(row: Int32(-place - 1), amount: Double(memory[place])))
    memory[place] = row
    return take(row, amount)
  }
}
