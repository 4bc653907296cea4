import TrancheKit

/// What a replan changes of its baseline, for people.
struct ReplanWords {
  let region: Region
  /// What the plan it started from and this one cost, without moves; nil where that is not known.
  let costs: (former: Double, now: Double)?

  /// The lines; none for a plan from nothing.
  func lines(of plan: Plan) -> [String] {
    guard let news = ReplanNews(of: plan, in: region) else { return [] }
    return ["", news.summary] + (costs.map { [words(of: $0)] } ?? []) + news.lines.map { "  \($0)" }
      + [news.notices].compactMap(\.self)
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
