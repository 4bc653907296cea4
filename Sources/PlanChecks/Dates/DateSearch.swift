import Days
import Migrations

/// The cheapest legal dates of one practice, over all or for each go-live day, exactly.
///
/// It walks the pathway event by event. A label is a partial migration with its cost and the
/// values of the couplings still open; labels that another one beats are dropped, and so are those
/// that cannot be completed within a threshold. Every go-live day whose least cost is within the
/// threshold is found with exactly that cost.
///
/// A class, because it is handed to every step of the search and is too large to be copied there.
final class DateSearch: Sendable {
  let practice: PracticeDays
  let costs: StageCosts
  let windows: Windows
  let bound: CompletionBound
  /// The practice's couplings and those of its prices; the last one is the go-live day, where that
  /// is remembered.
  let couplings: [Coupling]
  /// By event: the fewest and the most working days from the first event to it.
  let fewest: [Int]
  let most: [Int]

  /// A search.
  ///
  /// - Parameter remembersGoLive: whether costs by go-live day will be asked for; without, far
  ///   fewer labels have to be told apart.
  init(
    _ practice: PracticeDays, costs: StageCosts, windows: Windows, remembersGoLive: Bool = true
  ) {
    self.practice = practice
    self.costs = costs
    self.windows = windows
    bound = CompletionBound(of: practice, costs: costs, windows: windows)
    let goLive = Coupling(kind: .goLive, source: practice.goLive * 2, target: practice.eventCount)
    couplings = practice.couplings + costs.couplings + (remembersGoLive ? [goLive] : [])
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
    let labels = lastLabels(within: threshold)
    var least = [Int64](repeating: MicroPoints.infinite, count: goLiveDays.count)
    for label in labels.cost.indices {
      let day = Int(labels.values[(label + 1) * labels.stride - 1])
      let index = day - goLiveDays.lowerBound
      least[index] = min(least[index], labels.cost[label])
    }
    return least
  }

  /// The least cost over all dates, if that is within the threshold; else more than the threshold.
  ///
  /// - Parameter width: with how many partial migrations an event is left; with fewer than all,
  ///   what is found is the cost of legal dates, nearly always of good ones.
  func leastCost(within threshold: Int64, width: Int = .max) -> Int64 {
    lastLabels(within: threshold, width: width).cost.min() ?? MicroPoints.infinite
  }

  private func lastLabels(within threshold: Int64, width: Int = .max) -> Labels {
    var labels = firstLabels(within: threshold)
    labels.keepBest(width, rest: bound.rest[0])
    for event in 1..<practice.eventCount {
      labels = next(labels, to: event, within: threshold)
      labels.keepBest(width, rest: bound.rest[event])
    }
    return labels
  }

  private func firstLabels(within threshold: Int64) -> Labels {
    var labels = Labels(stride: couplings.count)
    let arrival = Arrival(self, at: 0)
    let free = couplings.map(\.freeValue)
    var candidate = free
    for day in windows[0] {
      if practice.stages[0].allowsStart(day) {
        arrival.arrive(
          on: day, cost: costs.atStart[0][day], values: free, from: 0, within: threshold,
          candidate: &candidate, into: &labels)
      }
      labels.endDay()
    }
    return labels
  }

  private func next(_ labels: Labels, to event: Int, within threshold: Int64) -> Labels {
    var found = Labels(stride: couplings.count)
    let arrival = Arrival(self, at: event)
    var candidate = [Int32](repeating: 0, count: couplings.count)
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
              from: label * labels.stride, within: threshold, candidate: &candidate, into: &found)
          }
          source -= 1
        }
      }
      found.endDay()
    }
    return found
  }
}
