import Days
import Foundation
import Migrations
import PlanChecks
@testable import RegionFiles

/// What libFuzzer calls with each input; `TRANCHE_FUZZ` says what reads it.
///
/// A trap, an error of AddressSanitizer, or a reading that says neither yes nor why not ends the run.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  Target.chosen.read(bytes)
  return 0
}

/// What SwiftPM makes the program's `main`: the package manager gives it this name.
@_cdecl("fuzz_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, fuzzOne)
}

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The readers that are fuzzed.
enum Target: String, CaseIterable {
  case csv
  case toml
  case fields
  case stages
  case workbook
  case sheet

  static let chosen: Target = {
    let name = ProcessInfo.processInfo.environment["TRANCHE_FUZZ"] ?? ""
    guard let target = Target(rawValue: name) else {
      fatalError("TRANCHE_FUZZ is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
  }()

  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: Folder.read(bytes, as: "practices.csv")
    case .toml: Folder.read(bytes, as: "region.toml")
    case .workbook: Folder.read(bytes, as: "practices.xlsx")
    case .fields: readFields(String(decoding: bytes, as: UTF8.self))
    case .stages: readStages(bytes)
    case .sheet:
      // The XML of a sheet, which a fuzzer hardly gets through the zip around it.
      _ = try? WorkbookSheetReader(parts: Folder.parts, limits: WorkbookLimits())
        .rows(bytes, name: "sheet")
    }
  }

  private func readFields(_ text: String) {
    if let day = Day(iso: text) { precondition(Day(iso: day.iso) == day) }
    if let length = Length(text) { precondition(length.count >= 0 || text.contains("-")) }
    let reading = DateText.read(text)
    if let day = reading.day { precondition(Day(iso: day.iso) == day) }
    _ = Trimming.trimmed(text)
  }

  private func readStages(_ bytes: [UInt8]) {
    let region = Folder.good
    let reports = Reports()
    var reader = StagesReader(region: region, reports: reports)
    reader.read(SourceFile(name: "stages.csv", bytes: bytes))
    var schedules: [Int: Schedule] = [:]
    for (place, practice) in region.practices.enumerated() {
      if let schedule = reader.schedules[practice.code] { schedules[place] = schedule }
    }
    let findings = Checker().findings(schedules: schedules, region: region)
    let cost = PlanCost(of: region).cost(of: schedules).total
    // Only a plan without findings has a cost that means something.
    precondition(!findings.isEmpty || cost.isFinite)
  }
}

/// A region folder in memory-backed files, of which one is the input.
enum Folder {
  static let path: String = {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    let path = "\(base)/tranche-fuzz-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
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

    """

  static let good: Region = {
    put(Array(toml.utf8), "region.toml")
    put(Array(practices.utf8), "practices.csv")
    guard let region = RegionFolder.read(path).region else { fatalError("the good region is bad") }
    return region
  }()

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

  static func read(_ bytes: [UInt8], as name: String) {
    put(Array(toml.utf8), "region.toml")
    if name.hasSuffix(".xlsx") {
      unlink("\(path)/practices.csv")
    } else {
      put(Array(practices.utf8), "practices.csv")
    }
    put(bytes, name)
    let reading = RegionFolder.read(path)
    precondition((reading.region == nil) == reading.hasErrors, "neither a region nor an error")
    _ = DiagnosticText(examplesPerCode: nil).render(reading.diagnostics)
  }

  private static func put(_ bytes: [UInt8], _ name: String) {
    guard let file = fopen("\(path)/\(name)", "wb") else { fatalError("no place to write to") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
