import Foundation
import RegionFiles
import Testing

@Suite("RegionFiles: diagnostics") struct DiagnosticTests {
  private func text(_ rows: String, options: DiagnosticText = DiagnosticText()) throws -> String {
    let folder = try TemporaryFolder(["region.toml": Base.toml, "practices.csv": rows])
    return options.render(RegionFolder.read(folder.path).diagnostics)
  }

  @Test("place, words, the line with a caret, why and fix; the count last") func shape() throws {
    let text = try text(
      "ods_code,practice_name,source_system,preferred_date\nA81017,High,emis,31/02/2027\n",
      options: DiagnosticText(closing: "Nothing was planned."))
    #expect(
      text == """
        practices.csv:2:18: error[E210]: "31/02/2027" is not a date        (cell D2, "preferred_date")
            2 │ A81017,High,emis,31/02/2027
              │                  ^
           why  February 2027 has 28 days.
           fix  write a real date with the day first, such as 28/02/2027, or 2027-02-28.

        1 error in 1 file. Nothing was planned.

        """)
  }

  @Test("five examples of a code, then how many more") func grouping() throws {
    let rows = (0..<9).map { "A8100\($0),Mill,nowhere\($0)\n" }.joined()
    let table = "ods_code,practice_name,source_system\n" + rows
    let short = try text(table)
    #expect(short.components(separatedBy: "error[E140]").count == 6)
    #expect(short.contains("and 4 more of E140"))
    #expect(short.hasSuffix("9 errors in 1 file.\n"))
    let whole = try text(table, options: DiagnosticText(examplesPerCode: nil))
    #expect(whole.components(separatedBy: "error[E140]").count == 10)
  }

  @Test("no value of a file with patient data is ever repeated") func patients() throws {
    let secrets = ["9434765919", "Smithson", "31/02/1950", "nosuchsystem"]
    let table = """
      ods_code,practice_name,source_system,Surname,Date of birth,NHS number
      A81001,"Mill"x,nosuchsystem,Smithson,31/02/1950,9434765919
      A81001,Mill,emis,Smithson,31/02/1950
      A81002,Oak "Old",emis,Smithson,31/02/1950,9434765919,9434765919

      """
    let folder = try TemporaryFolder(["region.toml": Base.toml, "practices.csv": table])
    let diagnostics = RegionFolder.read(folder.path).diagnostics
    #expect(diagnostics.filter { $0.code == "E190" }.count == 3)
    let json = String(decoding: try JSONEncoder().encode(diagnostics), as: UTF8.self)
    let text = DiagnosticText(examplesPerCode: nil).render(diagnostics)
    for secret in secrets { #expect(!json.contains(secret) && !text.contains(secret), "\(text)") }
  }

  @Test("diagnostics go through JSON and back") func codable() throws {
    let diagnostic = Diagnostic(
      code: "W180", file: "practices.csv", line: 2, column: 8, cell: "B2", message: "x", why: "y")
    let data = try JSONEncoder().encode([diagnostic])
    #expect(try JSONDecoder().decode([Diagnostic].self, from: data) == [diagnostic])
    #expect(diagnostic.severity == .warning)
  }
}
