public import Days

/// The answer: every practice dated or left out, what that costs, and how far it is from the best.
public struct Plan: Sendable {
  /// A value per practice, in the region's order.
  public var practices: [PlannedPractice]
  /// The cost of the whole plan, by term.
  public var cost: Cost
  /// No plan costs less than this many points: the best that prices and cases prove together.
  public var bound: Double
  /// What the certificate's prices prove by themselves, in points; at most `bound`.
  public var boundByPrices: Double
  /// What is known of the distance between the two.
  public var proof: Proof
  /// The use of each resource in each period that is used or priced, by resource and date.
  public var uses: [ResourceUse]
  /// The prices with which anybody can prove the bound again.
  public var certificate: Certificate
  /// A proof by cases, where one proves more than the certificate's prices.
  public var branching: BranchProof?
  /// The seed of the run.
  public var seed: UInt64
  /// What the run did, in counts that repeat (rounds, columns, pivots), never seconds.
  public var work: [String: Int]

  /// What is known of the distance between cost and bound.
  public enum Proof: String, Hashable, Sendable {
    /// Cost and bound are equal.
    case optimal
    /// The gap asked for was reached.
    case withinGap = "within-gap"
    /// Stopped before by a limit or an interrupt; plan and bound are valid.
    case stopped
    /// No plan satisfies the hard rules.
    case impossible
  }

  /// A plan.
  public init(
    practices: [PlannedPractice], cost: Cost, bound: Double, proof: Proof,
    uses: [ResourceUse] = [], certificate: Certificate = Certificate(), seed: UInt64 = 0,
    work: [String: Int] = [:]
  ) {
    self.practices = practices
    self.cost = cost
    self.bound = bound
    boundByPrices = bound
    self.proof = proof
    self.uses = uses
    self.certificate = certificate
    self.seed = seed
    self.work = work
  }

  /// (cost - bound) / max(cost, 1); never below 0.
  public var gap: Double { max(0, (cost.total - bound) / max(cost.total, 1)) }

  /// Whether no plan costs less, as far as costs are told apart: by a hundredth of a point.
  public var isProvenBest: Bool { cost.total - bound < 0.01 + 1e-6 }

  /// Takes a proof by cases beside the prices, where it proves more; bound and gap go by it.
  ///
  /// - Parameters:
  ///   - cases: the proof; what it states beyond the plan's own cost is cut off there.
  ///   - gap: the gap that was asked for, as a fraction.
  public mutating func take(cases: BranchProof, gap asked: Double) {
    guard cases.bound > bound else { return }
    var cases = cases
    cases.bound = min(cases.bound, cost.total)
    branching = cases
    bound = max(bound, cases.bound)
    if isProvenBest {
      proof = .optimal
    } else if proof == .stopped, gap <= asked {
      proof = .withinGap
    }
  }

  /// The same dates without a price on moves.
  ///
  /// Bound and proof were of costs with that price where the plan had one; then nothing is known of
  /// these, and the bound is 0. The certificate's prices are as good a start as before.
  public var withoutMoves: Plan {
    var plan = self
    for place in plan.practices.indices { plan.practices[place].cost[.moved] = 0 }
    plan.cost[.moved] = 0
    plan.bound = 0
    plan.boundByPrices = 0
    plan.branching = nil
    plan.proof = .stopped
    return plan
  }

  /// How many practices have dates.
  public var scheduledCount: Int { practices.count { $0.status != .unscheduled } }
}

/// One practice of a plan.
public struct PlannedPractice: Hashable, Sendable {
  /// The practice's place in the region's list.
  public var practice: Int
  /// How it stands.
  public var status: Status
  /// Its dates; empty if it is left out.
  public var schedule: Schedule
  /// The first go-live day that every rule on this practice alone allows; nil if there is none.
  public var earliestGoLive: Day?
  /// Its own cost.
  public var cost: Cost
  /// Why it is on these dates, or why it is left out, as a sentence.
  public var reason: String

  /// How a practice stands in a plan.
  public enum Status: String, Hashable, Sendable {
    case scheduled
    case pinned
    case started
    case done
    case unscheduled
  }

  /// One practice of a plan.
  public init(
    practice: Int, status: Status, schedule: Schedule, earliestGoLive: Day?, cost: Cost,
    reason: String = ""
  ) {
    self.practice = practice
    self.status = status
    self.schedule = schedule
    self.earliestGoLive = earliestGoLive
    self.cost = cost
    self.reason = reason
  }

  /// The status that a practice with dates has: from its records and pins.
  public static func status(of practice: Practice, lastStage: Int) -> Status {
    if practice.actuals[lastStage]?.finish != nil { return .done }
    if !practice.actuals.isEmpty { return .started }
    return practice.pinnedGoLive != nil ? .pinned : .scheduled
  }
}

/// The use of one resource in one period.
public struct ResourceUse: Hashable, Sendable {
  /// The resource.
  public var resource: ResourceID
  /// The day, or the Monday of the week.
  public var period: Day
  /// What there is.
  public var capacity: Double
  /// What the plan takes.
  public var used: Double
  /// The certificate's price, to the nearest thousandth of a point per unit.
  public var price: Int

  /// The use of one resource in one period.
  public init(resource: ResourceID, period: Day, capacity: Double, used: Double, price: Int) {
    self.resource = resource
    self.period = period
    self.capacity = capacity
    self.used = used
    self.price = price
  }
}
