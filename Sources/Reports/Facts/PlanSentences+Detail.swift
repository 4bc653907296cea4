import Days
import Migrations

/// The sentences about what stands out: protected periods, long migrations, who is left out, and
/// what is scarce.
extension PlanSentences {
  /// How many go-lives fall in a period to avoid; nil if there is no go-live.
  public var protected: String? {
    guard !goLives.isEmpty else { return nil }
    let inside = goLives.filter { report.region.isBetterAvoided($0.day) }
    if inside.isEmpty { return "No go-live falls in a period that is better avoided." }
    return
      "\(Figures.words(inside.count)) of the \(counted(goLives.count, "go-live")) "
      + "\(inside.count.form("falls", "fall")) in a period that is better avoided."
  }

  /// How long the longest migration takes from order to go-live, beside what is usual.
  public var longest: String? {
    let spans = goLives.map { (practice: $0.practice, days: $0.day - $0.planned.schedule[0].start) }
    guard let most = spans.max(by: { $0.days < $1.days }) else { return nil }
    let weeks = (most.days + 6) / 7
    let long = spans.count { $0.days > 16 * 7 }
    let rest =
      long == 0
      ? "none takes longer than the usual 12 to 16 weeks"
      : "\(Figures.words(long)) \(long.form("takes", "take")) longer than the usual 12 to 16 weeks"
    return
      "The longest migration, of \(most.practice.plainName), takes "
      + "\(counted(weeks, "week")) from order to go-live; \(rest)."
  }

  /// Who is left out and why, a sentence each; the last one counts those beyond five.
  public var leftOut: [String] {
    let out = report.plan.practices.filter { $0.schedule.isEmpty }
    var sentences = out.prefix(5).map { planned in
      let practice = report.region.practices[planned.practice]
      let reason = planned.reason.isEmpty ? "" : ": \(planned.reason)"
      let text = "\(practice.label) is left out\(reason)"
      return text.last.map { ".!?".contains($0) } == true ? text : text + "."
    }
    if out.count > 5 {
      let more = out.count - 5
      sentences.append(
        "\(Figures.words(more)) more \(more.form("is", "are")) left out; the list names them.")
    }
    return sentences
  }

  /// The resources that are full most often, at most three, a sentence each.
  public var tightest: [String] {
    ResourceLoad.all(of: report).filter { $0.fullCount > 0 }
      .sorted { ($0.fullCount, $1.resource.id) > ($1.fullCount, $0.resource.id) }.prefix(3)
      .map { load in
        let used = load.uses.count { $0.used > 0 }
        let (unit, preposition) = load.resource.period == .day ? ("day", "on") : ("week", "in")
        if used == 1 {
          return "\(load.resource.name): nothing left \(preposition) the only \(unit) "
            + "\(preposition) which it is used."
        }
        let share =
          load.fullCount == used
          ? "\(preposition) each of the \(Figures.words(used)) \(unit)s"
          : "\(preposition) \(Figures.words(load.fullCount)) of the \(Figures.words(used)) \(unit)s"
        return "\(load.resource.name): nothing left \(share) \(preposition) which it is used."
      }
  }
}
