import Days
import Migrations

/// Calendars of a plan: feeds for the region, suppliers, partners, PCNs, practices and protected
/// periods, and single events to send as invitations.
///
/// Ids are stable, and SEQUENCE counts the accepted plans that moved an event, so that a calendar
/// which is read again is updated rather than doubled.
public struct CalendarWriter: PlanWriter {
  /// Makes an id of a name; the same name gives the same id.
  public var identifier: @Sendable (String) -> String
  /// Which events go into the feeds.
  public var detail: EventDetail
  /// The address that invites; nil for single events that are published rather than sent.
  public var organiser: String?

  /// A writer of calendars.
  public init(
    identifier: @escaping @Sendable (String) -> String, detail: EventDetail = .milestones,
    organiser: String? = nil
  ) {
    self.identifier = identifier
    self.detail = detail
    self.organiser = organiser
  }

  /// The files of `calendars/`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let book = CalendarBook(of: report, detail: detail, identifier: identifier)
    let feeds = CalendarFeeds(book: book)
    return feeds.all + [ProtectedCalendar(report: report, identifier: identifier).file]
      + CalendarInvites(book: book, organiser: organiser).files
  }
}

/// The feeds that people subscribe to.
struct CalendarFeeds {
  let book: CalendarBook
  /// The names of practices in file names.
  let practiceNames: [String: String]

  init(book: CalendarBook) {
    self.book = book
    practiceNames = FileName.distinct(
      book.report.region.practices.map(\.code.text) + book.gone.map(\.code.text))
  }

  /// Every feed.
  var all: [OutputFile] {
    let region = book.report.region
    var files = [feed("region", title: region.name, entries(of: region.practices, withGone: true))]
    files += region.systems.map(system) + region.partners.map(partner)
    files += gonePartners.map { partner(Partner(id: PartnerID($0), name: $0)) }
    var pcns = Dictionary(grouping: region.practices.filter { $0.pcn != nil }) { $0.pcn ?? "" }
    for code in book.formerParties.compactMap(\.pcn) where pcns[code] == nil { pcns[code] = [] }
    let names = FileName.distinct(pcns.keys.sorted())
    for (code, own) in pcns.sorted(by: { $0.key < $1.key }) {
      let name = own.lazy.compactMap(\.pcnName).first.map { "\($0) (\(code))" } ?? "PCN \(code)"
      let entries = entries(of: own) { $0.pcn == code }
      if own.isEmpty && entries.isEmpty { continue }
      files.append(feed("pcn-\(names[code] ?? "-")", title: name, entries))
    }
    let present = region.practices.filter { !(book.entries[$0.code] ?? []).isEmpty }
    files += present.map(practice)
    files += book.gone.map { entry in
      feed(
        "practice-\(practiceNames[entry.code.text] ?? "-")", title: "\(entry.name) (\(entry.code))",
        book.entries[entry.code] ?? [], reminders: true)
    }
    if let changes { files.append(changes) }
    return files
  }

  /// A supplier's feed: the practices that leave its system or come to it.
  func system(_ system: ClinicalSystem) -> OutputFile {
    let own = book.report.region.practices.filter {
      $0.source == system.id || $0.target == system.id
    }
    return feed(
      "supplier-\(FileName.safe(system.id.text))", title: system.name,
      entries(of: own) { $0.systems.contains(system.id.text) })
  }

  /// Partners that accepted plans knew and the region has no longer, while they have cancellations.
  private var gonePartners: [String] {
    let known = Set(book.report.region.partners.map(\.id.text))
    return Set(book.formerParties.compactMap(\.partner)).subtracting(known).sorted()
      .filter { id in !book.lost(now: []) { $0.partner == id }.isEmpty }
  }

  /// A delivery partner's feed.
  func partner(_ partner: Partner) -> OutputFile {
    let own = book.report.region.practices.filter { $0.partner == partner.id }
    return feed(
      "partner-\(FileName.safe(partner.id.text))", title: partner.name,
      entries(of: own) { $0.partner == partner.id.text })
  }

  /// A practice's own feed, with reminders.
  func practice(_ practice: Practice) -> OutputFile {
    feed(
      "practice-\(practiceNames[practice.code.text] ?? "-")", title: practice.label,
      book.entries[practice.code] ?? [], reminders: true)
  }

  /// What the last accepted plan changed; nil before the second.
  private var changes: OutputFile? {
    guard let revision = book.report.revisions.last, book.report.revisions.count > 1 else {
      return nil
    }
    let codes = book.report.region.practices.map(\.code) + book.gone.map(\.code)
    let changed = codes.flatMap { book.entries[$0] ?? [] }
      .filter { $0.changedIn == revision.number }
    return feed(
      "changes-rev-\(revision.number)", title: "Changes of revision \(revision.number)", changed)
  }

  /// The events of a party's practices, and cancelled ones of those that it had.
  private func entries(
    of practices: [Practice], had: (PlanSnapshot.Parties) -> Bool
  ) -> [CalendarEntry] {
    (entries(of: practices) + book.lost(now: Set(practices.map(\.code)), had))
      .sorted { ($0.days.lowerBound, $0.key) < ($1.days.lowerBound, $1.key) }
  }

  private func entries(of practices: [Practice], withGone: Bool = false) -> [CalendarEntry] {
    let codes = practices.map(\.code) + (withGone ? book.gone.map(\.code) : [])
    return codes.flatMap { book.entries[$0] ?? [] }
      .sorted { ($0.days.lowerBound, $0.key) < ($1.days.lowerBound, $1.key) }
  }

  private func feed(
    _ name: String, title: String, _ entries: [CalendarEntry], reminders: Bool = false
  ) -> OutputFile {
    var text = CalendarText()
    text.open(title: "GP migrations, \(title)", version: book.report.version, method: "PUBLISH")
    for entry in entries { entry.write(into: &text, reminders: reminders) }
    text.add("END", "VCALENDAR")
    return OutputFile(name: "calendars/\(name).ics", text: text.text)
  }
}

extension CalendarText {
  /// Begins a calendar.
  mutating func open(title: String?, version: String, method: String) {
    add("BEGIN", "VCALENDAR")
    add("VERSION", "2.0")
    add("PRODID", "-//tranche//tranche \(version)//EN")
    add("CALSCALE", "GREGORIAN")
    add("METHOD", method)
    guard let title else { return }
    // RFC 7986 has the one, and most programs still read the other.
    add("NAME", text: title)
    add("X-WR-CALNAME", text: title)
    add("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
    add("X-PUBLISHED-TTL", "PT12H")
  }
}
