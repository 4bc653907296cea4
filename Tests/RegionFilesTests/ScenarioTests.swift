import Days
import Migrations
import RegionFiles
import Testing

@Suite struct ScenarioTests {
  private let scenario = """
    name = "Fewer trainers"
    drop = ["a81003"]
    add = ["more.csv", "/elsewhere/more.csv"]
    [set]
    "rules.pilot_gap" = "6w"
    objective.wait = 2
    [set.resource.staff]
    share = 0.5
    stages = ["FD", "GL"]
    [pin]
    A81001 = 2027-06-08
    [[block]]
    practice = "A81002"
    from = 2027-06-01
    to = 2027-06-12

    """

  @Test func everyPartIsRead() throws {
    let folder = try TemporaryFolder(["s.toml": scenario])
    let reading = ScenarioFile.read(folder.path + "/s.toml")
    let read = try #require(reading.scenario)
    #expect(read.name == "Fewer trainers")
    #expect(read.drops == ["A81003"])
    #expect(read.additions == [folder.path + "/more.csv", "/elsewhere/more.csv"])
    #expect(read.pins.map(\.code) == ["A81001"])
    #expect(read.pins.map(\.day) == [Day(iso: "2027-06-08")])
    #expect(read.blocks.map(\.days.count) == [12])
    #expect(
      read.settings.map { "\($0.key)=\($0.value)" } == [
        "rules.pilot_gap=\"6w\"", "objective.wait=2", "resource.staff.share=0.5",
        "resource.staff.stages=[\"FD\", \"GL\"]",
      ])
  }

  @Test func itsSettingsAreThoseOfTheCommandLine() throws {
    let folder = try TemporaryFolder(Good.all)
    try folder.write(Array(scenario.utf8), to: "s.toml")
    let read = try #require(ScenarioFile.read(folder.path + "/s.toml").scenario)
    let reading = RegionFolder.read(folder.path, overrides: read.settings)
    let region = try #require(reading.region)
    #expect(region.rules.pilotGap == .days(42))
    #expect(region.objective.wait == 2)
  }

  @Test(arguments: [
    ("name = 3", "E393"), ("nam = \"x\"", "E393"), ("[pin]\nA81001 = \"soon\"", "E393"),
    ("[[block]]\npractice = \"A81002\"\nfrom = 2027-06-02\nto = 2027-06-01", "E393"),
    ("drop = [3]", "E393"), ("[set]\nx = 10:00:00", "E393"), ("name = ", "E390"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, code: String) throws {
    let folder = try TemporaryFolder(["s.toml": text])
    let reading = ScenarioFile.read(folder.path + "/s.toml")
    #expect(reading.scenario == nil)
    #expect(reading.diagnostics.map(\.code) == [code])
    #expect(reading.diagnostics.first?.line != nil)
  }

  @Test func aMissingScenarioIsMissing() {
    let reading = ScenarioFile.read("/nowhere/s.toml")
    #expect(reading.missingFile)
    #expect(reading.scenario == nil)
  }

  @Test func furtherPracticesAreAdded() throws {
    let folder = try TemporaryFolder(Good.all)
    let more = """
      practice_name,ods_code,source_system,shade,colour
      Ash,A81004,EMIS,dark,green

      """
    try folder.write(Array(more.utf8), to: "more.csv")
    let path = folder.path + "/more.csv"
    let reading = RegionFolder.read(folder.path, additions: [path])
    let region = try #require(reading.region)
    #expect(region.practices.map(\.code) == ["A81001", "A81002", "A81003", "A81004"])
    #expect(region.otherColumnNames == ["colour", "shade"])
    #expect(region.practices[3].otherColumns == ["green", "dark"])
    #expect(region.practices[3].target == "tpp")
    #expect(reading.fingerprints.contains { $0.file == path })
    // The pilot's links reach the added practice as well.
    #expect(region.links.contains { $0.isFromPilot && $0.second == 3 })
  }

  @Test func aPracticeThatIsThereAlreadyIsNotAdded() throws {
    let folder = try TemporaryFolder(Good.all)
    let more = "ods_code,practice_name,source_system\nA81001,Mill,EMIS\n"
    try folder.write(Array(more.utf8), to: "more.csv")
    let reading = RegionFolder.read(folder.path, additions: [folder.path + "/more.csv"])
    #expect(reading.region == nil)
    #expect(reading.diagnostics.contains { $0.code == "E120" && $0.line == 2 })
    let missing = RegionFolder.read(folder.path, additions: [folder.path + "/none.csv"])
    #expect(missing.missingFile && missing.region == nil)
  }
}
