public import Days
public import Migrations

/// A region changed in what can be solved again from what is already known: other capacities, and
/// go-lives held to some days.
public struct Variant: Sendable {
  /// Other capacities of resources in periods.
  public var capacities: [CapacityStep]
  /// The days on which practices (by place) have to go live; their own rules hold besides.
  public var goLives: [Int: ClosedRange<Day>]
  /// Whether those practices may not be left out.
  public var mustGoLive = true

  /// So many units more, or fewer, of a resource.
  public struct CapacityStep: Hashable, Sendable {
    /// The resource.
    public var resource: ResourceID
    /// The first days of the periods; nil for every period.
    public var periods: ClosedRange<Day>?
    /// Units more; negative for fewer.
    ///
    /// A capacity never falls below 0.
    public var units: Double

    /// So many units more, or fewer, in one stretch of periods.
    public init(resource: ResourceID, periods: ClosedRange<Day>? = nil, units: Double) {
      self.resource = resource
      self.periods = periods
      self.units = units
    }
  }

  /// A variant.
  public init(capacities: [CapacityStep] = [], goLives: [Int: ClosedRange<Day>] = [:]) {
    self.capacities = capacities
    self.goLives = goLives
  }
}

extension Region {
  /// The same region with other capacities; what is set is written as changes of the resources.
  public func changing(_ steps: [Variant.CapacityStep], reason: String = "") -> Region {
    var region = self
    let known = (horizon.lowerBound - 91)...(horizon.upperBound + 91)
    for step in steps {
      guard let place = region.resources.firstIndex(where: { $0.id == step.resource }) else {
        continue
      }
      let resource = region.resources[place]
      let days = step.periods ?? known
      let stride = resource.period == .week ? 7 : 1
      var start = resource.period(containing: days.lowerBound)
      while start <= days.upperBound {
        let now = max(0, resource.capacity(inPeriod: start) + step.units)
        // One change for each stretch of equal capacity keeps the list short.
        var end = start + stride
        while end <= days.upperBound,
          max(0, resource.capacity(inPeriod: end) + step.units) == now
        {
          end = end + stride
        }
        region.resources[place].changes.append(
          Resource.CapacityChange(from: start, to: end - 1, capacity: now, reason: reason))
        start = end
      }
    }
    return region
  }
}
