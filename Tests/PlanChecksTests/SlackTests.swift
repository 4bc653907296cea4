import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Slack is what the checker says when dates are moved by hand, a day at a time.
@Suite("Slack")
struct SlackTests {
  /// Two practices, each stage in its usual length, the second so many working days after the first.
  private func plan(_ region: Region, second days: Int) throws -> [Int: Schedule] {
    let monday = try #require(region.calendar.day(SmallWorlds.monday, movedBy: days))
    return [
      0: SmallWorlds.schedule(from: SmallWorlds.monday, in: region),
      1: SmallWorlds.schedule(from: monday, in: region),
    ]
  }

  /// How far some stages of a practice can go before the whole checker finds anything.
  private func tried(
    _ plan: [Int: Schedule], _ region: Region, _ place: Int, moving stages: [Int]
  ) throws -> Int {
    for days in 1...Slack.most {
      var later = plan
      for stage in stages {
        let dates = try #require(plan[place]?[stage])
        guard let start = region.calendar.day(dates.start, movedBy: days),
          let finish = region.calendar.day(dates.finish, movedBy: days)
        else { return days - 1 }
        later[place]?[stage] = StageDates(start: start, finish: finish)
      }
      if !Checker().findings(schedules: later, region: region).isEmpty { return days - 1 }
    }
    return Slack.most
  }

  private func region(_ change: (inout Region) -> Void) -> Region {
    var region = SmallWorlds.region(practices: 2)
    change(&region)
    return region
  }

  private var worlds: [Region] {
    [
      region { _ in },
      region {
        $0.resources = [
          Resource(
            id: "go-lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2])),
          Resource(
            id: "people", name: "People", capacity: 3, period: .day, use: .days([0, 3]),
            amount: .perPatients(1_000)),
        ]
      },
      region {
        $0.links = [Link(rule: .before(lag: .workingDays(4)), first: 0, second: 1)]
        $0.pathway.stages[1].longestWait = nil
      },
      region {
        $0.protectedPeriods = [
          ProtectedPeriod(
            id: "fair", name: "Fair", dates: .once(day("2027-05-20")...day("2027-05-25")),
            stages: [2], rule: .forbid)
        ]
        $0.rules.maximumElapsed = .days(9)
      },
      region {
        $0.practices[1].mustBeLiveBy = day("2027-05-21")
        $0.rules.deadlinesAreHard = true
        $0.practices[0].pinnedGoLive = day("2027-05-13")
      },
    ]
  }

  @Test func whatIsMeasuredIsWhatTheCheckerAllows() throws {
    var seen: Set<Int> = []
    for region in worlds {
      for days in [3, 5, 6] {
        let plan = try plan(region, second: days)
        guard Checker().findings(schedules: plan, region: region).isEmpty else { continue }
        let slack = PlanSlack(of: plan, in: region)
        for place in 0...1 {
          let found = try #require(slack.slack(of: place))
          for stage in region.pathway.stages.indices {
            let wanted = try tried(plan, region, place, moving: [stage])
            #expect(found.stages[stage] == wanted, "practice \(place), stage \(stage)")
          }
          let wanted = try tried(plan, region, place, moving: Array(0...3))
          #expect(found.whole == wanted, "practice \(place)")
          seen.insert(found.whole)
        }
      }
    }
    #expect(seen.count > 3, "the worlds differ: \(seen)")
  }

  @Test func aStageThatIsFollowedAtOnceHasNone() throws {
    let region = region { $0.pathway.stages[3].longestWait = nil }
    var plan = try plan(region, second: 5)
    let last = try #require(plan[0]?[3])
    plan[0]?[3] = StageDates(start: last.start + 7, finish: last.finish + 7)
    #expect(PlanSlack(of: plan, in: region).slack(of: 0)?.stages == [0, 0, 2, 8])
  }

  @Test func whatIsOnRecordStays() throws {
    let region = region {
      $0.practices[0].actuals[0] = .init(start: day("2027-05-10"), finish: day("2027-05-11"))
    }
    let plan = try plan(region, second: 5)
    let slack = try #require(PlanSlack(of: plan, in: region).slack(of: 0))
    #expect(slack.stages[0] == 0 && slack.whole == 2, "the wait after the record is at most 2")
    #expect(PlanSlack(of: [:], in: region).all().isEmpty)
  }
}
