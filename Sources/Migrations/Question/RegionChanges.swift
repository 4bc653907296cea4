public import Days

/// What a run asks of a region besides the keys of region.toml: agreed dates, closures, practices
/// that drop out.
public struct RegionChanges: Sendable {
  /// Agreed go-lives.
  public var pins: [(code: PracticeCode, day: Day)]
  /// Days on which a practice takes no final data, cutover, go-live or aftercare.
  public var blocks: [(code: PracticeCode, days: ClosedRange<Day>)]
  /// Practices that drop out.
  public var drops: [PracticeCode]

  /// No change.
  public init() {
    pins = []
    blocks = []
    drops = []
  }

  /// Whether there is no change at all.
  public var isEmpty: Bool { pins.isEmpty && blocks.isEmpty && drops.isEmpty }

  /// Makes the changes; says what is wrong with each that cannot be made.
  public func apply(to region: inout Region) -> [String] {
    var problems: [String] = []
    func place(_ code: PracticeCode, _ option: String) -> Int? {
      let wanted = code.text.uppercased()
      let found = region.practices.firstIndex { $0.code.text.uppercased() == wanted }
      if found == nil { problems.append("\(option): no practice has the code \(code)") }
      return found
    }
    for pin in pins {
      let option = "pin \(pin.code)=\(pin.day.iso)"
      guard let place = place(pin.code, option) else { continue }
      if !region.horizon.contains(pin.day) {
        problems.append(
          "\(option): the region runs from \(region.horizon.lowerBound.words) to "
            + "\(region.horizon.upperBound.words)")
      } else if !region.calendar.isWorking(pin.day) {
        problems.append("\(option): \(pin.day.longWords) is no working day")
      }
      region.practices[place].pinnedGoLive = pin.day
    }
    for block in blocks {
      let days = block.days
      guard
        let place = place(
          block.code, "block \(block.code)=\(days.lowerBound.iso)..\(days.upperBound.iso)")
      else { continue }
      region.practices[place].closures.append(
        PracticeClosure(
          days: days, stages: region.pathway.sensitiveStages, rule: .forbid,
          reason: "blocked for this run"))
    }
    var places: Set<Int> = []
    for code in drops {
      guard let place = place(code, "drop \(code)") else { continue }
      if !places.insert(place).inserted {
        problems.append("drop \(code): it is dropped twice")
      }
    }
    if !places.isEmpty, places.count == region.practices.count {
      problems.append("drop: no practice would be left")
    }
    if problems.isEmpty {
      region.drop(places)
      region.asked.changes.pins += pins
      region.asked.changes.blocks += blocks
      region.asked.changes.drops += drops
    }
    return problems
  }
}

extension Region {
  /// Takes practices out; the others keep their order and the links among them.
  public mutating func drop(_ places: Set<Int>) {
    guard !places.isEmpty else { return }
    var now: [Int: Int] = [:]
    for place in practices.indices where !places.contains(place) { now[place] = now.count }
    practices = practices.indices.filter { now[$0] != nil }.map { practices[$0] }
    links = links.compactMap { link in
      guard let first = now[link.first], let second = now[link.second] else { return nil }
      return Link(rule: link.rule, first: first, second: second, isFromPilot: link.isFromPilot)
    }
  }
}
