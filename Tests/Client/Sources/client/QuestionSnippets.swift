import TrancheKit

// The code of the catalog's articles on the question, each a function that main.swift calls. What
// stands after the part that an article shows sees that it does what the article says.

func day(_ text: String) -> Day { Day(iso: text)! }

func isPlanned(_ region: Region) -> Bool {
  guard case .planned(let plan) = Planner(region: region).plan() else { return false }
  return plan.scheduledCount == region.practices.count
}

func regionInCode() throws {
  var region = threePractices()
  region.rules.maximumElapsed = .days(150)
  region.rules.deadlinesAreHard = true
  let troubles = region.problems
  let planner = try Planner(checking: region)
  precondition(troubles.isEmpty)
  guard case .planned = planner.plan() else { fatalError("There is no plan.") }

  region.resources[0].capacity = -1
  precondition(region.problems.count == 1)
  do {
    _ = try Planner(checking: region)
    fatalError("A capacity below 0 was planned with.")
  } catch { precondition(error.problems == region.problems) }
}

func practiceInCode() {
  var region = threePractices()
  var practice = Practice(
    code: "A4", name: "Harbour Street", source: "emis", target: "tpp", pcn: "U1",
    listSize: 7_300)
  practice.preferred = day("2027-07-05")...day("2027-07-09")
  practice.mustBeLiveBy = day("2027-08-31")
  practice.priority = 2
  practice.closures = [
    PracticeClosure(
      days: day("2027-07-26")...day("2027-08-06"), stages: region.pathway.sensitiveStages,
      rule: .forbid, reason: "New phones are put in.")
  ]
  region.practices.append(practice)
  let place = PracticeLookup(region.practices).places(of: "harbour street").first
  precondition(place == 3 && practice.priorityFactor == 2 && !practice.isCommitted)
  precondition(practice.daysAfterPreferred(day("2027-07-12")) == 3)
  precondition(isPlanned(region))
}

func pathwayInCode() {
  var region = threePractices()
  var pathway = region.pathway
  let cutover = Stage(
    id: "cutover", code: "CO", name: "Cutover",
    lengths: Stage.Lengths(minimum: 2, usual: 4, maximum: 10),
    byListSize: [
      Stage.SizeBand(upTo: 8_000, lengths: Stage.Lengths(minimum: 2, usual: 3, maximum: 5))
    ],
    longestWait: .workingDays(0), weekdays: [.tuesday, .wednesday, .thursday])
  pathway.stages.insert(cutover, at: pathway.goLive)
  pathway.leadTimes.append(
    LeadTime(
      id: "data-to-go-live", from: StageEvent(stage: 2, edge: .finish),
      to: StageEvent(stage: pathway.goLive, edge: .start), atLeast: .workingDays(4),
      atMost: .days(21)))
  precondition(pathway.goLive == 4 && pathway.index(of: "co") == 3)
  precondition(cutover.lengths(forListSize: 6_100).usual == 3)

  region.pathway = pathway
  region.protectedPeriods[0].stages = pathway.sensitiveStages
  region.resources = [
    Resource.shortForm(
      .goLivesPerWeek, of: region.systems[1], capacity: 1, pathway: pathway)!
  ]
  precondition(region.problems.isEmpty && isPlanned(region))
}

func periodInCode() {
  var region = threePractices()
  let flu = ProtectedPeriod(
    id: "flu", name: "Flu vaccination",
    dates: .everyYear(
      from: ProtectedPeriod.MonthDay(month: 9, day: 1),
      to: ProtectedPeriod.MonthDay(month: 11, day: 30)),
    stages: region.pathway.sensitiveStages, rule: .avoid(cost: 2),
    source: "What the region's practices asked for")
  region.protectedPeriods.append(flu)
  let autumn = flu.occurrences(touching: region.horizon)
  let tranches = Tranches(of: region)
  precondition(autumn.map(\.words) == ["1 September to 30 November 2027"])
  precondition(tranches.windows.count == 2 && tranches.name(of: day("2027-07-05")) == "Summer 2027")
  precondition(isPlanned(region))
}

func resourceInCode() {
  var region = threePractices()
  let goLive = region.pathway.goLive
  let trainers = Resource(
    id: "tpp-trainers", name: "SystmOne trainers", holder: .system("tpp"), capacity: 2,
    period: .week,
    use: .span(
      Resource.SpanEnd(event: StageEvent(stage: goLive, edge: .start), offset: -10),
      Resource.SpanEnd(event: StageEvent(stage: goLive, edge: .finish))),
    appliesTo: Resource.Filter(targets: ["tpp"]),
    changes: [
      Resource.CapacityChange(
        from: day("2027-07-26"), to: day("2027-08-06"), capacity: 1, reason: "Leave")
    ])
  region.resources.append(trainers)
  let inAugust = trainers.capacity(inPeriod: day("2027-08-02"))
  precondition(inAugust == 1 && trainers.capacity(inPeriod: day("2027-08-09")) == 2)
  precondition(isPlanned(region))
}

func linkInCode() {
  var region = threePractices()
  region.links = [
    Link(rule: .before(lag: .days(14)), first: 1, second: 2),
    Link(rule: .apart(lag: .workingDays(5)), first: 0, second: 1),
  ]
  region.practices[0].isPilot = true
  region.rules.pilotGap = .days(28)
  region.links += region.pilotLinks()
  let isKept = region.links[0].allows(
    first: day("2027-06-01"), second: day("2027-06-15"), in: region.calendar)
  precondition(isKept && region.links.count == 4 && isPlanned(region))
}

func objectiveInCode(_ plan: Plan) {
  var region = threePractices()
  var weights = Objective(.gentle)
  weights.weightBy = .patients
  weights.wait = 1
  region.objective = weights
  let cost = PlanCost(of: region).cost(of: plan.schedulesByPlace)
  let terms = Cost.Term.allCases.filter { cost[$0] > 0 }
  precondition(abs(terms.reduce(0) { $0 + cost[$1] } - cost.total) < 1e-9)
  precondition(cost.withoutMoves == cost.total && cost.total != plan.cost.total)
}
