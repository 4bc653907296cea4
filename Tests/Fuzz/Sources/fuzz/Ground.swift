import Days
import Foundation
import Files
import Migrations
import PlanChecks
@testable import RegionFiles

/// What all inputs of a run are read against, read once.
enum Ground {
  /// The folder, named by `TRANCHE_FUZZ_FOLDER`, for the targets that read one from its path.
  static let path: String = {
    guard let path = ProcessInfo.processInfo.environment["TRANCHE_FUZZ_FOLDER"] else {
      fatalError("TRANCHE_FUZZ_FOLDER is a folder that may be written to")
    }
    write(Array(toml.utf8), to: path + "/region.toml")
    write(Array(practices.utf8), to: path + "/practices.csv")
    return path
  }()

  private static let toml = """
    format = 1
    [region]
    start = 2027-01-04
    finish = 2028-06-30
    division = "england-and-wales"
    target_system = "tpp"
    [[system]]
    id = "emis"
    [[system]]
    id = "tpp"
    go_lives_per_week = 1

    """
  private static let practices = """
    ods_code,practice_name,source_system
    A81001,Mill,emis
    A81002,Oak,emis
    A81003,Elm,emis

    """

  /// A region of three practices.
  static let region: Region = {
    guard let region = RegionFolder.read(path).region else { fatalError("the region is bad") }
    return region
  }()

  /// The region with links, as proofs name them.
  static let linked: Region = {
    var region = Ground.region
    region.links = [
      Link(rule: .together, first: 0, second: 1),
      Link(rule: .before(lag: .days(14)), first: 1, second: 2),
    ]
    return region
  }()

  /// What a legal plan of that region costs, in points: that of Corpora/stages/linked.
  static let known: Double = {
    let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpora")
    let path = corpora.appendingPathComponent("stages/linked").path
    guard let data = FileManager.default.contents(atPath: path) else { fatalError("no \(path)") }
    let reports = Reports()
    var reader = StagesReader(region: linked, reports: reports)
    reader.read(SourceFile(name: "stages.csv", bytes: [UInt8](data)))
    var schedules: [Int: Schedule] = [:]
    for (place, practice) in linked.practices.enumerated() {
      schedules[place] = reader.schedules[practice.code]
    }
    precondition(
      Checker().findings(schedules: schedules, region: linked).isEmpty,
      "stages/linked is no legal plan")
    return PlanCost(of: linked).cost(of: schedules).total
  }()

  /// What region.toml says, as practices.csv is read against it.
  static let settings: Settings = {
    let reports = Reports()
    let settings = RegionTable(root: root(reports), readFile: { _ in .failure(.missing) }).read()
    precondition(!reports.hasErrors && settings.horizon != nil, "the settings are bad")
    return settings
  }()

  /// What plans of the region cost.
  ///
  /// libFuzzer calls from one thread only.
  nonisolated(unsafe) static let costs = PlanCost(of: region)

  /// The texts and styles of a good workbook.
  static let parts: WorkbookParts = {
    let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpora")
    guard
      let data = FileManager.default.contents(
        atPath: corpora.appendingPathComponent("workbook/good.xlsx").path),
      let archive = try? ZipArchive([UInt8](data), limits: WorkbookLimits()),
      let parts = try? WorkbookParts(archive)
    else { fatalError("Corpora/workbook/good.xlsx cannot be read") }
    return parts
  }()

  private static let table: TOMLTable = {
    guard let table = try? TOMLParser.parse(Array(toml.utf8)) else { fatalError("bad TOML") }
    return table
  }()

  /// The root table of region.toml, whose messages go to a list of their own.
  static func root(_ reports: Reports) -> TableReader {
    TableReader(
      name: "the top of region.toml", table: table, position: SourcePosition(line: 1, column: 1),
      file: SourceFile(name: "region.toml", bytes: Array(toml.utf8)), reports: reports)
  }

  /// Writes a file of the folder.
  static func put(_ bytes: [UInt8], _ name: String) { write(bytes, to: path + "/" + name) }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { fatalError("no place to write to") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
