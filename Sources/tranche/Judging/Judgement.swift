import TrancheKit

/// By what a plan is judged: the region's own files, and what plan.json brings as far as it is
/// confirmed.
struct Judgement {
  /// What a plan started from.
  enum Source: Equatable {
    /// Dates without a plan.json.
    case datesAlone
    /// From nothing.
    case nothing
    /// An accepted revision, by its number.
    case revision(Int)
    /// The plan that the user named.
    case named(String)
    /// A plan that is neither accepted nor named; with the fingerprint of its dates, if that is
    /// recorded.
    case unknown(String?)
  }

  let source: Source
  /// The region that the plan was made for, with its baseline and reserves.
  let region: Region
  /// The region by its own files alone, without anything that plan.json brings.
  let plain: Region
  /// The region of the plan's question, without its baseline and reserves.
  private let question: Region
  /// The region by which figures are stated: that of the plan, without a start that nobody can
  /// confirm.
  ///
  /// What moves weigh comes from the plan that a replan started from. Taken from a file that nobody
  /// vouches for, it could make any plan dear, and so any bound high.
  var believed: Region { isUnnamed ? question.keeping(reserves) : region }
  private let baseline: Baseline?
  private let reserves: [Reserve]
  /// What plan.json brings and is not so.
  let doubts: [BaselineCheck.Doubt]

  /// Judges dates by the region's files alone.
  init(datesAloneIn region: Region) {
    source = .datesAlone
    self.region = region
    plain = region
    question = region
    baseline = nil
    reserves = []
    doubts = []
  }

  /// Judges a plan that was read.
  ///
  /// - Parameters:
  ///   - reading: the plan.
  ///   - region: the region of its question, without its baseline and reserves.
  ///   - plain: the region by its own files alone.
  ///   - accepted: its accepted plans.
  ///   - named: the plan that the user says it started from.
  init(
    of reading: PlanReading, in region: Region, plain: Region,
    accepted: [AcceptedPlans.Entry], named: (path: String, plan: PlanSnapshot)? = nil
  ) {
    self.region = reading.region(of: region)
    self.plain = plain
    question = region
    baseline = reading.baseline
    reserves = reading.reserves
    guard let baseline = reading.baseline else {
      source = .nothing
      doubts = []
      return
    }
    let check = BaselineCheck(of: baseline, in: region)
    let own = check.doubts()
    if let named {
      source = .named(named.path)
      doubts = own + check.doubts(against: named.plan)
    } else if let entry = accepted.last(where: { Self.fingerprint(of: $0.plan) == baseline.origin })
    {
      source = .revision(entry.record.revision)
      doubts = own + check.doubts(against: entry.plan)
    } else if baseline.origin == nil,
      let entry = accepted.last(where: { check.doubts(against: $0.plan).isEmpty })
    {
      // A file from before fingerprints were recorded.
      source = .revision(entry.record.revision)
      doubts = own
    } else {
      source = .unknown(baseline.origin)
      doubts = own
    }
  }

  /// The fingerprint by which a replan names the plan it started from.
  static func fingerprint(of plan: PlanSnapshot) -> String {
    Fingerprint.sha256(Array(plan.datesText.utf8))
  }

  /// Whether it started from a plan that is neither accepted nor named.
  var isUnnamed: Bool { if case .unknown = source { true } else { false } }

  /// Whether rules rest on a plan that nobody can confirm; what moves weigh changes no rule, and is
  /// left out of every figure (see `believed`).
  var isUnconfirmed: Bool {
    isUnnamed && (factCount + frozenCount > 0 || !(baseline?.kept.isEmpty ?? true))
  }

  /// Whether plan.json brings anything that changes rules or costs.
  var bringsAnything: Bool {
    baseline != nil || !reserves.isEmpty || !asked.isEmpty || region.asOf != plain.asOf
  }

  /// What the plan was asked for that the region's files do not have, in words; empty for nothing.
  var asked: String {
    var more = question.asked
    more.settings.removeAll { plain.asked.settings.contains($0) }
    return more.words
  }

