import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// What planning is estimated to hold goes by what is counted in a region.
@Suite("Planning: memory") struct MemoryEstimateTests {
  @Test("more practices, days, resources or kinds of practices never take less")
  func monotone() {
    func bytes(_ practices: Int, _ years: Int, _ change: (inout Region) -> Void = { _ in })
      -> Double
    {
      var region = England.region(practices: practices, years: years)
      change(&region)
      return Planner.estimatedMemory(of: region)
    }
    let byPractices = [5, 20, 80, 320].map { bytes($0, 2) }
    #expect(zip(byPractices, byPractices.dropFirst()).allSatisfy { $0 < $1 })
    let byYears = [1, 2, 5, 10].map { bytes(80, $0) }
    #expect(zip(byYears, byYears.dropFirst()).allSatisfy { $0 < $1 })
    let usual = bytes(80, 2)
    let rich = bytes(80, 2) { region in
      region.resources.append(
        Resource(id: "rooms", name: "Rooms", capacity: 3, period: .day, use: .days([3, 10])))
    }
    #expect(usual < rich)
    let different = bytes(80, 2) { region in
      for place in region.practices.indices {
        region.practices[place].notBefore = region.horizon.lowerBound + place
      }
    }
    #expect(usual < different)
  }

  @Test("chains that are counted are the chains that are made")
  func counted() {
    let region = England.region(practices: 60, years: 1)
    let model = Model(region: region, threads: 1)
    let made = PracticeModelBuilder.models(
      region: region, timetable: model.timetable, rows: model.rows, threads: 1)
    let kinds = Set(made.chains)
    #expect(kinds.count < region.practices.count && kinds.count > 1)
    let estimate = MemoryEstimate(of: region)
    // Each chain's numbers, by their own count: costs of days and of lags, limits, and the rest.
    let numbers = kinds.reduce(0) { sum, place in
      let chain = made.models[place]
      return sum + chain.nodes.reduce(0) { $0 + $1.ownCost.count }
        + chain.arcs.reduce(0) { $0 + $1.costs.count } + chain.leastCostFrom.count
    }
    #expect(numbers <= estimate.cells && estimate.cells <= 3 * numbers)
    #expect(estimate.dates == made.models.reduce(0) { $0 + $1.nodes.count })
    #expect(abs(estimate.rows - model.rows.count) <= model.rows.count / 8)
    // A practice that is made alike is what it would be made by itself.
    for place in region.practices.indices {
      let own = PracticeModelBuilder(
        region: region, timetable: model.timetable, rows: model.rows
      ).model(of: place)
      let shared = made.models[place]
      #expect(own.practice == shared.practice && own.nodes == shared.nodes)
      #expect(own.arcs == shared.arcs && own.chords == shared.chords)
      #expect(own.terms == shared.terms && own.anchor == shared.anchor)
      #expect(own.leastCostFrom == shared.leastCostFrom && own.earliest == shared.earliest)
      #expect(own.unscheduledCost == shared.unscheduledCost)
    }
  }
}
