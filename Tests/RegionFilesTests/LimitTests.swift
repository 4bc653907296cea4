import Foundation
import RegionFiles
import Testing

/// The same text again and again, which the log of a test names in a line and not in full.
struct Flood: CustomTestStringConvertible {
  let file: String
  let code: String
  let text: String
  let testDescription: String

  init(
    _ file: String, _ code: String, _ piece: String, _ count: Int,
    between ends: (String, String) = ("", "")
  ) {
    self.file = file
    self.code = code
    text = ends.0 + String(repeating: piece, count: count) + ends.1
    testDescription = "\(file): \(count) times \(piece.prefix(20).debugDescription)"
  }
}

@Suite("RegionFiles: limits") struct LimitTests {
  private func codes(_ folder: TemporaryFolder) -> [String] {
    RegionFolder.read(folder.path).diagnostics.filter { $0.severity == .error }.map(\.code)
  }

  @Test("a file over 100 MB is refused unread") func largeFile() throws {
    let folder = try TemporaryFolder(["region.toml": Base.toml, "practices.csv": ""])
    let handle = try #require(FileHandle(forWritingAtPath: "\(folder.path)/practices.csv"))
    try handle.truncate(atOffset: 101 * 1_024 * 1_024)
    try handle.close()
    let reading = RegionFolder.read(folder.path)
    #expect(reading.diagnostics.first { $0.code == "E100" }?.message.contains("100 MB") == true)
    #expect(!reading.missingFile)
  }

  @Test("a cell over a megabyte ends the reading") func largeCell() throws {
    let cell = String(repeating: "x", count: 1_100_000)
    let folder = try TemporaryFolder([
      "region.toml": Base.toml, "practices.csv": Base.practices + "A81004,\(cell),emis\n",
    ])
    #expect(codes(folder) == ["E173"])
  }

  @Test(
    "rows, cells, practices and tables beyond what any region has end the reading",
    arguments: [
      Flood("practices.csv", "E174", ",", 200_000),
      Flood("practices.csv", "E175", "\n", 300_000),
      Flood("practices.csv", "E175", String(repeating: ",", count: 999) + "\n", 6_000),
      Flood("links.csv", "E175", "apart,A81001,A81002,1w\n", 260_000),
      Flood("links.csv", "E103", "apart,A81001,A81002,1w\n", 20_001),
      Flood("closures.csv", "E103", "A81001,2027-05-03,2027-05-03\n", 1_001),
      Flood("region.toml", "E391", "[[protected]]\nname = \"p\"\n", 100_000),
      Flood("region.toml", "E391", "[1],", 6_000, between: ("[rules]\nx = [", "]\n")),
      Flood("region.toml", "E391", "# A long comment.\n", 300_000),
    ])
  func beyond(_ flood: Flood) throws {
    let start = [
      "practices.csv": Base.practices, "links.csv": "rule,first,second,lag\n",
      "closures.csv": "ods_code,from,to\n", "region.toml": Base.toml,
    ]
    var files = ["region.toml": Base.toml, "practices.csv": Base.practices]
    files[flood.file] = (start[flood.file] ?? "") + flood.text
    try expect([flood.code], files)
  }

  /// The codes of a region's errors, which come without a long wait.
  private func expect(_ wanted: [String], _ files: [String: String]) throws {
    let clock = ContinuousClock()
    let began = clock.now
    #expect(codes(try TemporaryFolder(files)) == wanted)
    #expect(clock.now - began < .seconds(60))
  }

  private func practices(_ count: Int, _ heading: String, _ cell: (Int) -> String) -> String {
    "ods_code,practice_name,source_system,\(heading)\n"
      + (0..<count).map { "A\(10_000 + $0),Practice,emis,\(cell($0))\n" }.joined()
  }

  @Test("blackouts, resources of networks and pilots without end are refused") func many() throws {
    let range = "2027-05-03 to 2027-05-07;"
    try expect(
      ["E103"],
      [
        "region.toml": Base.toml,
        "practices.csv": practices(1, "blackout") { _ in
          "\"" + String(repeating: range, count: 1_001) + "\""
        },
      ])
    let resources = (0..<200).map {
      "[[resource]]\nid = \"r\($0)\"\neach = \"pcn\"\ncapacity = 1\ncount = \"days\"\nstages = [\"GL\"]\n"
    }
    try expect(
      ["E103"],
      [
        "region.toml": Base.toml + resources.joined(),
        "practices.csv": practices(200, "pcn_code") { "U\($0)" },
      ])
    try expect(
      ["E103"],
      [
        "region.toml": Base.toml,
        "practices.csv": practices(1_000, "pilot") { $0 < 500 ? "yes" : "" },
      ])
  }

  @Test("names that nothing is like, and quotation marks out of place, are soon reported")
  func misses() throws {
    let table = practices(6_000, "partner") { "Person \($0)" }
    let closures = (0..<60_000).map { "B\(10_000 + $0),2027-05-03,2027-05-03\n" }.joined()
    let files = ["region.toml": Base.toml, "practices.csv": table]
    let began = ContinuousClock.now
    let folder = try TemporaryFolder(
      files.merging(["closures.csv": "ods_code,from,to\n" + closures]) { $1 })
    #expect(Set(codes(folder)) == ["E121"])
    let quotes = (0..<100_000).map { "A\(10_000 + $0),The \"Old\" Mill,emis\n" }.joined()
    let codes = codes(
      try TemporaryFolder(["region.toml": Base.toml, "practices.csv": Base.practices + quotes]))
    #expect(Set(codes) == ["E171", "E103"] && codes.count == 1_002)
    #expect(ContinuousClock.now - began < .seconds(60))
  }

  @Test("many more practices than England has are refused") func manyPractices() throws {
    var table = "ods_code,practice_name,source_system\n"
    for number in 0...10_000 { table += "A\(100_000 + number),Practice,emis\n" }
    #expect(
      codes(try TemporaryFolder(["region.toml": Base.toml, "practices.csv": table])) == ["E103"])
  }

  @Test("a folder in the place of a file is said to be none") func folderAsFile() throws {
    let folder = try TemporaryFolder(["region.toml": Base.toml])
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/practices.csv", withIntermediateDirectories: false)
    #expect(codes(folder) == ["E100"])
  }

  @Test("six thousand practices are read in a moment, each mistake with its place")
  func thousands() throws {
    var table = "ods_code,practice_name,source_system,list_size\n"
    for number in 0..<6_129 { table += "A\(10_000 + number),Practice,emis,many\n" }
    let folder = try TemporaryFolder(["region.toml": Base.toml, "practices.csv": table])
    let diagnostics = RegionFolder.read(folder.path).diagnostics.filter { $0.code == "E160" }
    #expect(diagnostics.count == 6_129)
    #expect(diagnostics.last?.line == 6_130)
    #expect(diagnostics.last?.excerpt == "A16128,Practice,emis,many")
  }

  @Test("an empty list of systems is no system") func noSystems() throws {
    let folder = try TemporaryFolder([
      "region.toml": "system = []\n[region]\nstart = 2027-01-04\nfinish = 2028-12-22\n",
      "practices.csv": Base.practices,
    ])
    #expect(codes(folder).contains("E305"))
  }
}
