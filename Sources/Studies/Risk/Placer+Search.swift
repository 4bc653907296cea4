import Days
import Migrations

/// Searching the first legal dates, run by run.
extension Placer {
  /// The last day on which a stage may start after the one before it.
  func latest(_ stage: Int) -> Int {
    guard let table = world.latestStarts[stage] else { return world.days.upperBound }
    return min(world.days.upperBound, Int(table[Int(finishes[stage - 1])]))
  }

  /// Dates a run and all behind it, on the first days that will do.
  mutating func extend(_ run: Int, from: Int, _ migration: Migration) -> Verdict {
    guard run < world.runs.count else { return .fits }
    let head = world.runs[run].lowerBound
    let planned = Int(migration.starts[head])
    let isFixed = head <= migration.lastBegun
    var start = planned
    var last = planned
    if !isFixed {
      start = max(start + Int(putOff[run]), from)
      if run > 0 { start = max(start, Int(finishes[head - 1]) + 1 - reserve[run]) }
      last = run == 0 ? world.days.upperBound : latest(head)
    }
    if keepsCutover, run == world.cutover {
      last = min(last, planned)
      guard start <= last else { return .never }
    }
    while start <= last {
      let mark = log.count
      switch put(run, at: start, migration) {
      case .fits:
        switch extend(run + 1, from: 0, migration) {
        case .fits: return .fits
        case .back(let to, let day):
          undo(to: mark)
          guard to == run else { return .back(run: to, from: day) }
          start = max(start + 1, day)
        case .skip, .never:
          undo(to: mark)
          return .never
        }
      case .skip(let days): start += max(1, days)
      case .back(let to, let day): return .back(run: to, from: day)
      case .never: return .never
      }
    }
    guard run > 0, !isFixed else { return .never }
    // The wait is over before there is a day. The run ahead has to end so much later that the
    // next day which would do is within the wait.
    guard let open = nextOpenDay(run, from: max(start, last + 1), migration) else { return .never }
    let before = Int(starts[world.runs[run - 1].lowerBound])
    return .back(run: run - 1, from: before + max(1, open - last))
  }

  /// The first day on which there is room for a run, waits left aside.
  private mutating func nextOpenDay(_ run: Int, from: Int, _ migration: Migration) -> Int? {
    var day = from
    while day <= world.days.upperBound {
      let mark = log.count
      let verdict = put(run, at: day, migration)
      undo(to: mark)
      switch verdict {
      case .skip(let days): day += max(1, days)
      case .never: return nil
      case .fits, .back: return day
      }
    }
    return nil
  }
}
