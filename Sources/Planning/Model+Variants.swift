import Migrations

/// The same region under other terms, for studies and for branching.
extension Model {
  /// The same model under other capacities of the same resources.
  func with(capacitiesOf region: Region) -> Model {
    var other = self
    other.region = region
    other.rows = ResourceRows(of: region, timetable: timetable)
    return other
  }

  /// The same model with practices that may only go live on some day numbers and, if `mustGoLive`,
  /// may not be left out.
  ///
  /// Unlike a pin this changes what is legal and not what a date costs.
  func with(goLives: [Int: ClosedRange<Int>], mustGoLive: Bool = true) -> Model {
    var other = self
    for (practice, days) in goLives {
      let node = practices[practice].goLive
      other.practices[practice].nodes[node].lower = max(
        practices[practice].nodes[node].lower, days.lowerBound)
      other.practices[practice].nodes[node].upper = min(
        practices[practice].nodes[node].upper, days.upperBound)
      if mustGoLive { other.practices[practice].isCommitted = true }
      other.alike.separate(practice)
    }
    return other
  }

  /// The same model in which nothing costs anything but leaving out a practice with a commitment:
  /// what is possible at all, whatever the weights.
  ///
  /// Its bound is above 0 only where no plan keeps all commitments.
  func forFeasibility() -> Model {
    var other = self
    for practice in practices.indices { other.practices[practice].dropCosts() }
    other.artificialCost = 1_000 * ScaledObjective.unit
    return other
  }

  /// The same model in which a go-live on another day than a known one costs a hair.
  ///
  /// Among plans of equal cost it is the one that moves the fewest that is cheapest.
  func with(hairFor moving: [Int: Int], hair: Double) -> Model {
    var other = self
    for (practice, day) in moving {
      let node = practices[practice].goLive
      for index in other.practices[practice].nodes[node].ownCost.indices where index != day {
        other.practices[practice].nodes[node].ownCost[index] += hair
      }
      other.alike.separate(practice)
    }
    return other
  }

  /// The same model in which every date on another day than a known one costs a hair.
  func with(hairForDays known: [Int: [Int32]], hair: Double) -> Model {
    var other = self
    for (practice, days) in known {
      for (node, day) in days.enumerated() {
        for index in other.practices[practice].nodes[node].ownCost.indices where index != day {
          other.practices[practice].nodes[node].ownCost[index] += hair
        }
      }
      other.alike.separate(practice)
    }
    return other
  }

  /// The same model in which some practices are kept to some days, or left out.
  ///
  /// No date's cost changes. A practice that is kept to days may not be left out.
  func with(_ narrowings: [Narrowing]) -> Model {
    var other = self
    for narrowing in narrowings {
      let practice = narrowing.practice
      switch narrowing.kind {
      case .leftOut:
        let node = practices[practice].goLive
        other.practices[practice].nodes[node].lower = 1
        other.practices[practice].nodes[node].upper = 0
      case .dated(let node, let days):
        let known = other.practices[practice].nodes[node]
        other.practices[practice].nodes[node].lower = max(known.lower, days.lowerBound)
        other.practices[practice].nodes[node].upper = min(known.upper, days.upperBound)
        other.practices[practice].isCommitted = true
      }
      other.alike.separate(practice)
    }
    return other
  }
}
