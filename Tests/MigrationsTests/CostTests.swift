import Days
import Migrations
import TestSupport
import Testing

/// The one definition of the cost, term by term, computed by hand.
@Suite("Cost")
struct CostTests {
  /// PR 10-11 May, FD 12, GL 13, PG 14 and 17 May.
  private func cost(
    earliest: String = "2027-05-13", dates: [(Int, String, String)] = [],
    _ change: (inout Region) -> Void = { _ in }
  ) -> Cost {
    var region = SmallWorlds.region()
    change(&region)
    var schedule = SmallWorlds.schedule(from: SmallWorlds.monday, in: region)
    for (stage, start, finish) in dates {
      schedule[stage] = StageDates(start: day(start), finish: day(finish))
    }
    return Cost.of(
      schedule, practice: region.practices[0], earliest: day(earliest), in: region,
      meanListSize: 2_000)
  }

  @Test func usualDatesCostNothing() { #expect(cost().total == 0) }

  @Test func delayCountsCalendarDaysByWeight() {
    #expect(cost(earliest: "2027-05-08")[.delay] == 5)
    #expect(cost(earliest: "2027-05-08") { $0.practices[0].priority = 1 }.total == 20)
    #expect(cost(earliest: "2027-05-08") { $0.practices[0].priority = 5 }.total == 1.25)
    #expect(cost(earliest: "2027-05-20").total == 0)
  }

  @Test func weightByPatients() {
    let cost = cost(earliest: "2027-05-11") {
      $0.objective.weightBy = .patients
      $0.practices[0].priority = 2
    }
    // Priority 2 counts double, 1,000 patients of a mean of 2,000 count half.
    #expect(cost[.delay] == 2)
    let unknown = self.cost(earliest: "2027-05-11") {
      $0.objective.weightBy = .patients
      $0.practices[0].listSize = nil
    }
    #expect(unknown[.delay] == 2)
  }

  @Test func preferenceCountsBothWays() {
    #expect(
      cost { $0.practices[0].preferred = day("2027-05-15")...day("2027-05-15") }[.preference] == 4)
    #expect(cost { $0.practices[0].preferred = day("2027-05-10")...day("2027-05-10") }.total == 6)
  }

  @Test func latenessIsTenADay() {
    #expect(cost { $0.practices[0].mustBeLiveBy = day("2027-05-11") }[.late] == 20)
    #expect(cost { $0.practices[0].mustBeLiveBy = day("2027-05-13") }.total == 0)
  }

  @Test func squeezeStretchAndWait() {
    let squeezed = cost(dates: [(0, "2027-05-11", "2027-05-11")])
    #expect(squeezed[.squeeze] == 3 && squeezed.total == 3)
    let stretched = cost(dates: [(0, "2027-05-07", "2027-05-11")])
    #expect(stretched[.stretch] == 1 && stretched.total == 1)
    let waited = cost(dates: [(3, "2027-05-18", "2027-05-19")])
    #expect(waited[.wait] == 1 && waited.total == 1)
  }

  @Test func startsOnDaysToAvoid() {
    let cost = cost { region in
      for stage in region.pathway.stages.indices {
        region.pathway.stages[stage].avoidWeekdays = [.thursday, .friday]
      }
    }
    #expect(cost[.weekday] == 4)
  }

  @Test func overlappingPeriodsToAvoidAdd() {
    let cost = cost { region in
      region.objective.avoid = 2
      region.protectedPeriods = [
        ProtectedPeriod(
          id: "a", name: "A", dates: .once(day("2027-05-13")...day("2027-05-16")), stages: [2, 3],
          rule: .avoid(cost: 1)),
        ProtectedPeriod(
          id: "b", name: "B", dates: .once(day("2027-05-13")...day("2027-05-13")), stages: [2],
          rule: .forbid),
      ]
      region.practices[0].closures = [
        PracticeClosure(
          days: day("2027-05-14")...day("2027-05-20"), stages: [3], rule: .avoid(cost: 1.5))
      ]
    }
    // GL on 13 and PG on 14 May at 1, PG on 14 and 17 May at 1.5, all of it doubled.
    #expect(cost[.avoid] == 2 * (2 + 3))
  }

  @Test func presets() {
    #expect(Objective(.earliest).preference == 0 && Objective(.earliest).avoid == 0.25)
    #expect(Objective(.gentle).avoid == 4 && Objective(.gentle).squeeze == 10)
    #expect(Objective(.balanced) == Objective())
  }

  @Test func costsAddTermByTerm() {
    var one = Cost()
    one[.delay] = 1.5
    var two = Cost()
    two[.delay] = 2
    two[.wait] = 0.5
    one += two
    #expect(one[.delay] == 3.5 && one[.wait] == 0.5 && one.total == 4)
  }
}
