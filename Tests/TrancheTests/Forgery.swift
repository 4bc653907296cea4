import Foundation

/// A plan of six practices in the folder `p`, with its region in `r`, to be changed by hand.
struct Forgery {
  let shell: Shell

  init() throws {
    shell = try Shell()
    let outcome = try shell.run(
      "cp -r \"$DATA/regions/six-practices\" r && tranche plan r -o p -q --progress none")
    guard outcome.status == 0 else { throw Problem(words: outcome.errors) }
  }

  struct Problem: Error { let words: String }

  /// Changes plan.json of a folder; the tables beside it follow unless they are to differ.
  func edit(
    _ folder: String = "p", keepsTables: Bool = false, _ change: (inout [String: Any]) -> Void
  ) throws {
    let path = URL(fileURLWithPath: "\(shell.folder)/\(folder)/plan.json")
    var plan =
      try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any] ?? [:]
    change(&plan)
    try JSONSerialization.data(withJSONObject: plan, options: [.sortedKeys]).write(to: path)
    guard !keepsTables else { return }
    try? FileManager.default.removeItem(atPath: "\(shell.folder)/\(folder)/plan.csv")
    var rows = "ods_code,stage,start,finish\n"
    for practice in plan["practices"] as? [[String: Any]] ?? []
    where practice["status"] as? String != "unscheduled" {
      for stage in practice["stages"] as? [[String: Any]] ?? [] {
        let cells = [practice["ods_code"], stage["stage"], stage["start"], stage["finish"]]
        rows += cells.map { $0 as? String ?? "" }.joined(separator: ",") + "\n"
      }
    }
    try Data(rows.utf8).write(to: URL(fileURLWithPath: "\(shell.folder)/\(folder)/stages.csv"))
  }

  /// The output and the errors of a command, and how it ends.
  func run(_ command: String) throws -> (status: Int32, words: String) {
    let outcome = try shell.run("tranche \(command)")
    return (outcome.status, outcome.output + outcome.errors)
  }

  /// Every text below a folder of what was accepted or written.
  func texts(below folder: String) throws -> String {
    try shell.run("cat $(find \(folder) -type f) 2>/dev/null").output
  }
}

extension [String: Any] {
  /// Changes every practice of a plan.
  mutating func practices(_ change: (inout [String: Any]) -> Void) {
    guard var practices = self["practices"] as? [[String: Any]] else { return }
    for place in practices.indices { change(&practices[place]) }
    self["practices"] = practices
  }

  /// A `replan` that claims this plan's own dates as what it started from.
  func replan(
    asOf: String, freeze: String = "6w", isFrozen: Bool = false, isOverdue: Bool = false,
    hasFacts: Bool = false
  ) -> [String: Any] {
    let practices = (self["practices"] as? [[String: Any]] ?? []).map { practice in
      [
        "ods_code": practice["ods_code"] ?? "", "go_live": practice["go_live"] ?? NSNull(),
        "frozen": isFrozen, "overdue": isOverdue, "noticed_extract": NSNull(),
        "facts": hasFacts
          ? (practice["stages"] as? [[String: Any]] ?? []).map {
            ["stage": $0["stage"] ?? "", "start": $0["start"] ?? "", "finish": $0["finish"] ?? ""]
          } : [],
      ] as [String: Any]
    }
    return ["as_of": asOf, "freeze": freeze, "practices": practices]
  }

  /// Changes `summary`.
  mutating func summary(_ change: (inout [String: Any]) -> Void) {
    var summary = self["summary"] as? [String: Any] ?? [:]
    change(&summary)
    self["summary"] = summary
  }
}
