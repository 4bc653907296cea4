import Foundation
import TrancheKit

// The code of the catalog's articles on folders, changes and studies.

func regionFromAFolder(_ folder: String) -> String {
  let reading = RegionFolder.read(folder, overrides: [(key: "solve.gap", value: "0.02")])
  guard let region = reading.region else {
    return DiagnosticText(closing: "Nothing was planned.").render(reading.diagnostics)
  }
  let inputs = reading.fingerprints.map {
    PlanReport.InputFingerprint(file: $0.file, sha256: $0.sha256)
  }
  precondition(region.solve.gap == 0.02 && inputs.count == 2)
  return region.name
}

func planTakenUpAgain(_ plan: Plan) -> Bool {
  var region = threePractices()
  region.practices[0].actuals[0] = Practice.Actual(
    start: day("2027-04-19"), finish: day("2027-04-27"))
  let baseline = Replan(asOf: day("2027-05-03"), mostMoves: 1).baseline(of: plan, in: region)
  let replan = region.replanning(from: baseline)
  let outcome = Replanner(
    region: replan, start: plan.schedulesByPlace, options: Planner.Options()
  ).outcome()
  guard case .planned(let again) = outcome else { return false }
  let moves = Moves(of: again, in: replan)
  let points = again.cost.withoutMoves
  precondition(moves.goLives.count <= 1 && points <= again.cost.total)
  return Checker().findings(schedules: again.schedulesByPlace, region: replan).isEmpty
}

func whatIf(_ plan: Plan) {
  let region = threePractices()
  var changes = RegionChanges()
  changes.pins = [(code: "A3", day: day("2027-06-28"))]
  var changed = region
  let problems = changes.apply(to: &changed)
  let kept = KeptPlan(plan, of: region)
  let asked = kept.keeping(in: changed)
  let study = WhatIf(
    base: WhatIf.Run(region: region, outcome: .planned(plan)),
    changed: WhatIf.Run(
      region: asked, outcome: kept.outcome(in: asked, options: Planner.Options())))
  let moved = study.comparison?.changes.filter { $0.kind == .moved }.map(\.code)
  precondition(problems.isEmpty && moved == ["A3"] && !study.lines().isEmpty)
}

func capacityForADate(_ plan: Plan) -> Bool {
  let region = threePractices()
  let warm = WarmPlanner(region: region, plan: plan, options: Planner.Options())
  warm.settle()
  let buyer = CapacityBuyer(warm, mode: .steady)
  let date = day("2027-06-04")
  guard case .bought(let found) = buyer.buy(by: date) else { return false }
  let units = found.purchases.map { "\($0.units) more of \($0.resource)" }
  let points = found.extra
  precondition(units == ["2 more of tpp-go-lives"] && points >= found.bound)
  let lines = PurchaseText(region: region).lines(of: buyer.buy(by: date), by: date)
  let shock = ShockEffect(
    of: .stop(holder: "tpp", days: day("2027-06-07")...day("2027-06-11")), on: warm)
  return !lines.isEmpty && shock.moves.contains { $0.was != $0.now }
}

func riskOfAPlan(_ plan: Plan) {
  var region = threePractices()
  region.risk.slips = [
    RiskSettings.Slip(stage: 2, chance: 0.1, by: .workingDays(5), reason: "The extract fails.")
  ]
  var options = RiskStudy.Options()
  options.replays = 500
  let study = RiskStudy(of: plan, in: region, options: options)
  let profile = RiskProfile(of: study.goLives())
  let chances = profile.practices.map(\.chance)
  let byJuly = profile.live(by: day("2027-06-30"))
  let factors = RiskFactors(of: study, replays: 100)
  precondition(chances.count == 3 && chances.allSatisfy { (0...1).contains($0) })
  precondition(byJuly.all <= 1 && byJuly.practices <= 3 && factors.replays == 100)
}

func planAgreed(_ plan: Plan, folder: String) throws {
  let region = threePractices()
  let report = PlanReport(region: region, plan: plan, version: "client", standing: .accepted)
  let files = PlanJSONWriter().files(for: report)
  let history = AcceptedHistory(region: folder)
  let last = try history.revisions().last
  let added = try history.add(files: files.map { ($0.name, $0.bytes) }, after: last) { number in
    RevisionRecord(
      revision: number, folder: AcceptedHistory.folderName(of: number),
      plan: Fingerprint.sha256(files[0].bytes), inputs: [:], accepted: "2026-12-01",
      cost: plan.cost.total, scheduled: plan.scheduledCount,
      unscheduled: plan.practices.count - plan.scheduledCount, changes: [:])
  }
  let told = Telling(from: nil, to: PlanSnapshot(of: plan, in: region), in: region)
  precondition(added?.revision == 1 && told.items.contains { $0.practice == "A1" })
  let revisions = try history.revisions()
  precondition(revisions == [added])
}

/// A folder with the least that a region needs, for as long as the work takes.
func withRegionFolder(_ work: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("client-\(ProcessInfo.processInfo.processIdentifier)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  let toml = """
    [region]
    name = "One practice"
    start = 2027-01-04
    finish = 2027-12-31

    [[system]]
    id = "emis"
    name = "EMIS Web"

    [[system]]
    id = "tpp"
    name = "SystmOne"
    go_lives_per_week = 2
    """
  let practices = "ods_code,practice_name,source_system,target_system\nA1,Rowan House,emis,tpp\n"
  for (name, text) in [("region.toml", toml), ("practices.csv", practices)] {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
  try work(folder.path)
}
