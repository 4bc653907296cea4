import Foundation
import Testing

/// Every way to ask, taken through every verb that reads a plan: each must answer the question that
/// was asked, so that whatever it writes can be proven again.
@Suite("Tranche: journeys") struct JourneyTests {
  private static let ways: [(name: String, command: String)] = [
    ("from nothing", "tranche plan region -o plan"),
    (
      "with a setting",
      "tranche plan region --set system.tpp.go_lives_per_week=2 --set objective.delay=2 -o plan"
    ),
    ("with a pin", "tranche plan region --pin A99302=2027-07-20 -o plan"),
    ("with a reserve", "tranche plan region --reserve final-data-production=1w -o plan"),
    (
      "what-if with a closure",
      "tranche what-if region --block A99303=2027-07-05..2027-07-16 -o plan"
    ),
    ("what-if without a practice", "tranche what-if region --drop A99304 -o plan"),
    (
      "again from a plan",
      "tranche plan region -o first && tranche accept region --plan first --yes && "
        + "tranche plan region --from first --as-of 2027-06-01 --freeze 2w -o plan"
    ),
    (
      "again, with a pin, a setting and a reserve",
      "tranche plan region -o first && tranche accept region --plan first --yes && "
        + "tranche plan region --from first --as-of 2027-03-01 --pin A99303=2027-07-20 "
        + "--set system.tpp.go_lives_per_week=2 --reserve final-data-production=1w -o plan"
    ),
  ]

  @Test("the question is kept", arguments: ways.indices)
  func journey(_ way: Int) throws {
    let shell = try Shell()
    func run(_ command: String) throws -> Shell.Outcome {
      let outcome = try shell.run(command)
      #expect(
        outcome.status == 0,
        "\(Self.ways[way].name): \(command)\n\(outcome.output)\(outcome.errors)")
      return outcome
    }
    _ = try run("cp -r \"$DATA/regions/four-practices\" region; (\(Self.ways[way].command)) > log")
    let verified = try run("tranche verify region --plan plan --proof").output
    // Exports hold the whole question.
    _ = try run("tranche export region --plan plan --to json -o out && cp plan/*.csv out")
    #expect(try run("tranche verify region --plan out --proof").output == verified)
    _ = try run(
      "tranche show region --plan plan --json > shown.json && cp shown.json out/plan.json")
    #expect(try run("tranche verify region --plan out --proof").output == verified)
    // A change that changes nothing costs nothing.
    let same = try run(
      "tranche what-if region --plan plan --set region.name=Other --json > what.json; "
        + "python3 -c 'import json; a = json.load(open(\"what.json\")); "
        + "print(a[\"base\"][\"cost\"], a[\"changed\"][\"cost\"])'"
    ).output.split(separator: " ").compactMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    #expect(same.count == 2 && same.first == same.last, "\(Self.ways[way].name): \(same)")
    _ = try run("tranche explain region --plan plan --practice A99302 > explained")
    _ = try run("tranche risk region --plan plan --replays 50 > risk")
    _ = try run("tranche accept region --plan plan --yes > accepted")
    let accepted = "$(ls -d region/accepted/rev-* | tail -n 1)"
    let kept = try run("tranche verify region --plan \(accepted) --proof").output
    // By then it is an accepted plan, which the first line says; what is proven stays.
    func proven(_ text: String) -> String? {
      text.range(of: "no plan costs less than ").map { found in
        // A plan from nothing counts no moves.
        String(text[found.upperBound...].prefix { $0 != "\n" })
          .replacingOccurrences(of: ", moves counted", with: "")
      }
    }
    #expect(proven(kept) != nil && proven(kept) == proven(verified))
  }
}
