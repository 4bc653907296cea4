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
    /// Units of the certificate per unit of the resource; at least 1.
    public var units: Int

    /// A price of a resource in a period.
    public init(resource: ResourceID, period: Day, units: Int) {
      self.resource = resource
      self.period = period
      self.units = units
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
    /// Units of the certificate; at least 1.
    public var units: Int

    /// A price of a link's row.
    public init(
      first: PracticeCode, second: PracticeCode, firstDays: ClosedRange<Day>,
      secondDays: ClosedRange<Day>, units: Int
    ) {
      self.first = first
      self.second = second
      self.firstDays = firstDays
      self.secondDays = secondDays
      self.units = units
    }
  }

  /// What prices are whole numbers of: a power of ten of a point.
  public enum Unit: Int, Hashable, Sendable, CaseIterable {
    /// 0.001 points.
    case thousandth = 1_000
    /// 0.0001 points.
    case tenThousandth = 100
    /// 0.00001 points.
    case hundredThousandth = 10
    /// 0.000001 points.
    case millionth = 1

    /// How many millionths of a point it is.
    public var millionths: Int { rawValue }

    /// As files say it: `thousandths of a point`, and `1e-4` to `1e-6` for finer ones.
    public var text: String {
      switch self {
      case .thousandth: "thousandths of a point"
      case .tenThousandth: "1e-4"
      case .hundredThousandth: "1e-5"
      case .millionth: "1e-6"
      }
    }

    /// The unit of a text as files say it, or `1e-3`; nil for anything else.
    public init?(text: String) {
      let found = text == "1e-3" ? .thousandth : Unit.allCases.first { $0.text == text }
      guard let found else { return nil }
      self = found
    }
  }

  /// What all prices are whole numbers of.
  public var unit: Unit
  /// The prices of resources, by resource and period.
  public var prices: [Price]
  /// The prices of links.
  public var links: [LinkPrice]

  /// A certificate; without prices it proves what the practices cost each by itself.
  public init(prices: [Price] = [], links: [LinkPrice] = [], unit: Unit = .thousandth) {
    self.unit = unit
    self.prices = prices
    self.links = links
  }
}
