import Days
import Migrations

/// `[risk]`: what may go wrong in replays of a plan.
extension RegionTable {
  /// Reads `[risk]` and its slips.
  func readRisk(_ settings: inout Settings) {
    guard let reader = root.table("risk", title: "[risk]") else { return }
    settings.risk.replays = reader.integer("replays", in: 1...1_000_000)
    settings.risk.seed = reader.integer("seed", in: 0...Int.max).map(UInt64.init)
    for slip in reader.tables("slips", title: "[risk] slips") {
      let stage = slip.string("stage")
      let place = stage.flatMap { settings.pathway.index(of: $0) }
      if let stage, place == nil {
        let codes = settings.pathway.stages.map(\.id.text)
        slip.report(
          "E311", "stage", "no stage is called \"\(stage.prefix(60))\"",
          fix: Suggestion.sentence(for: stage, in: codes))
      }
      let chance = slip.number("chance", in: 0...1)
      let by = slip.length("by")
      let reason = slip.string("reason") ?? ""
      for key in ["stage", "chance", "by"] where !slip.has(key) {
        slip.report(
          "E312", at: slip.position, "\"\(key)\" is missing in \(slip.name)",
          fix: "write { stage = \"data-checking\", chance = 0.1, by = \"10wd\" } or the like.")
      }
      slip.finish()
      guard let place, let chance, let by else { continue }
      settings.risk.slips.append(
        RiskSettings.Slip(stage: place, chance: chance, by: by, reason: reason))
    }
    reader.finish()
  }
}
