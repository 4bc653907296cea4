import TrancheKit

/// A plan that was read, with every figure counted again from its dates and the region.
///
/// Whatever repeats a plan's cost, bound or proof repeats those of a recount: plan.json may have been
/// edited, or be of a region that has changed since.
struct Recount {
  /// The plan with costs, uses, bound and proof as counted here.
  let plan: Plan
  /// What plan.json states and does not hold, as sentences without their full stop.
  let contradictions: [String]

  /// Counts a plan again.
  ///
  /// - Parameters:
  ///   - reading: the plan as read.
  ///   - region: the region that it is judged by (see `Judgement.region`).
  ///   - allowsCostWithoutMoves: whether it may also state what it costs without what moves weigh,
  ///     as a plan does that was written again where nobody confirms its start.
  ///   - proves: whether the bound is proven again too, which takes longest; otherwise the bound of
  ///     `plan` is 0 and its proof that of a plan nothing is known of.
  init(
    of read: Plan, statedCost: Double, in region: Region, proves: Bool,
    allowsCostWithoutMoves: Bool = false
  ) {
    var plan = read
    var contradictions: [String] = []
    let costs = PlanCost(of: region)
    let earliest = EarliestGoLive(of: region)
    plan.cost = Cost()
    var schedules: [Int: Schedule] = [:]
    for index in plan.practices.indices {
      let planned = plan.practices[index]
      let schedule = planned.schedule.isEmpty ? nil : planned.schedule
      schedules[planned.practice] = schedule
      plan.practices[index].cost = costs.cost(of: planned.practice, schedule: schedule)
      // A plan left out says no earliest go-live, or says what there would be.
      if planned.earliestGoLive != nil {
        plan.practices[index].earliestGoLive = earliest.day(of: planned.practice)
      }
      plan.cost += plan.practices[index].cost
    }
    let moves = allowsCostWithoutMoves ? plan.cost[.moved] : 0
    let total = plan.cost.total
    func isRight(_ stated: Double) -> Bool {
      abs(total - stated) <= 0.01 || abs(total - moves - stated) <= 0.01
    }
    if !isRight(statedCost) || !isRight(read.cost.total) {
      let stated = isRight(statedCost) ? read.cost.total : statedCost
      contradictions.append(
        "it says that it costs \(JSONText.points(stated)) points, but its dates cost "
          + "\(JSONText.points(plan.cost.total))")
    }
    plan.uses = PlanUses(of: schedules, pricedBy: read.certificate, in: region).uses
    if proves {
      let proof = BoundProof(of: read, in: region)
      contradictions += proof.contradictions(of: read, cost: plan.cost.total)
      plan.boundByPrices = min(read.boundByPrices, proof.byPrices)
      plan.branching?.bound = min(read.branching?.bound ?? 0, proof.byCases ?? 0)
      plan.bound = min(read.bound, proof.best)
      if plan.proof == .optimal, !proof.showsOptimal(plan.cost.total) { plan.proof = .stopped }
      // The gap that was asked for is not on record; a wider one than stated may be above it.
      if plan.proof == .withinGap, plan.gap > read.gap + 1e-6 { plan.proof = .stopped }
    } else {
      plan.bound = 0
      plan.boundByPrices = 0
      plan.proof = .stopped
    }
    self.plan = plan
    self.contradictions = contradictions
  }

  /// What is wrong, as errors where the region is the one that the plan was made for.
  func errors(in path: String) -> [Diagnostic] {
    contradictions.map {
      Diagnostic(
        code: "E410", file: path, message: "the plan does not fit the region: \($0)",
        fix: "plan again, or see tranche verify --plan \(path) --proof.")
    }
  }

  /// The same as warnings, where the region has changed since.
  func warnings(in path: String) -> [Diagnostic] {
    contradictions.map {
      Diagnostic(
        code: "W441", file: path, message: "\($0), for the region as it is now",
        fix: "what is written here is counted again; plan again for a plan of this region.")
    }
  }
}

/// What a plan's prices and cases prove of a region.
struct BoundProof {
  /// What the certificate's prices prove, in points.
  let byPrices: Double
  /// What the cases prove, in points; nil where there are none.
  let byCases: Double?
  /// Entries that prove nothing, and proofs that say there is no plan.
  let faults: [String]

  /// Proves a plan's bound again.
  init(of plan: Plan, in region: Region) {
    let prices = proveBound(certificate: plan.certificate, region: region)
    let cases = plan.branching.map { proveBound(branching: $0, region: region) }
    var said: Set<String> = []
    faults = (prices.faults + (cases?.faults ?? [])).filter { said.insert($0).inserted }
    // A plan is at hand, so what says that there is none proves nothing.
    byPrices = prices.isImpossible ? 0 : prices.points
    byCases = cases.map { $0.isImpossible ? 0 : $0.points }
  }

  /// The best that both prove together.
  var best: Double { max(byPrices, byCases ?? byPrices) }

  /// Whether cost and bound are equal, as far as costs are told apart.
  func showsOptimal(_ cost: Double) -> Bool { cost - best <= 0.01 + 2e-6 }

  /// What the plan states beyond that, as sentences without their full stop.
  func contradictions(of plan: Plan, cost: Double) -> [String] {
    var sentences: [String] = []
    if plan.bound > best + 1e-6 {
      sentences.append(
        "it says that no plan costs less than \(JSONText.points(plan.bound)) points, but only "
          + "\(JSONText.points(best)) is proven")
    }
    if plan.boundByPrices > byPrices + 1e-6, plan.boundByPrices != plan.bound {
      sentences.append(
        "it says that its prices prove \(JSONText.points(plan.boundByPrices)) points, but they prove "
          + "\(JSONText.points(byPrices))")
    }
    if let cases = plan.branching?.bound, cases > (byCases ?? 0) + 1e-6 {
      sentences.append(
        "it says that its cases prove \(JSONText.points(cases)) points, but they prove "
          + "\(JSONText.points(byCases ?? 0))")
    }
    if plan.proof == .optimal, !showsOptimal(cost) {
      sentences.append("it says that it is the best possible, which is not proven")
    }
    if plan.proof == .impossible { sentences.append("it says that there is no plan") }
    return sentences
  }
}
