import Days
import Migrations
import RegionFiles
import Testing

@Suite("RegionFiles: a region folder") struct RegionFolderTests {
  private func region(_ overrides: [(key: String, value: String)] = []) throws -> Region {
    let folder = try TemporaryFolder(Good.all)
    let reading = RegionFolder.read(folder.path, overrides: overrides)
    return try #require(reading.region, "\(DiagnosticText().render(reading.diagnostics))")
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test("practices carry what their row says") func practices() throws {
    let region = try region()
    #expect(region.practices.map(\.code) == ["A81001", "A81002", "A81003"])
    let mill = region.practices[0]
    #expect(mill.name == "Mill, The")
    #expect(mill.source == "emis")
    #expect(mill.target == "tpp")
    #expect(mill.listSize == 8_000)
    #expect(mill.partner == "csu")
    #expect(mill.isPilot)
    #expect(mill.otherColumns == ["red"])
    #expect(region.otherColumnNames == ["colour"])
    #expect(region.practices[2].pcn == nil)
  }

  @Test("closures, blackouts and actuals land on their practices") func closures() throws {
    let region = try region()
    let building = try #require(region.practices[0].closures.first)
    #expect(building.rule == .avoid(cost: 2))
    #expect(building.stages == [8, 10])
    #expect(region.practices[1].closures.count == 2)
    #expect(region.practices[1].closures.allSatisfy { $0.stages == [8, 9, 10, 11] })
    #expect(region.practices[2].actuals[0]?.finish == (try day("2027-01-15")))
    #expect(region.practices[2].actuals[1]?.finish == nil)
  }

  @Test("links of the file come before those of pilots") func links() throws {
    let links = try region().links
    #expect(links.prefix(2).map(\.rule) == [.together, .before(lag: .days(14))])
    #expect(links.dropFirst(2).count == 2)
    #expect(links.dropFirst(2).allSatisfy { $0.isFromPilot })
  }

  @Test("short forms, shares and PCN limits are expanded") func resources() throws {
    let region = try region()
    #expect(
      region.resources.map(\.id.text) == [
        "emis-extracts", "tpp-go-lives", "csu-engineers", "staff-U1", "pcn-cutovers-U1",
      ])
    let staff = region.resources[3]
    // 0.4 of 12,000 is less than the largest practice.
    #expect(staff.capacity == 8_000)
    #expect(staff.amount == .patients)
    #expect(staff.appliesTo.pcns == ["U1"])
    #expect(staff.capacity(inPeriod: try day("2027-07-05")) == 0)
  }

  @Test("the calendar knows bank holidays and closures, well beyond the horizon")
  func calendar() throws {
    let region = try region()
    #expect(!region.calendar.isWorking(try day("2027-05-31")))
    #expect(!region.calendar.isWorking(try day("2027-06-01")))
    #expect(region.calendar.isWorking(try day("2027-06-03")))
    #expect(region.calendar.first == region.horizon.lowerBound - 400)
    #expect(region.calendar.last == region.horizon.upperBound + 800)
    #expect(region.protectedPeriods.contains { $0.id == "flu" })
  }

  @Test("weights: the preset first, single ones on top") func objective() throws {
    let region = try region()
    #expect(region.objective.squeeze == 10)
    #expect(region.objective.avoid == 4)
    #expect(region.objective.wait == 1)
  }

  @Test("--set changes tables, lists by id, short forms by their resource, and shipped stages")
  func overrides() throws {
    let region = try region([
      ("objective.wait", "3"), ("system.tpp.go_lives_per_week", "5"),
      ("resource.emis-extracts.capacity", "7"), ("rules.pilot_gap", "6w"),
      ("stage.cutover.usual", "3"), ("lead_time.extract-notice.at_least", "6w"),
      ("calendar.protected", "none"), ("region.finish", "2028-06-30"),
    ])
    #expect(region.objective.wait == 3)
    #expect(region.resources.map(\.capacity).prefix(2) == [7, 5])
    #expect(region.rules.pilotGap == .days(42))
    #expect(region.pathway.stages[9].lengths.usual == 3)
    #expect(region.pathway.leadTimes[0].atLeast == .days(42))
    #expect(region.pathway.leadTimes[0].from == StageEvent(stage: 0, edge: .finish))
    #expect(region.protectedPeriods.isEmpty)
    #expect(region.horizon.upperBound == (try day("2028-06-30")))
  }

  @Test(
    "--set with a wrong key or value says so",
    arguments: [
      ("objective.wat", "1", "E310", "wait"), ("system.tp.trainers", "1", "E392", "tpp"),
      ("rules.pilot_gap", "6", "E325", "6w"), ("nonsense.x", "1", "E310", "objective"),
      ("objective", "1", "E391", "TABLE.KEY"),
    ])
  func wrongOverrides(_ key: String, _ value: String, _ code: String, _ hint: String) throws {
    let folder = try TemporaryFolder(Good.all)
    let reading = RegionFolder.read(folder.path, overrides: [(key, value)])
    #expect(reading.region == nil)
    let error = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect(error.code == code)
    #expect(error.file == "--set \(key)=\(value)")
    #expect(error.fix?.contains(hint) == true || key == "nonsense.x", "\(error)")
  }

  @Test("fingerprints are SHA-256") func fingerprints() throws {
    let folder = try TemporaryFolder(["region.toml": "abc"])
    let reading = RegionFolder.read(folder.path)
    #expect(
      reading.fingerprints.first?.sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(reading.missingFile)
  }

  @Test("a pathway of its own takes of the shipped periods and tasks what it has stages for")
  func ownPathway() throws {
    var files = Good.all
    files["region.toml"] = """
      format = 1
      [region]
      name = "Testshire"
      start = 2027-01-04
      finish = 2028-12-22
      target_system = "tpp"
      pathway = "short.toml"
      [[system]]
      id = "tpp"
      go_lives_per_week = 2
      [[partner]]
      id = "csu"
      name = "Support unit"
      floor_walkers = 2
      """
    files["short.toml"] = """
      stage = [
        { id = "order", code = "PR", min = 5, usual = 5, max = 10 },
        { id = "extract", code = "FD", min = 1, usual = 1, max = 1, longest_wait = "40wd" },
        { id = "live", code = "GL", min = 1, usual = 1, max = 1, longest_wait = "5wd" },
      ]
      """
    files["closures.csv"] = nil
    files["actuals.csv"] = nil
    let folder = try TemporaryFolder(files)
    let reading = RegionFolder.read(folder.path)
    let region = try #require(
      reading.region, "\(DiagnosticText().render(reading.diagnostics))")
    #expect(region.protectedPeriods.contains { $0.id == "flu" && $0.stages == [1, 2] })
    #expect(region.protectedPeriods.allSatisfy { !$0.stages.isEmpty })
    #expect(!region.tasks.isEmpty)
    let ids = Set(region.tasks.map(\.id))
    for task in region.tasks {
      if case .task(let next) = task.anchor { #expect(ids.contains(next), "\(task.id)") }
    }
  }
}
