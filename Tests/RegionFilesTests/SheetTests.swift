import Days
import Foundation
import Migrations
import Testing

@testable import RegionFiles

/// Workbooks as planners keep them: several sheets, hidden and struck rows, merged cells, comments.
@Suite("Region files: sheets") struct SheetTests {
  /// The folder of workbooks, written once.
  private static let folder: TemporaryFolder? = {
    guard let folder = try? TemporaryFolder() else { return nil }
    let script = packageRoot.appendingPathComponent("Tests/RegionFilesTests/Workbooks/sheets.py")
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", script.path, folder.path]
    guard (try? python.run()) != nil else { return nil }
    python.waitUntilExit()
    return python.terminationStatus == 0 ? folder : nil
  }()

  private func bytes(_ name: String) throws -> [UInt8] {
    let folder = try #require(Self.folder, "python3 did not write the workbooks")
    return try SourceFile.read("\(folder.path)/\(name)", name: name).bytes
  }

  /// A region whose table of practices is a workbook.
  private func region(
    _ name: String, as table: String = "practices.xlsx", toml: String = ""
  ) throws -> (reading: RegionReading, folder: TemporaryFolder) {
    let folder = try TemporaryFolder(["region.toml": Good.toml + toml])
    try folder.write(bytes(name), to: table)
    return (RegionFolder.read(folder.path), folder)
  }

  private func codes(_ reading: RegionReading) -> [String] {
    reading.region?.practices.map(\.code.text) ?? []
  }

  private func found(_ reading: RegionReading, _ code: String) -> [Diagnostic] {
    reading.diagnostics.filter { $0.code == code }
  }

  @Test func allSheetsWithTheHeadingsAreRead() throws {
    let (reading, folder) = try region("two-sheets.xlsx")
    #expect(codes(reading) == ["A81001", "A81002", "A81003"], "\(reading.diagnostics)")
    #expect(reading.region?.practices.last?.name == "Three")
    #expect(found(reading, "N184").first?.message.contains("2 sheets were read") == true)
    let unread = try #require(found(reading, "W186").first)
    #expect(unread.message.contains("\"Contacts\"") && unread.message.contains("1 row"))
    // Given back, each sheet is one of its own.
    let grids = TableGrid.read(folder.path)
    #expect(grids.map(\.sheet) == ["EMIS", "TPP & co"])
    #expect(grids.last?.rows[3] == ["emis", "A81003", "7", "Three"])
  }

  @Test func oneSheetIsReadWhereItIsNamed() throws {
    let (reading, folder) = try region(
      "two-sheets.xlsx", toml: "\n[input]\nsheet = [\"tpp & Co\"]\n")
    #expect(codes(reading) == ["A81003"], "\(reading.diagnostics)")
    #expect(found(reading, "W186").count == 2)
    #expect(TableGrid.read(folder.path, sheets: reading.sheets).map(\.file) == ["practices.xlsx"])
    let missing = try region("two-sheets.xlsx", toml: "\n[input]\nsheet = \"Emiss\"\n").reading
    let error = try #require(found(missing, "E185").first)
    #expect(error.fix?.contains("EMIS") == true && missing.region == nil)
  }

  @Test func aCodeInTwoSheetsNamesBothCells() throws {
    let error = try #require(found(try region("old-copy.xlsx").reading, "E120").first)
    #expect(error.cell?.hasPrefix("Tracker!A2") == true)
    #expect(error.why?.contains("'OLD do not use'!A2") == true)
    #expect(error.fix?.contains("[input]") == true && error.fix?.contains("Tracker") == true)
    #expect(error.isAbout(sheet: "Tracker") && !error.isAbout(sheet: "OLD do not use"))
    #expect(error.place?.row == 1 && error.place?.column == 0)
  }

  @Test func hiddenSheetsAreReadOnlyIfNamed() throws {
    let (reading, _) = try region("hidden-sheet.xlsx")
    #expect(codes(reading) == ["A81003"])
    #expect(found(reading, "W186").first?.message.contains("hidden sheet \"Archive\"") == true)
    let named = try region("hidden-sheet.xlsx", toml: "\n[input]\nsheet = \"Archive\"\n").reading
    #expect(codes(named) == ["A81001", "A81002"])
    #expect(found(named, "W185").first?.message.contains("2 rows") == true)
  }

