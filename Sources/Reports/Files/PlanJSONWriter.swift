import Days
import Migrations

/// plan.json: the record of a plan, complete enough to check it and to prove its bound again.
public struct PlanJSONWriter: PlanWriter {
  /// The version of the file's shape; readers refuse any other.
  public static let format = 1

  /// A writer of plan.json.
  public init() {}

  /// `plan.json`, in the shape that `PlanSchema.plan` describes.
  public func files(for report: PlanReport) -> [OutputFile] {
    [OutputFile(name: "plan.json", text: PlanRecord(of: report).value.text)]
  }
}

extension PlanWriter where Self == PlanJSONWriter {
  /// plan.json, the record of a plan.
  public static var json: PlanJSONWriter { PlanJSONWriter() }
}

/// The parts of plan.json.
struct PlanRecord {
  let report: PlanReport
  private let keyDates: KeyDates
  private let taskDates: TaskDates
  private let tranches: Tranches

  init(of report: PlanReport) {
    self.report = report
    keyDates = KeyDates(of: report.region)
    taskDates = TaskDates(of: report.region)
    tranches = Tranches(of: report.region)
  }

  var value: JSONValue {
    var members: [String: JSONValue] = [
      "format": .integer(PlanJSONWriter.format),
      "tool": .string("tranche"),
      "version": .string(report.version),
      "seed": .integer(report.plan.seed),
      "status": .string(report.standing.rawValue),
      "region": region,
      "inputs": .array(
        report.inputs.map {
          .object(["file": .string($0.file), "sha256": .string($0.sha256)])
        }),
      "summary": summary,
      "practices": .array(report.plan.practices.map(practice)),
      "protected": .array(report.region.protectedPeriods.map(protected)),
      "resources": .array(report.region.resources.map(resource)),
      "certificate": certificate,
      "work": .object(report.plan.work.mapValues { .integer($0) }),
    ]
    if let asked { members["asked"] = asked }
    if !report.region.setAside.isEmpty {
      members["not_planned"] = .array(
        report.region.setAside.map { entry in
          .object([
            "ods_code": .string(entry.practice.code.text), "name": .string(entry.practice.name),
            "status": .string(entry.state.rawValue), "reason": .string(entry.reason),
          ])
        })
    }
    if let branching { members["branching"] = branching }
    if let replan { members["replan"] = replan }
    if let reserves { members["reserves"] = reserves }
    if let stamp = report.stamp { members["generated"] = .string(stamp.iso) }
    return .object(members)
  }

  private var region: JSONValue {
    var members: [String: JSONValue] = [
      "name": .string(report.region.name),
      "code": .string(report.region.code),
      "start": .string(report.region.horizon.lowerBound.iso),
      "finish": .string(report.region.horizon.upperBound.iso),
    ]
    if let asOf = report.region.asOf { members["as_of"] = .string(asOf.iso) }
    return .object(members)
  }

  private var summary: JSONValue {
    let plan = report.plan
    let goLives = plan.practices.filter { !$0.schedule.isEmpty }
      .map { $0.schedule[report.region.pathway.goLive].start }
    return .object([
      "cost": .object([
        "total": .number(Figures.nearest(plan.cost.total)), "terms": terms(of: plan.cost),
        "without_moved": .number(Figures.nearest(plan.cost.withoutMoves)),
      ]),
      "bound": .number(Figures.atMost(plan.bound)),
      "gap": .number(Figures.nearest(plan.gap)),
      "proof": .string(plan.proof.rawValue),
      "scheduled": .integer(plan.scheduledCount),
      "unscheduled": .integer(plan.practices.count - plan.scheduledCount),
      "first_go_live": .text(goLives.min()?.iso),
      "last_go_live": .text(goLives.max()?.iso),
      "sentences": .array(PlanSentences(of: report).all.map(JSONValue.string)),
    ])
  }

  /// Every term, so that a reader need not know which are left out at 0.
  private func terms(of cost: Cost) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: Cost.Term.allCases.map {
          ($0.rawValue, .number(Figures.nearest(cost[$0])))
        }))
  }

  private func practice(_ planned: PlannedPractice) -> JSONValue {
    let region = report.region
    let practice = region.practices[planned.practice]
    let goLive = keyDates.date(.goLive, in: planned.schedule)
    var members: [String: JSONValue] = [
      "ods_code": .string(practice.code.text),
      "name": .string(practice.name),
      "source_system": .string(practice.source.text),
      "target_system": .string(practice.target.text),
      "pcn_code": .text(practice.pcn),
      "partner": .text(practice.partner?.text),
      "status": .string(planned.status.rawValue),
      "tranche": .string(goLive.map(tranches.name) ?? ""),
      "cost": .number(Figures.nearest(planned.cost.total)),
      "terms": terms(of: planned.cost),
      "reason": .string(planned.reason),
      "earliest_go_live": .text(planned.earliestGoLive?.iso),
      "go_live": .text(goLive?.iso),
      "stages": .array(stages(of: planned.schedule)),
      "tasks": .array(tasks(of: planned.schedule)),
    ]
    if let contact = practice.contactEmail { members["contact_email"] = .string(contact) }
    return .object(members)
  }

  private func stages(of schedule: Schedule) -> [JSONValue] {
    zip(report.region.pathway.stages, schedule).map { stage, dates in
      .object([
        "stage": .string(stage.id.text),
        "code": .string(stage.code),
        "start": .string(dates.start.iso),
        "finish": .string(dates.finish.iso),
        "working_days": .integer(
          report.region.calendar.count(in: dates.start..<(dates.finish + 1))),
      ])
    }
  }

  private func tasks(of schedule: Schedule) -> [JSONValue] {
    report.region.tasks.compactMap { task in
      taskDates.date(of: task.id, in: schedule).map {
        .object(["id": .string(task.id), "date": .string($0.iso)])
      }
    }
  }
}
