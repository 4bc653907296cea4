import Days
public import Migrations

/// Confirms, or does not, what a plan says of the plan that it started from.
///
/// A replan brings a baseline of its own: stages taken as done, go-lives that cost to move, and
/// practices that may lie before its day. Each of them changes the rules or the costs by which the
/// plan is judged, so none is believed.
public struct BaselineCheck {
  /// Something that a baseline says and that is not so.
  public struct Doubt: Hashable, Sendable {
    /// The practice concerned.
    public var practice: PracticeCode
    /// What is said, and what is so, as a sentence.
    public var message: String

    /// Something that a baseline says and that is not so.
    public init(practice: PracticeCode, message: String) {
      self.practice = practice
      self.message = message
    }
  }

  private let baseline: Baseline
  private let region: Region

  /// A check of a baseline against a region as its own files have it, without a baseline.
  public init(of baseline: Baseline, in region: Region) {
    self.baseline = baseline
    self.region = region
  }

  // MARK: By the region alone

  /// What cannot be, whatever the plan was that it started from: facts that are not of the past or
  /// that actuals.csv has otherwise, go-lives frozen though they are not near, and practices called
  /// overdue that have dates.
  public func doubts() -> [Doubt] {
    var doubts: [Doubt] = []
    for practice in region.practices {
      doubts += facts(of: practice)
      if let doubt = frozen(practice) { doubts.append(doubt) }
    }
    return doubts + overdue()
  }

  private func facts(of practice: Practice) -> [Doubt] {
    (baseline.facts[practice.code] ?? [:]).sorted { $0.key < $1.key }.compactMap { stage, fact in
      let name = title(stage, practice)
      if let recorded = practice.actuals[stage] {
        // The record counts; a fact beside it does no harm where the two agree.
        guard recorded.start != fact.start || recorded.finish != fact.finish else { return nil }
        return Doubt(
          practice: practice.code,
          message:
            "\(name) is taken as done \(words(fact)), but actuals.csv has \(words(recorded)).")
      }
      guard fact.start < baseline.asOf else {
        return Doubt(
          practice: practice.code,
          message: "\(name) is taken as begun on \(fact.start.longWords), which is not before "
            + "\(baseline.asOf.longWords).")
      }
      guard let finish = fact.finish, finish >= baseline.asOf else { return nil }
      return Doubt(
        practice: practice.code,
        message: "\(name) is taken as over on \(finish.longWords), which is not before "
          + "\(baseline.asOf.longWords).")
    }
  }

  private func frozen(_ practice: Practice) -> Doubt? {
    let said = baseline.frozen.contains(practice.code)
    let day = baseline.goLives[practice.code]
    let isFrozen =
      day.map {
        practice.actuals[region.pathway.goLive] == nil && $0 >= baseline.asOf
          && $0 <= lastFrozenDay
      } ?? false
    let isKept = baseline.kept.contains(practice.code)
    if isKept, !isFrozen || !region.rules.freezeIsHard || practice.pinnedGoLive != nil {
      let why =
        !isFrozen
        ? "is not frozen"
        : region.rules.freezeIsHard ? "has an agreed day" : "is only dearer to move"
      return Doubt(
        practice: practice.code,
        message: "\(title(practice)) is said to keep its go-live, but it \(why).")
    }
    guard said != isFrozen else { return nil }
    let which = day.map { "its go-live was to be on \($0.longWords)" } ?? "it had no go-live"
    let until = "the frozen days end on \(lastFrozenDay.longWords)"
    return Doubt(
      practice: practice.code,
      message: "\(title(practice)) is \(said ? "" : "not ")said to be frozen, but \(which), and "
        + "\(until).")
  }

  private var lastFrozenDay: Day {
    switch baseline.freeze {
    case .days(let count): baseline.asOf + count
    case .workingDays(let count):
      region.calendar.day(baseline.asOf, movedBy: count) ?? baseline.asOf
    }
  }

