import Days
import Migrations
import TestSupport

@testable import Studies

/// The risk of a small region's plan by trying every outcome, dated by listing every legal set of
/// dates; shares nothing with the replays but the odds.
struct SmallRisk {
  let region: Region
  let plan: Plan
  /// For each practice every legal set of dates.
  private let schedules: [[Schedule]]

  /// Practices one after the other from the horizon's first day, each as soon as there is room.
  init?(region: Region) {
    self.region = region
    schedules = region.practices.indices.map { BruteForce($0, in: region).schedules() }
    var planned: [Int: Schedule] = [:]
    var practices: [PlannedPractice] = []
    for (place, all) in schedules.enumerated() {
      let usual = all.filter { schedule in
        zip(region.pathway.stages, schedule).allSatisfy { stage, dates in
          region.calendar.count(in: dates.start..<(dates.finish + 1)) == stage.lengths.usual
        }
      }
      guard
        let first = SmallRisk.first(usual, beside: planned, of: place, in: region)
      else { return nil }
      planned[place] = first
      practices.append(
        PlannedPractice(
          practice: place, status: .scheduled, schedule: first, earliestGoLive: nil, cost: Cost()))
    }
    plan = Plan(practices: practices, cost: Cost(), bound: 0, proof: .stopped)
  }

  /// One thing that may happen to a practice.
  private struct Luck {
    var chance: Double
    var lengths: [Int]
    var putOff: [Int]
  }

  /// The chance of each go-live day of each practice; nil for no dates.
  func chances() -> [[Day?: Double]] {
    let lucks = luck()
    var chances = region.practices.map { _ in [Day?: Double]() }
    func extend(_ chosen: [Luck], _ chance: Double) {
      guard chosen.count < region.practices.count else {
        for (place, day) in goLives(chosen).enumerated() {
          chances[place][day, default: 0] += chance
        }
        return
      }
      for one in lucks { extend(chosen + [one], chance * one.chance) }
    }
    extend([], 1)
    return chances
  }

  private func luck() -> [Luck] {
    let stages = region.pathway.stages
    var all = [Luck(chance: 1, lengths: [], putOff: stages.map { _ in 0 })]
    for (place, stage) in stages.enumerated() {
      all = all.flatMap { luck -> [Luck] in
        guard place < region.pathway.goLive else {
          var luck = luck
          luck.lengths.append(stage.lengths.usual)
          return [luck]
        }
        let odds = LengthOdds(stage.lengths)
        return odds.chances.enumerated().map { index, chance in
          Luck(
            chance: luck.chance * chance, lengths: luck.lengths + [odds.shortest + index],
            putOff: luck.putOff)
        }
      }
    }
    for slip in region.risk.slips {
      all = all.flatMap { luck -> [Luck] in
        var slipped = luck
        slipped.chance *= slip.chance
        slipped.putOff[slip.stage] += slip.by.count
        var other = luck
        other.chance *= 1 - slip.chance
        return [slipped, other]
      }
    }
    return all
  }

  private func goLives(_ luck: [Luck]) -> [Day?] {
    let goLive = region.pathway.goLive
    let planned = plan.practices.map(\.schedule)
    var dates: [Int: Schedule] = Dictionary(
      uniqueKeysWithValues: planned.enumerated().map { ($0.offset, $0.element) })
    var late: [Int] = []
    for place in planned.indices {
      let own = possible(place, luck[place])
      let asPlanned = own.first { zip($0, planned[place]).allSatisfy { $0.start == $1.start } }
      if let asPlanned { dates[place] = asPlanned } else { late.append(place) }
    }
    // Who can still be ready for the go-live holds its slot until it has its turn.
    let holders = late.filter { place in
      let calendar = region.calendar
      var finish = -1
      for stage in 0..<goLive {
        let first = calendar.number(of: planned[place][stage].start) + luck[place].putOff[stage]
        finish = max(
          max(first, finish + 1) + luck[place].lengths[stage] - 1,
          calendar.number(of: planned[place][stage].finish))
      }
      return finish < calendar.number(of: planned[place][goLive].start)
    }
    for place in late where !holders.contains(place) { dates[place] = nil }
    for place in late.sorted(by: {
      (planned[$0][goLive].start, $0) < (planned[$1][goLive].start, $1)
    }) {
      let own = possible(place, luck[place])
      let day = planned[place][goLive].start
      let inTime = holders.contains(place) ? own.filter { $0[goLive].start == day } : []
      dates[place] = nil
      dates[place] =
        SmallRisk.first(inTime, beside: dates, of: place, in: region)
        ?? SmallRisk.first(own, beside: dates, of: place, in: region)
    }
    return planned.indices.map { dates[$0]?[goLive].start }
  }

  /// The legal dates that luck allows, none before the planned ones.
  private func possible(_ place: Int, _ luck: Luck) -> [Schedule] {
    let calendar = region.calendar
    let planned = plan.practices[place].schedule
    return schedules[place].filter { schedule in
      schedule.indices.allSatisfy { stage in
        let first = calendar.number(of: planned[stage].start) + luck.putOff[stage]
        let start = calendar.number(of: schedule[stage].start)
        let finish = max(
          start + luck.lengths[stage] - 1, calendar.number(of: planned[stage].finish))
        return start >= first && calendar.number(of: schedule[stage].finish) == finish
      }
    }
  }

  /// The dates with the earliest first stage, then the earliest second one and so on, that leave
  /// the others their room.
  private static func first(
    _ schedules: [Schedule], beside others: [Int: Schedule], of place: Int, in region: Region
  ) -> Schedule? {
    schedules.filter { schedule in
      region.resources.allSatisfy { resource in
        var used: [Day: Double] = [:]
        for (other, dates) in others.merging([place: schedule], uniquingKeysWith: { $1 }) {
          let uses = BruteForce.uses(
            of: resource, by: region.practices[other], schedule: dates, in: region)
          for (period, amount) in uses { used[period, default: 0] += amount }
        }
        return used.allSatisfy { $0.value <= resource.capacity(inPeriod: $0.key) + 1e-9 }
      }
    }.min { one, two in
      one.map(\.start).lexicographicallyPrecedes(two.map(\.start))
    }
  }
}
