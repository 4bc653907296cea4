import TrancheKit

/// The region of the tutorial: three practices that leave EMIS Web for SystmOne in the summer of 2027.
func threePractices() -> Region {
  func day(_ text: String) -> Day { Day(iso: text)! }
  func stage(_ code: String, _ name: String, _ minimum: Int, _ usual: Int, _ maximum: Int) -> Stage
  {
    Stage(
      id: StageID(name.lowercased().split(separator: " ").joined(separator: "-")), code: code,
      name: name, lengths: Stage.Lengths(minimum: minimum, usual: usual, maximum: maximum),
      longestWait: .workingDays(10))
  }

  // Five stages in order, and five weeks between the order and the extract.
  let pathway = Pathway(
    stages: [
      stage("PR", "Order", 5, 5, 10), stage("EP", "Preparation", 5, 10, 20),
      stage("FD", "Final data production", 1, 1, 1), stage("GL", "Go-live", 1, 1, 1),
      stage("PG", "Post go-live", 5, 10, 10),
    ],
    leadTimes: [
      LeadTime(
        id: "extract-notice", from: StageEvent(stage: 0, edge: .finish),
        to: StageEvent(stage: 2, edge: .start), atLeast: .days(35))
    ])

  // Working days, known well beyond both ends of the horizon.
  let holidays = (2026...2028).flatMap { BankHolidays.englandAndWales(year: $0) }.map(\.day)
  let calendar = WorkingCalendar(
    first: day("2026-01-01"), last: day("2028-12-31"), holidays: Set(holidays))

  let emis = ClinicalSystem(id: "emis", name: "EMIS Web")
  let tpp = ClinicalSystem(id: "tpp", name: "SystmOne")
  var region = Region(
    name: "Three practices", horizon: day("2027-04-19")...day("2027-09-30"), calendar: calendar,
    pathway: pathway, systems: [emis, tpp])
  region.practices = [
    ("A1", "Rowan House", 9_200), ("A2", "Mill Lane", 6_100), ("A3", "Quayside", 12_400),
  ]
  .map { code, name, patients in
    Practice(
      code: PracticeCode(code), name: name, source: "emis", target: "tpp", pcn: "U1",
      listSize: patients)
  }
  // SystmOne can do one go-live a week, and nobody goes live in the last week of June.
  region.resources = [
    Resource.shortForm(.goLivesPerWeek, of: tpp, capacity: 1, pathway: pathway)
  ].compactMap { $0 }
  region.protectedPeriods = [
    ProtectedPeriod(
      id: "audit", name: "Audit week",
      dates: .once(day("2027-06-21")...day("2027-06-27")),
      stages: pathway.sensitiveStages, rule: .forbid)
  ]
  return region
}
