import Days
import Migrations

/// New dates for units: single migrations, or those that go live together.
extension Replayer {
  /// Whether all members of a unit have dates that their links allow.
  func holds(_ unit: [Int]) -> Bool {
    unit.allSatisfy { place in
      goLives[place] >= 0 && goLives[place] == goLives[unit[0]]
        && limits(of: place).allSatisfy { $0.allows(Int(goLives[place]), in: world) }
    }
  }

  /// Gives a unit the first dates that all its members can have together, if there are any.
  mutating func place(_ unit: [Int]) {
    for place in unit {
      release(isPlanned[place] ? plannedLogs[place] : logs[place])
      isPlanned[place] = false
      logs[place].removeAll(keepingCapacity: true)
    }
    placer.leastGoLive = 0
    while let latest = attempt(unit) {
      if unit.allSatisfy({ Int(goLives[$0]) == latest }) { return }
      // Who could be live sooner waits for the last one: all once more.
      clear(unit)
      placer.leastGoLive = latest
    }
    clear(unit)
  }

  /// Dates the members of a unit one after the other; the latest go-live, nil if one gets none.
  private mutating func attempt(_ unit: [Int]) -> Int? {
    var latest = 0
    for place in unit {
      prepare(place)
      placer.limits = limits(of: place)
      placer.keepsCutover = holdsCutover[place]
      var found = placer.place(world.migrations[place])
      if !found, placer.keepsCutover {
        placer.keepsCutover = false
        found = placer.place(world.migrations[place])
      }
      placer.keepsCutover = false
      guard found else { return nil }
      swap(&logs[place], &placer.log)
      settle(place)
      latest = max(latest, Int(goLives[place]))
    }
    return latest
  }

  private mutating func clear(_ unit: [Int]) {
    for place in unit {
      release(logs[place])
      logs[place].removeAll(keepingCapacity: true)
      goLives[place] = -1
    }
  }

  /// What the links of a migration say, as far as the others are settled.
  ///
  /// Whoever has to go after it will be looked at in his turn.
  private func limits(of place: Int) -> [LinkLimit] {
    world.migrations[place].links.compactMap { entry in
      guard goLives[entry.other] >= 0 else { return nil }
      if !isPassed[entry.other], case .before = entry.link.rule { return nil }
      return LinkLimit(
        link: entry.link, other: Int(goLives[entry.other]), isFirst: entry.isFirst)
    }
  }
}
