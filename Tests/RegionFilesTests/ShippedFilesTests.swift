import Days
import Foundation
import Testing

@testable import RegionFiles

@Suite("RegionFiles: the shipped files") struct ShippedFilesTests {
  @Test("what the program carries is what Data/ holds") func same() throws {
    let data = packageRoot.appendingPathComponent("Data")
    for (path, text) in ShippedFiles.all {
      let disk = try Data(contentsOf: data.appendingPathComponent(path))
      #expect(Data(text.utf8) == disk, "\(path) differs: run make embed")
    }
    for folder in ["pathways", "protected", "holidays", "tasks"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: data.appendingPathComponent(folder).path)
      for name in names { #expect(ShippedFiles.all["\(folder)/\(name)"] != nil, "\(name)") }
    }
  }

  @Test(
    "the bank-holiday rule with its exceptions equals the list, 2019 to 2035",
    arguments: 2019...2035)
  func holidays(_ year: Int) {
    let rule = Set(BankHolidays.englandAndWales(year: year).map(\.day))
    #expect(ShippedHolidays.days(years: year...year) == rule)
  }

  @Test("after the list the rule goes on") func later() {
    #expect(ShippedHolidays.days(years: 2036...2036).count == 8)
  }
}
