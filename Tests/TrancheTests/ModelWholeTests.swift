import Foundation
import Testing

/// `model --all-rows` is a model in integers, whose solutions are plans.
@Suite("Tranche: the whole master") struct ModelWholeTests {
  @Test(
    "glpsol's optimum in integers, pinned date by date, is a plan",
    arguments: ["six-practices", "eight-practices"])
  func pinned(_ region: String) throws {
    let shell = try Shell()
    let found = try shell.run(
      """
      command -v glpsol > /dev/null || { echo none; exit; }
      tranche model $DATA/regions/\(region) --all-rows --to whole.mps > log 2>&1 || exit 9
      glpsol --freemps whole.mps --write solution > log || exit 8
      python3 - <<'END'
      names, inside = [], False
      for line in open("whole.mps"):
          words = line.split()
          if line[0] != " ":
              inside = words[0] == "COLUMNS"
          elif inside and "'MARKER'" not in words and words[0] not in names[-1:]:
              names.append(words[0])
      for line in open("solution"):
          words = line.split()
          if words[:1] == ["s"]:
              print(words[-1])
          if words[:1] == ["j"] and float(words[2]) > 0.5:
              print(names[int(words[1]) - 1])
      END
      """)
    #expect(found.status == 0, "\(found.output)\(found.errors)")
    var lines = found.output.split(separator: "\n").map(String.init)
    if lines == ["none"] { return }
    let optimum = try #require(Double(lines.removeFirst()))
    // A98001.and_1.2027-05-10 stands for two practices that go live together; patterns of one day
    // are told apart by a number behind it.
    let pins = lines.compactMap { line -> String? in
      let parts = line.split(separator: ".")
      guard let day = parts.first(where: { $0.wholeMatch(of: /\d{4}_\d\d_\d\d/) != nil }) else {
        return nil
      }
      return "--pin \(parts[0])=\(day.replacing("_", with: "-"))"
    }
    #expect(pins.count > 2)
    let judged = try shell.run(
      """
      tranche plan $DATA/regions/\(region) \(pins.joined(separator: " ")) -o pinned > log || exit 7
      tranche verify $DATA/regions/\(region) --plan pinned/stages.csv > log; echo $?
      tranche plan $DATA/regions/\(region) --gap 0 -o best > log || exit 6
      grep -o '"total": [0-9.]*' best/plan.json
      """)
    let words = judged.output.split(whereSeparator: \.isWhitespace)
    #expect(words.first == "0", "\(judged.output)\(judged.errors)")
    // No plan is better than the best one, which may have columns that this file has not.
    let best = try #require(words.last.flatMap { Double($0) })
    #expect(optimum >= best - 1e-6 && optimum <= best * 1.25, "\(optimum), \(best)")
  }
}
