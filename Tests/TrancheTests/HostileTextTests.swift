import Foundation
import Testing

/// Names, values and arguments that a terminal would obey: no verb passes them on.
@Suite("Tranche: hostile text") struct HostileTextTests {
  private static let bad =
    "\u{1B}[31mX\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\u{2066}\u{200B}\u{2028}\u{8}\u{7F}"

  private func shell() throws -> Shell {
    let shell = try Shell()
    _ = try shell.run(
      "cp -r '\(Shell.root)/Data/regions/six-practices' r 2>/dev/null || "
        + "cp -r '\(Shell.root)/Tests/TrancheTests/Former/format-1/.' r")
    return shell
  }

  /// Whether a text holds nothing but letters, spaces and line ends.
  private func offences(_ text: String) -> [String] {
    text.unicodeScalars.enumerated().compactMap { place, scalar in
      if scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{FEFF}" && place == 0 {
        return nil
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        return "U+\(String(scalar.value, radix: 16)) at \(place)"
      default: return nil
      }
    }
  }

  /// Puts the bad text behind the name of each practice.
  private func spoil(_ shell: Shell) throws {
    let path = shell.folder + "/r/practices.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init)
    let heading = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let column = try #require(heading.firstIndex { $0.contains("name") })
    let spoilt =
      [lines[0]]
      + lines.dropFirst().map { line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        cells[column] += Self.bad
        return cells.joined(separator: ",")
      }
    try (spoilt.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }

  @Test("no verb passes on what is in names, and no text file that it writes") func names() throws {
    let shell = try shell()
    try spoil(shell)
    let code = try shell.run("sed -n 2p r/practices.csv | cut -d, -f1").output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    for command in [
      "check r --expanded", "plan r -o plan", "verify r --plan plan",
      "show r --plan plan --gantt", "show r --plan plan --dates", "show r --plan plan --month",
      "show r --plan plan --capacity", "show r --plan plan --groups", "show r --plan plan --json",
      "explain r --plan plan --practice \(code) --trials 1", "capacity r --plan plan",
      "what-if r --plan plan --drop \(code)", "risk r --plan plan --replays 20",
      "accept r --plan plan --yes", "export r --plan plan --to csv,mermaid -o out",
      "plan r --set objective.delay=3 -o two", "diff r/accepted/rev-0001 two", "check r --json",
      "pack r --plan plan -o packs",
    ] {
      let outcome = try shell.run("tranche \(command)")
      #expect(outcome.status < 64, "\(command): \(outcome.errors)")
      #expect(offences(outcome.output) == [], "\(command), output")
      #expect(offences(outcome.errors) == [], "\(command), errors")
    }
    let texts = try shell.run("find . -name '*.csv' -path './*/*' -o -name '*.txt'").output
    var count = 0
    for name in texts.split(separator: "\n") where name != "./r/practices.csv" {
      #expect(offences(try shell.read(String(name))) == [], "\(name)")
      count += 1
    }
    #expect(count >= 8)
    for name in ["plan/gantt.html", "packs/index.html"] where shell.has(name) {
      #expect(offences(try shell.read(name)) == [], "\(name)")
    }
  }

  @Test("neither do messages that quote keys, values, arguments and file names") func quoted()
    throws
  {
    let shell = try shell()
    try Self.bad.write(toFile: shell.folder + "/bad", atomically: true, encoding: .utf8)
    let key = "\"\\u001b[31mkey\\u202e\\u009b\" = \"\\u0007\\u2028\"\n"
    let path = shell.folder + "/r/region.toml"
    let toml = try String(contentsOfFile: path, encoding: .utf8)
    try (key + toml).write(toFile: path, atomically: true, encoding: .utf8)
    for command in [
      "check r", "plan r -o plan", "plan r --set \"a=$(cat bad)\"", "show r --plan \"$(cat bad)\"",
      "\"$(cat bad)\"", "plan --\"$(cat bad)\"", "plan r --pin \"$(cat bad)\"",
      "explain r --practice \"$(cat bad)\" --plan plan", "capacity r --lose \"$(cat bad)=1\"",
      "plan \"$(cat bad)\"", "sweep --merge \"$(cat bad)\"",
      "init \"$(cat bad)\" --from \"$(cat bad)\"",
      "risk r --plan plan --over \"$(cat bad)\"", "show --only \"$(cat bad)\" --plan plan",
    ] {
      let outcome = try shell.run("tranche \(command)")
      #expect(outcome.status != 0, "\(command)")
      #expect(offences(outcome.output) == [] && offences(outcome.errors) == [], "\(command)")
    }
  }
}

