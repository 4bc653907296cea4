import Days
import Migrations
import RegionFiles
import Testing

/// Today, records, freezes and protected periods as region folders state them.
@Suite("RegionFiles: records and periods") struct RecordFilesTests {
  private func read(
    _ extra: String = "", region: String = "", practices: String = Base.practices,
    actuals: String? = nil
  ) throws -> RegionReading {
    let toml = Base.toml.replacingOccurrences("[region]\n", with: "[region]\n\(region)\n")
    var files = ["region.toml": toml + extra, "practices.csv": practices]
    files["actuals.csv"] = actuals
    let folder = try TemporaryFolder(files)
    return withExtendedLifetime(folder) { RegionFolder.read(folder.path) }
  }

  private let records = """
    ods_code,stage,actual_start,actual_finish
    A81001,PR,2027-01-04,2027-01-15
    A81001,KO,2027-01-18,

    """

  @Test func todayIsTheLastDayOnRecordUnlessTheRegionSays() throws {
    #expect(try #require(read().region).asOf == nil)
    let recorded = try #require(read(actuals: records).region)
    #expect(recorded.asOf == Day(iso: "2027-01-18"))
    let told = try #require(read(region: "as_of = 2027-02-01", actuals: records).region)
    #expect(told.asOf == Day(iso: "2027-02-01"))
  }

  @Test func aStageThatFailedIsHistoryAndCountsAgain() throws {
    let reading = try read(
      actuals: """
        ods_code,stage,actual_start,actual_finish,outcome
        A81001,PR,2027-01-04,2027-01-08,Failed
        A81001,PR,2027-01-11,2027-01-22,
        A81002,PR,2027-01-04,,cancelled

        """)
    let region = try #require(reading.region, "\(reading.diagnostics)")
    #expect(region.practices[0].actuals[0]?.start == Day(iso: "2027-01-11"))
    #expect(region.practices[0].formerAttempts.map(\.outcome) == [.failed])
    #expect(region.practices[1].actuals.isEmpty)
    #expect(region.practices[1].formerAttempts.map(\.outcome) == [.cancelled])
  }

  @Test func whatIsOnRecordIsNeverRefusedHoweverOdd() throws {
    let reading = try read(
      actuals: """
        ods_code,stage,actual_start,actual_finish
        A81001,PR,2026-11-14,2026-11-27
        A81001,KO,2026-11-25,2026-11-25
        A81002,PR,2027-01-04,
        A81002,KO,2027-01-20,2027-01-20
        A81003,PR,2027-01-11,2027-01-22
        A81003,KO,2027-01-11,2027-01-11

        """)
    let region = try #require(reading.region, "\(reading.diagnostics)")
    let codes = reading.diagnostics.filter { $0.severity == .warning }.map(\.code)
    #expect(Set(codes).isSuperset(of: ["W215", "W250", "W252", "W253"]))
    func dates(_ place: Int, _ stage: Int) -> [String?] {
      let actual = region.practices[place].actuals[stage]
      return [actual?.start.iso, actual?.finish?.iso]
    }
    // A Saturday counts as the Friday; who has begun the next stage is over with this one.
    #expect(dates(0, 0) == ["2026-11-13", "2026-11-24"])
    #expect(dates(0, 1) == ["2026-11-25", "2026-11-25"])
    // Without a finish it took as long as usual.
    #expect(dates(1, 0) == ["2027-01-04", "2027-01-15"])
    // Both began on one day: the later stage's stands.
    #expect(dates(2, 0) == ["2027-01-08", "2027-01-08"])
    #expect(dates(2, 1) == ["2027-01-11", "2027-01-11"])
    // Records lie before the first day on which others may begin.
    #expect(region.horizon.lowerBound.iso == "2026-11-13")
    #expect(region.opening == Day(iso: "2027-01-04"))
  }

