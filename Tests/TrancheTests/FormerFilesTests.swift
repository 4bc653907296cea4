import Foundation
import Testing

/// Files that a former version wrote are read; those of a later one are refused with words.
///
/// `Former/format-1` was written by version 0.1.0 and is never written again: a version that cannot
/// read it has broken everybody's files.
@Suite("Tranche: former files") struct FormerFilesTests {
  private func shell() throws -> Shell {
    let shell = try Shell()
    _ = try shell.run("cp -r '\(Shell.root)/Tests/TrancheTests/Former/format-1/.' .")
    return shell
  }

  @Test(
    "format 1 is read by every command that reads files",
    arguments: [
      ("check", "Format one: 4 practices"),
      ("verify --plan plan", "4 of 4 practices have dates"),
      ("verify --plan accepted/rev-0001", "4 of 4 practices have dates"),
      ("show --plan plan --dates", "A99302"),
      ("diff accepted/rev-0001 plan --exit-code", ""),
      ("accept --plan plan --yes", "1"),
      ("export --plan accepted/rev-0001 --to csv -o out", "written to out"),
      ("plan --from accepted/rev-0001 --as-of 2026-12-01 -o again", "All 4 practices"),
    ])
  func readable(_ command: String, _ words: String) throws {
    let shell = try shell()
    let outcome = try shell.run("tranche \(command)")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(words.isEmpty || outcome.output.contains(words), "\(outcome.output)")
    #expect(try shell.read("accepted/history.jsonl").split(separator: "\n").count == 1)
  }

  @Test("all that this version writes says that it is of format 1, and is read again")
  func written() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      rm -r accepted plan; tranche plan > log && tranche accept --plan plan --yes >> log || exit 9
      tranche init new >> log; tranche export --plan plan --to json -o out >> log || exit 8
      grep -l '"format": 1,' plan/plan.json accepted/rev-0001/plan.json out/*.json
      grep -l '"format":1,' accepted/history.jsonl; grep -l '^format = 1$' new/region.toml
      tranche verify --plan accepted/rev-0001 --proof >> log && tranche show --plan plan --dates \
        >> log && tranche accept --plan plan --yes >> log && tranche diff plan accepted/rev-0001
      """)
    let names = [
      "plan/plan.json", "accepted/rev-0001/plan.json", "out/plan.json", "accepted/history.jsonl",
      "new/region.toml",
    ]
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasPrefix(names.joined(separator: "\n")), "\(outcome.output)")
  }

  @Test(
    "another format of plan.json is refused before anything else in it is looked at",
    arguments: [
      ("2", "2"), ("0", "0"), ("\"one\"", "\"one\""), ("1.5", "1.5"), ("[1]", "of no kind"),
    ])
  func otherPlan(_ format: String, _ shown: String) throws {
    let shell = try shell()
    try Data("{\"format\": \(format), \"plan\": \"in other words\"}".utf8)
      .write(to: URL(fileURLWithPath: "\(shell.folder)/plan/plan.json"))
    for command in ["show --plan plan --dates", "verify --plan plan", "diff plan plan"] {
      let outcome = try shell.run("tranche \(command)")
      #expect(outcome.status == 65, "\(command): \(outcome.output)\(outcome.errors)")
      #expect(outcome.errors.contains("plan.json is of format \(shown)"), "\(outcome.errors)")
      #expect(outcome.errors.contains("This version reads format 1 only."))
    }
  }

  @Test(
    "another format of region.toml is the only thing that is said of it", arguments: ["2", "\"x\""])
  func otherRegion(_ format: String) throws {
    let shell = try shell()
    let outcome = try shell.run(
      "printf 'format = %s\\n[areas]\\nmoves = []\\n' '\(format)' > region.toml; tranche plan")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("format \(format) is not known"))
    #expect(outcome.errors.contains("1 error"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("areas\" is"), "\(outcome.errors)")
  }

  @Test("a history with a line of another format is neither read nor added to")
  func otherHistory() throws {
    let shell = try shell()
    _ = try shell.run(#"echo '{"format":2,"number":2}' >> accepted/history.jsonl"#)
    let before = try shell.read("accepted/history.jsonl")
    for (command, status) in [
      ("accept --plan plan --yes", 73), ("export --plan plan --to csv", 65),
    ] {
      let outcome = try shell.run("tranche \(command)")
      #expect(outcome.status == Int32(status), "\(outcome.errors)")
      #expect(outcome.errors.contains("line 2 is of format 2"), "\(outcome.errors)")
    }
    #expect(try shell.read("accepted/history.jsonl") == before)
  }

  @Test("a line from before lines had a format is of format 1") func withoutFormat() throws {
    let shell = try shell()
    let outcome = try shell.run(
      "sed -i 's/\"format\":1,//' accepted/history.jsonl && tranche accept --plan plan --yes")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
