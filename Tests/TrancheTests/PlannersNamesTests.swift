import Foundation
import Testing

/// Names where codes are asked for, and words in the singular.
@Suite("Tranche: names and words") struct PlannersNamesTests {
  private func shell() throws -> Shell {
    let shell = try Shell()
    _ = try shell.run(
      "cp -r \"$DATA/regions/four-practices\" four && tranche plan four -q > log 2>&1")
    return shell
  }

  @Test(
    "a practice by its code, its name or a beginning of it is the same practice",
    arguments: [
      (
        "what-if four --plan four/plan --progress none --drop", "A99303", "Magpie Lane Practice", ""
      ),
      ("what-if four --plan four/plan --progress none --drop", "A99303", "magpie", ""),
      (
        "what-if four --plan four/plan --progress none --block", "A99303", "Magpie Lane",
        "=2027-07-05..2027-07-16"
      ),
      ("what-if four --plan four/plan --progress none --pin", "A99303", "Magpie", "=2027-07-20"),
      ("explain four --plan four/plan --trials 0 --practice", "A99303", "magpie", ""),
      ("plan four --progress none -o two --pin", "A99303", "Magpie Lane", "=2027-07-20"),
      ("plan four --progress none -o two --reserve", "A99303", "Magpie Lane Practice", ":FD=1w"),
      ("capacity four --plan four/plan --lose", "tpp-go-lives", "SystmOne go-lives", "=1"),
      ("capacity four --plan four/plan --from 2027-06-01 --lose", "emis", "EMIS Web", "=1"),
    ])
  func same(_ command: String, _ code: String, _ name: String, _ rest: String) throws {
    let shell = try shell()
    let byCode = try shell.run("tranche \(command) '\(code)\(rest)'")
    let byName = try shell.run("tranche \(command) '\(name)\(rest)'")
    #expect(byCode.status == byName.status && byCode.output == byName.output)
    #expect(byCode.status != 64 && byCode.status != 65, "\(byCode.errors)")
    #expect(!byCode.output.isEmpty)
  }

  @Test(
    "a name of several or of nobody is refused with those that could be meant",
    arguments: ["--drop", "--pin", "--block"])
  func ambiguous(_ option: String) throws {
    let shell = try shell()
    _ = try shell.run("sed -i 's/Lapwing Medical Centre/Magpie Road Surgery/' four/practices.csv")
    let value = ["--drop": "", "--pin": "=2027-07-20", "--block": "=2027-07-05..2027-07-16"]
    func refused(_ name: String) throws -> String {
      let outcome = try shell.run("tranche what-if four \(option) '\(name)\(value[option] ?? "")'")
      #expect(outcome.status == 65)
      return outcome.errors
    }
    let several = try refused("Magpie")
    #expect(several.contains("several practices are called Magpie"), "\(several)")
    #expect(several.contains("(A99302)") && several.contains("(A99303)"))
    #expect(try refused("Nobody").contains("no practice has the code Nobody"))
  }

  @Test("one is told of in the singular") func singular() throws {
    let shell = try shell()
    _ = try shell.run(
      "mkdir one && cp four/region.toml one && head -n 2 four/practices.csv > one/practices.csv")
    let texts = try [
      "check one", "plan one -q", "verify one --plan one/plan", "show one --plan one/plan --groups",
      "show one --plan one/plan --gantt", "accept one --plan one/plan --yes --today 2026-12-01",
      "risk one --plan one/plan --replays 20", "export one --plan one/plan --to csv -o out",
    ].map { command in
      let outcome = try shell.run("tranche \(command)")
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      return outcome.output + outcome.errors
    }
    let verbs: Set<Substring> = ["is", "has", "was", "goes", "falls", "takes", "meets", "does"]
    for text in texts {
      let plural = text.matches(of: /(?:^|[^0-9.,])1 (?:more )?([a-z-]+[^s\W]s)\b/)
        .filter { !verbs.contains($0.output.1) }.map { String($0.output.0) }
      #expect(plural.isEmpty, "\(plural) in \(text)")
    }
  }

  @Test("a pin in flu vaccination names that alone, before any figure") func forbidden() throws {
    let shell = try Shell()
    _ = try shell.run("cp -r \"$DATA/regions/devon-cornwall\" dc")
    let outcome = try shell.run(
      "tranche plan dc -q --work 1 -o p > log; "
        + "tranche what-if dc --plan p --pin L82016=2027-10-15 --progress none")
    #expect(outcome.status == 3)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("No plan satisfies the rules") == true, "\(outcome.output)")
    let clash = lines.dropFirst().first ?? ""
    #expect(clash.contains("a go-live on 15 October 2027 cannot be: Flu vaccination"), "\(clash)")
    #expect(clash.contains("every year 1 October to 30 November") && !clash.contains("lead time"))
    #expect(!outcome.output.contains("unused") && lines.count < 16)
  }

  @Test("the day of a plan made without --from is the one its views and files begin with")
  func asOf() throws {
    let shell = try shell()
    let outcome = try shell.run(
      "tranche plan four --as-of 2027-06-10 -o later -q > log 2>&1; "
        + "tranche show four --plan later --month && tranche show four --plan four/plan --month "
        + "--today 2027-06-10 && tranche export four --plan later --to html -o out > log")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(!outcome.output.contains("May 2027:") && outcome.output.contains("June 2027:"))
    #expect(outcome.output.contains("1 month before: --only shows one of them."))
    let page = try shell.read("out/report.html")
    #expect(page.contains("Counted from the day on which the records were true"))
    #expect(page.contains("In 30 days, 10 June"))
  }

  @Test("help is broken once, by the terminal's width", arguments: ["what-if", "explain", "plan"])
  func help(_ verb: String) throws {
    let lines = try Shell().run("tranche \(verb) --help").output
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.firstIndex { $0.hasPrefix("USAGE") } ?? 0
    for (line, next) in zip(lines[..<end], lines[..<end].dropFirst())
    where !line.isEmpty && !next.isEmpty && !next.hasPrefix(" ") && !line.hasPrefix(" ") {
      // The next word had no room any more.
      let word = next.prefix { $0 != " " }
      #expect(line.count + 1 + word.count > 78, "\(line)")
    }
  }
}
