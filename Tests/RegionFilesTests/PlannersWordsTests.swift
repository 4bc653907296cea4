import Days
import Migrations
import Testing

@testable import RegionFiles

/// What planners write in their tables, read as they mean it or refused with words.
@Suite("RegionFiles: planners' words") struct PlannersWordsTests {
  /// Reads the good region with another practices.csv, and more at the end of region.toml.
  private func read(_ practices: String, toml: String = "", files: [String: String] = [:]) throws
    -> RegionReading
  {
    var all = ["region.toml": Good.toml + toml, "practices.csv": practices]
    all.merge(files) { $1 }
    let folder = try TemporaryFolder(all)
    return withExtendedLifetime(folder) { RegionFolder.read(folder.path) }
  }

  private func codes(_ reading: RegionReading) -> Set<String> {
    Set(reading.diagnostics.map(\.code))
  }

  @Test(
    "days, weeks, months and quarters are windows",
    arguments: [
      ("12/04/2027", "2027-04-12", "2027-04-12"), ("w/c 12/04/2027", "2027-04-12", "2027-04-16"),
      ("week commencing 14 April 2027", "2027-04-12", "2027-04-16"),
      ("June 2027", "2027-06-01", "2027-06-30"), ("Jun-27", "2027-06-01", "2027-06-30"),
      ("Q1 2027/28", "2027-04-01", "2027-06-30"), ("Q4 27/28", "2028-01-01", "2028-03-31"),
      ("20-31 July 2027", "2027-07-20", "2027-07-31"),
      ("12-15 July 2027", "2027-07-12", "2027-07-15"),
      ("20/07/2027 - 31/08/2027", "2027-07-20", "2027-08-31"),
      ("20 July to 31 August 2027", "2027-07-20", "2027-08-31"),
      ("2027-06-07..2027-06-18", "2027-06-07", "2027-06-18"),
    ])
  func windows(text: String, from: String, to: String) throws {
    let days = try #require(WindowText.read(text).days, "\(text)")
    #expect(days.lowerBound.iso == from)
    #expect(days.upperBound.iso == to)
  }

