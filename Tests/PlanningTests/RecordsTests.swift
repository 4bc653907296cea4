import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

@testable import Planning

/// Plans that go on from what is on record, whatever it breaks.
struct RecordsTests {
  private func planned(_ region: Region) throws -> Plan {
    var options = Planner.Options()
    options.gap = 0
    options.workLimit = 60
    options.timeLimit = 600
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      throw Missing()
    }
    var schedules: [Int: Schedule] = [:]
    for practice in plan.practices where !practice.schedule.isEmpty {
      schedules[practice.practice] = practice.schedule
    }
    #expect(Checker().findings(schedules: schedules, region: region).isEmpty)
    #expect(abs(PlanCost(of: region).cost(of: schedules).total - plan.cost.total) < 1e-6)
    let proven = proveBound(certificate: plan.certificate, region: region)
    #expect(proven.faults.isEmpty)
    #expect(plan.bound <= proven.points + 1e-6)
    return plan
  }

  private struct Missing: Error {}

  @Test("two live in a week for one: the third waits, and the plan goes on")
  func overfilled() throws {
    var region = SmallWorlds.region(practices: 3)
    region.resources = [
      Resource(
        id: "go-lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let schedule = SmallWorlds.schedule(from: SmallWorlds.monday, in: region)
    for place in 0...1 {
      for stage in 0..<3 {
        region.practices[place].actuals[stage] = .init(
          start: schedule[stage].start, finish: schedule[stage].finish)
      }
    }
    // Seen on the Friday of the week, in which the third could still go live if there were room.
    region.practices[2].actuals[0] = .init(
      start: SmallWorlds.monday, finish: day("2027-05-12"))
    region.practices[2].actuals[1] = .init(start: day("2027-05-13"), finish: day("2027-05-13"))
    let plan = try planned(region.seen(on: day("2027-05-14")))
    #expect(plan.scheduledCount == 3)
    #expect(plan.practices[2].schedule[2].start == day("2027-05-17"))
  }

  @Test("an order is never planned in the past")
  func nothingBeforeToday() throws {
    var region = SmallWorlds.region(practices: 3, weeks: 6)
    region.practices[0].actuals[0] = .init(
      start: SmallWorlds.monday, finish: day("2027-05-11"))
    let today = day("2027-05-25")
    let plan = try planned(region.seen(on: today))
    for practice in plan.practices {
      let begun = region.practices[practice.practice].actuals.count
      #expect(practice.schedule.dropFirst(begun).allSatisfy { $0.start >= today })
    }
    #expect(plan.practices[1].schedule[0].start == today)
    // What today forbids costs delay all the same: the zero does not move with the day.
    #expect(plan.practices[1].earliestGoLive == day("2027-05-12"))
  }

  @Test("final data that came to nothing is done again")
  func doneAgain() throws {
    var region = SmallWorlds.region(weeks: 6)
    region.practices[0].actuals[0] = .init(
      start: SmallWorlds.monday, finish: day("2027-05-11"))
    region.practices[0].formerAttempts = [
      .init(stage: 1, start: day("2027-05-12"), finish: day("2027-05-12"), outcome: .cancelled)
    ]
    let plan = try planned(region.seen(on: day("2027-05-17")))
    #expect(plan.practices[0].schedule[1].start == day("2027-05-17"))
    #expect(plan.practices[0].schedule[2].start == day("2027-05-18"))
  }

  @Test("agreeing on the date that a practice has changes no cost")
  func agreeing() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 6)
    region.resources = [
      Resource(
        id: "go-lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    let before = try planned(region)
    for place in region.practices.indices {
      region.practices[place].pinnedGoLive = before.practices[place].schedule[2].start
      let after = try planned(region)
      #expect(abs(after.cost.total - before.cost.total) < 1e-6)
      #expect(after.practices.map(\.schedule) == before.practices.map(\.schedule))
    }
    // An agreed day that is worse makes the plan dearer, never cheaper.
    var worse = region
    for place in worse.practices.indices { worse.practices[place].pinnedGoLive = nil }
    worse.practices[0].pinnedGoLive = day("2027-06-16")
    #expect(try planned(worse).cost.total > before.cost.total)
  }

  @Test("a wish pulls to its window, and delay counts from it")
  func wishing() throws {
    var region = SmallWorlds.region(weeks: 8)
    region.practices[0].preferred = day("2027-06-14")...day("2027-06-18")
    let plan = try planned(region)
    #expect(plan.practices[0].schedule[2].start == day("2027-06-14"))
    #expect(plan.cost[.delay] == 0 && plan.cost[.preference] == 0)
    region.practices[0].pinnedGoLive = day("2027-06-21")
    let late = try planned(region)
    #expect(late.cost[.delay] == 7 && late.cost[.preference] == 6)
    region.practices[0].pinnedGoLive = day("2027-06-11")
    let early = try planned(region)
    #expect(early.cost[.delay] == 0 && early.cost[.preference] == 6)
  }
}
