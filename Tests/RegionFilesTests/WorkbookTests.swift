import Days
import Foundation
import Migrations
import Testing

@testable import RegionFiles

/// Workbooks written by Python's zipfile, good ones and such as would fill the memory.
@Suite("Region files: workbooks") struct WorkbookTests {
  /// The folder of workbooks, written once.
  private static let folder: TemporaryFolder? = {
    guard let folder = try? TemporaryFolder() else { return nil }
    let script = packageRoot.appendingPathComponent("Tests/RegionFilesTests/Workbooks/make.py")
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", script.path, folder.path]
    guard (try? python.run()) != nil else { return nil }
    python.waitUntilExit()
    return python.terminationStatus == 0 ? folder : nil
  }()

  /// What comes of reading a workbook as a table of practices.
  private func read(_ name: String) throws -> (table: CSVTable?, diagnostics: [Diagnostic]) {
    let folder = try #require(Self.folder, "python3 did not write the workbooks")
    let reports = Reports()
    let file = try SourceFile.read("\(folder.path)/\(name).xlsx", name: "\(name).xlsx")
    let table = CSVReader(reports: reports) { PracticeField.named($0) != nil }.read(file)
    return (table, reports.diagnostics)
  }

  @Test(arguments: ["good", "stored", "from-1904", "prefixed"])
  func goodOnesAreTables(_ name: String) throws {
    let (table, diagnostics) = try read(name)
    let read = try #require(table, "\(diagnostics)")
    #expect(
      read.headings == [
        "ods_code", "practice_name", "source_system", "preferred_date", "list_size",
      ])
    #expect(diagnostics.contains { $0.code == "N184" && $0.message.contains("\"List\"") })
    #expect(!diagnostics.contains { $0.severity == .error })
    let rows = read.records.map { record in (0..<5).map { read.text(record, $0) } }
    #expect(
      rows == [
        ["A81001", "The Mill", "EMIS", "2027-06-07", "8000"],
        ["A81002", "Oak & \"Elm\"\nSurgery", "EMIS", "2027-06-07", "4000"],
      ])
    // Cells are named as the spreadsheet shows them, whatever is blank above.
    #expect(read.records.map { read.cell($0, 0) } == ["A4", "A6"])
  }

  @Test(arguments: [
    ("ratio", "times as large"), ("huge", "times as large"), ("far", "too many cells"),
    ("entries", "files"), ("entities", "damaged"), ("external", "damaged"),
    ("no-workbook", "no workbook"), ("no-sheet", "no workbook"), ("cut-xml", "damaged"),
    ("rows-backwards", "damaged"), ("rows-nested", "damaged"), ("truncated", "damaged"),
    ("wrong-sum", "damaged"),
    ("old", "old format"),
  ])
  func badOnesAreRefused(_ name: String, _ words: String) throws {
    let (table, diagnostics) = try read(name)
    #expect(table == nil)
    let error = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && error.code == "E183" && error.fix != nil)
    #expect(error.message.contains(words), "\(error.message)")
    #expect(!error.message.contains("root:"))
  }

  @Test func aReaderThatIsStoppedByItsListenerIsLetGo() {
    weak var kept: XMLReader?
    do {
      let reader = XMLReader()
      reader.onEnd = { _ in reader.stop() }
      kept = reader
      #expect(reader.read(Array("<a><b/></a>".utf8)))
    }
    #expect(kept == nil)
  }

  @Test func faultsNameTheCellAndNoLine() throws {
    let folder = try #require(Self.folder)
    let region = try TemporaryFolder(["region.toml": Good.toml])
    let bytes = try SourceFile.read("\(folder.path)/good.xlsx", name: "").bytes
    try region.write(bytes, to: "practices.xlsx")
    let toml = Good.toml.replacingOccurrences(
      of: "[[system]]\nid = \"emis\"", with: "[[system]]\nid = \"other\"")
    try region.write(Array(toml.utf8), to: "region.toml")
    let reading = RegionFolder.read(region.path)
    let note = try #require(reading.diagnostics.first { $0.code == "N141" })
    #expect(note.cell?.hasPrefix("C4") == true && note.line == nil && note.excerpt == nil)
    #expect(note.file == "practices.xlsx")
    #expect(reading.region?.practices.map(\.listSize) == [8000, 4000])
    try region.write(Array(Good.practices.utf8), to: "practices.csv")
    let both = RegionFolder.read(region.path)
    #expect(both.diagnostics.contains { $0.code == "W104" })
    #expect(both.region?.practices.count == 3)
  }

  @Test(arguments: [
    ("yyyy-mm-dd", true), ("d mmm yyyy", true), ("General", false), ("0.00", false),
    ("\"day\" 0", false), ("[Red]0", false), ("h:mm", false), ("0;[d]", false), ("\\d0", false),
    ("[$-809]dd/mm/yyyy;@", true), ("0.0E+00", false),
  ])
  func formsOfDatesAreKnown(_ form: String, _ isDate: Bool) {
    #expect(WorkbookForms.isDateForm(form) == isDate)
  }

  @Test(arguments: [("A1", 0), ("Z9", 25), ("AA1", 26), ("XFD1048576", 16_383), ("1", nil)])
  func cellsHaveColumns(_ name: String, _ column: Int?) {
    #expect(WorkbookSheetReader.column(name) == column)
  }
}
