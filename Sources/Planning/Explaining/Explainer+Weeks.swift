import Days
import Migrations

/// Other go-live weeks of a practice: what they cost at least, and what trying them came to.
extension Explainer {
  /// For each week in which the practice's own rules allow a go-live, what every plan with it
  /// costs at least.
  ///
  /// One forward and one backward pass at the prices give the cheapest dates of every go-live day;
  /// put in the place of the practice's own part of the bound, each gives a bound on all plans
  /// with that day.
  func fit(_ practice: Int) -> [WeekFit] {
    guard let block = model.blockOfPractice[practice] else { return [] }
    let charges = planner.prices.charges(of: model)
    let lagrangian = Lagrangian(prices: planner.prices, model: model, pool: planner.pool)
    let members = model.blocks[block].members
    let pricing = BlockPricing(model: model, generator: generator)
    var sums = [Double](repeating: 0, count: model.timetable.count)
    for member in members {
      let out = member == practice ? Double.infinity : pricing.leavingOut(member)
      let profile = generator.goLiveProfile(model.practices[member], charges: charges)
      for day in sums.indices { sums[day] += min(profile?[day] ?? .infinity, out) }
    }
    let rest = lagrangian.bound - lagrangian.answers[block].bound
    var weeks: [WeekFit] = []
    for day in sums.indices where sums[day] < model.noRoom {
      let week = Week(containing: model.timetable.day(day)).monday
      let bound = (rest + sums[day]).rounded(.down) / ScaledObjective.unit
      if weeks.last?.week == week {
        weeks[weeks.count - 1].bound = min(weeks[weeks.count - 1].bound, bound)
      } else {
        weeks.append(WeekFit(week: week, bound: bound))
      }
    }
    return weeks
  }

  /// The weeks worth planning: those before and after the present one, and the cheapest few.
  func weeksToTry(_ practice: Int, _ weeks: [WeekFit], count: Int) -> [Day] {
    guard !region.practices[practice].isCommitted else { return [] }
    let now = goLive(practice).map { Week(containing: $0).monday }
    let others = weeks.filter { $0.week != now }
    var chosen = Set(
      others.sorted { ($0.bound, $0.week) < ($1.bound, $1.week) }.prefix(count).map(\.week))
    if let now {
      if let before = others.last(where: { $0.week < now }) { chosen.insert(before.week) }
      if let after = others.first(where: { $0.week > now }) { chosen.insert(after.week) }
    }
    return chosen.sorted()
  }

  /// Plans everything again with the practice's go-live in a week.
  func trial(
    _ practice: Int, week: Day, _ observe: (Planner.Progress) -> Void
  ) -> WeekTrial {
    // Who is linked to it goes along or is left out, as under a pin: that is for the plan to say.
    let variant = Variant(goLives: [practice: week...(week + 6)])
    let outcome = trials.outcome(of: variant, observe: observe)
    var moves: [GoLiveMove] = []
    if case .planned(let plan) = outcome {
      moves = planner.plan.goLiveMoves(to: plan, pathway: region.pathway)
      moves = moves.filter { $0.practice == practice } + moves.filter { $0.practice != practice }
    }
    return WeekTrial(week: week, outcome: outcome, moves: moves)
  }

  /// The practice's go-live in the plan.
  func goLive(_ practice: Int) -> Day? {
    let schedule = planner.plan.practices[practice].schedule
    return schedule.isEmpty ? nil : schedule[region.pathway.goLive].start
  }
}
