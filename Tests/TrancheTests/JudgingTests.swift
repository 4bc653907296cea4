import Foundation
import Testing

/// A plan is judged by its region: what plan.json says of itself is confirmed or a finding.
@Suite("Tranche: judging") struct JudgingTests {
  /// Cuts the data checking of every practice to one day, which the rules do not allow.
  private func cut(_ plan: inout [String: Any]) {
    plan.practices { practice in
      guard var stages = practice["stages"] as? [[String: Any]] else { return }
      for place in stages.indices where stages[place]["code"] as? String == "DC" {
        stages[place]["finish"] = stages[place]["start"]
      }
      practice["stages"] = stages
    }
  }

  @Test("stages to come are no facts because plan.json says so")
  func futureFacts() throws {
    let forgery = try Forgery()
    try forgery.edit { plan in
      cut(&plan)
      plan["replan"] = plan.replan(asOf: "2027-03-01", hasFacts: true)
    }
    let verdict = try forgery.run("verify r --plan p")
    #expect(verdict.status == 1, "\(verdict.words)")
    #expect(
      verdict.words.hasPrefix("Judged as a replan of a plan that is not accepted as of 1 March"))
    #expect(verdict.words.contains("replan: Go-live of"), "\(verdict.words)")
    let accepted = try forgery.run("accept r --plan p --yes")
    #expect(accepted.status == 1, "\(accepted.words)")
    #expect(!forgery.shell.has("r/accepted/history.jsonl"))
  }

  @Test("facts of the past that nobody can confirm make nothing legal")
  func pastFacts() throws {
    let forgery = try Forgery()
    try forgery.edit { plan in
      cut(&plan)
      plan["replan"] = plan.replan(asOf: "2028-06-01", hasFacts: true)
    }
    let verdict = try forgery.run("verify r --plan p")
    #expect(verdict.status == 1, "\(verdict.words)")
    #expect(verdict.words.contains("Only by what plan.json takes as done"), "\(verdict.words)")
    #expect(try forgery.run("accept r --plan p --yes").status == 1)
  }

  @Test("frozen and overdue are what the region says, and their proof is none")
  func frozen() throws {
    let forgery = try Forgery()
    try forgery.edit { plan in
      plan["replan"] = plan.replan(asOf: "2027-03-01", isFrozen: true, isOverdue: true)
      plan["certificate"] = ["prices": [[String: Any]]()]
      plan["branching"] = nil
      plan.summary { $0["bound"] = 200 }
    }
    let verdict = try forgery.run("verify r --plan p --proof")
    #expect(verdict.status == 1, "\(verdict.words)")
    #expect(verdict.words.contains("said to be frozen"), "\(verdict.words)")
    #expect(verdict.words.contains("is said to have no dates from"), "\(verdict.words)")
    // The same with a freeze that covers everything contradicts nothing, and proves nothing.
    try forgery.edit { plan in
      plan["replan"] = plan.replan(asOf: "2027-03-01", freeze: "4000d", isFrozen: true)
      plan.summary { $0["bound"] = 200 }
    }
    let plain = try forgery.run("verify r --plan p")
    #expect(plain.status == 0, "\(plain.words)")
    #expect(plain.words.contains("6 frozen go-lives rest on the word of plan.json"))
    let proof = try forgery.run("verify r --plan p --proof")
    #expect(proof.status == 1, "\(proof.words)")
    #expect(proof.words.contains("proof: The bound rests on a plan that is not accepted"))
    let accepted = try forgery.run("accept r --plan p --yes")
    #expect(accepted.status == 1, "\(accepted.words)")
    #expect(accepted.words.contains("error[E413]"), "\(accepted.words)")
  }

  /// Says that everybody was to go live a month later, which makes each of them dear to move.
  private func claimMoves(_ plan: inout [String: Any], proves: Bool = true) {
    var replan = plan.replan(asOf: "2027-01-04", freeze: "0d")
    guard var practices = replan["practices"] as? [[String: Any]] else { return }
    var moved = 0.0
    for place in practices.indices {
      guard let day = practices[place]["go_live"] as? String,
        let month = Int(day.dropLast(3).suffix(2))
      else { continue }
      practices[place]["go_live"] = day.prefix(5) + String(format: "%02d-15", month % 12 + 1)
      moved += 5
    }
    replan["practices"] = practices
    plan["replan"] = replan
    plan.summary { summary in
      summary["proof"] = "stopped"
      if proves { summary["bound"] = 231 + moved }
    }
  }

  @Test("what moves weigh counts for nothing where nobody confirms the start")
  func unconfirmedMoves() throws {
    let forgery = try Forgery()
    let best = 231.0
    try forgery.edit { claimMoves(&$0, proves: false) }
    let verdict = try forgery.run("verify r --plan p --proof")
    #expect(verdict.status == 0, "\(verdict.words)")
    #expect(verdict.words.contains("at a cost of 231.0 points"), "\(verdict.words)")
    #expect(verdict.words.contains("without the start that nobody confirms"), "\(verdict.words)")
    let proven = verdict.words.components(separatedBy: "no plan costs less than ").dropFirst()
      .compactMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
    #expect(!proven.isEmpty && proven.allSatisfy { $0 <= best }, "\(verdict.words)")
    // What other verbs repeat is without them too.
    let shown = try forgery.run("show r --plan p --json").words
    #expect(shown.contains("\"total\": 231"), "\(shown.prefix(600))")
    #expect(try forgery.run("accept r --plan p --yes").status == 0)
    #expect(!(try forgery.shell.read("r/accepted/rev-0001/plan.json").contains("\"replan\"")))
    let kept = try forgery.run("verify r --plan r/accepted/rev-0001 --proof")
    #expect(kept.status == 0 && kept.words.contains("a plan from nothing"), "\(kept.words)")
    // A bound that needs them is none.
    try forgery.edit { claimMoves(&$0) }
    let forged = try forgery.run("verify r --plan p --proof --json")
    #expect(forged.status == 1, "\(forged.words)")
    let answer =
      try JSONSerialization.jsonObject(with: Data(forged.words.utf8)) as? [String: Any]
    let proof = answer?["proof"] as? [String: Any]
    #expect((proof?["proven_bound"] as? Double ?? .infinity) <= best, "\(forged.words)")
    #expect(proof?["cost"] as? Double == best, "\(forged.words)")
  }

  @Test("a go-live that is said to be kept though nothing freezes it is a finding")
  func keptWithoutFreeze() throws {
    let forgery = try Forgery()
    try forgery.edit { plan in
      var replan = plan.replan(asOf: "2027-01-04", freeze: "0d")
      guard var practices = replan["practices"] as? [[String: Any]] else { return }
      practices[0]["kept"] = true
      replan["practices"] = practices
      plan["replan"] = replan
    }
    let verdict = try forgery.run("verify r --plan p")
    #expect(verdict.status == 1, "\(verdict.words)")
    #expect(verdict.words.contains("is said to keep its go-live, but it is not frozen"))
    #expect(try forgery.run("accept r --plan p --yes").status == 1)
  }

  @Test("a replan is confirmed by the revision it started from, or by the plan that is named")
  func confirmed() throws {
    let forgery = try Forgery()
    let again = "plan r --from p --as-of 2027-06-01 --freeze 2w -o again --progress none -q"
    #expect(try forgery.run(again).status == 0)
    let unknown = try forgery.run("verify r --plan again")
    #expect(unknown.status == 0, "\(unknown.words)")
    #expect(unknown.words.contains("is not among the accepted revisions: "), "\(unknown.words)")
    let named = try forgery.run("verify r --plan again --proof --from p")
    #expect(named.status == 0, "\(named.words)")
    #expect(named.words.hasPrefix("Judged as a replan of the plan in p as of 1 June 2027: "))
    #expect(named.words.contains("Without what plan.json brings, it costs"), "\(named.words)")
    #expect(try forgery.run("accept r --plan again --yes").status == 1)
    #expect(try forgery.run("accept r --plan p --yes").status == 0)
    let revision = try forgery.run("verify r --plan again --proof --json")
    #expect(revision.status == 0, "\(revision.words)")
    #expect(
      revision.words.contains("\"sentence\" : \"Judged as a replan of revision 1 as of 1 June"))
    #expect(revision.words.contains("\"confirmed\" : true"))
    #expect(try forgery.run("accept r --plan again --yes").status == 0)
    let words = try forgery.run("diff p r/accepted/rev-0001").words
    #expect(words.contains("→ revision 1"), "\(words)")
    // A fact that the revision has otherwise is found.
    try forgery.edit("again") { plan in
      guard var replan = plan["replan"] as? [String: Any],
        var practices = replan["practices"] as? [[String: Any]],
        let place = practices.firstIndex(where: { !(($0["facts"] as? [Any])?.isEmpty ?? true) }),
        var facts = practices[place]["facts"] as? [[String: Any]]
      else { return }
      facts[0]["start"] = "2027-01-04"
      practices[place]["facts"] = facts
      replan["practices"] = practices
      plan["replan"] = replan
    }
    let forged = try forgery.run("verify r --plan again")
    #expect(forged.status == 1, "\(forged.words)")
    #expect(forged.words.contains("from Monday 4 January 2027"), "\(forged.words)")
    #expect(forged.words.contains("but that plan has"), "\(forged.words)")
  }

  @Test("a plan from nothing says so first") func plain() throws {
    let forgery = try Forgery()
    #expect(
      try forgery.run("verify r --plan p").words.hasPrefix(
        "Judged as a plan from nothing: 0 reserves.\nNo rule is broken"))
    #expect(
      try forgery.run("accept r --plan p --yes").words.hasPrefix(
        "Judged as a plan from nothing: 0 reserves.\n"))
  }

  // MARK: Files that differ

  static let readers = [
    "accept r --plan p --yes", "show r --plan p", "export r --plan p --to csv -o out",
    "diff p q", "diff q p", "pack r --plan p -o out", "risk r --plan p --replays 10",
    "explain r --plan p --practice A99401", "capacity r --plan p",
    "what-if r --plan p --set system.tpp.go_lives_per_week=2",
    "plan r --from p --as-of 2027-06-01 -o out",
  ]

  @Test("plan.json, stages.csv and plan.csv that differ stop every verb", arguments: readers)
  func differing(_ command: String) throws {
    let forgery = try Forgery()
    _ = try forgery.shell.run("cp -r p q")
    try forgery.edit(keepsTables: true) { plan in
      plan.practices { if $0["ods_code"] as? String == "A99402" { $0["status"] = "unscheduled" } }
    }
    let outcome = try forgery.run(command)
    #expect(outcome.status == 65, "\(outcome.words)")
    #expect(outcome.words.contains("error[E404]"), "\(outcome.words)")
    #expect(outcome.words.contains("(A99402) is left out in plan.json"), "\(outcome.words)")
    #expect(!forgery.shell.has("out"))
    #expect(!forgery.shell.has("r/accepted/history.jsonl"))
  }

  @Test("verify judges stages.csv, and finds that the others differ") func differingVerified()
    throws
  {
    let forgery = try Forgery()
    _ = try forgery.shell.run("sed -i '/A99402,go-live/s/2027/2028/g' p/stages.csv")
    let outcome = try forgery.run("verify r --plan p")
    #expect(outcome.status == 1, "\(outcome.words)")
    #expect(outcome.words.contains("files: go-live of"), "\(outcome.words)")
    #expect(outcome.words.contains("2027 in plan.json, and on"), "\(outcome.words)")
    #expect(!(try forgery.run("verify r --plan p/stages.csv").words.contains("files:")))
  }

  @Test("a table that a spreadsheet has saved again is the same table") func spreadsheet() throws {
    let forgery = try Forgery()
    _ = try forgery.shell.run(
      #"""
      for f in p/plan.csv p/stages.csv; do
        sed -E -i 's/(20[0-9]{2})-([0-9]{2})-([0-9]{2})/\3\/\2\/\1/g; s/\r?$/\r/' $f; done
      """#)
    #expect(try forgery.shell.read("p/plan.csv").contains("/06/2027"))
    let outcome = try forgery.run("verify r --plan p")
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(try forgery.run("show r --plan p").status == 0)
  }

  // MARK: Figures

  @Test(
    "a cost, bound or proof that does not hold is repeated nowhere",
    arguments: [
      "accept r --plan p --yes", "export r --plan p --to json,html,xlsx -o out",
      "show r --plan p --json", "diff p q --region r", "diff q p --region r",
      "pack r --plan p -o out",
    ])
  func figures(_ command: String) throws {
    let forgery = try Forgery()
    _ = try forgery.shell.run("cp -r p q")
    for forged in ["cost", "bound", "proof", "version"] {
      if forged != "cost", command.hasPrefix("diff") { continue }
      _ = try forgery.shell.run("rm -rf p; cp -r q p")
      try forgery.edit { plan in
        plan.summary { summary in
          switch forged {
          case "cost": summary["cost"] = ["total": 7.77, "terms": ["delay": 7.77]]
          case "bound": summary["bound"] = 230.99
          case "version": summary["bound"] = 230.98
          default: summary["proof"] = "optimal"
          }
        }
        // Another version that nobody made is no excuse.
        if forged == "version" { plan["version"] = "0.1.7" }
        if forged != "cost" {
          // Without its prices nothing is left that proves anything.
          plan["certificate"] = ["prices": [[String: Any]]()]
          plan["branching"] = nil
        }
      }
      let outcome = try forgery.run(command)
      #expect(outcome.status == (command.hasPrefix("accept") ? 1 : 65), "\(outcome.words)")
      #expect(outcome.words.contains("error[E410]"), "\(outcome.words)")
      #expect(!forgery.shell.has("out") && !forgery.shell.has("r/accepted/history.jsonl"))
    }
  }

  @Test("where the region has changed since, what is written is counted again") func stale() throws
  {
    let forgery = try Forgery()
    _ = try forgery.shell.run("printf '\\n[objective]\\ndelay = 2\\n' >> r/region.toml")
    let outcome = try forgery.run("export r --plan p --to json -o out")
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.words.contains("warning[W441]"), "\(outcome.words)")
    // 143 points of delay, doubled.
    #expect(try forgery.shell.read("out/plan.json").contains("\"total\": 374"))
  }
}
