import Days
public import Migrations

/// England's pathway, protected periods and resources as plain values, for tests at full size.
public enum England {
  /// The twelve stages and two lead times of the contract.
  public static let pathway: Pathway = {
    let stages = [
      stage("PR", "order", "Order", 5, 10, 10, nil),
      stage("KO", "kickoff", "Kick-off", 1, 1, 1, 10),
      stage("TS", "technical-survey", "Technical survey", 1, 1, 1, 5),
      stage("EP", "preparation", "Preparation", 5, 10, 30, 5),
      stage("ID", "initial-data-production", "Initial data production", 1, 1, 1, 60),
      stage("DC", "data-checking", "Data checking", 3, 5, 15, 0),
      stage("FX", "supplier-fixes", "Supplier fixes", 1, 5, 10, 0),
      stage("SO", "sign-off", "Sign-off", 1, 3, 5, 0),
      stage("FD", "final-data-production", "Final data production", 1, 1, 1, 60),
      stage("CO", "cutover", "Cutover", 2, 4, 10, 0),
      stage("GL", "go-live", "Go-live", 1, 1, 1, 0),
      stage("PG", "post-go-live", "Post go-live", 5, 10, 10, 0),
    ]
    return Pathway(
      stages: stages,
      leadTimes: [
        LeadTime(
          id: "extract-notice", from: StageEvent(stage: 0, edge: .finish),
          to: StageEvent(stage: 4, edge: .start), atLeast: .days(35)),
        LeadTime(
          id: "cutover-meeting", from: StageEvent(stage: 1, edge: .start),
          to: StageEvent(stage: 8, edge: .start), atLeast: .days(28)),
      ])
  }()

  /// Flu season, Christmas and QOF year end forbidden; September and February avoided.
  public static let protectedPeriods: [ProtectedPeriod] = [
    period("flu", "Flu season", (10, 1), (11, 30), .forbid),
    period("christmas", "Christmas", (12, 16), (1, 6), .forbid),
    period("qof", "QOF year end", (3, 1), (4, 15), .forbid),
    period("september", "September flu clinics", (9, 1), (9, 30), .avoid(cost: 2)),
    period("qof-run-up", "QOF run-up", (2, 1), (2, 28), .avoid(cost: 2)),
  ]

  /// A region of so many practices in networks of four, from January 2027 for so many years.
  ///
  /// Every short form is in use, sizes and priorities vary, and every tenth practice has a
  /// preferred date.
  public static func region(practices count: Int, years: Int) -> Region {
    let horizon = day("2027-01-04")...day("\(2026 + years)-12-31")
    let holidays = (2026...2027 + years).flatMap { BankHolidays.englandAndWales(year: $0) }
    let calendar = WorkingCalendar(
      first: day("2026-01-01"), last: day("\(2027 + years)-12-31"),
      holidays: Set(holidays.map(\.day)))
    let tpp = ClinicalSystem(id: "tpp", name: "SystmOne")
    let emis = ClinicalSystem(id: "emis", name: "EMIS Web")
    let csu = Partner(id: "csu", name: "Midlands CSU")
    var random = SplitMix64(seed: 7)
    var region = Region(
      name: "Made-up England", code: "QXX", horizon: horizon, calendar: calendar, pathway: pathway,
      systems: [tpp, emis], partners: [csu])
    region.practices = (0..<count).map { place in
      var practice = Practice(
        code: PracticeCode("A\(81_000 + place)"), name: "Surgery \(place + 1)", source: "emis",
        target: "tpp", pcn: "U\(10_000 + place / 4)", listSize: 2_000 + 500 * (place * 7 % 37),
        partner: "csu")
      practice.priority = Int.random(in: 1...5, using: &random)
      if place % 10 == 0 {
        let wish = horizon.lowerBound + 200 + place
        practice.preferred = wish...wish
      }
      return practice
    }
    region.protectedPeriods = protectedPeriods
    region.resources = resources(tpp: tpp, emis: emis, csu: csu)
    region.resources += Set(region.practices.compactMap(\.pcn)).sorted().map {
      Resource.pcnCutovers(pcn: $0, capacity: 1, pathway: pathway)
    }
    return region
  }

  private static func resources(tpp: ClinicalSystem, emis: ClinicalSystem, csu: Partner)
    -> [Resource]
  {
    let ofSystems = Resource.ShortForm.ofSystems.compactMap { form in
      Resource.shortForm(
        form, of: form == .extractsPerWeek ? emis : tpp, capacity: form == .concurrent ? 20 : 3,
        pathway: pathway)
    }
    let ofPartners = Resource.ShortForm.ofPartners.compactMap {
      Resource.shortForm($0, of: csu, capacity: $0 == .projectManagers ? 15 : 6, pathway: pathway)
    }
    return ofSystems + ofPartners
  }

  private static func stage(
    _ code: String, _ id: StageID, _ name: String, _ minimum: Int, _ usual: Int, _ maximum: Int,
    _ wait: Int?
  ) -> Stage {
    Stage(
      id: id, code: code, name: name,
      lengths: Stage.Lengths(minimum: minimum, usual: usual, maximum: maximum),
      longestWait: wait.map(Length.workingDays))
  }

  private static func period(
    _ id: String, _ name: String, _ from: (Int, Int), _ to: (Int, Int), _ rule: Protection
  ) -> ProtectedPeriod {
    ProtectedPeriod(
      id: id, name: name,
      dates: .everyYear(
        from: ProtectedPeriod.MonthDay(month: from.0, day: from.1),
        to: ProtectedPeriod.MonthDay(month: to.0, day: to.1)), stages: pathway.sensitiveStages,
      rule: rule)
  }
}
