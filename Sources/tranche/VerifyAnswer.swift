import TrancheKit

/// What `verify --json` says.
struct VerifyAnswer: Encodable {
  let command = "verify"
  let ok: Bool
  let exit: Int32
  /// By what the plan was judged.
  let judged: JudgementRecord
  let findings: [Item]
  /// What the records break: it has happened, and is no fault of the plan.
  let past: [Item]
  let cost: CostItem
  let proof: Proof?

  struct Item: Encodable {
    let rule: String
    let odsCode: String?
    let resource: String?
    let period: String?
    let amount: Double
    let message: String

    init(
      rule: String, odsCode: String?, resource: String? = nil, period: String? = nil,
      amount: Double = 0, message: String
    ) {
      self.rule = rule
      self.odsCode = odsCode
      self.resource = resource
      self.period = period
      self.amount = amount
      self.message = message
    }

    private enum CodingKeys: String, CodingKey {
      case rule, resource, period, amount, message
      case odsCode = "ods_code"
    }

    init(_ finding: Finding) {
      rule = finding.rule.rawValue
      odsCode = finding.practice?.text
      resource = finding.resource?.text
      period = finding.period
      amount = JSONText.points(finding.amount)
      message = finding.message
    }
  }

  struct CostItem: Encodable {
    let total: Double
    /// The total without what moves count: what people are told.
    let withoutMoved: Double
    let terms: [String: Double]

    private enum CodingKeys: String, CodingKey {
      case total, terms
      case withoutMoved = "without_moved"
    }
  }

  /// What the proof came to.
  struct Proof: Encodable {
    let stated: Double
    let proven: Double
    let statedCost: Double
    let cost: Double
    let statedGap: Double?
    let saysOptimal: Bool
    var faults: [String]
    /// What the proof by cases states and proves; nil where there is none.
    let branching: Branching?
    /// The same proof for the region without what plan.json brings; nil where it brings nothing.
    var plain: PlainProof?
    /// The same proof without a start that nobody can confirm; nil where there is none.
    ///
    /// What is said to be proven is then this.
    var believed: PlainProof?

    struct Branching: Encodable {
      let stated: Double
      let proven: Double

      var holds: Bool { Proof.isAtMost(stated, proven) }

      private enum CodingKeys: String, CodingKey {
        case stated = "stated_bound"
        case proven = "proven_bound"
      }
    }

    /// The best that prices and cases prove together.
    var best: Double { max(proven, branching?.proven ?? proven) }
    /// What the plan's figures have to fit: what is judged or, where nobody confirms the start and
    /// the cost is stated without what moves weigh, what is believed.
    private var basis: (cost: Double, best: Double) {
      guard let believed, abs(statedCost - cost) > 0.01 else { return (cost, best) }
      return (believed.cost, believed.proven)
    }
    /// A bound may be stated lower than proven, never higher.
    var isBoundProven: Bool { Proof.isAtMost(stated, basis.best) }
    /// Printed costs are rounded to a hundredth.
    var isCostRight: Bool { abs(statedCost - basis.cost) <= 0.01 }
    /// A gap may be stated greater than it is, never smaller.
    var isGapRight: Bool {
      statedGap.map { $0 >= max(0, basis.cost - basis.best) / max(basis.cost, 1) - 1e-4 } ?? true
    }
    /// Optimal means that cost and bound are equal, as far as costs are told apart.
    var isOptimalRight: Bool { !saysOptimal || basis.cost - basis.best <= 0.01 + 2e-6 }
    var holds: Bool {
      isBoundProven && isCostRight && isGapRight && isOptimalRight && faults.isEmpty
        && branching?.holds ?? true
    }
    /// What prices and cases prove: (cost - bound) / max(cost, 1).
    var gap: Double { (max(0, cost - best) / max(cost, 1) * 1e6).rounded() / 1e6 }
    /// Bounds are whole millionths of a point, rounded down where they are written.
    private static func isAtMost(_ stated: Double, _ proven: Double) -> Bool {
      stated <= proven + 1e-6
    }
    var gapPercent: Double { (gap * 1e5).rounded(.up) / 1e3 }

    private enum CodingKeys: String, CodingKey {
      case stated = "stated_bound"
      case proven = "proven_bound"
      case statedCost = "stated_cost"
      case statedGap = "stated_gap"
      case saysOptimal = "says_optimal"
      case cost, faults, branching, plain, resting
    }

    /// What is proven only as far as plan.json is right about the plan it started from.
    private struct Resting: Encodable {
      let cost: Double
      let proven: Double

      private enum CodingKeys: String, CodingKey {
        case cost
        case proven = "proven_bound"
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(stated, forKey: .stated)
      try container.encode(believed?.proven ?? proven, forKey: .proven)
      try container.encode(statedCost, forKey: .statedCost)
      try container.encode(believed?.cost ?? cost, forKey: .cost)
      try container.encodeIfPresent(statedGap, forKey: .statedGap)
      try container.encode(saysOptimal, forKey: .saysOptimal)
      try container.encode(faults, forKey: .faults)
      try container.encodeIfPresent(plain, forKey: .plain)
      if believed == nil {
        try container.encodeIfPresent(branching, forKey: .branching)
      } else {
        try container.encode(Resting(cost: cost, proven: best), forKey: .resting)
      }
    }
  }

  init(
    findings: [Finding], others: [Item], past: [Finding], judged: JudgementRecord, cost: Cost,
    proof: Proof?
  ) {
    self.judged = judged
    self.findings = others + findings.map(Item.init)
    self.past = past.map(Item.init)
    var terms: [String: Double] = [:]
    for term in Cost.Term.allCases where cost[term] != 0 {
      terms[term.rawValue] = JSONText.points(cost[term])
    }
    self.cost = CostItem(
      total: JSONText.points(cost.total), withoutMoved: JSONText.points(cost.withoutMoves),
      terms: terms)
    self.proof = proof
    ok = self.findings.isEmpty && proof.map(\.holds) ?? true
    exit = (ok ? ExitStatus.done : .unsatisfied).rawValue
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, exit, judged, findings, past, cost, proof
  }
}
