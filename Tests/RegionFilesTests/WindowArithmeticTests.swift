import Migrations
import RegionFiles
import Testing

@Suite("RegionFiles: window arithmetic") struct WindowArithmeticTests {
  private func codes(_ overrides: [(key: String, value: String)], practices: String = "")
    throws -> [String]
  {
    let folder = try TemporaryFolder([
      "region.toml": Base.toml, "practices.csv": practices.isEmpty ? Base.practices : practices,
    ])
    let reading = RegionFolder.read(folder.path, overrides: overrides)
    let region = try #require(
      reading.region, "\(DiagnosticText().render(reading.diagnostics))")
    return WindowArithmetic(region: region).warnings().map(\.code)
  }

  @Test("a roomy region has no warnings") func roomy() throws {
    #expect(try codes([("system.tpp.go_lives_per_week", "1")]).isEmpty)
  }

  @Test("no capacity, too little, too little at once") func capacity() throws {
    #expect(try codes([("system.tpp.go_lives_per_week", "0")]) == ["W330"])
    // Three go-lives at most one a week, in the two weeks of December before Christmas.
    let late = """
      ods_code,practice_name,source_system,list_size
      A81001,Mill,emis,60000
      A81002,Oak,emis,5000

      """
    let short: [(key: String, value: String)] = [
      ("region.finish", "2027-05-07"), ("system.tpp.concurrent", "0.05"),
    ]
    #expect(try codes(short, practices: late) == ["W332", "W332"].prefix(1) + ["W340"])
  }

  @Test("what is short says how many a week are needed, and how many there are") func rate() throws
  {
    let folder = try TemporaryFolder([
      "region.toml": Base.toml,
      "practices.csv": "ods_code,practice_name,source_system\n"
        + (1...40).map { "A810\(10 + $0),Practice \($0),emis\n" }.joined(),
    ])
    let reading = RegionFolder.read(
      folder.path,
      overrides: [("system.tpp.go_lives_per_week", "1"), ("region.finish", "2027-09-30")])
    let region = try #require(reading.region)
    let lives = try #require(
      WindowArithmetic(region: region).warnings().first {
        $0.code == "W340" && $0.message.contains("go-lives")
      })
    let numbers = lives.message.split { !$0.isNumber }.compactMap { Int($0) }
    // needed, there, a week, weeks, there is
    try #require(numbers.count == 5, "\(lives.message)")
    #expect(numbers[0] == 40 && numbers[4] == 1)
    #expect(numbers[2] * numbers[3] >= 40 && (numbers[2] - 1) * numbers[3] < 40)
  }

  @Test("a horizon that is too short, a deadline and a pin that come too early") func windows()
    throws
  {
    #expect(try codes([("region.finish", "2027-03-05")]) == ["W310", "W310", "W310"])
    let dated = """
      ods_code,practice_name,source_system,must_be_live_by,pinned_go_live
      A81001,Mill,emis,2027-02-01,
      A81002,Oak,emis,,2027-02-01

      """
    #expect(try codes([], practices: dated) == ["W311", "W312"])
  }
}
