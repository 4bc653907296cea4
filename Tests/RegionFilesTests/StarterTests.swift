import Days
import Migrations
import RegionFiles
import Testing

@Suite("RegionFiles: starting a region") struct StarterTests {
  static let list = """
    PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ICB_CODE,ICB_NAME,SUPPLIER_NAME
    A81001,"MILL, THE",TS1 1AA,U1,ONE PCN,QT6,NHS Cornwall ICB,EMIS
    A81002,OAK,TS1 1AB,U,U,QJK,NHS Devon ICB,EMIS
    A81003,ELM,TS1 1AC,U1,ONE PCN,QT6,NHS Cornwall ICB,TPP
    A81004,ASH,TS1 1AD,U2,TWO PCN,QAA,NHS Other ICB,Medicus
    A81005,FIR,TS1 1AE,U2,TWO PCN,QAA,NHS Other ICB,MEDICUS

    """

  private func start(
    _ icbs: [String], from: String?, to: String = "TPP"
  ) throws -> RegionStarter.Start {
    let folder = try TemporaryFolder(["map.csv": Self.list])
    let today = try #require(Day(iso: "2026-11-21"))
    return RegionStarter(
      list: "\(folder.path)/map.csv", icbs: icbs, fromSystem: from, toSystem: to, today: today
    ).start()
  }

  @Test("the started region can be read and begins on a Monday four weeks on") func readable()
    throws
  {
    let start = try start(["QT6", "qjk"], from: "EMIS")
    #expect(start.practiceCount == 2)
    let files = Dictionary(uniqueKeysWithValues: start.files.map { ($0.name, $0.text) })
    let folder = try TemporaryFolder(files)
    let reading = RegionFolder.read(folder.path)
    #expect(
      reading.diagnostics.filter { $0.severity != .note }.isEmpty,
      "\(DiagnosticText().render(reading.diagnostics))")
    let region = try #require(reading.region)
    #expect(region.practices.map(\.code) == ["A81001", "A81002"])
    #expect(region.practices[0].name == "MILL, THE")
    #expect(region.practices[1].pcn == nil)
    #expect(region.horizon.lowerBound.iso == "2026-12-21")
    #expect(region.horizon.upperBound.weekday == .friday)
    #expect(region.name == "NHS Cornwall ICB and NHS Devon ICB")
    #expect(region.code == "QJK-QT6")
    #expect(WindowArithmetic(region: region).warnings().isEmpty)
  }

  @Test("spellings of one system are folded") func folded() throws {
    #expect(try start(["QAA"], from: "medicus").practiceCount == 2)
    #expect(try start([], from: nil).practiceCount == 4)
  }

  @Test("where nothing matches, what there is is listed") func nothing() throws {
    let icb = try start(["QXX"], from: "EMIS")
    #expect(icb.files.isEmpty)
    #expect(icb.diagnostics.first?.why?.contains("QT6 (NHS Cornwall ICB)") == true)
    let system = try start(["QT6"], from: "Vision")
    #expect(system.diagnostics.first?.why?.contains("EMIS Web (1)") == true)
    #expect(try start(["QT6"], from: "TPP", to: "SystmOne").files.isEmpty)
  }

  @Test("without a list the texts still make a region to fill in") func empty() throws {
    let today = try #require(Day(iso: "2026-11-23"))
    let start = RegionStarter(fromSystem: "EMIS", today: today).start()
    #expect(start.files.map(\.name) == ["region.toml", "practices.csv"])
    #expect(start.files[0].text.contains("start = 2026-12-21"))
  }
}
