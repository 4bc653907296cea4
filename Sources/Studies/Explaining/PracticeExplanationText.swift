import Days
public import Migrations
public import Planning

/// Why a practice is where it is, for people.
public struct PracticeExplanationText {
  private let explanation: PracticeExplanation
  private let plan: Plan
  private let region: Region
  private let words: ExplanationWords

  /// The explanation of one practice of a plan.
  public init(_ explanation: PracticeExplanation, plan: Plan, region: Region) {
    self.explanation = explanation
    self.plan = plan
    self.region = region
    words = ExplanationWords(region: region)
  }

  private var goLive: Day? {
    explanation.planned.schedule.isEmpty
      ? nil : explanation.planned.schedule[region.pathway.goLive].start
  }

  /// The lines.
  public var lines: [String] { head + bindings + trials + fit }

  private var head: [String] {
    let name = words.practice(explanation.practice)
    let points =
      "\(plain(explanation.planned.cost.withoutMoves)) of the plan's "
      + "\(inPoints(plan.cost.withoutMoves))"
    guard let goLive else {
      return ["\(name) is left out: \(points).", explanation.planned.reason]
    }
    var lines = ["\(name): go-live \(goLive.longWords), \(points).", explanation.planned.reason]
    if let earliest = explanation.planned.earliestGoLive, earliest < goLive {
      lines.append("Its own rules alone would allow \(earliest.words).")
    }
    return lines
  }

  private var bindings: [String] {
    guard !explanation.bindings.isEmpty else { return [] }
    var lines = ["", "What keeps each date from being earlier, with everybody else held:"]
    let stages = explanation.bindings.map { region.pathway.stages[$0.stage] }
    let width = stages.map(\.name.count).max() ?? 0
    var told: [String: String] = [:]
    for (binding, stage) in zip(explanation.bindings, stages) {
      var why = binding.causes.map(words.cause).joined(separator: "; ")
      // What holds one stage mostly holds the next ones too, and is read once.
      if let other = told[why], why.count > Self.longCause {
        why = "as \(other)"
      } else {
        told[why] = stage.code
      }
      let slack = binding.slack == 0 ? "no slack" : "slack \(binding.slack)wd"
      lines.append(
        "  \(stage.code)  \(padded(stage.name, width))  \(padded(binding.start.shortWords, 11))  "
          + "\(padded(slack, 9))  \(why)")
    }
    return lines
  }

  /// A cause of more letters is not written twice.
  private static let longCause = 40

  private var trials: [String] {
    guard !explanation.trials.isEmpty else { return [] }
    let title = "Other weeks for its go-live, planned again with all others kept as far as can be:"
    return ["", title]
      + explanation.trials.map { trial in
        var line = "  Week of \(trial.week.words)"
        if let goLive { line += " (\(words.distance(from: goLive, to: trial.week)))" }
        switch trial.outcome {
        case .impossible(let why): return "\(line): impossible. \(why.summary)"
        case .outOfTime: return "\(line): no plan was found within the limits."
        case .planned(let plan):
          let others = trial.moves.filter { $0.practice != explanation.practice }
          let moves =
            others.isEmpty
            ? "nobody else moves"
            : others.count <= 6
              ? others.map(words.move).joined(separator: ", ")
              : others.prefix(5).map(words.move).joined(separator: ", ")
                + " and \(others.count - 5) more move"
          let least = explanation.bound(ofWeek: trial.week) ?? 0
          let difference = words.difference(plan, from: self.plan, bound: least)
          return "\(line): possible, \(difference); \(moves)."
        }
      }
  }

  private var fit: [String] {
    let now = goLive.map { Week(containing: $0).monday }
    let weeks = explanation.weeks
    guard !weeks.isEmpty else {
      return ["", "Its own rules allow no go-live in any week."]
    }
    guard let first = weeks.first?.week, let last = weeks.last?.week else { return [] }
    if weeks.allSatisfy({ $0.bound - plan.cost.total < 0.005 }) {
      return [
        "",
        "Its own rules allow a go-live in \(counted(weeks.count, "week")) from \(first.words) to "
          + "\(last.words). The prices alone prove none of them dearer; --trials plans more of "
          + "them in full.",
      ]
    }
    // Weeks of which nothing is proven are counted and not listed.
    let dearer = weeks.filter { $0.bound - plan.cost.total >= 0.005 }
    let open = weeks.count - dearer.count
    let shown = dearer.sorted { ($0.bound, $0.week) < ($1.bound, $1.week) }.prefix(12)
      .sorted { $0.week < $1.week }
    var lines = [
      "",
      "What the whole plan costs more at least, by go-live week, from the prices alone"
        + (dearer.count > shown.count
          ? " (the best \(shown.count) of \(counted(dearer.count, "dearer week")))" : "")
        + (open > 0 ? "; nothing in \(counted(open, "other week")):" : ":"),
    ]
    for week in shown {
      let more = max(0, week.bound - plan.cost.withoutMoves)
      let mark = week.week == now ? "  now" : ""
      lines.append("  \(padded(week.week.shortWords, 11))  \(plain(more))\(mark)")
    }
    return lines
  }
}
