import Days
import Migrations

/// Trying one run on one day.
extension Placer {
  /// Sets the dates of a run and takes what it uses, unless something forbids it.
  mutating func put(_ run: Int, at start: Int, _ migration: Migration) -> Verdict {
    guard setDates(run, at: start, migration) else { return .never }
    guard areAllowed(run, migration) else { return .skip }
    if world.runs[run].contains(world.goLive) {
      let day = Int(starts[world.goLive])
      if day < leastGoLive { return .skip }
      for limit in limits where !limit.allows(day, in: world) { return .skip }
    }
    for distance in migration.distances[run] {
      let (from, to) = (Int(day(of: distance.from)), day(of: distance.to))
      if let least = distance.least, to < least[from] { return .skip }
      if let most = distance.most, to > most[from] {
        let begins = world.runOfStage[distance.from.stage]
        guard begins < run else { return .skip }
        return .back(run: begins, from: Int(starts[world.runs[begins].lowerBound]) + 1)
      }
    }
    let mark = log.count
    for use in migration.uses[run] {
      switch take(use, run) {
      case .fits: continue
      case let verdict:
        undo(to: mark)
        return verdict
      }
    }
    return .fits
  }

  /// Whether the run's own rules allow it to start on a day, rooms and distances left aside.
  mutating func isAllowed(_ run: Int, at start: Int, _ migration: Migration) -> Bool {
    setDates(run, at: start, migration) && areAllowed(run, migration)
  }

  private func day(of event: StageEvent) -> Int32 {
    event.edge == .start ? starts[event.stage] : finishes[event.stage]
  }

  /// Dates a run's stages one behind the other: nothing ends before it was planned to. False if
  /// it does not end within the horizon.
  private mutating func setDates(_ run: Int, at start: Int, _ migration: Migration) -> Bool {
    var day = Int32(start)
    for stage in world.runs[run] {
      if stage <= migration.lastBegun { day = migration.starts[stage] }
      starts[stage] = day
      finishes[stage] =
        stage < migration.lastBegun
        ? migration.finishes[stage] : max(migration.finishes[stage], day + lengths[stage] - 1)
      day = finishes[stage] + 1
    }
    return Int(day) - 1 <= world.days.upperBound
  }

  private func areAllowed(_ run: Int, _ migration: Migration) -> Bool {
    for stage in world.runs[run] where stage > migration.lastBegun {
      if let allowed = migration.mayStart[stage], !allowed[Int(starts[stage])] { return false }
    }
    for stage in world.runs[run] {
      if let count = migration.forbidden[stage],
        count[Int(finishes[stage]) + 1] > count[Int(starts[stage])]
      {
        return false
      }
    }
    return true
  }

  private mutating func take(_ use: ReplayUse, _ run: Int) -> Verdict {
    let rows = world.rows.rowOfDay[use.resource]
    switch use.kind {
    case .starts(let stages):
      for stage in stages where !take(rows[Int(starts[stage])], use.amount) { return .skip }
      return .fits
    case .days(let stages, let place):
      let next = world.rows.nextRowDay[use.resource]
      for stage in stages {
        var day = Int(starts[stage])
        while day <= Int(finishes[stage]) {
          guard take(rows[day], use.amount, memory: place) else { return .skip }
          day = Int(next[day])
        }
      }
      return .fits
    case .span(let from, let to): return take(use, from: from, to: to, run)
    }
  }

  private mutating func take(
    _ use: ReplayUse, from: Resource.SpanEnd, to: Resource.SpanEnd, _ run: Int
  ) -> Verdict {
    let rows = world.rows.rowOfDay[use.resource]
    let next = world.rows.nextRowDay[use.resource]
    let first = Int(self.day(of: from.event)) + from.offset
    let last = min(Int(self.day(of: to.event)) + to.offset, rows.count - 1)
    var day = max(0, first)
    while day <= last {
      if !take(rows[day], use.amount) {
        // The span only grows with the day of this run; it has to begin behind the full period.
        let begins = world.runOfStage[from.event.stage]
        guard begins < run else { return .skip }
        let missing = Int(next[day]) - first
        return .back(
          run: begins, from: Int(starts[world.runs[begins].lowerBound]) + max(1, missing))
      }
      day = Int(next[day])
    }
    return .fits
  }
}
