import Days
import Migrations

/// The plan that a run starts from, as far as reasons look back at it.
struct FormerPlan {
  /// Its dates, by place in the region's list.
  let schedules: [Int: Schedule]
  /// What there was of each resource in the periods that it used.
  private let capacities: [ResourceID: [Day: Double]]

  init(schedules: [Int: Schedule] = [:], uses: [ResourceUse] = []) {
    self.schedules = schedules
    capacities = uses.reduce(into: [:]) { $0[$1.resource, default: [:]][$1.period] = $1.capacity }
  }

  /// What there was of a resource in a period; nil if that is not known.
  func capacity(of resource: ResourceID, in period: Day) -> Double? {
    capacities[resource]?[period]
  }
}

/// Why a go-live is no longer where the plan had it that this one started from: the record, the
/// rule, the capacity or the other practice that is in the way there now.
extension Reasons {
  /// Why a practice has moved, as a sentence; nil if it has not.
  func move(of place: Int, days: [Int32]) -> String? {
    let practice = region.practices[place]
    guard let was = region.baseline?.goLives[practice.code],
      practice.actuals[region.pathway.goLive] == nil,
      was != model.timetable.day(Int(days[model.practices[place].goLive]))
    else { return nil }
    let opening = "No longer on \(was.words)"
    guard let index = model.timetable.index(of: was),
      generator.best(model.practices[place], charges: NoCharges(), goLive: index) != nil
    else { return "\(opening): \(ownCause(place, was: was))." }
    if let link = broken(place, goLive: index) { return "\(opening): \(link)." }
    guard let dates = dates(place, links: nil, goLive: index), dates.cost >= model.noRoom / 2 else {
      return "\(opening), though that day is still open: the plan as a whole costs less so."
    }
    let rows = fullRows(place, formerDays(place) ?? dates.days)
    let full = rows.isEmpty ? fullRows(place, dates.days) : rows
    // What has changed is the cause, not what is full because of it.
    let cause = full.lazy.compactMap(changedCapacity).first ?? full.first.map(taken)
    return cause.map { "\(opening): \($0)." }
  }

  /// The rule of its own, or the record, that a former go-live day breaks.
  private func ownCause(_ place: Int, was: Day) -> String {
    let practice = region.practices[place]
    let stages = region.pathway.stages
    guard let former = former.schedules[place], former.count == stages.count else {
      return "its own rules do not allow that day"
    }
    if let attempt = practice.formerAttempts.last {
      return "\(stages[attempt.stage].name) of \(attempt.start.words) is on record as "
        + "\(attempt.outcome.rawValue) and has to be done again"
    }
    for (stage, actual) in practice.actuals.sorted(by: { $0.key < $1.key }) {
      if let words = difference(actual, from: former[stage]) {
        return "\(stages[stage].name) \(words)"
      }
    }
    for (stage, dates) in former.enumerated() {
      guard let today = region.today(for: practice, stage: stage), dates.start < today,
        practice.actuals[stage] == nil
      else { continue }
      return "\(stages[stage].name) was to start on \(dates.start.words) and is not on record by "
        + today.words
    }
    if let first = practice.notBefore, let begun = former.first?.start, begun < first {
      return "it may not start before \(first.words)"
    }
    if region.rules.deadlinesAreHard, let deadline = practice.mustBeLiveBy, was > deadline {
      return "it must be live by \(deadline.words)"
    }
    return forbidden(practice, former) ?? "its own rules do not allow that day"
  }

  /// How a record differs from what was planned; nil if it does not.
  private func difference(_ actual: Practice.Actual, from planned: StageDates) -> String? {
    if actual.start != planned.start {
      return "began on \(actual.start.words) instead of \(planned.start.words)"
    }
    if let finish = actual.finish {
      return finish == planned.finish
        ? nil : "ended on \(finish.words) instead of \(planned.finish.words)"
    }
    guard let open = actual.finishesFrom, planned.finish < open else { return nil }
    return "was to end on \(planned.finish.words) and is under way on \(open.words)"
  }

  /// The period or closure that forbids a stage where it was.
  private func forbidden(_ practice: Practice, _ former: Schedule) -> String? {
    for (stage, dates) in former.enumerated() where practice.actuals[stage] == nil {
      let name = region.pathway.stages[stage].name
      let days = dates.start...dates.finish
      func isWorked(_ range: ClosedRange<Day>) -> Bool {
        guard range.overlaps(days) else { return false }
        let inside = range.clamped(to: days)
        return region.calendar.count(in: inside.lowerBound..<(inside.upperBound + 1)) > 0
      }
      for period in region.protectedPeriods
      where period.rule == .forbid && period.stages.contains(stage) {
        if let range = period.occurrences(touching: days).first(where: isWorked) {
          return "\(period.name), \(range.lowerBound.words) to \(range.upperBound.words), forbids "
            + name
        }
      }
      if let closure = practice.closures.first(where: {
        $0.rule == .forbid && $0.stages.contains(stage) && isWorked($0.days)
      }) {
        return "it is closed from \(closure.days.lowerBound.words) to "
          + "\(closure.days.upperBound.words), which forbids \(name)"
      }
    }
    return nil
  }

  /// The days of a practice in the plan before, as day numbers; nil where they are not all known.
  private func formerDays(_ place: Int) -> [Int32]? {
    guard let former = former.schedules[place],
      former.count == region.pathway.stages.count
    else { return nil }
    var days: [Int32] = []
    for node in model.practices[place].nodes {
      guard let day = model.timetable.index(of: former.day(of: node.event)) else { return nil }
      days.append(Int32(day))
    }
    return days
  }

  /// That there is less of a resource than there was, in words; nil if there is not.
  private func changedCapacity(_ row: Int) -> String? {
    let resource = region.resources[model.rows.resource(of: row)]
    let period = model.rows.period(of: row, timetable: model.timetable)
    let now = resource.capacity(inPeriod: period)
    guard let before = former.capacity(of: resource.id, in: period), now < before - 1e-9 else {
      return nil
    }
    let rate = resource.period == .week ? "a week" : "a day"
    let change = resource.changes.last { $0.isInForce(on: period) }
    let from = change?.from.map { " from \($0.words)" } ?? ""
    let to = change?.to.map { " to \($0.words)" } ?? ""
    let reason = change.map { $0.reason.isEmpty ? "" : " (\($0.reason))" } ?? ""
    return "\(resource.name): \(points(now)) \(rate)\(from)\(to) instead of \(points(before))"
      + reason
  }

  /// A full row with who has it now that had it not before.
  private func taken(_ row: Int) -> String {
    let full = "\(words(ofRow: row)) full"
    let new = state.uses.indices.filter { other in
      state.uses[other].contains { $0.row == row }
        && !(formerDays(other).map { days in
          generator.uses(of: model.practices[other], days: days).contains { $0.row == row }
        } ?? false)
    }
    // Who was asked for is the cause; the others have moved because of it.
    guard let other = new.first(where: { region.practices[$0].fixedGoLive != nil }) ?? new.first
    else { return full }
    let agreed = region.practices[other].fixedGoLive.map { ", agreed for \($0.words)" } ?? ""
    return "\(full), by \(name(other))\(agreed)"
  }
}
