import TrancheKit

// Plans the region of the tutorial twice at once, checks and proves both, and prints one.

let region = threePractices()
func plan(_ region: Region, seed: UInt64) async -> Outcome {
  var options = Planner.Options()
  options.seed = seed
  return Planner(region: region, options: options).plan()
}

async let first = plan(region, seed: 1)
async let second = plan(region, seed: 2)
let outcomes = await [first, second]

for outcome in outcomes {
  guard case .planned(let plan) = outcome else { fatalError("There is no plan.") }
  var dates: [Int: Schedule] = [:]
  for planned in plan.practices where !planned.schedule.isEmpty {
    dates[planned.practice] = planned.schedule
  }
  let findings = Checker().findings(schedules: dates, region: region)
  precondition(findings.isEmpty, findings.map(\.message).joined(separator: " "))
  let cost = PlanCost(of: region).cost(of: dates)
  let prices = proveBound(certificate: plan.certificate, region: region).points
  let cases = plan.branching.map { proveBound(branching: $0, region: region).points } ?? 0
  precondition(max(prices, cases) <= cost.total && abs(cost.total - plan.cost.total) < 1e-6)
  precondition(plan.isProvenBest && cost.total - max(prices, cases) < 0.02)
}

guard case .planned(let plan) = outcomes[0] else { fatalError("There is no plan.") }
for planned in plan.practices {
  let practice = region.practices[planned.practice]
  print("\(practice.name) goes live on \(planned.schedule[region.pathway.goLive].start.longWords)")
}
print("Cost \(plan.cost.total), and no plan costs less.")

// Every report is text or bytes; where they go is the program's own business.
let report = PlanReport(region: region, plan: plan, inputs: [], version: "client")
let files = PlanCSVWriter(style: .plain).files(for: report) + PlanJSONWriter().files(for: report)
print(files.map(\.name).sorted().joined(separator: " "))

// What the articles of the catalog show, each by itself.
try regionInCode()
practiceInCode()
pathwayInCode()
periodInCode()
resourceInCode()
linkInCode()
objectiveInCode(plan)
plannerWithLimits()
precondition(outcomeInWords(region, outcomes[0]).count == 3)
boundOfAPlan(plan)
findingsOfDates(plan)
whyThisDate(plan)
whyNoPlan()
try reportsOfAPlan(plan)
precondition(planTakenUpAgain(plan))
whatIf(plan)
precondition(capacityForADate(plan))
riskOfAPlan(plan)
try withRegionFolder { folder in
  precondition(regionFromAFolder(folder) == "One practice")
  precondition(regionFromAFolder(folder + "/none").contains("Nothing was planned."))
  try planAgreed(plan, folder: folder)
}
