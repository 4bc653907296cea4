import Foundation
import Testing

/// A change asked of a plan has one answer, whichever verb is asked.
@Suite("Tranche: one answer") struct OneAnswerTests {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    _ = try shell.run("cp -r \"$DATA/regions/four-practices\" region")
  }

  private func json(_ command: String) throws -> [String: Any] {
    let outcome = try shell.run(command)
    // A wish may leave somebody out; it is answered all the same.
    #expect(outcome.status <= 1, "\(command)\n\(outcome.output)\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  private func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  /// Who goes live when, as `code day`.
  private func moves(_ list: [[String: Any]], code: String) -> Set<String> {
    Set(
      list.compactMap { item in
        (item[code] as? String).map { "\($0) \(item["now"] as? String ?? "left out")" }
      })
  }

  @Test("explain, what-if and plan --from move the same practices at the same cost")
  func wish() throws {
    _ = try json("tranche plan region --gap 0 -o plan --json")
    var compared = 0
    for practice in ["A99301", "A99302", "A99303", "A99304"] {
      let explained = try json(
        "tranche explain region --plan plan --practice \(practice) --gap 0 --json")
      let explanation = try #require(explained["explanation"] as? [String: Any])
      for trial in list(explanation["trials"]) {
        let tried = list(trial["moves"])
        guard let more = trial["more"] as? Double,
          let day = tried.first(where: { $0["practice"] as? String == practice })?["now"] as? String
        else { continue }
        let wish = "--pin \(practice)=\(day)"
        let asked = try json("tranche what-if region --plan plan \(wish) --gap 0 --json")
        let comparison = try #require(asked["comparison"] as? [String: Any])
        let changes = list(comparison["changes"]).filter { $0["kind"] as? String != "stages" }
        let again = try json(
          "tranche plan region --from plan --as-of 2027-04-16 --freeze 0d \(wish) --gap 0 -o again "
            + "--json")
        let replan = try #require(again["replan"] as? [String: Any])
        let expected = moves(tried, code: "practice")
        #expect(moves(changes, code: "ods_code") == expected, "\(wish)")
        #expect(moves(list(replan["moved"]), code: "ods_code") == expected, "\(wish)")
        for costs in [comparison["cost"], replan["cost"]] {
          let costs = try #require(costs as? [String: Double])
          let difference = try #require(costs["now"]) - #require(costs["was"])
          #expect(abs(difference - more) < 0.011, "\(wish): \(difference), \(more)")
        }
        compared += 1
      }
    }
    #expect(compared >= 8)
  }

  @Test("plan starts from the accepted plan, tells its cost beside that, and --best does not")
  func accepted() throws {
    _ = try json("tranche plan region -o plan --json")
    _ = try json("tranche accept region --plan plan --yes --json")
    let again = try shell.run("tranche plan region -o again")
    #expect(again.status == 0)
    #expect((again.output + again.errors).contains("Starting from the accepted plan, revision 1"))
    #expect(again.output.contains("0 go-lives move, 4 stay"), "\(again.output)")
    #expect(again.output.contains("Its dates cost as much as that plan's."), "\(again.output)")
    // The plan that it started from is found again among the accepted ones.
    let verified = try shell.run("tranche verify region --plan again --proof").output
    #expect(verified.contains("a replan of revision 1"), "\(verified)")
    let best = try shell.run("tranche plan region --best -o best")
    #expect(!(best.output + best.errors).contains("revision 1"))
    let both = try shell.run("tranche plan region --best --from plan --as-of 2027-05-03")
    #expect(both.status == 64)
    #expect(both.errors.contains("--best"), "\(both.errors)")
  }

  @Test("planning afresh keeps what has happened by the accepted plan")
  func afresh() throws {
    _ = try json("tranche plan region -o plan --json")
    _ = try json("tranche accept region --plan plan --yes --json")
    let best = try shell.run("tranche plan region --best --as-of 2027-07-01 -o best")
    #expect(best.status == 0, "\(best.output)\(best.errors)")
    #expect(best.errors.contains("by the accepted plan, revision 1, has happened and stays"))
    // Kestrel Road is live by then, and stays so.
    let stages = try shell.run("grep A99301,go-live plan/stages.csv best/stages.csv").output
    let days = stages.split(whereSeparator: \.isNewline).compactMap {
      $0.split(separator: ",").dropFirst(3).first
    }
    #expect(days.count == 2 && days[0] == days[1], "\(stages)")
    let verified = try shell.run("tranche verify region --plan best --proof")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains("a replan of revision 1 as of 1 July 2027"))
  }

  @Test("an accepted plan that is not what was accepted is no start")
  func forged() throws {
    _ = try json("tranche plan region -o plan --json")
    _ = try json("tranche accept region --plan plan --yes --json")
    _ = try shell.run("printf ' ' >> region/accepted/rev-0001/plan.json")
    let again = try shell.run("tranche plan region -o again")
    #expect(again.status == 65)
    #expect(again.errors.contains("is not what was accepted as revision 1"), "\(again.errors)")
  }

  @Test("costs are told without what moves count")
  func withoutMoves() throws {
    _ = try json("tranche plan region -o plan --json")
    let asked = try json(
      "tranche plan region --from plan --as-of 2027-04-16 --freeze 52w "
        + "--pin A99303=2027-07-20 -o again --json")
    let moved = try #require(asked["moved"] as? Double)
    #expect(moved > 1_000)
    let cost = try #require(asked["cost"] as? Double)
    let verified = try json("tranche verify region --plan again --from plan --json")
    let item = try #require(verified["cost"] as? [String: Any])
    #expect(item["without_moved"] as? Double == cost)
    #expect(abs((item["total"] as? Double ?? 0) - cost - moved) < 0.01)
    let words = try shell.run("tranche verify region --plan again --from plan --proof").output
    #expect(words.contains("moves count"), "\(words)")
    let shown = try shell.run("cat again/plan.json").output
    #expect(shown.contains("\"without_moved\""))
  }
}
