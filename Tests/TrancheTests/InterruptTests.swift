import Foundation
import Testing

/// Ctrl-C while a plan is being made.
@Suite("Tranche: interrupts") struct InterruptTests {
  /// A shell with a region that takes minutes to plan to a gap of 0.
  private func shell() throws -> Shell {
    let shell = try Shell()
    var practices = "ods_code,practice_name,source_system,pcn_code\n"
    for number in 1...24 {
      practices += "A99\(600 + number),Practice \(number),emis,Z900\(60 + number / 4)\n"
    }
    let region = """
      [region]
      start = 2027-01-04
      finish = 2027-09-24
      division = "england-and-wales"
      target_system = "tpp"
      [[system]]
      id = "emis"
      extracts_per_week = 3
      [[system]]
      id = "tpp"
      go_lives_per_week = 2
      trainers = 4
      [rules]
      pcn_cutovers_per_week = 1

      """
    for (name, text) in ["practices.csv": practices, "region.toml": region] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(shell.folder)/\(name)"))
    }
    return shell
  }

  @Test("a region beyond --memory is refused before the work, and nothing is written")
  func memory() throws {
    let shell = try shell()
    let refused = try shell.run("tranche plan --memory 1MB -o refused; echo $?; ls")
    #expect(refused.errors.contains("and --memory allows 1 MB"))
    #expect(refused.output.hasPrefix("65\n") && !refused.output.contains("refused"))
    for verb in ["what-if --drop A99601", "sweep --over rules.pilot_gap=1w,2w", "model --to a.mps"]
    {
      #expect(try shell.run("tranche \(verb) --memory 1MB").status == 65)
    }
  }

  /// Starts a plan, waits until there is one to keep, and does something to the process `$pid`.
  private func session(_ act: String) -> String {
    """
    tranche plan --gap 0 --time-limit 10m --threads 1 --progress json 2> log > out & pid=$!
    until grep -q '"cost"' log || ! kill -0 $pid; do sleep 0.05; done
    \(act)
    wait $pid
    """
  }

  @Test("Ctrl-C keeps the best plan, which the checker accepts")
  func keepsBest() throws {
    let shell = try shell()
    let outcome = try shell.run(session("kill -INT $pid"))
    #expect(outcome.status == 130)
    #expect(try shell.read("out").hasPrefix("All 24 practices are scheduled.\n"))
    #expect(try shell.read("log").contains("Interrupted: the best plan so far is kept."))
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(shell.folder)/plan").sorted()
    let wanted = [
      "calendar.txt", "gantt.html", "gantt.svg", "plan.csv", "plan.json", "stages.csv",
    ]
    #expect(files == wanted)
    #expect(try shell.read("plan/plan.json").contains("\"proof\": \"stopped\""))
    let verdict = try shell.run("tranche verify --plan plan")
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  @Test("twice ends at once and writes nothing")
  func twice() throws {
    let shell = try shell()
    // Both signals wait while the process is stopped, so that no time passes between them.
    let outcome = try shell.run(
      session("kill -STOP $pid; kill -INT $pid; kill -TERM $pid; kill -CONT $pid"))
    #expect(outcome.status == 130)
    #expect(try shell.read("out").isEmpty)
    #expect(!shell.has("plan"))
  }
}