/// What stands where a file should be, or where none may be written.
@Suite("Tranche: places of files") struct FilePlacesTests {
  private func shell() throws -> Shell {
    let shell = try Shell()
    _ = try shell.run("cp -r '\(Shell.root)/Tests/TrancheTests/Former/format-1/.' .")
    return shell
  }

  @Test("pipes and devices in the place of any file end at once, with words") func pipes() throws {
    let shell = try shell()
    _ = try shell.run("rm -rf plan; tranche plan -o plan; tranche accept --plan plan --yes")
    for (place, command) in [
      ("plan/.tranche-commit", "verify --plan plan"), ("plan/plan.json", "show --plan plan"),
      ("plan/stages.csv", "verify --plan plan"),
      ("accepted/history.jsonl", "export --plan plan --to ics -o out"),
      ("accepted/history.jsonl", "accept --plan plan --yes"),
      ("practices.csv", "check"), ("region.toml", "check"), ("links.csv", "plan -o p"),
      ("actuals.csv", "check"), ("scenario.toml", "what-if --plan plan --scenario scenario.toml"),
      ("one.csv", "sweep --merge one.csv"), ("list.csv", "init new --from list.csv"),
    ] {
      for make in ["mkfifo \(place)", "ln -s /dev/zero \(place)"] {
        let outcome = try shell.run(
          """
          rm -rf try && mkdir try && cp -r region.toml *.csv plan accepted try/ && cd try || exit 9
          rm -f \(place); \(make) || exit 9
          (ulimit -v 4000000; timeout 20 tranche \(command)) > log 2>&1; status=$?
          cat log; exit $status
          """)
        #expect((64...73).contains(outcome.status), "\(make), \(command): \(outcome.output)")
        #expect(
          outcome.output.contains("is not") || outcome.output.contains("was not left there"),
          "\(command): \(outcome.output)")
      }
    }
  }

  @Test("no output takes the place of an input, however it is named") func inputs() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      tranche check --xlsx practices.xlsx > /dev/null 2>&1 || exit 9
      mkdir r && cp region.toml r/ && cp practices.xlsx r/ && cd r || exit 9
      ln practices.xlsx hard.xlsx; ln -s practices.xlsx soft.xlsx; mkdir sub
      for name in practices.xlsx ./practices.xlsx sub/../practices.xlsx hard.xlsx soft.xlsx; do
        before=$(sha256sum < practices.xlsx)
        tranche check --xlsx $name 2> errors > /dev/null; echo $?
        grep -c 'is an input' errors
        test "$before" = "$(sha256sum < practices.xlsx)" || echo changed
      done
      tranche check --xlsx other.xlsx > /dev/null 2>&1; test -s other.xlsx && ls -A
      """)
    let refused = String(repeating: "73\n1\n", count: 5)
    #expect(outcome.output.hasPrefix(refused), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("other.xlsx"))
  }

  @Test("what killed runs left beside their targets goes with the next run") func leftovers() throws
  {
    let shell = try shell()
    let outcome = try shell.run(
      """
      mkdir out; sh -c 'exit 0' & dead=$!; wait $dead
      for name in plan.csv other.txt tranche tranche-commit; do touch out/.$name.$dead.part; done
      touch .m.lp.$dead.part .mine.part out/.plan.csv.$$.part
      tranche plan -o out > log 2>&1 || exit 9
      tranche model --to m.lp > log 2>&1 || exit 9
      ls -A out . | grep 'part$'
      """)
    #expect(outcome.output.split(separator: "\n").count == 2, "\(outcome.output)")
  }

  @Test("without fonts pictures and PDF are refused with the package to install") func fonts()
    throws
  {
    let shell = try shell()
    let outcome = try shell.run(
      """
      tranche plan -o plan > log 2>&1
      echo '<fontconfig></fontconfig>' > fonts.conf; export FONTCONFIG_FILE=$PWD/fonts.conf
      for format in png pdf; do
        tranche export --plan plan --to $format -o out 2> errors; echo $?
        grep -c 'apt-get install fonts-liberation' errors
      done
      tranche export --plan plan --to svg,html,csv -o out > log; echo $?
      """)
    #expect(outcome.output == "73\n1\n73\n1\n0\n", "\(outcome.output)\(outcome.errors)")
  }
}
