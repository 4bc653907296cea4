public import Days
public import Migrations

/// Builders of regions so small that every plan of theirs can be listed.
public enum SmallWorlds {
  /// The Monday on which the horizon of every small world begins.
  public static let monday = day("2027-05-10")

  /// A calendar from eight weeks before the small worlds' Monday to half a year after it.
  ///
  /// It has the real bank holiday of 31 May 2027 and those given.
  public static func calendar(holidays: Set<Day> = []) -> WorkingCalendar {
    WorkingCalendar(
      first: monday - 56, last: monday + 182, holidays: holidays.union([day("2027-05-31")]))
  }

  /// One stage with lengths in working days and a wait in any unit.
  public static func stage(
    _ code: String, _ minimum: Int, _ usual: Int, _ maximum: Int, wait: Length? = .workingDays(2)
  ) -> Stage {
    Stage(
      id: StageID("stage-\(code.lowercased())"), code: code, name: "Stage \(code)",
      lengths: Stage.Lengths(minimum: minimum, usual: usual, maximum: maximum), longestWait: wait)
  }

  /// Order, final data, go-live and aftercare, short enough to do by hand: 1-3, 1, 1 and 1-2
  /// working days, with waits of at most 2.
  public static func pathway() -> Pathway {
    Pathway(
      stages: [
        stage("PR", 1, 2, 3, wait: nil), stage("FD", 1, 1, 1), stage("GL", 1, 1, 1),
        stage("PG", 1, 2, 2),
      ], leadTimes: [])
  }

  /// A practice that moves from `emis` to `tpp`, with the code `P1`, `P2` and so on.
  public static func practice(_ number: Int, listSize: Int? = nil) -> Practice {
    Practice(
      code: PracticeCode("P\(number)"), name: "Practice \(number)", source: "emis", target: "tpp",
      pcn: "U1", listSize: listSize, partner: "csu")
  }

  /// A region of so many plain practices over so many weeks, without resources or periods.
  public static func region(practices count: Int = 1, weeks: Int = 4) -> Region {
    Region(
      name: "Small", code: "QSM", horizon: monday...(monday + weeks * 7 - 3),
      calendar: calendar(), pathway: pathway(),
      systems: [
        ClinicalSystem(id: "emis", name: "EMIS Web"), ClinicalSystem(id: "tpp", name: "SystmOne"),
      ], partners: [Partner(id: "csu", name: "CSU")],
      practices: (1...max(count, 1)).map { practice($0, listSize: 1_000 * $0) })
  }

  /// Legal dates for a practice of `region()`: each stage in its usual length without a wait, from
  /// a working day that leaves room for them.
  public static func schedule(from first: Day, in region: Region) -> Schedule {
    var start = region.calendar.number(of: first)
    return region.pathway.stages.map { stage in
      let finish = start + stage.lengths.usual - 1
      defer { start = finish + 1 }
      let days = region.calendar.workingDays
      return StageDates(start: days[start], finish: days[finish])
    }
  }
}
