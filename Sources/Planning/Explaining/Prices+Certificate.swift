import Days
import Migrations

/// Prices taken up again from what a plan's file states.
extension Prices {
  /// The prices of a certificate, as far as the model has rows for them.
  init(certificate: Certificate, model: Model) {
    self.init(count: model.rows.count)
    // A plan's file may hold any number; beyond all costs and what can be written, it is held.
    func amount(_ units: Int) -> Double {
      min(max(0, Double(units) * Double(certificate.unit.millionths)), 1e15)
    }
    let places = Dictionary(
      model.region.resources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for price in certificate.prices {
      guard let place = places[price.resource],
        let row = model.rows.row(of: place, period: price.period, timetable: model.timetable)
      else { continue }
      rows[row] = amount(price.units)
    }
    for price in certificate.links {
      func indices(_ days: ClosedRange<Day>) -> ClosedRange<Int>? {
        guard let first = model.timetable.index(of: days.lowerBound),
          let last = model.timetable.index(of: days.upperBound), first <= last
        else { return nil }
        return first...last
      }
      let link = model.links.firstIndex {
        model.region.practices[$0.first].code == price.first
          && model.region.practices[$0.second].code == price.second
      }
      guard let link, let first = indices(price.firstDays), let second = indices(price.secondDays)
      else { continue }
      // Two stretches are a row only where each pair of their days breaks the link; a plan's file
      // may be of another region.
      let excludes = first.allSatisfy { one in
        second.allSatisfy { !model.allows(model.links[link], first: one, second: $0) }
      }
      if excludes {
        links[LinkRow(link: link, first: first, second: second)] = amount(price.units)
      }
    }
  }
}

extension ResourceRows {
  /// The row of a resource (by place) for the period that begins on a day; nil if it has none.
  func row(of resource: Int, period: Day, timetable: Timetable) -> Int? {
    let stretch = stretches[resource]
    let periods = stretch.isDaily ? timetable.allDays : timetable.mondays
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle] < period { low = middle + 1 } else { high = middle }
    }
    guard low < periods.count, periods[low] == period else { return nil }
    return stretch.base + low
  }
}
