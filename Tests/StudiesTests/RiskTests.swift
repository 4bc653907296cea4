import Days
import Foundation
import Migrations
import PlanChecks
import Planning
import Synchronization
import Testing
import TestSupport

@testable import Studies

@Suite struct RiskTests {
  /// One to three practices, a first stage of 1 to 3 days, and one go-live a week or a day.
  private func region(_ practices: Int, per period: Resource.Period) -> Region {
    var region = SmallWorlds.region(practices: practices, weeks: 5)
    region.resources = [
      Resource(
        id: "go-lives", name: "Go-lives", capacity: 1, period: period,
        use: .starts([region.pathway.goLive]))
    ]
    region.risk = RiskSettings(slips: [
      RiskSettings.Slip(stage: 1, chance: 0.25, by: .workingDays(2))
    ])
    return region
  }

  private func study(_ risk: SmallRisk, replays: Int = 20_000, seed: UInt64 = 1) -> RiskStudy {
    var options = RiskStudy.Options()
    options.replays = replays
    options.seed = seed
    return RiskStudy(of: risk.plan, in: risk.region, options: options)
  }

  // MARK: Odds

  @Test func oddsArePERT() {
    for (least, usual, most) in [(1, 1, 1), (5, 10, 30), (3, 5, 15), (5, 10, 10), (1, 2, 3)] {
      let odds = LengthOdds(Stage.Lengths(minimum: least, usual: usual, maximum: most))
      #expect(odds.shortest == least && odds.chances.count == most - least + 1)
      #expect(abs(odds.chances.reduce(0, +) - 1) < 1e-9)
      #expect(odds.chances.allSatisfy { $0 > 0 })
      let mean = odds.chances.enumerated().reduce(0.0) { $0 + Double(least + $1.0) * $1.1 }
      // The mean of PERT is (a + 4 m + b) / 6; whole days are off it by little.
      #expect(abs(mean - Double(least + 4 * usual + most) / 6) < 0.06, "\(least) \(usual) \(most)")
      #expect(odds.length(at: 0) == least && odds.length(at: 0.999_999_9) == most)
    }
  }

  // MARK: Against every outcome

  @Test(arguments: [1, 2, 3], [Resource.Period.week, .day])
  func replaysComeToWhatEveryOutcomeComesTo(practices: Int, per period: Resource.Period) throws {
    let risk = try #require(SmallRisk(region: region(practices, per: period)))
    let exact = risk.chances()
    let study = study(risk)
    let goLives = study.goLives()
    var days = 0
    for (place, practice) in study.practices.enumerated() {
      var counts: [Day?: Int] = [:]
      for day in goLives.days(of: place) { counts[day, default: 0] += 1 }
      days += exact[practice].count
      for day in Set(counts.keys).union(exact[practice].keys) {
        let chance = exact[practice][day] ?? 0
        let share = Double(counts[day] ?? 0) / 20_000
        // Five standard deviations of a share; what cannot happen must not.
        let spread = 1e-9 + 5 * (max(0, chance * (1 - chance)) / 20_000).squareRoot()
        #expect(abs(share - chance) <= spread, "\(practice) on \(day?.iso ?? "no day")")
      }
    }
    #expect(days > practices)
  }

  @Test func chancesAndQuantilesAreThoseOfTheOutcomes() throws {
    var region = region(2, per: .week)
    region.practices[0].mustBeLiveBy = SmallWorlds.monday + 9
    let risk = try #require(SmallRisk(region: region))
    let exact = risk.chances()
    let profile = RiskProfile(of: study(risk).goLives())
    for entry in profile.practices {
      let chance = exact[entry.practice].reduce(0.0) { sum, one in
        sum + (one.key.map { $0 <= entry.wanted } ?? false ? one.value : 0)
      }
      #expect(abs(entry.chance - chance) < 0.02)
      var sum = 0.0
      let median = exact[entry.practice].sorted { ($0.key ?? .max) < ($1.key ?? .max) }.first {
        sum += $0.value
        return sum >= 0.5
      }
      #expect(entry.quantiles.half == median?.key)
    }
    #expect(profile.practices[0].wanted == SmallWorlds.monday + 9)
    let end = try #require(region.horizon.last)
    #expect(profile.live(by: end).all == 1 - profile.chanceOfNoDates)
  }

