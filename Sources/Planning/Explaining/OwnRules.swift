import Days
import Migrations

/// Which of a practice's own rules keeps a stage from being earlier.
///
/// Each rule that could is taken away by itself, and the practice dated again without it: those
/// that let an earlier date in are the answer.
struct OwnRules {
  let region: Region
  let practice: Int
  let model: Model

  /// A rule and its words.
  struct Named {
    let rule: Rule
    let words: String
    /// Takes the rule out of a region.
    let remove: @Sendable (inout Region) -> Void

    /// A region without the rule.
    func without(_ region: Region) -> Region {
      var region = region
      remove(&region)
      return region
    }
  }

  /// The rules each of which alone keeps an event from lying on or before a day number.
  func thatKeep(_ event: StageEvent, from last: Int) -> [(rule: Rule, words: String)] {
    candidates().filter { allows(event, by: last, in: $0.without(region)) }.map {
      ($0.rule, $0.words)
    }
  }

  /// The fewest rules that together leave the practice no dates at all.
  func clash() -> [Named] {
    MinimalSubset.of(candidates()) { kept in
      var region = region
      // What is not kept goes; the order does not matter, as rules are found by what they are.
      let names = Set(kept.map(\.words))
      for rule in candidates() where !names.contains(rule.words) { rule.remove(&region) }
      return !chain(in: region).hasDates
    }
  }

  private func chain(in region: Region) -> PracticeModel {
    PracticeModelBuilder(region: region, timetable: model.timetable, rows: model.rows)
      .model(of: practice)
  }

  private func allows(_ event: StageEvent, by last: Int, in region: Region) -> Bool {
    var chain = chain(in: region)
    guard chain.hasDates, let node = chain.nodes.firstIndex(where: { $0.event == event })
    else { return false }
    chain.nodes[node].upper = min(chain.nodes[node].upper, last)
    return model.generator().best(chain, charges: NoCharges()) != nil
  }

  /// Every rule on the practice alone that can be taken away.
  func candidates() -> [Named] {
    let own = region.practices[practice]
    var all: [Named] = []
    let practice = practice
    func add(_ rule: Rule, _ words: String, _ remove: @escaping @Sendable (inout Region) -> Void) {
      all.append(Named(rule: rule, words: words, remove: remove))
    }
    if let pinned = own.pinnedGoLive {
      add(.pin, "its go-live is agreed for \(pinned.words)") {
        $0.practices[practice].pinnedGoLive = nil
      }
    }
    for stage in own.actuals.keys.sorted() {
      add(.pin, "\(region.pathway.stages[stage].name) is on record") {
        $0.practices[practice].actuals[stage] = nil
      }
    }
    if let first = own.notBefore {
      add(.pathway, "no stage of it starts before \(first.words)") {
        $0.practices[practice].notBefore = nil
      }
    }
    for period in region.protectedPeriods where period.rule == .forbid {
      add(.protected, OwnRules.words(period, in: region)) {
        $0.protectedPeriods.removeAll { $0 == period }
      }
    }
    for closure in own.closures where closure.rule == .forbid {
      let reason = closure.reason.isEmpty ? "" : " (\(closure.reason))"
      let dates =
        "\(closure.days.lowerBound.words) to \(closure.days.upperBound.words)\(reason)"
      add(.closure, "it is closed from \(dates)") {
        $0.practices[practice].closures.removeAll { $0 == closure }
      }
    }
    for leadTime in region.pathway.leadTimes {
      add(.leadTime, words(leadTime)) {
        $0.pathway.leadTimes.removeAll { $0.id == leadTime.id }
      }
    }
    if region.rules.deadlinesAreHard, let deadline = own.mustBeLiveBy {
      add(.deadline, "it must be live by \(deadline.words)") { $0.rules.deadlinesAreHard = false }
    }
    if let longest = region.rules.maximumElapsed {
      add(.pathway, "a migration takes at most \(words(longest))") {
        $0.rules.maximumElapsed = nil
      }
    }
    for (place, stage) in region.pathway.stages.enumerated() {
      if stage.weekdays != nil {
        add(.pathway, "\(stage.name) starts on certain weekdays only") {
          $0.pathway.stages[place].weekdays = nil
        }
      }
      if let wait = stage.longestWait {
        let longest = wait.count == 0 ? "without a wait" : "after at most \(words(wait))"
        add(.pathway, "\(stage.name) follows \(longest)") {
          $0.pathway.stages[place].longestWait = nil
        }
      }
    }
    return all
  }

  /// A protected period by its name, its days and what it forbids.
  static func words(_ period: ProtectedPeriod, in region: Region) -> String {
    let stages = period.stages.sorted().map { region.pathway.stages[$0].code }
    return "\(period.name) (\(period.dateWords)) forbids \(stages.joined(separator: " "))"
  }

  private func words(_ leadTime: LeadTime) -> String {
    let from = region.pathway.stages[leadTime.from.stage].name
    let to = region.pathway.stages[leadTime.to.stage].name
    let least = leadTime.atLeast(leaving: region.practices[practice].source).map {
      "at least \(words($0))"
    }
    let most = leadTime.atMost.map { "at most \(words($0))" }
    let span = [least, most].compactMap { $0 }.joined(separator: " and ")
    return "\(leadTime.id): \(span) from \(from) (\(leadTime.from.edge.rawValue)) to \(to) "
      + "(\(leadTime.to.edge.rawValue))"
  }

  private func words(_ length: Length) -> String {
    switch length {
    case .days(let count): counted(count, "day")
    case .workingDays(let count): counted(count, "working day")
    }
  }
}