  /// Practices said to have no dates from the baseline's day on, though they have some.
  private func overdue() -> [Doubt] {
    guard !baseline.overdue.isEmpty else { return [] }
    var strict = baseline
    strict.overdue = []
    let days = RegionDays(of: region.replanning(from: strict))
    return region.practices.indices.compactMap { place in
      let practice = region.practices[place]
      guard baseline.overdue.contains(practice.code) else { return nil }
      let own = PracticeDays(place, in: days)
      guard let windows = Windows(of: own) else { return nil }
      let search = DateSearch(own, costs: StageCosts(free: own), windows: windows)
      guard search.leastCosts(within: 0).contains(0) else { return nil }
      return Doubt(
        practice: practice.code,
        message: "\(title(practice)) is said to have no dates from \(baseline.asOf.longWords) on, "
          + "but it has some.")
    }
  }

  // MARK: By the plan it started from

  /// Where the baseline differs from the plan that it is said to have started from.
  public func doubts(against source: PlanSnapshot) -> [Doubt] {
    let entries = Dictionary(
      source.entries.map { (PracticeCode($0.code.text.uppercased()), $0) },
      uniquingKeysWith: { one, _ in one })
    return region.practices.flatMap { practice -> [Doubt] in
      let stages = entries[PracticeCode(practice.code.text.uppercased())]?.stages ?? []
      let dates = Dictionary(
        stages.map { ($0.code, $0.dates) }, uniquingKeysWith: { one, _ in one })
      let planned = region.pathway.stages.map { dates[$0.code] }
      // A plan made afresh counts no moves.
      let goLive =
        baseline.goLives.isEmpty
        ? nil : goLive(practice, planned[region.pathway.goLive]?.start)
      return [goLive, notice(practice, planned)].compactMap { $0 } + facts(practice, planned)
    }
  }

  private func goLive(_ practice: Practice, _ planned: Day?) -> Doubt? {
    let said = baseline.goLives[practice.code]
    guard said != planned else { return nil }
    return Doubt(
      practice: practice.code,
      message: "\(title(practice)) is said to have been planned to go live on \(words(said)), but "
        + "that plan has \(words(planned)).")
  }

  private func notice(_ practice: Practice, _ planned: [StageDates?]) -> Doubt? {
    guard let said = baseline.notices[practice.code],
      let notice = region.pathway.leadTimes.first(where: { $0.id == "extract-notice" })
    else { return nil }
    let asked = planned[notice.to.stage]?[notice.to.edge]
    guard said != asked else { return nil }
    return Doubt(
      practice: practice.code,
      message:
        "\(title(practice)) is said to have an extract asked for on \(words(said)), but that "
        + "plan has \(words(asked)).")
  }

  private func facts(_ practice: Practice, _ planned: [StageDates?]) -> [Doubt] {
    (baseline.facts[practice.code] ?? [:]).sorted { $0.key < $1.key }.compactMap { stage, fact in
      guard practice.actuals[stage] == nil else { return nil }
      let dates = planned[stage]
      let isOver = dates.map { $0.finish < baseline.asOf } ?? false
      guard dates?.start != fact.start || fact.finish != (isOver ? dates?.finish : nil) else {
        return nil
      }
      let was = dates.map { words(Practice.Actual(start: $0.start, finish: $0.finish)) }
      return Doubt(
        practice: practice.code,
        message: "\(title(stage, practice)) is taken as done \(words(fact)), but that plan has "
          + "\(was ?? "no dates for it").")
    }
  }

  // MARK: Words

  private func title(_ practice: Practice) -> String { "\(practice.name) (\(practice.code))" }

  private func title(_ stage: Int, _ practice: Practice) -> String {
    "\(region.pathway.stages[stage].name) of \(title(practice))"
  }

  private func words(_ day: Day?) -> String { day?.longWords ?? "no day" }

  private func words(_ actual: Practice.Actual) -> String {
    guard let finish = actual.finish else { return "from \(actual.start.longWords) on" }
    return actual.start == finish
      ? "on \(finish.longWords)" : "from \(actual.start.longWords) to \(finish.longWords)"
  }
}
