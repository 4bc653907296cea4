import Days
import Migrations

/// How partial migrations arrive at their next event.
extension DateSearch {
  /// What happens to a label when it arrives at an event: couplings close, open and lose force.
  final class Arrival {
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

    /// Adds the label that arrives on a day, unless it cannot be completed within a threshold or
    /// another one beats it.
    ///
    /// - Parameters:
    ///   - day: the day of the event.
    ///   - cost: what it costs up to there.
    ///   - values: the coupling values of the label that it comes from, which begin at `start`.
    ///   - start: see `values`.
    ///   - threshold: the most that the whole migration may cost.
    ///   - candidate: room for its own values, of the length of a label's; whatever was in it is lost.
    ///   - labels: those of this event.
    func arrive(
      on day: Int, cost: Int64, values: [Int32], from start: Int, within threshold: Int64,
      candidate: inout [Int32], into labels: inout Labels
    ) {
      var cost = cost
      for (index, coupling) in closing {
        guard let change = search.close(coupling, values[start + index], on: day) else { return }
        cost += change
      }
      let rest = search.bound.rest[event][day - search.windows.low[event]]
      guard rest < MicroPoints.ceiling, cost + rest <= threshold else { return }
      for index in candidate.indices { candidate[index] = values[start + index] }
      for (index, coupling) in closing { candidate[index] = coupling.freeValue }
      for (index, coupling) in opening { candidate[index] = search.open(coupling, on: day) }
      for (index, coupling) in passing {
        guard let value = search.relax(coupling, candidate[index], at: event, on: day) else {
          return
        }
        candidate[index] = value
      }
      labels.keep(cost, candidate, order)
    }
  }

  /// The value of a coupling that opens on a day.
  fileprivate func open(_ coupling: Coupling, on day: Int) -> Int32 {
    switch coupling.kind {
    case .atLeast(let length): Int32(practice.shared.release(day, length))
    case .atMost(let length): Int32(practice.shared.limit(day, length))
    case .paid(let index): costs.periods[index].period[day]
    case .span, .goLive: Int32(day)
    }
  }

  /// What closing a coupling on a day adds to the cost; nil if the day is not allowed.
  fileprivate func close(_ coupling: Coupling, _ value: Int32, on day: Int) -> Int64? {
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
  fileprivate func relax(_ coupling: Coupling, _ value: Int32, at event: Int, on day: Int) -> Int32?
  {
    guard coupling.target < fewest.count else { return value }
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