  @Test func outcomesThatCannotBeAreRefused() throws {
    func codes(_ rows: String) throws -> Set<String> {
      let reading = try read(
        actuals: "ods_code,stage,actual_start,actual_finish,outcome\n\(rows)\n")
      return Set(reading.diagnostics.filter { $0.severity == .error }.map(\.code))
    }
    #expect(
      try codes("A81001,PR,2027-01-04,2027-01-08,\nA81001,PR,2027-01-11,2027-01-22,") == ["E251"])
    #expect(try codes("A81001,PR,2027-01-04,2027-01-08,perhaps") == ["E255"])
    #expect(
      try codes("A81001,PR,2027-01-04,2027-01-15,\nA81001,PR,2027-01-11,2027-01-22,failed")
        == ["E256"])
  }

  @Test func aGoLiveOnRecordCountsMoreThanTheAgreedDay() throws {
    let stages = ["PR", "KO", "TS", "EP", "ID", "DC", "FX", "SO", "FD", "CO", "GL"]
    var day = try #require(Day(iso: "2027-01-04"))
    var rows = "ods_code,stage,actual_start,actual_finish\n"
    for stage in stages {
      rows += "A81001,\(stage),\(day.iso),\(day.iso)\n"
      day = day + 7
    }
    let practices = Base.practices
      .replacingOccurrences("source_system", with: "source_system,pinned_go_live")
      .replacingOccurrences("Mill,emis", with: "Mill,emis,2027-05-04")
      .replacingOccurrences("Oak,emis", with: "Oak,emis,")
      .replacingOccurrences("Elm,emis", with: "Elm,emis,")
    let reading = try read(practices: practices, actuals: rows)
    #expect(reading.diagnostics.contains { $0.code == "W254" })
    #expect(try #require(reading.region).practices[0].pinnedGoLive == nil)
  }

  @Test func ownPeriodsJoinTheShippedOnesOrTheLossIsTold() throws {
    let own = """
      [[protected]]
      id = "learning"
      name = "Learning week"
      from = 2027-05-10
      to = 2027-05-14
      [[protected]]
      id = "flu"
      name = "Our flu"
      from = "09-15"
      to = "11-30"

      """
    let shipped = try #require(read().region).protectedPeriods
    #expect(shipped.contains { $0.id == "flu" })
    let replaced = try read(own)
    #expect(try #require(replaced.region).protectedPeriods.map(\.id) == ["learning", "flu"])
    let warning = try #require(replaced.diagnostics.first { $0.code == "W361" })
    #expect(warning.message.contains("Christmas") && !warning.message.contains("Flu"))
    let joined = try read("[calendar]\nprotected = \"england\"\n" + own)
    #expect(!joined.diagnostics.contains { $0.code == "W361" })
    let periods = try #require(joined.region).protectedPeriods
    #expect(periods.count == shipped.count + 1)
    #expect(periods.filter { $0.id == "flu" }.map(\.name) == ["Our flu"])
    let alone = try read("[calendar]\nprotected = \"none\"\n" + own)
    #expect(!alone.diagnostics.contains { $0.code == "W361" })
    #expect(try #require(alone.region).protectedPeriods.map(\.id) == ["learning", "flu"])
  }

  @Test func freezesAndEmptyLists() throws {
    #expect(try #require(read().region).rules.freezeIsHard == false)
    #expect(try #require(read("[rules]\nfreeze = \"hard\"\n").region).rules.freezeIsHard)
    let practices = Base.practices
      .replacingOccurrences("source_system", with: "source_system,list_size")
      .replacingOccurrences("Mill,emis", with: "Mill,emis,0")
      .replacingOccurrences("Oak,emis", with: "Oak,emis,4000")
      .replacingOccurrences("Elm,emis", with: "Elm,emis,5000")
    #expect(try read(practices: practices).region != nil)
    let weighted = try read("[objective]\nweight_by = \"patients\"\n", practices: practices)
    #expect(weighted.region == nil)
    #expect(weighted.diagnostics.contains { $0.code == "E164" })
  }

  @Test func wishesThatNoRuleAllowsAndWeightsThatLeaveOutAreToldBeforehand() throws {
    func warnings(_ column: String, _ value: String) throws -> [String] {
      let practices = Base.practices
        .replacingOccurrences("source_system", with: "source_system,\(column)")
        .replacingOccurrences("Mill,emis", with: "Mill,emis,\(value)")
        .replacingOccurrences("Oak,emis", with: "Oak,emis,")
        .replacingOccurrences("Elm,emis", with: "Elm,emis,")
      let region = try #require(read(practices: practices).region)
      return WindowArithmetic(region: region).warnings().map(\.code)
    }
    #expect(try warnings("preferred_date", "2027-10-14") == ["W313"])
    #expect(try warnings("preferred_date", "2027-06-12") == ["W313"])
    #expect(try warnings("preferred_date", "2027-06-07") == [])
    #expect(try warnings("must_be_live_by", "2026-06-01").contains("W314"))
    #expect(try !warnings("must_be_live_by", "2027-04-01").contains("W314"))
  }

  @Test func changesOfAWeekWithoutItsMondayAreTold() throws {
    func warnings(_ from: String, _ to: String) throws -> [String] {
      let toml = """
        [[resource]]
        id = "staff"
        name = "Staff"
        capacity = 9
        stages = ["GL"]
        changes = [ { from = \(from), to = \(to), capacity = 0 } ]

        """
      let region = try #require(read(toml).region)
      return WindowArithmetic(region: region).warnings().map(\.code)
    }
    #expect(try warnings("2027-06-09", "2027-06-11") == ["W315"])
    #expect(try warnings("2027-06-09", "2027-06-14") == [])
  }
}

extension String {
  /// The text with every place of one part changed for another.
  fileprivate func replacingOccurrences(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
