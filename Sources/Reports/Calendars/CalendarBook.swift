import Days
import Migrations

/// Every event of a region's plan, with its identity and its history.
struct CalendarBook {
  let report: PlanReport
  /// Makes an id of a name; the same name gives the same id.
  let identifier: @Sendable (String) -> String
  /// The events by practice, in order of date.
  private(set) var entries: [PracticeCode: [CalendarEntry]] = [:]
  /// The practices that accepted plans had and the region has no longer, in order of code.
  private(set) var gone: [PlanSnapshot.Entry] = []
  private let practices: [PracticeCode: Practice]

  /// How many further revisions a cancelled event is listed for.
  private static let kept = 2

  init(
    of report: PlanReport, detail: EventDetail, identifier: @escaping @Sendable (String) -> String
  ) {
    self.report = report
    self.identifier = identifier
    practices = Dictionary(
      report.region.practices.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
    let events = MigrationEvents(of: report.region, detail: detail)
    let past = report.revisions.map { revision in
      Dictionary(
        revision.plan.entries.map { ($0.code, events.all(of: $0)) },
        uniquingKeysWith: { one, _ in one })
    }
    let now = report.snapshot.entries
    var names: [PracticeCode: PlanSnapshot.Entry] = [:]
    for entry in report.revisions.flatMap(\.plan.entries) { names[entry.code] = entry }
    for entry in now { names[entry.code] = nil }
    gone = names.values.sorted { $0.code < $1.code }
    for entry in now + gone {
      let isHere = names[entry.code] == nil
      entries[entry.code] = self.entries(
        of: entry, now: isHere ? events.all(of: entry) : [],
        past: past.map { $0[entry.code] ?? [] })
    }
  }

  /// The events that a party's calendar had by one of the last accepted plans and no longer has,
  /// each cancelled: of practices that are gone, and of those that went to another party.
  ///
  /// - Parameters:
  ///   - now: the practices that the party has now.
  ///   - has: whether a practice was the party's own.
  func lost(
    now: Set<PracticeCode>, _ has: (PlanSnapshot.Parties) -> Bool
  ) -> [CalendarEntry] {
    var last: [PracticeCode: Int] = [:]
    for (place, revision) in report.revisions.enumerated() {
      for entry in revision.plan.entries where has(entry.parties) { last[entry.code] = place }
    }
    let count = report.revisions.count
    return last.filter { code, place in
      !now.contains(code) && (1...Self.kept).contains(count - 1 - place)
    }.flatMap { code, place in
      (entries[code] ?? []).map {
        $0.standing == .cancelled
          ? $0 : $0.cancelled(inRevision: report.revisions[place + 1].number)
      }
    }
  }

  /// The parties that accepted plans knew, oldest first.
  var formerParties: [PlanSnapshot.Parties] {
    report.revisions.suffix(Self.kept + 1).flatMap { $0.plan.entries.map(\.parties) }
  }

  private func entries(
    of entry: PlanSnapshot.Entry, now: [MigrationEvent], past: [[MigrationEvent]]
  ) -> [CalendarEntry] {
    var latest: [String: MigrationEvent] = [:]
    for event in past.flatMap(\.self) + now { latest[event.id] = event }
    let current = Set(now.map(\.id))
    let found = latest.values.compactMap { event -> CalendarEntry? in
      let history = EventHistory(
        days: past.map { events in events.first { $0.id == event.id }?.days })
      if current.contains(event.id) { return self.entry(event, of: entry, history) }
      guard let since = history.plansSinceGone(of: past.count), since < Self.kept else {
        return nil
      }
      return cancelled(event, of: entry, history)
    }
    return found.sorted { ($0.days.lowerBound, $0.key) < ($1.days.lowerBound, $1.key) }
  }

  private func entry(
    _ event: MigrationEvent, of entry: PlanSnapshot.Entry, _ history: EventHistory
  ) -> CalendarEntry {
    let isAgreed = history.agreed == event.days
    var lines = [about(entry), "\(event.days.words)."]
    if isAgreed, let before = history.before { lines.append("It was \(before.words).") }
    if !isAgreed, let agreed = history.agreed { lines.append("Agreed was \(agreed.words).") }
    lines.append(
      isAgreed
        ? "Agreed: \(agreedWords(history.lastChange))."
        : "DRAFT: nobody has agreed to this date yet.")
    return make(event, of: entry, history, isAgreed ? .confirmed : .tentative, lines)
  }

  /// The accepted plan that gave an event its day, in words; the same while the day is the same.
  private func agreedWords(_ place: Int?) -> String {
    guard let place else { return "accepted plan" }
    let revision = report.revisions[place]
    let when = revision.accepted.map { ", accepted on \($0.day.words)" } ?? ""
    return "revision \(revision.number)\(when)"
  }

  private func cancelled(
    _ event: MigrationEvent, of entry: PlanSnapshot.Entry, _ history: EventHistory
  ) -> CalendarEntry {
    make(
      event, of: entry, history, .cancelled,
      [about(entry), "Cancelled. It was \(event.days.words)."])
  }

  private func make(
    _ event: MigrationEvent, of entry: PlanSnapshot.Entry, _ history: EventHistory,
    _ standing: CalendarEntry.Standing, _ lines: [String]
  ) -> CalendarEntry {
    let key = "\(entry.code)/\(event.id)"
    let label = Practice(code: entry.code, name: entry.name, source: "", target: "").label
    return CalendarEntry(
      uid: identifier("\(report.region.code)/\(key)"), key: key, sequence: history.sequence,
      stamp: stamp(history.lastChange, isDraft: standing == .tentative), standing: standing,
      summary: (standing == .cancelled ? "Cancelled: " : "") + "\(event.words): \(label)",
      description: (lines + ["Contains no patient data."]).joined(separator: "\n"),
      days: event.days, category: event.words, colour: Self.colour(of: event),
      isReminded: Self.reminded.contains(event.id), event: event.id,
      changedIn: history.lastChange.map { report.revisions[$0].number })
  }

  private static let reminded: Set<String> = [
    "third-parties-off", "pcse-notice", "final-data-production",
  ]

  private func about(_ entry: PlanSnapshot.Entry) -> String {
    guard let practice = practices[entry.code] else {
      return "The practice is no longer part of the plan."
    }
    let partner = practice.partner.map { ", with \(report.region.name(of: $0))" } ?? ""
    return "\(report.region.route(of: practice))\(partner)."
  }

  /// When an event was last changed: never the clock, so that the same plan gives the same bytes.
  private func stamp(_ revision: Int?, isDraft: Bool) -> String {
    if !isDraft, let revision {
      if let accepted = report.revisions[revision].accepted { return Self.stamp(accepted) }
      return unknownStamp(report.revisions[revision].number)
    }
    return report.stamp.map(Self.stamp) ?? unknownStamp(0)
  }

  /// Where nobody said when, the first day of the region's plan, a second later for each revision.
  private func unknownStamp(_ number: Int) -> String {
    Self.stamp(.seconds(report.region.horizon.lowerBound.number * 86_400 + number))
  }

  private static func stamp(_ stamp: PlanReport.Stamp) -> String {
    guard case .seconds = stamp else { return CalendarText.digits(stamp.day) + "T000000Z" }
    return stamp.iso.replacing("-", with: "").replacing(":", with: "")
  }

  private static func colour(of event: MigrationEvent) -> String {
    guard let code = event.code else { return "steelblue" }
    return switch StageFamily(code: code) {
    case .setUp: "slategray"
    case .prepare: "mediumblue"
    case .data: "indigo"
    case .cutover: "mediumvioletred"
    case .goLive: "green"
    case .after: "darkcyan"
    }
  }
}
