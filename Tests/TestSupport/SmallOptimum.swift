import Days
public import Migrations

/// The least cost of any plan of two practices, by trying every pair of their dates.
public struct SmallOptimum {
  private let region: Region

  /// The optimum of a region of two practices.
  public init(of region: Region) { self.region = region }

  /// One thing that a practice can do: dates that differ only in cost are taken together.
  private struct Option: Hashable {
    var goLive: Day?
    var uses: [[Day: Double]]
  }

  /// The least cost; nil if no plan keeps the rules.
  public func cost() -> Double? {
    let first = options(of: 0)
    let second = options(of: 1)
    var best: Double?
    for (one, oneCost) in first {
      for (two, twoCost) in second where oneCost + twoCost < best ?? .infinity {
        if isAllowed(one, two) { best = oneCost + twoCost }
      }
    }
    return best
  }

  private func options(of place: Int) -> [Option: Double] {
    let practice = region.practices[place]
    let mean = region.meanListSize
    let goLive = region.pathway.goLive
    let schedules = BruteForce(place, in: region).schedules()
    let earliest = schedules.map { $0[goLive].start }.min() ?? region.horizon.lowerBound
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

  private func isAllowed(_ one: Option, _ two: Option) -> Bool {
    if let first = one.goLive, let second = two.goLive {
      for link in region.links
      where !link.allows(first: first, second: second, in: region.calendar) {
        return false
      }
    }
    for (place, resource) in region.resources.enumerated() {
      let uses = one.uses[place].merging(two.uses[place], uniquingKeysWith: +)
      if uses.contains(where: { $0.value > resource.capacity(inPeriod: $0.key) + 1e-9 }) {
        return false
      }
    }
    return true
  }
}

/// Random valid rows of links, with prices.
public enum LinkRows {
  /// Up to three rows for each link of a region.
  public static func random(in region: Region, _ worlds: inout RandomWorlds) -> [Certificate.LinkPrice] {
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
          firstDays: firstDays, secondDays: secondDays, thousandths: worlds.number(1...9_000))
      }
    }
  }
}
