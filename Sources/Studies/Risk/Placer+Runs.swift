import Days
import Migrations

/// Trying one run on one day.
extension Placer {
  /// Sets the dates of a run and takes what it uses, unless something forbids it.
  mutating func put(_ run: Int, at start: Int, _ migration: Migration) -> Verdict {
    guard setDates(run, at: start, migration) else { return .never }
    let forbidden = daysForbidden(run, migration)
    if forbidden > 0 { return .skip(by: forbidden) }
    if world.runs[run].contains(world.goLive) {
      let day = Int(starts[world.goLive])
      if day < leastGoLive { return .skip(by: leastGoLive - day) }
      for limit in limits where !limit.allows(day, in: world) { return .skip(by: 1) }
    }
    for distance in migration.distances[run] {
      let (from, to) = (Int(day(of: distance.from)), day(of: distance.to))
      if let least = distance.least, to < least[from] { return .skip(by: Int(least[from] - to)) }
      if let most = distance.most, to > most[from] {
        let begins = world.runOfStage[distance.from.stage]
        guard begins < run else { return .skip(by: 1) }
        return .back(run: begins, from: Int(starts[world.runs[begins].lowerBound]) + 1)
      }
    }
    let mark = log.count
    for place in migration.usesOfRun[run] {
      let verdict = take(migration.uses[place], run)
      if case .fits = verdict { continue }
      undo(to: mark)
      return verdict
    }
    return .fits
  }

  private func day(of event: StageEvent) -> Int32 {
    event.edge == .start ? starts[event.stage] : finishes[event.stage]
  }

  /// Dates a run's stages one behind the other, none ending before it was planned to.
  ///
  /// - Returns: false if the run does not end within the horizon.
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

  /// How many days later a run must start at least, because of days that are forbidden to one of
  /// its stages; 0 if it may start now.
  private func daysForbidden(_ run: Int, _ migration: Migration) -> Int {
    if world.hasWeekdays {
      for stage in world.runs[run] where stage > migration.lastBegun {
        if let allowed = world.mayStart[stage], !allowed[Int(starts[stage])] { return 1 }
      }
    }
    let dayCount = world.rows.dayCount
    var least: Int32 = 0
    for stage in world.runs[run] {
      let last = migration.forbidden[stage * dayCount + Int(finishes[stage])]
      least = max(least, last - starts[stage] + 1)
    }
    return Int(least)
  }

  private mutating func take(_ use: ReplayUse, _ run: Int) -> Verdict {
    switch use.kind {
    case .start:
      let day = Int(starts[use.from.event.stage])
      let isRoom = take(world.rows.rowOfDay[use.rows + day], use.amount)
      return isRoom ? .fits : .skip(by: Int(world.rows.nextRowDay[use.rows + day]) - day)
    case .days:
      let first = Int(starts[use.from.event.stage])
      var day = first
      while day <= Int(finishes[use.from.event.stage]) {
        let next = Int(world.rows.nextRowDay[use.rows + day])
        guard take(world.rows.rowOfDay[use.rows + day], use.amount, memory: use.memory) else {
          return .skip(by: next - first)
        }
        day = next
      }
      return .fits
    case .span: return takeSpan(use, run)
    }
  }

  private mutating func takeSpan(_ use: ReplayUse, _ run: Int) -> Verdict {
    let first = Int(day(of: use.from.event)) + use.from.offset
    let last = min(Int(day(of: use.to.event)) + use.to.offset, world.rows.dayCount - 1)
    var day = max(0, first)
    while day <= last {
      let next = Int(world.rows.nextRowDay[use.rows + day])
      if !take(world.rows.rowOfDay[use.rows + day], use.amount) {
        // The span only grows with the day of this run; it has to begin behind the full period.
        let begins = world.runOfStage[use.from.event.stage]
        guard begins < run else {
          // One that ends with an earlier run may shrink again.
          return .skip(by: world.runOfStage[use.to.event.stage] < run ? 1 : next - first)
        }
        return .back(
          run: begins, from: Int(starts[world.runs[begins].lowerBound]) + max(1, next - first))
      }
      day = next
    }
    return .fits
  }
}
