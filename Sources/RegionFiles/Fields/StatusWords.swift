import Migrations

/// What planners write in a column of states.
enum StatusWords {
  /// What a practice's state means for a plan.
  enum Meaning: Hashable {
    /// It is planned.
    case planned
    /// It is planned, and has begun.
    case inProgress
    /// It is not planned.
    case setAside(SetAside.State)
  }

  /// The states with their spellings, folded; the first of each is the one that is offered.
  private static let spellings: [(Meaning, [String])] = [
    (
      .planned,
      [
        "planned", "plan", "scheduled", "booked", "confirmed", "agreed", "notstarted",
        "notyetstarted", "tobeplanned", "tobescheduled", "pending", "active", "open", "new",
        "proposed", "provisional", "waiting", "interested", "ready", "approved", "signed",
      ]
    ),
    (
      .inProgress,
      [
        "inprogress", "started", "ongoing", "underway", "migrating", "inflight", "wip",
        "inmigration", "kickedoff",
      ]
    ),
    (
      .setAside(.onHold),
      ["onhold", "hold", "paused", "deferred", "suspended", "postponed", "parked"]
    ),
    (.setAside(.live), ["live", "wentlive", "gonelive", "nowlive", "alreadylive", "migrated"]),
    (.setAside(.done), ["done", "complete", "completed", "finished"]),
    (
      .setAside(.cancelled),
      ["cancelled", "canceled", "withdrawn", "withdrew", "aborted", "abandoned"]
    ),
    (
      .setAside(.declined),
      ["declined", "refused", "optedout", "rejected", "notproceeding", "notparticipating"]
    ),
    (
      .setAside(.closed),
      [
        "closed", "closing", "merged", "merging", "listdispersed", "dispersed", "ceased",
        "practiceclosed", "closedmerged",
      ]
    ),
  ]

  private static let byWord: [String: Meaning] = Dictionary(
    spellings.flatMap { meaning, words in words.map { ($0, meaning) } },
    uniquingKeysWith: { first, _ in first })

  /// What a text means; nil if it is not known.
  static func meaning(of text: String) -> Meaning? {
    if text.isEmpty || EmptyWords.means(text) { return .planned }
    if let found = byWord[Trimming.folded(text)] { return found }
    // "CLOSED 31/03/2027", "Merged into M85005 01/07/2027": the state, then when or where. Anything
    // else after it may turn it round, as in "closed list" or "live date agreed".
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for count in [3, 2, 1] where count < words.count {
      guard let found = byWord[Trimming.folded(words[..<count].joined())] else { continue }
      let next = words[count]
      let leads = ["on", "from", "since", "into", "with", "by", "at", "until", "in", "to", "due"]
      let isDated = next.first?.isNumber == true || leads.contains(next)
      return isDated && words.dropFirst(count).contains { $0.contains(where: \.isNumber) }
        ? found : nil
    }
    return nil
  }

  /// The words that are offered.
  static let offered =
    "planned, in progress, on hold, live, done, cancelled, declined or closed"
}
