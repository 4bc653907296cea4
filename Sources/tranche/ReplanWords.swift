import TrancheKit

/// What a replan changes of its baseline, for people.
struct ReplanWords {
  let region: Region
  /// What the plan it started from and this one cost, without moves; nil where that is not known.
  let costs: (former: Double, now: Double)?

  /// The lines; none for a plan from nothing.
  func lines(of plan: Plan) -> [String] {
    guard let baseline = region.baseline else { return [] }
    let moves = Moves(of: plan, in: region)
    let kept = baseline.goLives.count - moves.goLives.count
    let leftOut = moves.goLives.count { $0.now == nil }
    let moved = moves.goLives.count - leftOut
    let out =
      leftOut == 0
      ? "" : "\(counted(leftOut, "practice")) \(leftOut == 1 ? "is" : "are") left out, "
    var lines = [
      "",
      "Against the plan it started from\(asOf(baseline)): "
        + "\(counted(moved, "go-live")) \(moved == 1 ? "moves" : "move"), \(out)"
        + "\(kept) \(kept == 1 ? "stays" : "stay").",
    ]
    lines += costs.map { [words(of: $0)] } ?? []
    for move in moves.goLives {
      let practice = region.practices[move.practice]
      lines.append(
        "  \(practice.code) \(practice.name): "
          + (move.now.map { "now \($0.shortWords), was" } ?? "left out, was")
          + " \(move.was.shortWords)" + (move.isFrozen ? " (was frozen)" : ""))
    }
    let notices = moves.notices.map { region.practices[$0].code.text }
    if !notices.isEmpty {
      lines.append(
        "Notices already sent that must be sent again, as the extract moves: "
          + notices.joined(separator: ", ") + ".")
    }
    return lines
  }

  /// The day of the replan, unless that is the region's first.
  private func asOf(_ baseline: Baseline) -> String {
    baseline.asOf > region.horizon.lowerBound ? ", as of \(baseline.asOf.words)" : ""
  }

  private func words(of costs: (former: Double, now: Double)) -> String {
    let more = costs.now - costs.former
    let words =
      abs(more) < 0.005
      ? "as much as"
      : "\(JSONText.points(abs(more))) points \(more > 0 ? "more" : "less") than"
    return "Its dates cost \(words) that plan's."
  }
}

/// What a replan changes of its baseline, for programs.
struct ReplanAnswer: Encodable {
  let asOf: String
  /// Points of the plan it started from and of this one, like for like and without moves.
  let cost: [String: Double]?
  let moved: [Item]
  let notices: [String]

  struct Item: Encodable {
    let odsCode: String
    let was: String
    let now: String?
    let frozen: Bool

    private enum CodingKeys: String, CodingKey {
      case odsCode = "ods_code"
      case was, now, frozen
    }
  }

  init(plan: Plan, region: Region, costs: (former: Double, now: Double)?) {
    cost = costs.map { ["was": JSONText.points($0.former), "now": JSONText.points($0.now)] }
    let moves = Moves(of: plan, in: region)
    asOf = region.baseline?.asOf.iso ?? ""
    moved = moves.goLives.map {
      Item(
        odsCode: region.practices[$0.practice].code.text, was: $0.was.iso, now: $0.now?.iso,
        frozen: $0.isFrozen)
    }
    notices = moves.notices.map { region.practices[$0].code.text }
  }

  private enum CodingKeys: String, CodingKey {
    case asOf = "as_of"
    case cost, moved, notices
  }
}