  @Test(
    "what is no window is refused",
    arguments: ["after Easter", "Q1 2027", "7-Jun", "31/02/2027", "all summer", "13/2027", "-"])
  func noWindows(text: String) { #expect(WindowText.read(text).days == nil) }

  @Test("wishes, empty words and dates without a year") func wishes() throws {
    let head = "ods_code,practice_name,source_system,preferred_date\n"
    let good = try read(head + "A81001,Mill,emis,June 2027\nA81002,Oak,emis,TBC\n")
    let region = try #require(good.region)
    #expect(region.practices[0].preferred?.upperBound.iso == "2027-06-30")
    #expect(region.practices[1].preferred == nil)
    #expect(codes(good).contains("N213"))
    let yearless = try read(head + "A81001,Mill,emis,7-Jun\n").diagnostics.first {
      $0.code == "E210"
    }
    #expect(yearless?.fix?.contains("7 June 2027 or 7 June 2028") == true)
    let easter = try read(head + "A81001,Mill,emis,after Easter\n")
    #expect(easter.diagnostics.contains { $0.fix?.contains("w/c 12/04/2027") == true })
  }

  @Test("a weekday that does not fit its date is a warning") func weekday() throws {
    let head = "ods_code,practice_name,source_system,preferred_date\n"
    let wrong = try read(head + "A81001,Mill,emis,Tue 13 April 2027\n")
    #expect(!codes(wrong).contains("W214"))
    #expect(codes(try read(head + "A81001,Mill,emis,Tue 12 April 2027\n")).contains("W214"))
  }

  @Test("a column with the month first is refused as a whole") func monthFirst() throws {
    let table = """
      ods_code,practice_name,source_system,must_be_live_by
      A81001,Mill,emis,6/21/2027
      A81002,Oak,emis,7/5/2027

      """
    let found = try read(table).diagnostics.first { $0.code == "E217" }
    #expect(found?.why?.contains("D3 (7/5/2027)") == true)
  }

  @Test(
    "states of practices",
    arguments: [
      ("CLOSED 31/03/2027", SetAside.State.closed), ("Merged into M85005 01/07/2027", .closed),
      ("List dispersed", .closed), ("Withdrawn", .cancelled), ("On hold", .onHold),
      ("Live", .live), ("Declined", .declined), ("Done", .done),
    ])
  func states(text: String, state: SetAside.State) throws {
    let table = """
      ods_code,practice_name,source_system,Status
      A81001,Mill,emis,\(text)
      A81002,Oak,emis,
      A81003,Elm,emis,planned

      """
    let links = [
      "links.csv": "rule,first,second,lag\ntogether,A81001,A81002,\nbefore,A81002,A81003,2w\n"
    ]
    let region = try #require(try read(table, files: links).region)
    #expect(region.practices.map(\.code) == ["A81002", "A81003"])
    #expect(region.setAside.map(\.state) == [state])
    #expect(region.links.map(\.first) == [0])
  }

  @Test("unknown states are refused, and may be passed through") func unknownState() throws {
    let table = "ods_code,practice_name,source_system,Status\nA81001,Mill,emis,closed list\n"
    #expect(codes(try read(table)).contains("E219"))
    let passed = try read(table, toml: "[input.columns]\nStatus = \"\"\n")
    #expect(passed.region?.otherColumnNames == ["Status"], "\(passed.diagnostics)")
  }

  @Test("go-live columns are asked about until region.toml answers") func goLive() throws {
    let table = "ods_code,practice_name,source_system,Go live date\nA81001,Mill,emis,2027-06-08\n"
    let asked = try read(table)
    #expect(codes(asked).contains("W119"))
    #expect(asked.region?.practices[0].pinnedGoLive == nil)
    let told = try read(
      table, toml: "[input.columns]\n\"Go live date\" = \"pinned_go_live\"\n")
    #expect(told.region?.practices[0].pinnedGoLive?.iso == "2027-06-08")
  }

  @Test("headings that hold a known one are taken, patients' never") func headings() throws {
    let table = """
      Practice Code (ODS),GP Practice Name,Clinical System Supplier,Weighted list size
      A81001,Mill,EMIS Web (hosted),5000

      """
    let reading = try read(table)
    #expect(reading.region?.practices[0].listSize == 5_000)
    #expect(codes(reading).contains("N118"))
    let patients = "ods_code,practice_name,source_system,Patient name\nA81001,Mill,emis,Ann\n"
    #expect(try read(patients).region == nil)
  }

  @Test(
    "slips in codes",
    arguments: [
      ("A81OO1", "did you mean A81001?"), ("A81001/A81002", "a row for each"),
      ("A81001001", "its practice is A81001"), ("GP A81001", "did you mean A81001?"),
    ])
  func slips(code: String, fix: String) throws {
    let reading = try read("ods_code,practice_name,source_system\n\(code),Mill,emis\n")
    #expect(reading.region == nil)
    #expect(reading.diagnostics.contains { $0.fix?.contains(fix) == true })
  }

  @Test("blanks inside a code are dropped, and unknown systems are told once") func others() throws
  {
    let spaced = try read("ods_code,practice_name,source_system\nA81 001,Mill,Optum\n")
    #expect(spaced.region?.practices.map(\.code) == ["A81001"])
    let unknown = try read(
      "ods_code,practice_name,source_system\nA81001,Mill,Zeta\nA81002,Oak,zeta\n")
    let systems = unknown.diagnostics.filter { $0.code == "E140" }
    #expect(systems.count == 1)
    #expect(systems.first?.message.contains("2 rows") == true)
    #expect(PartyNames.wellKnown("EMIS/Optum")?.id == "emis")
    #expect(PartyNames.wellKnown("EMIS (TPP)") == nil)
  }

  @Test("closures of a day and of all, records by the stages' names") func sideTables() throws {
    let practices = "ods_code,practice_name,source_system\nA81001,Mill,emis\nA81002,Oak,emis\n"
    let reading = try read(
      practices,
      files: [
        "closures.csv": "ods_code,from,to\n*,2027-05-05,\nMill,2027-05-06,2027-05-07\n",
        "actuals.csv": "ODS,stage,Started\nOak,Kick-off meeting,2027-01-18\n",
      ])
    let region = try #require(
      reading.region, "\(DiagnosticText().render(reading.diagnostics))")
    #expect(region.practices.map(\.closures.count) == [2, 1])
    #expect(region.practices[1].actuals.count == 1)
  }
}
