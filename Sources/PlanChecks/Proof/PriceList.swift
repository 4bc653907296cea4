import Days
import Migrations

/// The prices of a certificate by resource and by practice, with what their capacities are worth.
struct PriceList {
  /// Thousandths of a point per unit, by place of the resource and first day of the period.
  private(set) var resources: [Int: [Day: Int]] = [:]
  /// By place of the practice, what going live within some days is charged.
  private(set) var charges: [Int: [(days: ClosedRange<Day>, cost: Int64)]] = [:]
  /// What all priced capacities are worth, in millionths of a point, rounded up.
  private(set) var capacities: Int64 = 0
  /// What is wrong with the certificate.
  private(set) var faults: [String] = []

  init(_ certificate: Certificate, region: Region) {
    let places = Dictionary(
      region.resources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for price in certificate.prices {
      guard let place = places[price.resource] else {
        faults.append("A price names the resource '\(price.resource)', which does not exist.")
        continue
      }
      let resource = region.resources[place]
      guard price.thousandths >= 0 else {
        faults.append("The price of '\(price.resource)' on \(price.period.iso) is negative.")
        continue
      }
      guard resource.period(containing: price.period) == price.period else {
        faults.append(
          "A price of '\(price.resource)' is for \(price.period.iso), on which no week begins.")
        continue
      }
      resources[place, default: [:]][price.period, default: 0] += price.thousandths
      capacities += MicroPoints.up(
        thousandths: price.thousandths, times: resource.room(inPeriod: price.period))
    }
    for price in certificate.links { add(price, region: region) }
  }

  private mutating func add(_ price: Certificate.LinkPrice, region: Region) {
    let label = "The link price of \(price.first) and \(price.second)"
    guard let first = region.practices.firstIndex(where: { $0.code == price.first }),
      let second = region.practices.firstIndex(where: { $0.code == price.second })
    else {
      faults.append("\(label) names a practice that does not exist.")
      return
    }
    guard price.thousandths >= 0 else {
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
    let cost = MicroPoints.down(thousandths: price.thousandths, times: 1)
    charges[first, default: []].append((price.firstDays, cost))
    charges[second, default: []].append((price.secondDays, cost))
    capacities += cost
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
