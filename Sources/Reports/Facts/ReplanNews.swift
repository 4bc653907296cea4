import Days
public import Migrations

/// What a replan changes of the plan that it started from, in words: who moves, who stays, and
/// which notices were sent for a day that is no longer right.
public struct ReplanNews: Sendable {
  let region: Region
  let baseline: Baseline
  let moves: Moves

  /// The news of a plan; nil for one that started from nothing.
  public init?(of plan: Plan, in region: Region) {
    guard let baseline = region.baseline else { return nil }
    self.region = region
    self.baseline = baseline
    moves = Moves(of: plan, in: region)
  }

  /// How many go-lives move, are left out, and stay.
  public var summary: String {
    let kept = baseline.goLives.count - moves.goLives.count
    let leftOut = moves.goLives.count { $0.now == nil }
    let moved = moves.goLives.count - leftOut
    let out =
      leftOut == 0
      ? "" : "\(counted(leftOut, "practice")) \(leftOut.form("is", "are")) left out, "
    // The region's first day is no day of a replan.
    let asOf =
      baseline.asOf > region.horizon.lowerBound ? ", as of \(baseline.asOf.words)" : ""
    return "Against the plan it started from\(asOf): "
      + "\(counted(moved, "go-live")) \(moved.form("moves", "move")), \(out)"
      + "\(kept.grouped) \(kept.form("stays", "stay"))."
  }

  /// A line for every go-live that differs.
  public var lines: [String] {
    moves.goLives.map { move in
      let practice = region.practices[move.practice]
      return "\(practice.code) \(practice.name): "
        + (move.now.map { "now \($0.shortWords), was" } ?? "left out, was")
        + " \(move.was.shortWords)" + (move.isFrozen ? " (was frozen)" : "")
    }
  }

  /// Whose notices have to be sent again; nil if nobody's.
  public var notices: String? {
    guard !moves.notices.isEmpty else { return nil }
    let codes = moves.notices.map { region.practices[$0].code.text }
    return
      "\(moves.notices.count.form("A notice", "Notices")) already sent that must be sent again, as "
      + "the extract moves: \(codes.joined(separator: ", "))."
  }

  /// Whether a practice's notice has to be sent again.
  func mustNotifyAgain(_ place: Int) -> Bool { moves.notices.contains(place) }
}

extension PlanReport {
  /// What the plan changes of the one it started from; nil if it started from nothing.
  var news: ReplanNews? { ReplanNews(of: plan, in: region) }
}

extension ReportTables {
  /// A row for every practice whose go-live differs from the plan it started from, or whose notice
  /// has to be sent again; nil for a plan from nothing.
  var replan: ReportTable? {
    guard let news = report.news else { return nil }
    var table = ReportTable(
      name: "replan",
      columns: [
        .init("ods_code", "ODS code", 10), .init("practice_name", "Practice", 34),
        .init("was_go_live", "Go-live was", 13), .init("now_go_live", "Go-live now", 13),
        .init("moved_working_days", "Moved, working days", 10),
        .init("was_frozen", "Was frozen", 10),
        .init("notice_again", "Send the notice again", 12), .init("reason", "Why", 60),
      ])
    let moves = Dictionary(
      news.moves.goLives.map { ($0.practice, $0) }, uniquingKeysWith: { one, _ in one })
    let goLive = region.pathway.goLive
    for (practice, planned) in practices {
      let move = moves[planned.practice]
      let again = news.mustNotifyAgain(planned.practice)
      guard move != nil || again else { continue }
      let day = planned.schedule.isEmpty ? nil : planned.schedule[goLive].start
      let was = move?.was ?? day
      table.rows.append([
        .text(practice.code.text), .text(practice.name), .day(was), .day(day),
        .integer(was.flatMap { was in day.map { workingDays(from: was, to: $0) } }),
        .text(move?.isFrozen == true ? "yes" : "no"), .text(again ? "yes" : "no"),
        .text(planned.reason),
      ])
    }
    return table
  }
}
