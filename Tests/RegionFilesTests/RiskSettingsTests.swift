import Days
import Migrations
import Testing

@testable import RegionFiles

@Suite struct RiskSettingsTests {
  private func read(_ more: String, _ overrides: [(key: String, value: String)] = []) throws
    -> RegionReading
  {
    let folder = try TemporaryFolder([
      "region.toml": Good.toml + more, "practices.csv": Good.practices,
    ])
    return withExtendedLifetime(folder) {
      RegionFolder.read(folder.path, overrides: overrides)
    }
  }

  @Test func slipsAreRead() throws {
    let reading = try read(
      """
      [risk]
      replays = 500
      [[risk.slips]]
      stage = "FD"
      chance = 0.05
      by = "10wd"

      """)
    let risk = try #require(reading.region?.risk)
    #expect(risk.replays == 500)
    #expect(risk.slips.map(\.by) == [.workingDays(10)] && risk.slips[0].chance == 0.05)
    #expect(reading.region?.pathway.stages[risk.slips[0].stage].code == "FD")
  }

  @Test(arguments: [
    "stage = \"XX\"\nchance = 0.1\nby = \"5wd\"", "stage = \"FD\"\nchance = 2\nby = \"5wd\"",
    "stage = \"FD\"\nchance = 0.1", "stage = \"FD\"\nchance = 0.1\nby = \"5wd\"\nodds = 1",
  ])
  func wrongSlipsAreRefused(_ slip: String) throws {
    #expect(try read("[[risk.slips]]\n\(slip)\n").hasErrors)
  }

  @Test func shortFormsMayChangeForATime() throws {
    let key = "resource.tpp-go-lives.changes"
    let reading = try read("", [(key, "[{from=2027-06-01, capacity=3}]")])
    let resource = try #require(reading.region?.resources.first { $0.id == "tpp-go-lives" })
    let june = try #require(Day(iso: "2027-06-07"))
    #expect(resource.capacity(inPeriod: june) == 3)
    #expect(resource.capacity(inPeriod: june - 14) == 2)
    // The number itself can be set beside the changes.
    let both = try read(
      "", [(key, "[{from=2027-06-01, capacity=3}]"), ("resource.tpp-go-lives.capacity", "1")])
    let second = try #require(both.region?.resources.first { $0.id == "tpp-go-lives" })
    #expect(second.capacity(inPeriod: june - 14) == 1 && second.capacity(inPeriod: june) == 3)
  }
}
