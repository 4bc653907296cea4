import Days
import Migrations

/// What the dates of one practice cost, split over their events, in millionths of a point.
///
/// The cost of a migration is the sum of `atStart` and `atFinish` of its events, of waits and
/// lengths, less what two stages share of a period paid once, plus the spans that may be empty.
struct StageCosts {
  /// By stage, by working day.
  var atStart: [[Int64]]
  /// By stage, by working day.
  var atFinish: [[Int64]]
  /// For each idle working day between stages.
  var wait: Int64
  /// For each working day under the usual length.
  var squeeze: Int64
  /// For each working day over the usual length.
  var stretch: Int64
  /// The priced resources that count once a period for several stages or may have empty spans.
  var periods: [PricedPeriods]
  /// Their couplings.
  var couplings: [Coupling]
  /// The ends of spans that may be empty, in the order of `periods`.
  var spans: [(from: Resource.SpanEnd, to: Resource.SpanEnd)?]

  /// No cost at all, to ask only for what is legal.
  init(free practice: PracticeDays) {
    atStart = practice.stages.map { _ in practice.shared.zeros }
    atFinish = atStart
    wait = 0
    squeeze = 0
    stretch = 0
    periods = []
    couplings = []
    spans = []
  }

  /// What a length costs against the usual one.
  func length(_ days: Int, usual: Int) -> Int64 {
    days < usual ? squeeze * Int64(usual - days) : stretch * Int64(days - usual)
  }
}

/// A resource's prices over the working days, for one practice's amount.
struct PricedPeriods {
  /// The place of the period that holds a working day.
  let period: [Int32]
  /// The price of each period.
  let price: [Int64]
  /// By working day, the prices of all periods before the one that holds it.
  let before: [Int64]
  /// By working day, the prices of all periods up to the one that holds it.
  let through: [Int64]

  init(of resource: Resource, prices: [Day: Int], amount: Double, calendar: WorkingCalendar) {
    var period: [Int32] = []
    var price: [Int64] = []
    var before: [Int64] = []
    var through: [Int64] = []
    var current: Day?
    var sum: Int64 = 0
    for day in calendar.workingDays {
      let start = resource.period(containing: day)
      if start != current {
        current = start
        before.append(sum)
        price.append(
          MicroPoints.down(prices[start] ?? 0, times: amount))
        sum += price[price.count - 1]
      } else {
        before.append(before[before.count - 1])
      }
      period.append(Int32(price.count - 1))
      through.append(sum)
    }
    self.period = period
    self.price = price
    self.before = before
    self.through = through
  }

  /// The prices before a working day's period; days beyond the calendar use nothing.
  func before(_ day: Int) -> Int64 {
    day < 0 ? 0 : day < before.count ? before[day] : through.last ?? 0
  }

  /// The prices through a working day's period; days beyond the calendar use nothing.
  func through(_ day: Int) -> Int64 {
    day < 0 ? 0 : through[min(day, through.count - 1)]
  }
}