  /// The dates of a plan by place in the region's files, whose practices may be others.
  func plainDates(_ schedules: [Int: Schedule]) -> [Int: Schedule] {
    let places = Dictionary(
      plain.practices.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { one, _ in one })
    return Dictionary(
      schedules.compactMap { place, dates in
        region.practices.indices.contains(place)
          ? places[region.practices[place].code].map { ($0, dates) } : nil
      }, uniquingKeysWith: { one, _ in one })
  }

  /// What a plan breaks of the region's own rules that it was asked to leave aside; nil where it was
  /// asked for nothing.
  func askedNotice(_ schedules: [Int: Schedule]) -> String? {
    guard !asked.isEmpty else { return nil }
    let broken = Checker().findings(schedules: plainDates(schedules), region: plain)
    guard let first = broken.first else {
      return "By the region's files alone no rule is broken either."
    }
    return "By the region's files alone, without \(asked), it breaks "
      + "\(counted(broken.count, "rule")): \(first.message)"
  }

  /// How many stages are taken as done without a record.
  var factCount: Int { baseline?.facts.values.reduce(0) { $0 + $1.count } ?? 0 }
  /// How many go-lives are frozen.
  var frozenCount: Int { baseline?.frozen.count ?? 0 }
  /// How many reserves are kept.
  var reserveCount: Int { reserves.count }
  /// The day of the replan.
  var asOf: Day? { baseline?.asOf }

  /// The first line of every judgement.
  var sentence: String {
    let what: String
    switch source {
    case .datesAlone: return "Judged as dates by themselves: nothing but the region's files counts."
    case .nothing: what = "a plan from nothing"
    case .revision(let number): what = "a replan of revision \(number)"
    case .named(let path): what = "a replan of the plan in \(path)"
    case .unknown: what = "a replan of a plan that is not accepted"
    }
    let with = asked.isEmpty ? "" : " with \(asked)"
    guard let baseline else {
      let day = region.asOf.map { " as of \($0.words)" } ?? ""
      return "Judged as \(what)\(day)\(with): \(counted(reserveCount, "reserve"))."
    }
    var parts = [counted(factCount, "fact"), "\(frozenCount) frozen"]
    if !baseline.overdue.isEmpty { parts.append("\(baseline.overdue.count) overdue") }
    parts.append(counted(reserveCount, "reserve"))
    return
      "Judged as \(what) as of \(baseline.asOf.words)\(with): \(parts.joined(separator: ", "))."
  }

  /// What rests on the word of plan.json alone; nil where everything is confirmed.
  func notice(of cost: Cost) -> String? {
    guard case .unknown(let fingerprint) = source else { return nil }
    let which = fingerprint.map { " (fingerprint \($0.prefix(12)))" } ?? ""
    let rests =
      factCount + frozenCount == 0
      ? ""
      : "\(counted(factCount, "fact")) and \(counted(frozenCount, "frozen go-live")) rest on the "
        + "word of plan.json, and "
    return "The plan it started from\(which) is not among the accepted revisions: \(rests)"
      + "what moves weigh (\(JSONText.points(cost[.moved])) points) counts for nothing here. "
      + "tranche verify --from PLAN compares it with that plan."
  }

  /// What a plan breaks of the rules, and what it brings that is not so.
  func findings(_ schedules: [Int: Schedule]) -> (rules: [Finding], doubts: [BaselineCheck.Doubt]) {
    let rules = Checker().findings(schedules: schedules, region: region)
    guard case .unknown = source, rules.isEmpty else { return (rules, doubts) }
    // Facts that nobody can confirm may not be what makes a plan legal.
    let without = Checker().findings(schedules: schedules, region: question.keeping(reserves))
    let more = without.map { finding in
      BaselineCheck.Doubt(
        practice: finding.practice ?? PracticeCode(""),
        message: "Only by what plan.json takes as done is this no fault: \(finding.message)")
    }
    return (rules, doubts + more)
  }

  /// What is wrong with a proof that stands only on what nobody can confirm; nil where the prices
  /// prove as much of the region by itself.
  func doubt(of proof: VerifyAnswer.Proof) -> String? {
    guard isUnconfirmed, let plain = proof.plain, plain.gap > proof.gap + 1e-4 else { return nil }
    return "The bound rests on a plan that is not accepted: by the region alone this one costs "
      + "\(plain.cost) points, and the same proof comes to \(plain.proven). Name the plan it "
      + "started from with --from."
  }
}
