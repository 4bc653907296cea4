import Days
import Testing

@testable import RegionFiles

@Suite("RegionFiles: tables") struct TableTests {
  private func table(_ bytes: [UInt8]) throws -> (table: CSVTable, codes: [String]) {
    let reports = Reports()
    let reader = CSVReader(reports: reports) { ["a", "b", "c"].contains($0) }
    let table = try #require(reader.read(SourceFile(name: "t.csv", bytes: bytes)))
    return (table, reports.diagnostics.map(\.code))
  }

  private func rows(_ table: CSVTable) -> [[String]] {
    table.records.map { record in table.headings.indices.map { table.text(record, $0) } }
  }

  @Test(
    "line ends, marks, separators and quotes",
    arguments: [
      "a,b,c\n1,2,3\n4,5,6\n", "a,b,c\r\n1,2,3\r\n4,5,6", "a,b,c\r1,2,3\r4,5,6\r",
      "\u{FEFF}a;b;c\n1;2;3\n4;5;6\n", "a\tb\tc\n1\t2\t3\n4\t5\t6\n",
      "a,b,c\n\"1\",2 ,\u{A0}3\n\"4\" ,\"5\",6\n",
      "A list,,\n\na,b,c\n1,2,3\n,,\n4,5,6\nTotal,2,\n",
      "a,b,c,,\n1,2,3,,\n4,5,6,,\n",
    ])
  func shapes(_ text: String) throws {
    #expect(try rows(table(Array(text.utf8)).table) == [["1", "2", "3"], ["4", "5", "6"]])
  }

  @Test("UTF-16 in both orders, and Windows-1252 with a warning") func encodings() throws {
    let text = "a,b\ncaf\u{E9},\u{2013}\n"
    let units = Array(text.utf16)
    let little: [UInt8] =
      [0xFF, 0xFE]
      + units.flatMap { unit -> [UInt8] in
        [UInt8(unit & 255), UInt8(unit >> 8)]
      }
    let big: [UInt8] =
      [0xFE, 0xFF]
      + units.flatMap { unit -> [UInt8] in
        [UInt8(unit >> 8), UInt8(unit & 255)]
      }
    for bytes in [little, big] {
      let (table, codes) = try table(bytes)
      #expect(rows(table) == [["café", "–"]])
      #expect(codes == ["N181"])
    }
    let (table, codes) = try table(Array("a,b\ncaf".utf8) + [0xE9, 44, 0x96, 10])
    #expect(rows(table) == [["café", "–"]])
    #expect(codes == ["W180"])
  }

  @Test("cells know their line, column and spreadsheet row") func places() throws {
    let (table, _) = try table(Array("a,b,c\n\"x\ny\",\u{E9}\u{E9},3\n\"q \"\"w\"\"\",5,6\n".utf8))
    let first = table.records[0]
    let second = table.records[1]
    #expect(table.position(first, 0) == (2, 1))
    #expect(table.position(first, 2) == (3, 7))
    #expect(table.cell(first, 2) == "C2")
    #expect(table.position(second, 1) == (4, 11))
    #expect(table.cell(second, 1) == "B3")
    #expect(table.text(second, 0) == "q \"w\"")
    #expect(CSVTable.letters(25) == "Z")
    #expect(CSVTable.letters(26) == "AA")
    #expect(CSVTable.letters(701) == "ZZ")
  }

  @Test(
    "dates as planners type them",
    arguments: [
      "2026-09-02", "02/09/2026", "2/9/2026", "2 September 2026", "02-Sep-2026", "04SEP2026",
      "2.9.2026", "2nd Sept 2026", "Wed 2 Sep 2026", "2026-09-02T00:00:00", "2026-09-02 00:00",
      "46267", "2/9/26", "02-SEP-26", "2026/09/02", "\u{A0}2 September, 2026 ",
    ])
  func dates(_ text: String) throws {
    let expected = try #require(Day(iso: text == "04SEP2026" ? "2026-09-04" : "2026-09-02"))
    let reading = DateText.read(text)
    #expect(reading.day == expected)
    #expect(reading.isSerial == (text == "46267"))
    #expect(reading.hasShortYear == ["2/9/26", "02-SEP-26"].contains(text))
  }

  @Test(
    "what is no date",
    arguments: [
      "", "soon", "31/02/2027", "09/14/2026", "September 2 2026", "Sep 2026", "2026-13-01",
      "1/1", "1/2/3/4", "2026-09-02 10:30", "99999", "0", "2026", "1/1/0001", "Mon",
    ])
  func noDates(_ text: String) { #expect(DateText.read(text).day == nil) }

  @Test("dates reach from 1900 to 2199, and day numbers of spreadsheets from 1954 to 2119")
  func reach() {
    let days = [
      ("01/01/1900", "1900-01-01"), ("31/12/2199", "2199-12-31"), ("1899-12-31", nil),
      ("01/01/2200", nil), ("20000", "1954-10-03"), ("80000", "2119-01-11"),
      ("47001", "2028-09-05"),
      ("19999", nil), ("80001", nil),
    ]
    for (text, expected) in days { #expect(DateText.read(text).day?.iso == expected, "\(text)") }
  }

  @Test("numbers of patients, as typed") func numbers() {
    #expect(NumberText.whole("8,738") == 8_738)
    #expect(NumberText.whole("8 738") == 8_738)
    #expect(NumberText.whole("8738.0") == 8_738)
    #expect(NumberText.whole("8738.5") == nil)
    #expect(NumberText.whole("-5") == nil)
    #expect(NumberText.whole("99999999999999999999") == nil)
    #expect((1_234_567).grouped == "1,234,567")
  }

  @Test("the nearest name") func suggestions() {
    #expect(Suggestion.nearest(to: "per_wek", in: ["per", "per_week"]) == "per_week")
    #expect(Suggestion.nearest(to: "EMSI", in: ["tpp", "emis"]) == "emis")
    #expect(Suggestion.nearest(to: "unlike", in: ["tpp", "emis"]) == nil)
  }

  @Test("the official list's headings are understood") func headings() {
    let headings = [
      "PRACTICE_CODE", "PRACTICE_NAME", "SUPPLIER_NAME", "PCN_CODE", "NUMBER_OF_PATIENTS",
      "List size", "Current system", "New system", "Must be live by", "Product ID ",
      "Service Recipient ID (e.g. ODS code where this is available)", "Service Recipient Name",
      "Call Off Ordering Party name", "Actual M1 date",
    ]
    #expect(headings.allSatisfy { PracticeField.named($0) != nil })
    #expect(PracticeField.named("SUPPLIER NAME") == .source)
    #expect(PracticeField.named("colour") == nil)
  }
}
