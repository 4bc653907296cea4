import Days
import Migrations

/// The cheapest legal dates of one practice for each go-live day, exactly.
///
/// It walks the pathway event by event. A label is a partial migration with its cost and the
/// values of the couplings still open; labels that another one beats are dropped, and so are those
/// that cannot be completed within a threshold. Every go-live day whose least cost is within the
/// threshold is found with exactly that cost.
struct DateSearch {
  let practice: PracticeDays
  let costs: StageCosts
  let windows: Windows
  let bound: CompletionBound
  /// The practice's couplings and those of its prices; the last one is the go-live day.
  private let couplings: [Coupling]
  /// By event: the fewest and the most working days from the first event to it.
  private let fewest: [Int]
  private let most: [Int]

  init(_ practice: PracticeDays, costs: StageCosts, windows: Windows) {
    self.practice = practice
    self.costs = costs
    self.windows = windows
    bound = CompletionBound(of: practice, costs: costs, windows: windows)
    couplings =
      practice.couplings + costs.couplings + [
        Coupling(kind: .goLive, source: practice.goLive * 2, target: practice.eventCount)
      ]
    var fewest: [Int] = []
    var most: [Int] = []
    for (stage, rules) in practice.stages.enumerated() {
      let wait =
        rules.isRecorded
        ? nil : practice.shared.region.pathway.stages[stage].longestWait?.count
      fewest.append(stage == 0 ? 0 : fewest[stage * 2 - 1] + 1)
      most.append(stage == 0 ? 0 : most[stage * 2 - 1] + 1 + (wait ?? practice.shared.count))
      fewest.append(fewest[stage * 2] + rules.minimum - 1)
      most.append(most[stage * 2] + rules.maximum - 1)
    }
    self.fewest = fewest
    self.most = most
  }

  /// The go-live days that may be legal.
  var goLiveDays: ClosedRange<Int> { windows[practice.goLive * 2] }

  /// A lower bound on the cost of any dates; `MicroPoints.infinite` if there are none.
  var leastPossible: Int64 {
    var least = MicroPoints.infinite
    for (index, day) in windows[0].enumerated() where bound.rest[0][index] < MicroPoints.ceiling {
      least = min(least, costs.atStart[0][day] + bound.rest[0][index])
    }
    return least
  }

  /// The least cost by go-live day, in the order of `goLiveDays`.
  ///
  /// Values above the threshold are not exact: there the true least is above the threshold too.
  func leastCosts(within threshold: Int64) -> [Int64] {
    var labels = firstLabels(within: threshold)
    for event in 1..<practice.eventCount {
      labels = next(labels, to: event, within: threshold)
    }
    var least = [Int64](repeating: MicroPoints.infinite, count: goLiveDays.count)
    for label in labels.cost.indices {
      let day = Int(labels.values[(label + 1) * labels.stride - 1])
      let index = day - goLiveDays.lowerBound
      least[index] = min(least[index], labels.cost[label])
    }
    return least
  }

  private func firstLabels(within threshold: Int64) -> Labels {
    var labels = Labels(stride: couplings.count)
    let arrival = Arrival(self, at: 0)
    let free = couplings.map(\.freeValue)
    for day in windows[0] {
      if practice.stages[0].allowsStart(day) {
        arrival.arrive(
          on: day, cost: costs.atStart[0][day], values: free, from: 0, within: threshold,
          into: &labels)
      }
      labels.endDay()
    }
    return labels
  }

  private func next(_ labels: Labels, to event: Int, within threshold: Int64) -> Labels {
    var found = Labels(stride: couplings.count)
    let arrival = Arrival(self, at: event)
    let sources = windows[event - 1]
    let stage = event / 2
    let rules = practice.stages[stage]
    let isStart = event % 2 == 0
    let atDay = isStart ? costs.atStart[stage] : costs.atFinish[stage]
    for day in windows[event] {
      if bound.rest[event][day - windows[event].lowerBound] < MicroPoints.ceiling
        && (!isStart || rules.allowsStart(day))
      {
        // Backward from the nearest day of the event before, as long as the rules allow.
        var source = min(isStart ? day - 1 : day - rules.minimum + 1, sources.upperBound)
        while source >= sources.lowerBound {
          let step: Int64
          if isStart {
            if !rules.isRecorded && Int(rules.latestStart[source]) < day { break }
            step = costs.wait * Int64(day - source - 1)
          } else {
            let length = day - source + 1
            if length > rules.maximum || !rules.isOpen(from: source, to: day) { break }
            step = costs.length(length, usual: rules.usual)
          }
          for label in labels.onDay(source - sources.lowerBound) {
            arrival.arrive(
              on: day, cost: labels.cost[label] + step + atDay[day], values: labels.values,
              from: label * labels.stride, within: threshold, into: &found)
          }
          source -= 1
        }
      }
      found.endDay()
    }
    return found
  }
}

