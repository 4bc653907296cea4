import Days
import Migrations

/// What happens on which day, over all practices: the planner's view of a month.
struct PlanCalendar: Sendable {
  let months: [Month]

  /// One month in which something happens.
  struct Month: Sendable {
    let first: Day
    let days: [Entry]
    /// The month in one line, as `3 go-lives, 2 final data productions`.
    let summary: String
  }

  /// One day on which something happens.
  struct Entry: Sendable {
    let day: Day
    /// What happens, a part for each kind of event, go-lives first.
    let parts: [Part]

    /// The parts in words, each with its names.
    var entries: [String] { parts.map { "\($0.words): \($0.names.joined(separator: ", "))" } }
  }

  /// One kind of event on one day.
  struct Part: Sendable {
    /// How many of what, as `2 final data productions`.
    let words: String
    /// The same where there is little room, as `2 final data`.
    let brief: String
    /// The practices.
    let names: [String]
  }

  /// The stages that make a date for somebody, most important first, as one, as many, and in
  /// brief.
  private static let kinds: [(code: String, one: String, many: String, brief: String)] = [
    ("GL", "go-live", "go-lives", "live"),
    ("FD", "final data production", "final data productions", "final data"),
    ("ID", "initial data production", "initial data productions", "initial data"),
    ("KO", "kick-off meeting", "kick-off meetings", "kick-off"),
  ]

  init(of report: PlanReport) {
    let region = report.region
    let kinds = Self.kinds.compactMap { kind in
      region.pathway.index(of: kind.code).map {
        (place: $0, one: kind.one, many: kind.many, brief: kind.brief)
      }
    }
    var names: [Day: [[String]]] = [:]
    for planned in report.plan.practices where !planned.schedule.isEmpty {
      let practice = region.practices[planned.practice]
      for (number, kind) in kinds.enumerated() {
        names[
          planned.schedule[kind.place].start, default: Array(repeating: [], count: kinds.count)][
            number
          ].append(practice.label)
      }
    }
    let byMonth = Dictionary(grouping: names.keys) { $0 - ($0.parts.day - 1) }
    months = byMonth.keys.sorted().map { first in
      let days = (byMonth[first] ?? []).sorted()
      func count(_ number: Int) -> Int { days.reduce(0) { $0 + (names[$1]?[number].count ?? 0) } }
      func words(_ count: Int, _ number: Int) -> String {
        "\(count.grouped) \(count.form(kinds[number].one, kinds[number].many))"
      }
      return Month(
        first: first,
        days: days.map { day in
          Entry(
            day: day,
            parts: kinds.indices.compactMap { number in
              guard let who = names[day]?[number], !who.isEmpty else { return nil }
              return Part(
                words: words(who.count, number), brief: "\(who.count) \(kinds[number].brief)",
                names: who)
            })
        },
        summary: kinds.indices.filter { count($0) > 0 }.map { words(count($0), $0) }
          .joined(separator: ", "))
    }
  }
}
