import Days
import Migrations

/// The prices of a certificate by resource and by practice, with what their capacities are worth.
struct PriceList {
  /// Millionths of a point per unit, by place of the resource and first day of the period.
  private(set) var resources: [Int: [Day: Int]] = [:]
  /// By place of the practice, what going live within some days is charged.
  private(set) var charges: [Int: [(days: ClosedRange<Day>, cost: Int64)]] = [:]
  /// What all priced capacities are worth, in millionths of a point, rounded up.
  private(set) var capacities: Int128 = 0
  /// What is wrong with the certificate.
  private(set) var faults: [String] = []

  init(_ certificate: Certificate, region: Region) {
    let places = Dictionary(
      region.resources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let usable = PriceList.usable(region)
    let unit = certificate.unit.millionths
    for price in certificate.prices {
      guard let place = places[price.resource] else {
        faults.append("A price names the resource '\(price.resource)', which does not exist.")
        continue
      }
      let resource = region.resources[place]
      guard price.units >= 0 else {
        faults.append("The price of '\(price.resource)' on \(price.period.iso) is negative.")
        continue
      }
      guard resource.period(containing: price.period) == price.period else {
        faults.append(
          "A price of '\(price.resource)' is for \(price.period.iso), on which no week begins.")
        continue
      }
      // The same period twice charges the sum, which must be in range as a whole.
      let known = resources[place]?[price.period] ?? 0
      let (millionths, isTooFine) = price.units.multipliedReportingOverflow(by: unit)
      let (sum, isTooMuch) = known.addingReportingOverflow(millionths)
      let capacity = usable[place](resource.room(inPeriod: price.period))
      guard !isTooFine, !isTooMuch, MicroPoints.up(sum, times: 1) != nil,
        let worth = MicroPoints.up(millionths, times: capacity)
      else {
        faults.append(
          "The price of '\(price.resource)' on \(price.period.iso) is too great to be summed "
            + "exactly.")
        continue
      }
      resources[place, default: [:]][price.period] = sum
      capacities += Int128(worth)
    }
    for price in certificate.links { add(price, unit: unit, region: region) }
  }

  /// By place of a resource, how much of a capacity a legal plan can use at most.
  ///
  /// The rule lets a millionth pass over a capacity. Uses in whole numbers reach no further than
  /// the whole number below that; others may use the millionth.
  private static func usable(_ region: Region) -> [(Double) -> Double] {
    let lacksListSizes = region.practices.contains { $0.listSize == nil }
    return region.resources.map { resource in
      let isWhole = resource.amount != .patients || !lacksListSizes
      return { capacity in
        let reach = capacity + 1e-6
        return isWhole && reach < 1e15 ? reach.rounded(.down) : reach
      }
    }
  }

  /// What all that one practice could use would cost it together, in millionths of a point: no
  /// sum of its dates' prices is greater.
  func most(for practice: Int, in days: RegionDays) -> Double {
    let region = days.region
    var sum = charges[practice, default: []].reduce(0) { $0 + Double($1.cost) }
    for (place, prices) in resources
    where region.resources[place].appliesTo.matches(region.practices[practice]) {
      let resource = region.resources[place]
      let amount = resource.amount(
        of: region.practices[practice], meanListSize: days.meanListSize)
      let periods = prices.values.reduce(0) {
        $0 + Double(MicroPoints.down($1, times: amount))
      }
      // Each listed stage may start in a period, or be counted from and to its ends.
      switch resource.use {
      case .starts(let stages): sum += periods * Double(stages.count)
      case .days(let stages): sum += periods * Double(2 * Set(stages).count + 1)
      case .span: sum += periods * 3
      }
    }
    return sum
  }

  private mutating func add(_ price: Certificate.LinkPrice, unit: Int, region: Region) {
    let label = "The link price of \(price.first) and \(price.second)"
    guard let first = region.practices.firstIndex(where: { $0.code == price.first }),
      let second = region.practices.firstIndex(where: { $0.code == price.second })
    else {
      faults.append("\(label) names a practice that does not exist.")
      return
    }
    guard price.units >= 0 else {
      faults.append("\(label) is negative.")
      return
    }
    let excludes = region.links.contains { link in
      if (link.first, link.second) == (first, second) {
        return link.excludes(price.firstDays, price.secondDays, in: region)
      }
      return (link.first, link.second) == (second, first)
        && link.excludes(price.secondDays, price.firstDays, in: region)
    }
    guard excludes else {
      faults.append(
        "\(label) holds for no link: the two may go live within \(price.firstDays.lowerBound.iso) "
          + "to \(price.firstDays.upperBound.iso) and \(price.secondDays.lowerBound.iso) to "
          + "\(price.secondDays.upperBound.iso).")
      return
    }
    let (millionths, isTooMuch) = price.units.multipliedReportingOverflow(by: unit)
    guard !isTooMuch, let cost = MicroPoints.up(millionths, times: 1) else {
      faults.append("\(label) is too great to be summed exactly.")
      return
    }
    charges[first, default: []].append((price.firstDays, cost))
    charges[second, default: []].append((price.secondDays, cost))
    capacities += Int128(cost)
  }
}

extension Link {
  /// Whether the link rules out every pair of go-live days, one of each range.
  ///
  /// Distances grow as the days move apart, so the outermost working days decide.
  func excludes(_ first: ClosedRange<Day>, _ second: ClosedRange<Day>, in region: Region) -> Bool {
    let calendar = region.calendar
    guard let one = workedPart(of: first, in: region), let two = workedPart(of: second, in: region)
    else { return true }
    func allows(_ first: Day, _ second: Day) -> Bool {
      self.allows(first: first, second: second, in: calendar)
    }
    switch rule {
    case .together: return !one.overlaps(two)
    case .before: return !allows(one.lowerBound, two.upperBound)
    case .apart(let lag):
      return lag.count > 0 && !allows(one.lowerBound, two.upperBound)
        && !allows(one.upperBound, two.lowerBound)
    }
  }

  /// The working days of the horizon within a range; nil if there is none, so that nobody can go
  /// live in it.
  private func workedPart(of range: ClosedRange<Day>, in region: Region) -> ClosedRange<Day>? {
    guard range.overlaps(region.horizon) else { return nil }
    let inside = range.clamped(to: region.horizon)
    guard let first = region.calendar.firstWorkingDay(onOrAfter: inside.lowerBound),
      let last = region.calendar.lastWorkingDay(onOrBefore: inside.upperBound), first <= last
    else { return nil }
    return first...last
  }
}