  // MARK: Rules

  /// Every replayed set of dates keeps every rule, pins and hard deadlines aside.
  @Test func replayedDatesAreLegal() {
    var region = England.region(practices: 14, years: 2)
    region.risk = RiskSettings(slips: [
      RiskSettings.Slip(stage: 5, chance: 0.2, by: .workingDays(10)),
      RiskSettings.Slip(stage: 8, chance: 0.1, by: .days(14)),
    ])
    region.links = [
      Link(rule: .together, first: 0, second: 1),
      Link(rule: .before(lag: .days(14)), first: 2, second: 3),
      Link(rule: .apart(lag: .workingDays(5)), first: 4, second: 5),
    ]
    region.practices[6].isPilot = true
    region.links += region.pilotLinks()
    var options = Planner.Options()
    options.timeLimit = 600
    options.workLimit = 40
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      Issue.record("no plan")
      return
    }
    let study = RiskStudy(of: plan, in: region)
    let planned = Dictionary(
      uniqueKeysWithValues: plan.practices.map { ($0.practice, $0.schedule) })
    var moved = 0
    for number in 0..<150 {
      let schedules = study.schedules(ofReplay: number)
      let findings = Checker().findings(schedules: schedules, region: region)
      #expect(findings.isEmpty, "\(number): \(findings.first?.message ?? "")")
      for (practice, schedule) in schedules {
        #expect(zip(schedule, planned[practice] ?? []).allSatisfy { $0.start >= $1.start })
        if schedule != planned[practice] { moved += 1 }
      }
    }
    #expect(moved > 500)
  }

  @Test func nobodyWhoKeepsHisDatesIsMoved() throws {
    // Nothing is left to chance for P2, so whatever happens to P1 it keeps its slot.
    var region = region(2, per: .week)
    region.practices[1].actuals = [:]
    let risk = try #require(SmallRisk(region: region))
    var world = risk.region
    world.practices[1].actuals[0] = Practice.Actual(
      start: risk.plan.practices[1].schedule[0].start,
      finish: risk.plan.practices[1].schedule[0].finish)
    world.risk = RiskSettings()
    let study = RiskStudy(of: risk.plan, in: world)
    let place = try #require(study.practices.firstIndex(of: 1))
    let days = Set(study.goLives().days(of: place))
    #expect(days == [risk.plan.practices[1].schedule[world.pathway.goLive].start])
    #expect(Set(study.goLives().days(of: 1 - place)).count > 1)
  }

  // MARK: Luck

  @Test func theSameSeedGivesTheSameReplaysWhateverTheThreads() throws {
    let risk = try #require(SmallRisk(region: region(3, per: .week)))
    func days(_ seed: UInt64, _ threads: Int) -> [Day?] {
      var options = RiskStudy.Options()
      (options.replays, options.seed, options.threads) = (950, seed, threads)
      let study = RiskStudy(of: risk.plan, in: risk.region, options: options)
      let goLives = study.goLives()
      return study.practices.indices.flatMap(goLives.days)
    }
    #expect(days(1, 1) == days(1, 2))
    #expect(days(1, 1) == days(1, 7))
    #expect(days(1, 2) != days(2, 2))
  }

  @Test func moreReserveNeverLowersTheChance() throws {
    for period in [Resource.Period.week, .day] {
      let risk = try #require(SmallRisk(region: region(3, per: period)))
      let study = study(risk, replays: 3_000)
      var last: [Double] = []
      for days in 0...3 {
        let terms = ReplayTerms(reserves: [1: days, 2: days])
        let chances = RiskProfile(of: study.goLives(terms, replays: 3_000)).practices.map(\.chance)
        #expect(zip(last, chances).allSatisfy { $0 <= $1 })
        last = chances
      }
    }
  }

  @Test func whatGoesAsPlannedTakesTheRiskAway() throws {
    let risk = try #require(SmallRisk(region: region(2, per: .day)))
    let study = study(risk, replays: 2_000)
    let calm = RiskProfile(of: study.goLives(ReplayTerms(calm: [0, 1]), replays: 2_000))
    #expect(calm.chanceOfAll == 1 && calm.delay == 0)
    let factors = RiskFactors(of: study, replays: 2_000)
    #expect(factors.drivers.count == 3)
    #expect(factors.drivers.allSatisfy { $0.figures.delay <= factors.base.delay })
    // The small pathway waits for 2 days at most, so no week can be kept anywhere.
    #expect(factors.reserves.isEmpty)
  }

  // MARK: Time

  private func study(_ risk: SmallRisk, until deadline: Deadline) -> RiskStudy {
    var options = RiskStudy.Options()
    (options.replays, options.threads, options.deadline) = (950, 1, deadline)
    return RiskStudy(of: risk.plan, in: risk.region, options: options)
  }

  private func text(_ study: RiskStudy, _ goLives: ReplayedGoLives) -> String {
    RiskText(
      study, profile: RiskProfile(of: goLives),
      factors: RiskFactors(of: study, done: goLives.replays)
    ).text
  }

  @Test func whenTimeRunsOutTheFirstReplaysAreToldAndHowManyTheyAre() throws {
    let risk = try #require(SmallRisk(region: region(3, per: .week)))
    let whole = study(risk, until: .never)
    let all = whole.goLives()
    #expect(all.replays == 950)
    // Seconds that pass by looking at the clock.
    let looks = Mutex(0)
    let short = study(
      risk,
      until: Deadline {
        looks.withLock {
          $0 += 1
          return Double(500 - $0)
        }
      })
    let part = short.goLives()
    #expect((100..<500).contains(part.replays))
    for place in whole.practices.indices {
      #expect(part.days(of: place) == Array(all.days(of: place).prefix(part.replays)))
    }
    let told = text(short, part)
    #expect(told.contains("The time ran out: \(part.replays) of the 950 replays"))
    let record = try JSONEncoder().encode(
      RiskRecord(
        short, profile: RiskProfile(of: part), factors: RiskFactors(of: short, done: part.replays)))
    let json = String(decoding: record, as: UTF8.self)
    #expect(json.contains("\"time_ran_out\":true") && json.contains("\"replays_asked\":950"))
    // Time enough changes nothing; none at all leaves nothing to tell.
    let long = study(risk, until: Deadline { 1e6 })
    #expect(text(long, long.goLives()) == text(whole, all))
    let over = study(risk, until: Deadline { -1 })
    #expect(over.goLives().replays == 0)
    let factors = RiskFactors(of: over, done: 950)
    #expect(!factors.isComplete && factors.drivers.isEmpty && factors.reserves.isEmpty)
    let cut = RiskText(over, profile: RiskProfile(of: all), factors: factors).text
    #expect(cut.contains("The time ran out before it was found what drives it"))
  }

  @Test func daysAreCountedByWeekAndByMonth() {
    let monday = SmallWorlds.monday
    let weeks = RiskHistogram(of: [monday, monday + 2, monday + 15, nil])
    #expect(weeks.unit == "week" && weeks.bins.map(\.count) == [2, 0, 1, 1])
    #expect(weeks.bins.last?.name == "never")
    let months = RiskHistogram(of: [monday, monday + 300])
    #expect(months.unit == "month" && months.bins.count == 11)
    #expect(months.bins.first?.name == "May 2027" && months.bins.last?.name == "Mar 2028")
    #expect(RiskHistogram(of: []).bins.isEmpty)
  }
}

extension Day {
  fileprivate static let max = Day(number: .max)
}