  @Test func hiddenAndStruckRowsAreReadWithAWarning() throws {
    let (reading, _) = try region("rows.xlsx")
    #expect(codes(reading).count == 7)
    #expect(found(reading, "W187").map(\.message).first?.hasPrefix("rows 3, 5 to 6 are") == true)
    #expect(found(reading, "W188").map(\.message).first?.hasPrefix("row 4 is struck") == true)
    let column = try #require(found(reading, "W189").first)
    #expect(column.message.contains("must_be_live_by") && column.cell?.hasPrefix("E2") == true)
  }

  @Test func commentsAreKeptAsNotes() throws {
    let (reading, _) = try region("comments.xlsx")
    #expect(
      reading.region?.practices.map(\.notes) == [
        "list_size: only Tuesdays", "ods_code: NOT agreed",
      ])
    let notes = found(reading, "N185")
    #expect(notes.count == 2 && notes.allSatisfy { $0.cell != nil })
    #expect(notes.contains { $0.message.contains("only Tuesdays") })
  }

  @Test func mergedCellsFillTheirRange() throws {
    let (reading, _) = try region("merged.xlsx")
    let practices = try #require(reading.region?.practices, "\(reading.diagnostics)")
    #expect(practices.map(\.pcn) == ["Z90021", "Z90021", "Z90021", nil])
    #expect(
      practices.map { $0.mustBeLiveBy?.iso } == Array(repeating: "2027-06-30", count: 3) + [nil])
    #expect(found(reading, "N186").map(\.message).first?.contains("E2:E4") == true)
    // The merged row that names a group is no practice.
    #expect(found(reading, "N175").first?.message.contains("row 5") == true)
  }

  @Test func errorsAndFormulasWithoutValueAreErrors() throws {
    let (reading, _) = try region("errors.xlsx")
    #expect(reading.region == nil)
    #expect(Set(found(reading, "E164").compactMap { $0.cell?.prefix(2) }) == ["D2", "F2"])
    let formula = try #require(found(reading, "E165").first)
    #expect(formula.cell?.hasPrefix("E2") == true && formula.message.contains("DATE(2027,6,8)"))
    // Each is said once.
    #expect(reading.diagnostics.filter { $0.severity == .error }.count == 3)
    #expect(found(reading, "N164").first?.message.contains("TBC") == true)
    let csv = try TemporaryFolder([
      "region.toml": Good.toml,
      "practices.csv": "ods_code,practice_name,source_system,pcn_code\nA81001,One,emis,#N/A\n"
        + "A81002,Two,emis,-\n",
    ])
    let text = RegionFolder.read(csv.path)
    #expect(found(text, "E164").map(\.line) == [2] && found(text, "N164").count == 1)
  }

  @Test func daysOf1904AreReadWhateverTheirForm() throws {
    let (reading, _) = try region("from-1904.xlsx")
    #expect(
      reading.region?.practices.map { $0.mustBeLiveBy?.iso }
        == Array(repeating: "2027-07-12", count: 3), "\(reading.diagnostics)")
  }

  @Test(arguments: ["elsewhere.xlsx", "deep.xlsx", "strict.xlsx", "plain.xlsm"])
  func partsAreFoundWhereverTheyLie(_ name: String) throws {
    let table = name.hasSuffix("m") ? "practices.xlsm" : "practices.xlsx"
    let (reading, _) = try region(name, as: table)
    #expect(codes(reading) == ["A81001", "A81002"], "\(reading.diagnostics)")
  }

  @Test func headingsStandBelowTitlesOrInTwoRows() throws {
    #expect(try codes(region("deep-headings.xlsx").reading) == ["A81001"])
    let (two, _) = try region("two-rows.xlsx")
    let practice = try #require(two.region?.practices.first, "\(two.diagnostics)")
    #expect(practice.name == "One" && practice.preferred?.lowerBound.iso == "2027-06-07")
    #expect(practice.mustBeLiveBy?.iso == "2027-09-30")
    #expect(try codes(region("groups.xlsx").reading) == ["A81001"])
    let csv = try TemporaryFolder([
      "region.toml": Good.toml,
      "practices.csv": "\"sep=|\"\nods_code|practice_name|source_system\nA81001|One|emis\n",
    ])
    #expect(codes(RegionFolder.read(csv.path)) == ["A81001"])
  }

  @Test func sectionsAndTotalsAreNoPractices() throws {
    let (reading, _) = try region("footers.xlsx")
    #expect(codes(reading) == ["A81001", "A81002"], "\(reading.diagnostics)")
    let note = try #require(found(reading, "N175").first)
    #expect(note.message.hasPrefix("rows 2, 4, 6 to 10 hold no practice"), "\(note.message)")
  }

  @Test func invisibleMarksAndRoundingAreDropped() throws {
    let (reading, _) = try region("marks.xlsx")
    let practice = try #require(reading.region?.practices.first, "\(reading.diagnostics)")
    #expect(practice.code == "A81001" && practice.listSize == 5000)
    #expect(practice.mustBeLiveBy?.iso == "2027-06-30")
    #expect(found(reading, "N187").map { $0.cell?.hasPrefix("A2") } == [true])
  }

  @Test func cellsWithoutAHeadingAreAWarning() throws {
    let (reading, _) = try region("beyond.xlsx")
    #expect(codes(reading) == ["A81001", "A81002"])
    #expect(found(reading, "W170").first?.cell == "F2")
  }

  @Test func openDocumentsAreRead() throws {
    let (clean, _) = try region("clean.ods", as: "practices.ods")
    let practice = try #require(clean.region?.practices.first, "\(clean.diagnostics)")
    #expect(practice.name == "One  and\nmore" && practice.listSize == 5000)
    #expect(practice.mustBeLiveBy?.iso == "2027-06-30")
    #expect(practice.notes == "must_be_live_by: ask again")
    let (reading, _) = try region("good.ods", as: "practices.ods")
    #expect(found(reading, "E164").map { $0.cell?.hasPrefix("D1000004") } == [true])
    #expect(found(reading, "E165").first?.message.contains("=DATE(2027;6;8)") == true)
    #expect(found(reading, "W187").first?.message.hasPrefix("row 3 ") == true)
    #expect(found(reading, "W188").first?.message.hasPrefix("row 3 ") == true)
    #expect(found(reading, "N186").first?.message.contains("E2:E3") == true)
  }

  @Test(arguments: [
    ("bomb.ods", "too many cells"), ("cut.ods", "damaged"), ("merged-bomb.xlsx", "too many cells"),
    ("binary.xlsx", "binary"),
  ])
  func bombsAreRefused(_ name: String, _ words: String) throws {
    let table = name.hasSuffix("ods") ? "practices.ods" : "practices.xlsx"
    let errors = try region(name, as: table).reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["E183"])
    #expect(errors.first?.message.contains(words) == true, "\(errors)")
  }

  @Test func whatLiesThereIsNamed() throws {
    let folder = try TemporaryFolder(["region.toml": Good.toml, "practices.xls": "x"])
    let old = RegionFolder.read(folder.path)
    #expect(found(old, "E183").map(\.file) == ["practices.xls"])
    #expect(found(old, "E183").first?.fix == "save practices.xls as .xlsx.")
    #expect(found(old, "E100").isEmpty)
    let other = try TemporaryFolder(["region.toml": Good.toml, "Tracker v3.xlsx": "x"])
    let reading = RegionFolder.read(other.path)
    let error = try #require(found(reading, "E100").first)
    #expect(reading.missingFile && error.why?.contains("Tracker v3.xlsx") == true)
    #expect(error.fix?.hasSuffix("to practices.xlsx.") == true)
  }

  @Test func sumsNameTheFileAndTheCell() throws {
    let (reading, _) = try region("early.xlsx")
    let region = try #require(reading.region, "\(reading.diagnostics)")
    let warnings = WindowArithmetic(region: region, places: reading.places).warnings()
    let warning = try #require(warnings.first { $0.code == "W311" })
    #expect(warning.file == "practices.xlsx" && warning.cell == "E2, \"must_be_live_by\"")
  }

  @Test(arguments: ["two-sheets.xlsx", "clean.ods"])
  func regionsStartFromAnyOfThem(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes(name), to: name)
    let today = try #require(Day(year: 2027, month: 1, day: 4))
    let start = RegionStarter(list: "\(folder.path)/\(name)", today: today).start()
    #expect(start.practiceCount == (name == "clean.ods" ? 1 : 3), "\(start.diagnostics)")
  }
}
