public import Days

/// The plan that a replan starts from: what of it is done, what is near, and what was promised.
///
/// A region with a baseline prices every go-live that differs from the baseline's (the term
/// `moved`, see `Cost.goLive`). Everything is by code, so that a baseline outlives changes in
/// practices.csv.
public struct Baseline: Hashable, Sendable {
  /// The day on which what is recorded was true; nothing new is planned before it.
  public var asOf: Day
  /// How long from `asOf` on go-lives are frozen.
  public var freeze: Length
  /// The most go-lives that may differ from the baseline's; nil for no limit.
  public var mostMoves: Int?
  /// The go-live day of each practice that the baseline schedules.
  public var goLives: [PracticeCode: Day]
  /// The practices whose go-live is so near that moving it costs `frozenFactor` times as much.
  public var frozen: Set<PracticeCode>
  /// The frozen practices whose go-live is kept exactly: all that their records allow, where
  /// freezes are hard.
  public var kept: Set<PracticeCode>
  /// What is taken as done, by place of the stage: stages that the baseline has before `asOf` and
  /// that nobody recorded otherwise.
  public var facts: [PracticeCode: [Int: Practice.Actual]]
  /// Practices whose records leave no dates from `asOf` on; theirs may lie before it.
  public var overdue: Set<PracticeCode>
  /// The extract that a notice already sent asks for, by practice.
  public var notices: [PracticeCode: Day]

  /// The fingerprint of the dates it was made from (see `PlanSnapshot.datesText`), by which that
  /// plan is found again; nil where nobody recorded it.
  public var origin: String?

  /// How many times as much a frozen go-live costs when it moves.
  public static let frozenFactor = 1_000.0

  /// A baseline without practices.
  public init(asOf: Day, freeze: Length = .days(42), mostMoves: Int? = nil) {
    self.asOf = asOf
    self.freeze = freeze
    self.mostMoves = mostMoves
    goLives = [:]
    frozen = []
    kept = []
    facts = [:]
    overdue = []
    notices = [:]
  }

  /// The points of the term `moved` for a practice that goes live on a day.
  public func moved(_ practice: PracticeCode, to day: Day, weights: Objective) -> Double {
    guard let planned = goLives[practice], planned != day else { return 0 }
    let points = weights.moved + weights.movedPerDay * Double(abs(day - planned))
    return frozen.contains(practice) ? points * Baseline.frozenFactor : points
  }
}

extension Region {
  /// The same region without a price on moves: its day, facts and frozen go-lives stay.
  public var withoutMoves: Region {
    var region = self
    region.baseline?.goLives = [:]
    return region
  }

  /// The same region to be planned afresh: what has happened stays, and nothing else of the plan
  /// that it was to start from.
  public var afresh: Region {
    var region = withoutMoves
    region.baseline?.frozen = []
    region.baseline?.kept = []
    for place in region.practices.indices { region.practices[place].frozenGoLive = nil }
    if let rest = region.baseline, rest.facts.isEmpty, rest.overdue.isEmpty, rest.notices.isEmpty {
      region.baseline = nil
    }
    return region
  }

  /// The same region with a baseline: its facts are on record, and nothing starts before its day.
  ///
  /// Records of the region itself come first; a fact never replaces one. Frozen go-lives that are
  /// kept become part of the practices.
  public func replanning(from baseline: Baseline) -> Region {
    var region = self
    region.baseline = baseline
    for place in region.practices.indices {
      let code = region.practices[place].code
      for (stage, fact) in baseline.facts[code] ?? [:]
      where region.practices[place].actuals[stage] == nil {
        region.practices[place].actuals[stage] = fact
      }
      if baseline.kept.contains(code) {
        region.practices[place].frozenGoLive = baseline.goLives[code]
      }
    }
    return region.seen(on: baseline.asOf)
  }
}
