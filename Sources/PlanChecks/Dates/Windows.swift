import Days
import Migrations

/// The days on which each event can be at all, narrowed until nothing changes.
///
/// The windows are wide: no legal date lies outside, but not every date inside is legal.
struct Windows {
  private(set) var low: [Int]
  private(set) var high: [Int]

  /// The windows of a practice whose events lie within some days, by event; nil if one is empty.
  init?(of practice: PracticeDays, within days: [Int: ClosedRange<Int>] = [:]) {
    guard !practice.isImpossible else { return nil }
    let shared = practice.shared
    low = [Int](repeating: shared.first, count: practice.eventCount)
    high = [Int](repeating: shared.last, count: practice.eventCount)
    for (stage, rules) in practice.stages.enumerated() {
      low[stage * 2] = max(low[stage * 2], rules.firstStart)
      if let start = rules.fixedStart { narrow(stage * 2, to: start...start) }
      if let finish = rules.fixedFinish { narrow(stage * 2 + 1, to: finish...finish) }
      if let first = rules.firstFinish { low[stage * 2 + 1] = max(low[stage * 2 + 1], first) }
    }
    let event = practice.goLive * 2
    if let pin = practice.pin { narrow(event, to: pin...pin) }
    for (event, range) in days { narrow(event, to: range) }
    if shared.region.rules.deadlinesAreHard, let deadline = practice.practice.mustBeLiveBy,
      !practice.stages[practice.goLive].isRecorded
    {
      high[event] = min(high[event], shared.region.calendar.number(of: deadline + 1) - 1)
    }
    var before: ([Int], [Int])
    repeat {
      before = (low, high)
      guard forward(practice), backward(practice) else { return nil }
    } while before != (low, high)
  }

  /// The days of one event.
  subscript(event: Int) -> ClosedRange<Int> { low[event]...high[event] }

  private mutating func narrow(_ event: Int, to days: ClosedRange<Int>) {
    low[event] = max(low[event], days.lowerBound)
    high[event] = min(high[event], days.upperBound)
  }

  private var isOpen: Bool { zip(low, high).allSatisfy { $0 <= $1 } }

  private mutating func forward(_ practice: PracticeDays) -> Bool {
    for (stage, rules) in practice.stages.enumerated() {
      let (start, finish) = (stage * 2, stage * 2 + 1)
      if stage > 0 {
        low[start] = max(low[start], low[start - 1] + 1)
        guard isOpen else { return false }
        if !rules.isRecorded {
          high[start] = min(high[start], Int(rules.latestStart[high[start - 1]]))
        }
      }
      while low[start] <= high[start], !rules.allowsStart(low[start]) { low[start] += 1 }
      low[finish] = max(low[finish], low[start] + rules.minimum - 1)
      high[finish] = min(high[finish], high[start] + rules.maximum - 1)
      guard isOpen else { return false }
      while low[finish] <= high[finish], !rules.isOpen(from: low[finish], to: low[finish]) {
        low[finish] += 1
      }
      guard isOpen else { return false }
    }
    for coupling in practice.couplings {
      let (source, target) = (coupling.source, coupling.target)
      switch coupling.kind {
      case .atLeast(let length):
        low[target] = max(low[target], practice.shared.release(low[source], length))
      case .atMost(let length):
        high[target] = min(high[target], practice.shared.limit(high[source], length))
      default: break
      }
    }
    return isOpen
  }

  private mutating func backward(_ practice: PracticeDays) -> Bool {
    for (stage, rules) in practice.stages.enumerated().reversed() {
      let (start, finish) = (stage * 2, stage * 2 + 1)
      high[start] = min(high[start], high[finish] - rules.minimum + 1)
      low[start] = max(low[start], low[finish] - rules.maximum + 1)
      guard isOpen else { return false }
      while low[start] <= high[start], !rules.allowsStart(high[start]) { high[start] -= 1 }
      guard isOpen, stage > 0 else { continue }
      high[start - 1] = min(high[start - 1], high[start] - 1)
      guard !rules.isRecorded else { continue }
      while low[start - 1] <= high[start - 1], rules.latestStart[low[start - 1]] < low[start] {
        low[start - 1] += 1
      }
    }
    guard isOpen else { return false }
    for coupling in practice.couplings {
      let (source, target) = (coupling.source, coupling.target)
      switch coupling.kind {
      case .atLeast(let length):
        while low[source] <= high[source],
          practice.shared.release(high[source], length) > high[target]
        { high[source] -= 1 }
      case .atMost(let length):
        while low[source] <= high[source],
          practice.shared.limit(low[source], length) < low[target]
        { low[source] += 1 }
      default: break
      }
    }
    return isOpen
  }
}
