import Foundation
import Testing

/// The accepted plans are what was accepted, and only `accept` writes them.
@Suite("Tranche: accepted plans") struct HistoryOfPlansTests {
  private func accepted() throws -> Forgery {
    let forgery = try Forgery()
    let outcome = try forgery.run("accept r --plan p --yes")
    #expect(outcome.status == 0, "\(outcome.words)")
    return forgery
  }

  static let readers = [
    ("accept r --plan p --yes", 73), ("export r --plan p --to csv -o out", 65),
    ("export r --plan r/accepted/rev-0001 --to csv -o out", 65),
    ("show r --plan r/accepted/rev-0001", 65), ("verify r --plan r/accepted/rev-0001", 65),
    ("diff r/accepted/rev-0001 p", 65), ("pack r --plan p -o out", 65),
    ("risk r --plan r/accepted/rev-0001/plan.json --replays 10", 65),
    ("plan r --from r/accepted/rev-0001 --as-of 2027-06-01 -o out", 65),
  ]

  @Test("a revision that was edited is read by nobody", arguments: readers)
  func edited(_ command: String, _ status: Int) throws {
    let forgery = try accepted()
    _ = try forgery.shell.run("sed -i 's/\"seed\": 1/\"seed\": 2/' r/accepted/rev-0001/plan.json")
    let outcome = try forgery.run(command)
    #expect(outcome.status == Int32(status), "\(outcome.words)")
    #expect(outcome.words.contains("is not what was accepted as revision 1"), "\(outcome.words)")
    #expect(!forgery.shell.has("out"))
  }

  @Test(
    "a line of the history leads to the folder of its number and nowhere else",
    arguments: [
      ("sed -i 's/rev-0001/..\\/..\\/p/' r/accepted/history.jsonl", "names the folder"),
      ("sed -i 's/rev-0001/rev-0002/' r/accepted/history.jsonl", "names the folder"),
      ("sed -i 's/\"revision\":1/\"revision\":2/' r/accepted/history.jsonl", "is not a revision"),
      ("mv r/accepted/rev-0001 x && ln -s ../../x r/accepted/rev-0001", "is not a folder of its"),
      (
        "mv r/accepted/rev-0001/plan.json x && ln -s ../../../x r/accepted/rev-0001/plan.json",
        "is not a file of its own"
      ),
      ("rm r/accepted/history.jsonl && mkfifo r/accepted/history.jsonl", "is not a file"),
      ("rm r/accepted/history.jsonl && ln -s /dev/zero r/accepted/history.jsonl", "a link"),
    ])
  func elsewhere(_ change: String, _ words: String) throws {
    let forgery = try accepted()
    #expect(try forgery.shell.run(change).status == 0)
    for command in ["export r --plan p --to csv -o out", "accept r --plan p --yes"] {
      let outcome = try forgery.run(command)
      #expect(outcome.status == (command.hasPrefix("accept") ? 73 : 65), "\(outcome.words)")
      #expect(outcome.words.contains(words), "\(outcome.words)")
    }
  }

  @Test(
    "no verb but accept writes into accepted/",
    arguments: [
      "plan r -o r/accepted/rev-0001", "plan r -o link", "plan r -o r/accepted",
      "export r --plan p --to csv -o r/accepted/rev-0002", "pack r --plan p -o link/x",
      "check r --xlsx r/accepted/rev-0001/plan.xlsx", "check r --xlsx link/check.xlsx",
      "model r --to r/accepted/rev-0001/a.lp", "init r/accepted/new",
      "what-if r --plan p --set system.tpp.go_lives_per_week=2 -o r/accepted/rev-0001",
    ])
  func guarded(_ command: String) throws {
    let forgery = try accepted()
    _ = try forgery.shell.run("ln -s r/accepted/rev-0001 link")
    func state() throws -> String {
      try forgery.shell.run("find r/accepted | sort; cat r/accepted/*/*").output
    }
    let before = try state()
    let outcome = try forgery.run(command)
    #expect(outcome.status == 73, "\(outcome.words)")
    #expect(outcome.words.contains("only tranche accept writes there"), "\(outcome.words)")
    #expect(try state() == before)
  }

  /// A plan `q` that leaves a practice out, with the cost that it has.
  private func makeOther(_ forgery: Forgery) throws {
    _ = try forgery.shell.run("cp -r p q")
    try forgery.edit("q") { plan in
      plan.practices { practice in
        if practice["ods_code"] as? String == "A99402" { practice["status"] = "unscheduled" }
      }
    }
    let verdict = try forgery.shell.run("tranche verify r --plan q --json").output
    let answer = try JSONSerialization.jsonObject(with: Data(verdict.utf8)) as? [String: Any]
    try forgery.edit("q", keepsTables: true) { plan in
      plan.summary { summary in
        summary["cost"] = answer?["cost"]
        summary["proof"] = "stopped"
      }
    }
  }

  @Test("of two accepts at once one is refused, or comes second with the right changes")
  func atOnce() throws {
    let forgery = try Forgery()
    try makeOther(forgery)
    for _ in 0..<12 {
      _ = try forgery.shell.run(
        """
        rm -rf r/accepted; tranche accept r --plan p --yes > one 2>&1 & \
        tranche accept r --plan q --yes > two 2>&1; wait
        """)
      let history = try forgery.shell.read("r/accepted/history.jsonl").split(separator: "\n")
      #expect((1...2).contains(history.count))
      guard history.count == 2 else {
        let words = try forgery.shell.read("one") + forgery.shell.read("two")
        #expect(words.contains("another tranche accept is at work"), "\(words)")
        continue
      }
      let changes = try forgery.shell.read("r/accepted/rev-0002/changes.txt")
      #expect(changes.contains("revision 1 → revision 2"), "\(changes)")
      #expect(try forgery.shell.read("r/accepted/rev-0001/changes.txt").contains("first accepted"))
    }
  }
}
