import Days
import Migrations

/// One line of the project file.
struct ProjectTask: Sendable {
  /// The name by which it has its number in every export, such as `A81001/go-live`.
  let key: String
  let name: String
  /// 1 for groups, 2 for practices, 3 for stages.
  let level: Int
  let start: Day
  let finish: Day
  var isSummary = false
  var isMilestone = false
  /// The key of the task that comes before it.
  var predecessor: String?
  var deadline: Day?
  /// When the last accepted plan had it.
  var baseline: StageDates?
  var actual: Practice.Actual?
  /// The values of Text1 to Text5.
  var texts: [String] = []
  var notes = ""
}

extension ProjectTask {
  /// The lines of a report: groups by the way from system to system, practices, stages.
  static func all(of report: PlanReport) -> [ProjectTask] {
    let region = report.region
    let keyDates = KeyDates(of: region)
    let agreed = Dictionary(
      (report.revisions.last?.plan.entries ?? []).map { ($0.code, $0) },
      uniquingKeysWith: { one, _ in one })
    return GanttChart(of: report, grouping: .route).groups.flatMap { group -> [ProjectTask] in
      let practices = group.rows.map { row -> [ProjectTask] in
        let stages = stages(of: row, in: region, agreed: agreed[row.practice.code], keyDates)
        return [summary(of: stages, row, in: region)] + stages
      }
      let all = practices.flatMap(\.self)
      guard let first = all.map(\.start).min(), let last = all.map(\.finish).max() else {
        return []
      }
      return [
        ProjectTask(
          key: "group/\(group.title)", name: group.title, level: 1, start: first, finish: last,
          isSummary: true)
      ] + all
    }
  }

  private static func summary(
    of stages: [ProjectTask], _ row: GanttChart.Row, in region: Region
  ) -> ProjectTask {
    let practice = row.practice
    return ProjectTask(
      key: practice.code.text, name: practice.name, level: 2,
      start: stages.map(\.start).min() ?? row.goLive,
      finish: stages.map(\.finish).max() ?? row.goLive, isSummary: true,
      texts: texts(practice, code: "", in: region), notes: row.planned.reason)
  }

  private static func stages(
    of row: GanttChart.Row, in region: Region, agreed: PlanSnapshot.Entry?, _ keyDates: KeyDates
  ) -> [ProjectTask] {
    let practice = row.practice
    var tasks: [ProjectTask] = []
    for (place, (stage, dates)) in zip(region.pathway.stages, row.planned.schedule).enumerated() {
      tasks.append(
        ProjectTask(
          key: "\(practice.code)/\(stage.id)", name: stage.name, level: 3, start: dates.start,
          finish: dates.finish, isMilestone: StageShape(code: stage.code) != nil,
          predecessor: tasks.last?.key,
          deadline: place == region.pathway.goLive ? practice.mustBeLiveBy : nil,
          baseline: agreed?.stages.first { $0.code == stage.code }?.dates,
          actual: practice.actuals[place],
          texts: texts(practice, code: stage.code, in: region)))
    }
    if let end = keyDates.date(.legacyAccessUntil, in: row.planned.schedule) {
      tasks.append(
        ProjectTask(
          key: "\(practice.code)/end", name: "End of migration: legacy access ends", level: 3,
          start: end, finish: end, isMilestone: true, predecessor: tasks.last?.key,
          texts: texts(practice, code: "EM", in: region)))
    }
    return tasks
  }

  private static func texts(_ practice: Practice, code: String, in region: Region) -> [String] {
    [
      practice.code.text, practice.pcn ?? "", region.name(of: practice.source),
      region.name(of: practice.target), code,
    ]
  }
}
