import Days
import Migrations
import TestSupport
import Testing

@testable import Planning

/// What plans say of why a practice is on its dates or left out.
struct ReasonsTests {
  private func plan(_ region: Region) throws -> Plan {
    var options = Planner.Options()
    options.gap = 0
    options.workLimit = 60
    options.timeLimit = 600
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      throw Missing()
    }
    return plan
  }

  private struct Missing: Error {}

  private func slots(
    _ id: String, _ capacity: Double, _ stage: Int = 2, pcn: String? = nil
  ) -> Resource {
    Resource(
      id: ResourceID(id), name: id, capacity: capacity, period: .week, use: .starts([stage]),
      appliesTo: Resource.Filter(pcns: pcn.map { [$0] }))
  }

  @Test("each practice is told of the week that is in its own way")
  func ownWeeks() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 5)
    region.resources = [slots("Go-lives", 1)]
    let plan = try plan(region)
    let order = plan.practices.sorted { $0.schedule[2].start < $1.schedule[2].start }
    #expect(order[0].reason == "The best dates for this practice by itself.")
    let weeks = ["10 May 2027", "17 May 2027", "24 May 2027"]
    for (practice, week) in zip(order.dropFirst(), weeks) {
      #expect(
        practice.reason.contains("Go-lives in the week of \(week) full"), "\(practice.reason)")
    }
  }

  @Test("the period before an earliest date is named")
  func ownRule() throws {
    var region = SmallWorlds.region(weeks: 5)
    region.protectedPeriods = [
      ProtectedPeriod(
        id: "busy", name: "Busy time", dates: .once(day("2027-05-10")...day("2027-05-21")),
        stages: [1, 2, 3], rule: .forbid)
    ]
    let reason = try plan(region).practices[0].reason
    #expect(reason.contains("until 21 May 2027 Busy time forbids"), "\(reason)")
  }

  @Test("who is left out of a group is told of the group and the slot, not of another one")
  func groups() throws {
    var region = SmallWorlds.region(practices: 3, weeks: 5)
    region.links = [
      Link(rule: .together, first: 0, second: 1), Link(rule: .together, first: 1, second: 2),
      Link(rule: .together, first: 0, second: 2),
    ]
    region.resources = [slots("Extracts", 5, 1), slots("Cutovers of U1", 1)]
    let plan = try plan(region)
    let left = plan.practices.filter(\.schedule.isEmpty)
    #expect(left.count == 2)
    for practice in left {
      #expect(practice.reason.contains("together with"), "\(practice.reason)")
      #expect(practice.reason.contains("Cutovers of U1"), "\(practice.reason)")
      #expect(!practice.reason.contains("Extracts"), "\(practice.reason)")
    }
  }

  @Test("where every slot is taken the number of slots is told")
  func allTaken() throws {
    var region = SmallWorlds.region(practices: 5, weeks: 3)
    region.resources = [slots("Go-lives", 1)]
    let plan = try plan(region)
    let left = plan.practices.filter(\.schedule.isEmpty)
    #expect(left.count == 2)
    for practice in left {
      #expect(practice.reason.contains("all 3 of the 3 weeks"), "\(practice.reason)")
    }
  }

  @Test("who is left out though there is room is told what would place it")
  func thereIsRoom() throws {
    var region = SmallWorlds.region(weeks: 5)
    region.practices[0].mustBeLiveBy = SmallWorlds.monday - 400
    let left = try plan(region).practices[0]
    #expect(left.schedule.isEmpty)
    #expect(left.reason.hasPrefix("Left out though there is room"), "\(left.reason)")
    let parts = left.reason.split(separator: "objective.unscheduled = ")
    let enough = try #require(parts.last?.prefix { $0.isNumber }).description
    region.objective.unscheduled = try #require(Double(enough))
    #expect(try !plan(region).practices[0].schedule.isEmpty)
    region.objective.unscheduled -= 1
    #expect(try plan(region).practices[0].schedule.isEmpty)
  }

  @Test("a pilot in the way is named")
  func pilots() throws {
    var region = SmallWorlds.region(practices: 2, weeks: 5)
    region.practices[0].isPilot = true
    region.rules.pilotGap = .days(7)
    region.links = region.pilotLinks()
    let reason = try plan(region).practices[1].reason
    #expect(reason.contains("pilot Practice 1 (P1) goes first"), "\(reason)")
  }

  /// A plan of a region with the reasons for moves away from another one.
  private func replanned(_ former: Plan, of region: Region, in changed: Region) throws -> Plan {
    var baseline = Baseline(
      asOf: changed.asOf ?? changed.horizon.lowerBound, freeze: .days(0))
    for planned in former.practices {
      baseline.goLives[region.practices[planned.practice].code] = planned.schedule[2].start
    }
    var options = Planner.Options()
    options.gap = 0
    options.workLimit = 60
    options.timeLimit = 600
    options.start = former.schedulesByPlace
    options.startUses = former.uses
    let region = changed.replanning(from: baseline)
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      throw Missing()
    }
    return plan
  }

  /// The practices of a plan in the order of their go-lives.
  private func order(_ plan: Plan) -> [Int] {
    plan.practices.indices.sorted {
      plan.practices[$0].schedule[2].start < plan.practices[$1].schedule[2].start
    }
  }

  @Test("who moves is told of the capacity that has changed, the pin, the record and the rule")
  func causes() throws {
    var region = SmallWorlds.region(practices: 4, weeks: 7)
    region.resources = [slots("Go-lives", 2)]
    let former = try plan(region)
    let order = order(former)

    var fewer = region
    fewer.resources[0].changes = [
      Resource.CapacityChange(
        from: day("2027-05-10"), to: day("2027-05-23"), capacity: 1, reason: "leave")
    ]
    let thin = try replanned(former, of: region, in: fewer)
    let moved = thin.practices.filter { $0.cost[.moved] > 0 }
    #expect(!moved.isEmpty)
    #expect(
      moved.contains {
        $0.reason.contains(
          "Go-lives: 1 a week from 10 May 2027 to 23 May 2027 instead of 2 (leave)")
      }, "\(moved.map(\.reason))")

    var pinned = region
    pinned.resources[0].capacity = 1
    let tight = try plan(pinned)
    let places = self.order(tight)
    let first = tight.practices[places[0]].schedule[2].start
    var asked = pinned
    asked.practices[places[3]].pinnedGoLive = first
    let swapped = try replanned(tight, of: pinned, in: asked).practices[places[0]]
    #expect(
      swapped.reason.hasPrefix("No longer on \(first.words): Go-lives in the week of"),
      "\(swapped.reason)")
    #expect(
      swapped.reason.contains(
        "by Practice \(places[3] + 1) (P\(places[3] + 1)), agreed for \(first.words)"),
      "\(swapped.reason)")

    var closed = region
    let lead = former.practices[order[0]].schedule
    closed.practices[order[0]].closures = [
      PracticeClosure(days: lead[2].start...lead[2].start, stages: [2], rule: .forbid)
    ]
    let away = try replanned(former, of: region, in: closed).practices[order[0]]
    #expect(away.reason.contains("it is closed from"), "\(away.reason)")

    var late = region
    let dates = former.practices[order[0]].schedule
    late.practices[order[0]].actuals[0] = .init(
      start: dates[0].start, finish: dates[2].start)
    let slipped = try replanned(
      former, of: region, in: late.seen(on: dates[2].start)
    ).practices[order[0]]
    #expect(
      slipped.reason.contains(
        "Stage PR ended on \(dates[2].start.words) instead of \(dates[0].finish.words)"),
      "\(slipped.reason)")
    #expect(!slipped.reason.contains("under way"))
  }
}