extension DateSearch {
  /// What happens to a label when it arrives at an event: couplings close, open and lose force.
  fileprivate struct Arrival {
    private let search: DateSearch
    private let event: Int
    private let closing: [(index: Int, coupling: Coupling)]
    private let opening: [(index: Int, coupling: Coupling)]
    private let passing: [(index: Int, coupling: Coupling)]
    private let order: LabelOrder

    init(_ search: DateSearch, at event: Int) {
      self.search = search
      self.event = event
      let all = search.couplings.enumerated().map { (index: $0.offset, coupling: $0.element) }
      closing = all.filter { $0.coupling.target == event }
      opening = all.filter { $0.coupling.source == event }
      passing = all.filter { $0.coupling.source <= event && $0.coupling.target > event }
      order = LabelOrder(open: passing, periods: search.costs.periods)
    }

    func arrive(
      on day: Int, cost: Int64, values: [Int32], from start: Int, within threshold: Int64,
      into labels: inout Labels
    ) {
      var cost = cost
      for (index, coupling) in closing {
        guard let change = search.close(coupling, values[start + index], on: day) else { return }
        cost += change
      }
      let rest = search.bound.rest[event][day - search.windows.low[event]]
      guard rest < MicroPoints.ceiling, cost + rest <= threshold else { return }
      var arrived = Array(values[start..<(start + labels.stride)])
      for (index, coupling) in closing { arrived[index] = coupling.freeValue }
      for (index, coupling) in opening { arrived[index] = search.open(coupling, on: day) }
      for (index, coupling) in passing {
        guard let value = search.relax(coupling, arrived[index], at: event, on: day) else {
          return
        }
        arrived[index] = value
      }
      labels.insert(cost, arrived, order)
    }
  }

  /// The value of a coupling that opens on a day.
  private func open(_ coupling: Coupling, on day: Int) -> Int32 {
    switch coupling.kind {
    case .atLeast(let length): Int32(practice.shared.release(day, length))
    case .atMost(let length): Int32(practice.shared.limit(day, length))
    case .paid(let index): costs.periods[index].period[day]
    case .span, .goLive: Int32(day)
    }
  }

  /// What closing a coupling on a day adds to the cost; nil if the day is not allowed.
  private func close(_ coupling: Coupling, _ value: Int32, on day: Int) -> Int64? {
    switch coupling.kind {
    case .atLeast: return day >= Int(value) ? 0 : nil
    case .atMost: return day <= Int(value) ? 0 : nil
    case .paid(let index):
      let priced = costs.periods[index]
      return value == priced.period[day] ? -priced.price[Int(value)] : 0
    case .span(let index):
      guard let (from, to) = costs.spans[index] else { return 0 }
      let isForward = from.event.order == coupling.source
      let first = (isForward ? Int(value) : day) + from.offset
      let last = (isForward ? day : Int(value)) + to.offset
      let priced = costs.periods[index]
      return first <= last ? priced.through(last) - priced.before(first) : 0
    case .goLive: return 0
    }
  }

  /// The value of an open coupling as far as it can still matter; nil if it can never be kept.
  private func relax(_ coupling: Coupling, _ value: Int32, at event: Int, on day: Int) -> Int32? {
    guard coupling.target < practice.eventCount else { return value }
    let target = coupling.target
    let soonest = max(day + fewest[target] - fewest[event], windows.low[target])
    switch coupling.kind {
    case .atLeast:
      if Int(value) > windows.high[target] { return nil }
      return Int(value) <= soonest ? coupling.freeValue : value
    case .atMost:
      if Int(value) < soonest { return nil }
      let latest = min(day + most[target] - most[event], windows.high[target])
      return Int(value) >= latest ? coupling.freeValue : value
    case .paid(let index):
      guard value >= 0, soonest < costs.periods[index].period.count else {
        return coupling.freeValue
      }
      return costs.periods[index].period[soonest] == value
        && costs.periods[index].price[Int(value)] > 0 ? value : coupling.freeValue
    case .span, .goLive: return value
    }
  }
}
