public import Days

/// Prices that prove a bound: with them the bound is a sum of cheapest dates, practice by
/// practice, minus what the capacities are worth (contract, section 5).
public struct Certificate: Hashable, Sendable {
  /// A price above 0 of a resource in a period.
  public struct Price: Hashable, Sendable {
    /// The resource.
    public var resource: ResourceID
    /// The day, or the Monday of the week.
    public var period: Day
    /// Thousandths of a point per unit; at least 1.
    public var thousandths: Int

    /// A price of a resource in a period.
    public init(resource: ResourceID, period: Day, thousandths: Int) {
      self.resource = resource
      self.period = period
      self.thousandths = thousandths
    }
  }

  /// A price above 0 of a link.
  ///
  /// The first practice going live within `firstDays` and the second within `secondDays` exclude
  /// each other under the link, so at most one of the two happens. Each that happens is charged
  /// the price; the row's capacity is 1.
  public struct LinkPrice: Hashable, Sendable {
    /// The link's first practice.
    public var first: PracticeCode
    /// The link's second practice.
    public var second: PracticeCode
    /// Go-live days of the first, both inclusive.
    public var firstDays: ClosedRange<Day>
    /// Go-live days of the second, both inclusive.
    public var secondDays: ClosedRange<Day>
    /// Thousandths of a point; at least 1.
    public var thousandths: Int

    /// A price of a link's row.
    public init(
      first: PracticeCode, second: PracticeCode, firstDays: ClosedRange<Day>,
      secondDays: ClosedRange<Day>, thousandths: Int
    ) {
      self.first = first
      self.second = second
      self.firstDays = firstDays
      self.secondDays = secondDays
      self.thousandths = thousandths
    }
  }

  /// The prices of resources, by resource and period.
  public var prices: [Price]
  /// The prices of links.
  public var links: [LinkPrice]

  /// A certificate; without prices it proves what the practices cost each by itself.
  public init(prices: [Price] = [], links: [LinkPrice] = []) {
    self.prices = prices
    self.links = links
  }
}
