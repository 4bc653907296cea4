import Foundation
import Testing

/// The schema of region.toml in the hands of editors: taplo (Even Better TOML of VS Code), tombi.
@Suite("Tranche: editors know region.toml") struct EditorTests {
  private static let python = ReadBackTests.python(with: ["jsonschema", "tombi"])

  @Test(
    "schema, reader, taplo and tombi say the same of good and bad files",
    .enabled(if: python != nil, "needs .ci/venv"))
  func sameVerdict() throws {
    let python = try #require(Self.python)
    let shell = try Shell()
    let outcome = try shell.run(
      "mkdir region; '\(python)' '\(Shell.root)/Tests/Editors/editors.py'"
        + " '\(Shell.programs)/tranche' region")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(" compared, 0 differ"))
  }

  @Test("what init starts is read without a word about its schema")
  func started() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      "tranche init region --example -q > /dev/null && tranche check region --strict --json"
        + " && head -n 1 region/region.toml")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasSuffix("#:schema ./region.schema.json\n"))
    #expect(!outcome.output.contains("region.schema.json\","))
    #expect(
      try shell.read("region/region.schema.json")
        == shell.run("tranche schema region --json").output)
  }
}
