import Days
import Migrations

/// The rules that several practices can clash over, each with a way to take it away.
struct ClashRules {
  let region: Region
  /// The practices of the clash, by place.
  let practices: [Int]

  /// A rule that may be part of a clash.
  struct Named: Sendable {
    enum Kind: Sendable, Equatable {
      case resource(Int)
      case period(String)
      case link(Int)
      case closure(Int)
      case notBefore(Int)
      case deadlines
      case leadTime(String)
    }

    let kind: Kind
    let rule: Rule
    let words: String
    let practices: [Int]
    let remove: @Sendable (inout Region) -> Void
  }

  /// All of them.
  func all() -> [Named] { resources + links + periods + own + leadTimes }

  private var resources: [Named] {
    region.resources.enumerated().compactMap { place, resource in
      guard practices.contains(where: { resource.appliesTo.matches(region.practices[$0]) }) else {
        return nil
      }
      let words =
        "\(resource.name) (\(resource.id)): \(number(resource.capacity)) a "
        + "\(resource.period.rawValue)"
      return Named(kind: .resource(place), rule: .capacity, words: words, practices: practices) {
        $0.resources[place].capacity = 1e9
        $0.resources[place].changes = []
      }
    }
  }

  private var links: [Named] {
    region.links.enumerated().compactMap { place, link in
      guard practices.contains(link.first), practices.contains(link.second) else { return nil }
      let (first, second) = (name(link.first), name(link.second))
      let words =
        switch link.rule {
        case .together: "\(first) and \(second) go live on the same day."
        case .before(let lag): "\(second) goes live at least \(length(lag)) after \(first)."
        case .apart(let lag): "\(first) and \(second) go live at least \(length(lag)) apart."
        }
      return Named(
        kind: .link(place), rule: .link, words: words, practices: [link.first, link.second]
      ) { region in region.links.removeAll { $0 == link } }
    }
  }

  private var periods: [Named] {
    region.protectedPeriods.filter { $0.rule == .forbid }.map { period in
      let stages = period.stages.sorted().map { region.pathway.stages[$0].code }
      return Named(
        kind: .period(period.id), rule: .protected,
        words: "\(period.name) is kept clear of \(stages.joined(separator: " ")).", practices: []
      ) { region in region.protectedPeriods.removeAll { $0 == period } }
    }
  }

  private var own: [Named] {
    var all: [Named] = []
    for place in practices {
      let practice = region.practices[place]
      if practice.closures.contains(where: { $0.rule == .forbid }) {
        all.append(
          Named(
            kind: .closure(place), rule: .closure,
            words: "\(name(place)) is closed at times.", practices: [place]
          ) { $0.practices[place].closures.removeAll { $0.rule == .forbid } })
      }
      if let first = practice.notBefore {
        all.append(
          Named(
            kind: .notBefore(place), rule: .pathway,
            words: "\(name(place)) starts nothing before \(first.words).", practices: [place]
          ) { $0.practices[place].notBefore = nil })
      }
    }
    if region.rules.deadlinesAreHard,
      practices.contains(where: { region.practices[$0].mustBeLiveBy != nil })
    {
      all.append(
        Named(
          kind: .deadlines, rule: .deadline, words: "Practices must be live by their dates.",
          practices: practices.filter { region.practices[$0].mustBeLiveBy != nil }
        ) { $0.rules.deadlinesAreHard = false })
    }
    return all
  }

  private var leadTimes: [Named] {
    region.pathway.leadTimes.map { leadTime in
      let from = region.pathway.stages[leadTime.from.stage].name
      let to = region.pathway.stages[leadTime.to.stage].name
      return Named(
        kind: .leadTime(leadTime.id), rule: .leadTime,
        words: "The lead time \(leadTime.id) from \(from) to \(to) is kept.", practices: []
      ) { region in region.pathway.leadTimes.removeAll { $0.id == leadTime.id } }
    }
  }

  private func name(_ place: Int) -> String {
    "\(region.practices[place].name) (\(region.practices[place].code))"
  }

  private func length(_ length: Length) -> String {
    switch length {
    case .days(let count): counted(count, "day")
    case .workingDays(let count): counted(count, "working day")
    }
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
