import TrancheKit

/// What a replan changes of its baseline, for people.
struct ReplanWords {
  let region: Region

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
      "Against the plan it started from, as of \(baseline.asOf.words): "
        + "\(counted(moved, "go-live")) \(moved == 1 ? "moves" : "move"), \(out)"
        + "\(kept) \(kept == 1 ? "stays" : "stay").",
    ]
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
}

/// What a replan changes of its baseline, for programs.
struct ReplanAnswer: Encodable {
  let asOf: String
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

  init(plan: Plan, region: Region) {
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
    case moved, notices
  }
}
