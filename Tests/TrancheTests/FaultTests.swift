import Foundation
import Testing

/// Bad moments and bad places: nothing is lost, and what is said is right.
///
/// `Tests/Faults/faults.py` does the same at length; see there.
@Suite("Tranche: faults") struct FaultTests {
  private func shell() throws -> Shell {
    let shell = try Shell()
    _ = try shell.run("cp -r '\(Shell.root)/Tests/TrancheTests/Former/format-1/.' .")
    return shell
  }

  private func digest(_ shell: Shell, _ folder: String) throws -> String {
    try shell.run("cd \(folder) && find . -type f | sort | xargs cat | sha256sum").output
  }

  private let wider =
    "--set system.tpp.go_lives_per_week=2 --set rules.pcn_cutovers_per_week=2"

  @Test("SIGKILL at random moments leaves all former files or all new ones")
  func kills() throws {
    let shell = try Shell()
    let outcome = try shell.run(
      "python3 '\(Shell.root)/Tests/Faults/faults.py' \"$(command -v tranche)\" --kills 4")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("a file over the limit of the system is refused, the former files stay")
  func limit() throws {
    let shell = try shell()
    let before = try digest(shell, "plan")
    let outcome = try shell.run("ulimit -f 20; tranche plan \(wider)")
    #expect(outcome.status == 73, "\(outcome.errors)")
    #expect(outcome.errors.contains("File too large."))
    #expect(try digest(shell, "plan") == before)
  }

  @Test("a list of files left by a crash is carried out by whoever reads the folder next")
  func settled() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      tranche plan \(wider) -o new > log 2>&1 || exit 9
      for name in plan.json stages.csv; do cp new/$name plan/.$name.77.part; done
      cp new/plan.csv plan/plan.csv
      printf 'tranche output 1\\n77\\nplan.csv\\nplan.json\\nstages.csv\\n' > plan/.tranche-commit
      tranche verify \(wider) --plan plan --proof && ls -A plan
      for name in plan.csv plan.json stages.csv; do cmp plan/$name new/$name || exit 8; done
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(!outcome.output.contains(".part") && !outcome.output.contains(".tranche-commit"))
  }

  @Test("what killed runs left half written is gone after the next one, on top and below")
  func leftovers() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      tranche pack --plan plan -o packs > log && tranche export --plan plan --to xlsx -o out > log
      first=$(ls packs | head -n 1); test -n "$first" || exit 9
      for name in packs/.tranche-commit packs/$first/.index.html out/.portfolio.xlsx; do
        echo half > $name.4194303.part; done
      tranche pack --plan plan -o packs > log && tranche export --plan plan --to xlsx -o out > log
      find packs out -name '*.part' | wc -l
      """)
    #expect(outcome.status == 0 && outcome.output == "0\n", "\(outcome.output)\(outcome.errors)")
  }

  @Test("a list of files that climbs out of the folder moves nothing out of it")
  func hostileList() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      echo mine > region-copy; echo bad > .region-copy.77.part; ln -s .. plan/up
      printf 'tranche output 1\\n77\\n../region-copy\\nup/region-copy\\n' > plan/.tranche-commit
      tranche verify --plan plan; cat region-copy
      """)
    #expect(outcome.output.hasSuffix("mine\n"), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("holds files of two runs"), "\(outcome.errors)")
  }

  @Test("links below the folder are not followed, and what they lead to stays as it is")
  func links() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      mkdir out elsewhere; ln -s ../elsewhere out/calendars
      echo mine > elsewhere/schedule.csv; ln -s ../elsewhere/schedule.csv out/schedule.csv
      tranche export --plan plan --to csv -o out > log || exit 9
      cat elsewhere/schedule.csv; tranche export --plan plan --to ics -o out; echo $?; ls -A elsewhere
      """)
    #expect(outcome.output == "mine\n73\nschedule.csv\n", "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("real folders only"))
  }

  @Test("two runs at once leave the files of the one or of the other") func twoAtOnce() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      tranche plan -o one > log; tranche plan \(wider) -o two >> log
      for i in 1 2 3 4; do
        tranche plan -o both > log1 2>&1 & first=$!
        tranche plan \(wider) -o both > log2 2>&1 & second=$!
        wait $first || exit 7; wait $second || exit 8
        diff -r one both > /dev/null || diff -r two both > /dev/null || exit 9
      done
      """)
    let logs = try shell.run("cat log1 log2").output
    #expect(outcome.status == 0, "\(logs)")
  }

  @Test("a lock that somebody holds ends with words, a lock of a dead run does not count")
  func lock() throws {
    let shell = try shell()
    let outcome = try shell.run(
      """
      mkdir out; flock -x out -c 'kill -9 $$'
      tranche export --plan plan --to json -o out; echo $?
      """)
    #expect(outcome.output.hasSuffix("0\n"), "\(outcome.output)\(outcome.errors)")
  }

  @Test("languages, locales, time zones and terminals change no file and no exit status")
  func surroundings() throws {
    let shell = try shell()
    _ = try shell.run("tranche plan -o wanted")
    for setting in [
      "LC_ALL=C", "LC_ALL=tr_TR.UTF-8", "LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8",
      "TZ=Pacific/Kiritimati", "TZ=America/Adak", "TZ=:/no/such/zone", "TERM=dumb COLUMNS=1",
      "TERM= COLUMNS=-5", "COLUMNS=99999999999999999999", "-i PATH=\"$PATH\"",
    ] {
      let outcome = try shell.run(
        "env \(setting) tranche plan -o here < /dev/null && diff -r wanted here && rm -r here")
      #expect(outcome.status == 0, "\(setting): \(outcome.output)\(outcome.errors)")
      let shown = try shell.run("env \(setting) tranche show --plan wanted --gantt")
      #expect(shown.status == 0 && !shown.output.isEmpty, "\(setting): \(shown.errors)")
    }
  }

  @Test("closed streams and full ones end with the right status")
  func streams() throws {
    let shell = try shell()
    let cases = [
      ("tranche show --plan plan --gantt > /dev/full", 73),
      ("tranche check 2> /dev/full", 0), ("tranche check < /dev/null 0<&-", 0),
      ("tranche check >&-", 73), ("tranche plan -o p 2>&-", 0),
      ("{ tranche show --plan plan --dates; echo $? > status; } | true; exit $(cat status)", 0),
    ]
    for (command, status) in cases {
      let outcome = try shell.run(command)
      #expect(outcome.status == Int32(status), "\(command): \(outcome.errors)")
    }
  }
}
