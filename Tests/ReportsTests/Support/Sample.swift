import Days
import Migrations

@testable import Reports

/// Plans made by hand: a small one for the golden files, and a large one to look at.
enum Sample {
  static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("\(text) is no date") }
    return day
  }

  static let calendar = WorkingCalendar(
    first: day("2025-01-01"), last: day("2030-12-31"),
    holidays: Set((2025...2030).flatMap { BankHolidays.englandAndWales(year: $0).map(\.day) }))

  /// Six practices over ten months: one pinned, one left out, one in a period to avoid.
  static let report: PlanReport = {
    var region = emptyRegion("Barset ICB", from: "2026-09-01", to: "2027-08-31")
    region.practices = [
      practice("Z00001", "Old Mill Surgery", "U10001", 8_200),
      practice("Z00002", "High Street Surgery", "U10001", 12_640),
      practice("Z00003", "Riverside Health Centre", "U10002", 5_400),
      practice("Z00004", "St Mary's Medical Centre", "U10002", 9_990),
      practice("Z00005", "Castle Practice", nil, nil),
      practice("Z00006", "The Ridge Surgery", nil, 3_105, from: "vision"),
    ]
    region.otherColumnNames = ["Locality", "Room code"]
    for place in region.practices.indices {
      region.practices[place].otherColumns = ["North \(place + 1)", "=R\(place)"]
    }
    region.practices[1].preferred = day("2027-01-20")...day("2027-01-20")
    region.practices[2].preferred = day("2027-05-18")...day("2027-05-18")
    region.practices[2].pinnedGoLive = day("2027-05-18")
    region.practices[3].mustBeLiveBy = day("2027-06-04")
    let goLives = [
      "2027-01-14", "2027-02-03", "2027-05-18", "2027-06-08", "2027-07-27", nil,
    ]
    return report(of: region, goLives: goLives.map { $0.map(day) }, bound: 2_150.25)
  }()

  /// 51 practices over two years, 2 go-lives in every open week.
  static let portfolio: PlanReport = {
    var region = emptyRegion("Devon and Cornwall", from: "2026-04-01", to: "2028-06-30")
    let towns = [
      "Barum", "Bovey", "Brixham", "Callington", "Dartmoor", "Exe Valley", "Fowey", "Hayle",
      "Ivybridge", "Kingsbridge", "Looe", "Lyn", "Moretonhampstead and Chagford", "Newquay",
      "Okehampton", "Penryn", "Redruth",
    ]
    let kinds = ["Surgery", "Medical Centre", "Health Centre and Community Hospital"]
    let open = calendar.workingDays.filter { goLive in
      (goLive.weekday == .tuesday || goLive.weekday == .wednesday)
        && goLive >= day("2026-09-01") && goLive <= day("2028-06-01")
        && EnglandPathway.protectedPeriods.allSatisfy { period in
          period.rule != .forbid
            || period.occurrences(touching: (goLive - 7)...(goLive + 14)).isEmpty
        }
    }
    region.practices = (0..<51).map { place in
      practice(
        "Z01\(place < 10 ? "00" : "0")\(place)", "\(towns[place % 17]) \(kinds[place / 17])",
        place % 13 == 12 ? nil : "U2000\(place % 9)", 2_500 + place * 370 % 15_000,
        from: place % 5 == 4 ? "vision" : "emis")
    }
    let goLives = (0..<51).map { place -> Day? in
      place == 50 ? nil : open[place * open.count / 50]
    }
    return report(of: region, goLives: goLives, bound: 6_499.5)
  }()

  static func emptyRegion(_ name: String, from: String, to: String) -> Region {
    var region = Region(
      name: name, code: "QXX", horizon: day(from)...day(to), calendar: calendar,
      pathway: EnglandPathway.pathway,
      systems: [
        ClinicalSystem(id: "emis", name: "EMIS Web"), ClinicalSystem(id: "vision", name: "Vision"),
        ClinicalSystem(id: "tpp", name: "SystmOne"),
      ], partners: [Partner(id: "csu", name: "Barset CSU")])
    region.tasks = EnglandPathway.tasks
    region.protectedPeriods = EnglandPathway.protectedPeriods
    region.resources = [
      Resource.shortForm(
        .goLivesPerWeek, of: region.systems[2], capacity: 2, pathway: region.pathway),
      Resource.shortForm(
        .extractsPerWeek, of: region.systems[0], capacity: 4, pathway: region.pathway),
      Resource.shortForm(
        .goLivesPerDay, of: region.systems[2], capacity: 1, pathway: region.pathway),
      Resource.shortForm(
        .projectManagers, of: region.partners[0], capacity: 16, pathway: region.pathway),
    ].compactMap(\.self)
    return region
  }

  static func practice(
    _ code: String, _ name: String, _ pcn: String?, _ listSize: Int?, from: SystemID = "emis"
  ) -> Practice {
    Practice(
      code: PracticeCode(code), name: name, source: from, target: "tpp", pcn: pcn,
      listSize: listSize, partner: "csu")
  }
}
