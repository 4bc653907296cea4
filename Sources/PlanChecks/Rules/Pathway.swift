import Days
import Migrations

/// Stages in order, with their lengths, waits, weekdays and working days, inside the horizon.
struct PathwayCheck: PlanCheck {
  var rule: Rule { .pathway }

  func findings(in plan: CheckedPlan) -> [Finding] {
    var findings = plan.malformed.keys.sorted().map { practice in
      let known = plan.region.practices.indices.contains(practice)
      return Finding(
        rule: rule, practice: known ? plan.region.practices[practice].code : nil,
        message: plan.malformed[practice] ?? "")
    }
    for practice in plan.scheduled {
      guard let schedule = plan.schedules[practice] else { continue }
      let migration = CheckedMigration(plan: plan, place: practice, schedule: schedule)
      for stage in schedule.indices {
        findings += migration.workingDays(of: stage)
        findings += migration.horizon(of: stage)
        findings += migration.length(of: stage)
        findings += migration.start(of: stage)
        if stage > 0 { findings += migration.wait(before: stage) }
      }
      findings += migration.elapsed()
    }
    return findings
  }
}

/// One practice's dates under the rules of the pathway.
private struct CheckedMigration {
  let plan: CheckedPlan
  let place: Int
  let schedule: Schedule

  private var region: Region { plan.region }

  private var practice: Practice { region.practices[place] }

  private func title(_ stage: Int) -> String { region.pathway.stages[stage].name }

  private func isRecorded(_ stage: Int) -> Bool { practice.actuals[stage] != nil }

  private func finding(_ day: Day, _ amount: Int, _ message: String) -> Finding {
    Finding(
      rule: .pathway, practice: practice.code, period: day.iso, amount: Double(amount),
      message: "\(region.title(of: place)): \(message)")
  }

  func workingDays(of stage: Int) -> [Finding] {
    let dates = schedule[stage]
    var findings: [Finding] = []
    if !region.calendar.isWorking(dates.start) {
      findings.append(
        finding(
          dates.start, 0,
          "\(title(stage)) starts on \(dates.start.longWords), which is no working day."))
    }
    if dates.finish != dates.start && !region.calendar.isWorking(dates.finish) {
      findings.append(
        finding(
          dates.finish, 0,
          "\(title(stage)) finishes on \(dates.finish.longWords), which is no working day."))
    }
    return findings
  }

  func horizon(of stage: Int) -> [Finding] {
    let dates = schedule[stage]
    let horizon = region.horizon
    if dates.start < horizon.lowerBound {
      return [
        finding(
          dates.start, horizon.lowerBound - dates.start,
          "\(title(stage)) starts on \(dates.start.longWords), before the region's first day, "
            + "\(horizon.lowerBound.longWords).")
      ]
    }
    guard dates.finish > horizon.upperBound else { return [] }
    return [
      finding(
        dates.finish, dates.finish - horizon.upperBound,
        "\(title(stage)) finishes on \(dates.finish.longWords), after the region's last day, "
          + "\(horizon.upperBound.longWords).")
    ]
  }

  func length(of stage: Int) -> [Finding] {
    guard !isRecorded(stage) else { return [] }
    let dates = schedule[stage]
    let length = region.calendar.count(in: dates.start..<(dates.finish + 1))
    let limits = region.pathway.stages[stage].lengths(forListSize: practice.listSize)
    let taken =
      "\(title(stage)) from \(dates.start.longWords) takes "
      + counted(length, "working day")
    if length < limits.minimum {
      return [
        finding(
          dates.start, limits.minimum - length, "\(taken), at least \(limits.minimum) needed.")
      ]
    }
    guard length > limits.maximum else { return [] }
    return [
      finding(dates.start, length - limits.maximum, "\(taken), at most \(limits.maximum) allowed.")
    ]
  }

  func start(of stage: Int) -> [Finding] {
    guard !isRecorded(stage) else { return [] }
    let start = schedule[stage].start
    var findings: [Finding] = []
    // What comes before a record has happened, whenever that was.
    let isAhead = practice.actuals.keys.allSatisfy { $0 < stage }
    let openings = [(practice.notBefore, "practice's"), (region.opening, "region's")]
    for case (let first?, let whose) in openings where isAhead && start < first {
      findings.append(
        finding(
          start, first - start,
          "\(title(stage)) starts on \(start.longWords), before the \(whose) first day, "
            + "\(first.longWords)."))
    }
    if let allowed = region.pathway.stages[stage].weekdays, !allowed.contains(start.weekday) {
      let names = allowed.sorted().map(\.name).joined(separator: ", ")
      findings.append(
        finding(
          start, 0, "\(title(stage)) starts on \(start.longWords); it may only start on \(names)."))
    }
    return findings
  }

  func wait(before stage: Int) -> [Finding] {
    let finish = schedule[stage - 1].finish
    let start = schedule[stage].start
    guard start > finish else {
      return [
        finding(
          start, finish - start + 1,
          "\(title(stage)) starts on \(start.longWords), but \(title(stage - 1)) only finishes on "
            + "\(finish.longWords).")
      ]
    }
    guard !isRecorded(stage), let longest = region.pathway.stages[stage].longestWait else {
      return []
    }
    if isOver(longest, before: stage) { return [] }
    // Working days compare with working days, calendar days with calendar days.
    let idle: Int
    let unit: String
    switch longest {
    case .workingDays:
      idle = region.calendar.count(in: (finish + 1)..<start)
      unit = "working day"
    case .days:
      idle = start - finish - 1
      unit = "day"
    }
    guard idle > longest.count else { return [] }
    return [
      finding(
        start, idle - longest.count,
        "\(title(stage)) starts on \(start.longWords) after a wait of \(counted(idle, unit)) from "
          + "\(finish.longWords); at most \(longest.words) allowed.")
    ]
  }

  /// Whether the wait since a recorded finish was already too long on the region's day.
  private func isOver(_ longest: Length, before stage: Int) -> Bool {
    guard let before = practice.actuals[stage - 1]?.finish,
      let today = region.today(for: practice, stage: stage), before < today
    else { return false }
    switch longest {
    case .workingDays(let count):
      return region.calendar.count(in: (before + 1)..<today) > count
    case .days(let count):
      return (region.calendar.firstWorkingDay(onOrAfter: today) ?? today) - before - 1 > count
    }
  }

  func elapsed() -> [Finding] {
    let events = (
      StageEvent(stage: 0, edge: .start),
      StageEvent(stage: region.pathway.goLive, edge: .start)
    )
    guard let longest = region.rules.maximumElapsed, !practice.isRecorded(events.1),
      !plan.isOver(longest, since: events.0, until: events.1, place: place)
    else { return [] }
    let first = schedule[0].start
    let goLive = schedule[region.pathway.goLive].start
    let elapsed = longest.distance(from: first, to: goLive, in: region.calendar)
    guard elapsed > longest.count else { return [] }
    return [
      finding(
        goLive, elapsed - longest.count,
        "it goes live on \(goLive.longWords), more than \(longest.words) after it began on "
          + "\(first.longWords) (\(elapsed - longest.count) too many).")
    ]
  }
}
