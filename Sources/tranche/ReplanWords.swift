import Days
import Migrations
import Reports

/// What a replan changes of its baseline, for people.
struct ReplanWords {
  let region: Region

  /// The lines; none for a plan from nothing.
  func lines(of plan: Plan) -> [String] {
    guard let news = ReplanNews(of: plan, in: region) else { return [] }
    return ["", news.summary] + news.lines.map { "  \($0)" } + [news.notices].compactMap(\.self)
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
