import Days
public import Migrations

/// The least cost of any plan of a small region, by trying every combination of dates.
///
/// A combination is given up as soon as it breaks a rule or cannot become the cheapest; nothing
/// else is assumed, so the answer is the optimum.
public struct SmallOptimum {
  private let region: Region

  /// The optimum of a region of a few practices.
  public init(of region: Region) { self.region = region }

  /// One thing that a practice can do: dates that differ only in cost are taken together.
  private struct Option: Hashable {
    var goLive: Day?
    var uses: [[Day: Double]]
  }

  /// The least cost; nil if no plan keeps the rules.
  public func cost() -> Double? {
    let options = region.practices.indices.map { place in
      self.options(of: place).sorted { $0.value < $1.value }
    }
    guard options.allSatisfy({ !$0.isEmpty }) else { return nil }
    // What the practices from a place on cost at least.
    var least = [0.0]
    for list in options.reversed() { least.insert(least[0] + list[0].value, at: 0) }
    var best: Double?
    var used = region.resources.map { _ in [Day: Double]() }
    var goLives: [Day?] = []
    func extend(_ place: Int, _ cost: Double) {
      guard place < options.count else {
        best = cost
        return
      }
      for (option, own) in options[place] {
        if let best, cost + own + least[place + 1] >= best - 1e-9 { break }
        guard keepsLinks(option, place, goLives), let after = adding(option, to: used) else {
          continue
        }
        let before = used
        used = after
        goLives.append(option.goLive)
        extend(place + 1, cost + own)
        goLives.removeLast()
        used = before
      }
    }
    extend(0, 0)
    return best
  }

  private func options(of place: Int) -> [Option: Double] {
    let practice = region.practices[place]
    let mean = region.meanListSize
    let goLive = region.pathway.goLive
    let schedules = BruteForce(place, in: region).schedules()
    let earliest = BruteForce.earliestGoLive(place, in: region) ?? region.horizon.lowerBound
    var options: [Option: Double] = [:]
    if !practice.isCommitted {
      let nothing = Option(goLive: nil, uses: region.resources.map { _ in [:] })
      options[nothing] = Cost.ofLeavingOut(practice, in: region, meanListSize: mean).total
    }
    for schedule in schedules {
      let option = Option(
        goLive: schedule[goLive].start,
        uses: region.resources.map {
          BruteForce.uses(of: $0, by: practice, schedule: schedule, in: region)
        })
      let cost = Cost.of(
        schedule, practice: practice, earliest: earliest, in: region, meanListSize: mean)
      options[option] = min(options[option] ?? .infinity, cost.total)
    }
    return options
  }

  private func keepsLinks(_ option: Option, _ place: Int, _ goLives: [Day?]) -> Bool {
    region.links.allSatisfy { link in
      guard max(link.first, link.second) == place, let own = option.goLive,
        let other = goLives[min(link.first, link.second)]
      else { return true }
      return link.first == place
        ? link.allows(first: own, second: other, in: region.calendar)
        : link.allows(first: other, second: own, in: region.calendar)
    }
  }

  /// All uses together; nil if a period is overfilled.
  private func adding(_ option: Option, to used: [[Day: Double]]) -> [[Day: Double]]? {
    var sum = used
    for (place, resource) in region.resources.enumerated() {
      for (period, amount) in option.uses[place] {
        let total = sum[place][period, default: 0] + amount
        if total > resource.room(inPeriod: period) + 1e-9 { return nil }
        sum[place][period] = total
      }
    }
    return sum
  }
}

/// Random valid rows of links, with prices.
public enum LinkRows {
  /// Up to three rows for each link of a region.
  public static func random(in region: Region, _ worlds: inout RandomWorlds) -> [Certificate
    .LinkPrice]
  {
    let days = region.horizon.filter(region.calendar.isWorking)
    return region.links.flatMap { link -> [Certificate.LinkPrice] in
      (0..<3).compactMap { _ in
        let first = worlds.number(0...(days.count - 1))
        let second = worlds.number(0...(days.count - 1))
        let firstDays = days[first]...days[min(first + worlds.number(0...2), days.count - 1)]
        let secondDays = days[second]...days[min(second + worlds.number(0...2), days.count - 1)]
        let isRow = firstDays.filter(region.calendar.isWorking).allSatisfy { one in
          secondDays.filter(region.calendar.isWorking).allSatisfy { two in
            !link.allows(first: one, second: two, in: region.calendar)
          }
        }
        guard isRow else { return nil }
        return Certificate.LinkPrice(
          first: region.practices[link.first].code, second: region.practices[link.second].code,
          firstDays: firstDays, secondDays: secondDays, units: worlds.number(1...9_000))
      }
    }
  }
}
