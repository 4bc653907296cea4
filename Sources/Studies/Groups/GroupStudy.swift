public import Days
public import Migrations

/// How a plan treats practices that belong together: networks, pilots, linked practices.
public struct GroupStudy: Sendable {
  /// A primary care network and where its practices go live.
  public struct Network: Hashable, Sendable {
    /// The network's code.
    public var code: String
    /// Its name, if one is given.
    public var name: String?
    /// Tranches in order, each with the practices that go live in it.
    public var tranches: [Tranche]
    /// The practices that are left out, by code.
    public var leftOut: [PracticeCode]
    /// Calendar days from its first to its last go-live.
    public var days: Int

    /// Whether its practices go live in more than one tranche, or some not at all.
    public var isSplit: Bool { tranches.count > 1 || !leftOut.isEmpty && !tranches.isEmpty }
  }

  /// One tranche's part of a network.
  public struct Tranche: Hashable, Sendable {
    /// The tranche's name.
    public var name: String
    /// The practices with their go-lives, by date.
    public var goLives: [GoLive]
  }

  /// A practice with its go-live.
  public struct GoLive: Hashable, Sendable {
    /// The practice.
    public var code: PracticeCode
    /// The day.
    public var day: Day
  }

  /// A link between two practices, and how far apart they go live.
  public struct Pair: Hashable, Sendable {
    /// The link.
    public var link: Link
    /// The first practice.
    public var first: PracticeCode
    /// The second practice.
    public var second: PracticeCode
    /// The first one's go-live; nil if it is left out.
    public var firstDay: Day?
    /// The second one's go-live; nil if it is left out.
    public var secondDay: Day?

    /// Whether one of the two is scheduled and the other left behind.
    public var leavesOneBehind: Bool { (firstDay == nil) != (secondDay == nil) }
  }

  /// A pilot and the first practice behind it.
  public struct Pilot: Hashable, Sendable {
    /// The pilot.
    public var code: PracticeCode
    /// Its go-live; nil if it is left out.
    public var day: Day?
    /// The first practice of the same systems that is no pilot, if any is scheduled.
    public var next: GoLive?
    /// How long it must be ahead.
    public var gap: Length
    /// How far it is ahead in the unit of `gap`; nil if one of the two is not scheduled.
    public var distance: Int?
  }

  /// The networks of more than one practice, in order of their codes.
  public let networks: [Network]
  /// The links of links.csv, in order of the file.
  public let pairs: [Pair]
  /// The pilots, in order of practices.csv.
  public let pilots: [Pilot]

  /// The study of a plan of a region.
  public init(of plan: Plan, in region: Region) {
    var days: [Int: Day] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      days[planned.practice] = planned.schedule[region.pathway.goLive].start
    }
    networks = GroupStudy.networks(days, in: region)
    pairs = region.links.filter { !$0.isFromPilot }.map { link in
      Pair(
        link: link, first: region.practices[link.first].code,
        second: region.practices[link.second].code, firstDay: days[link.first],
        secondDay: days[link.second])
    }
    pilots = region.practices.indices.filter { region.practices[$0].isPilot }.map { place in
      let pilot = region.practices[place]
      let next = region.practices.indices.filter {
        let other = region.practices[$0]
        return !other.isPilot && other.source == pilot.source && other.target == pilot.target
      }.compactMap { other in
        days[other].map { GoLive(code: region.practices[other].code, day: $0) }
      }.min { ($0.day, $0.code) < ($1.day, $1.code) }
      let gap = region.rules.pilotGap
      return Pilot(
        code: pilot.code, day: days[place], next: next, gap: gap,
        distance: days[place].flatMap { day in
          next.map { gap.distance(from: day, to: $0.day, in: region.calendar) }
        })
    }
  }

  private static func networks(_ days: [Int: Day], in region: Region) -> [Network] {
    let tranches = Tranches(of: region)
    let members = Dictionary(
      grouping: region.practices.indices.filter { region.practices[$0].pcn != nil },
      by: { region.practices[$0].pcn ?? "" })
    return members.keys.sorted().compactMap { code in
      guard let places = members[code], places.count > 1 else { return nil }
      let goLives = places.compactMap { place in
        days[place].map { GoLive(code: region.practices[place].code, day: $0) }
      }.sorted { ($0.day, $0.code) < ($1.day, $1.code) }
      var parts: [Tranche] = []
      for goLive in goLives {
        let name = tranches.name(of: goLive.day)
        if parts.last?.name == name {
          parts[parts.count - 1].goLives.append(goLive)
        } else {
          parts.append(Tranche(name: name, goLives: [goLive]))
        }
      }
      let span = goLives.last.flatMap { last in goLives.first.map { last.day - $0.day } }
      return Network(
        code: code, name: region.practices[places[0]].pcnName, tranches: parts,
        leftOut: places.filter { days[$0] == nil }.map { region.practices[$0].code },
        days: span ?? 0)
    }
  }
}
