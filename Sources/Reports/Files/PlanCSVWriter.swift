import Days
import Migrations

/// plan.csv, a row per practice, and stages.csv, a row per practice and stage.
public struct PlanCSVWriter: PlanWriter {
  /// For spreadsheets, or plain for programs.
  public var style: CSVStyle

  /// A writer of plan.csv and stages.csv.
  public init(style: CSVStyle = .people) { self.style = style }

  /// `plan.csv` and `stages.csv`.
  public func files(for report: PlanReport) -> [OutputFile] {
    [
      OutputFile(name: "plan.csv", text: plan(report)),
      OutputFile(name: "stages.csv", text: stages(report)),
    ]
  }

  private func stages(_ report: PlanReport) -> String {
    var csv = CSVText(
      style: style,
      header: ["ods_code", "stage", "stage_code", "start", "finish", "working_days"])
    for planned in report.plan.practices {
      let code = report.region.practices[planned.practice].code.text
      for (stage, dates) in zip(report.region.pathway.stages, planned.schedule) {
        let days = report.region.calendar.count(in: dates.start..<(dates.finish + 1))
        csv.append([
          .text(code), .text(stage.id.text), .text(stage.code), .day(dates.start),
          .day(dates.finish), .integer(days),
        ])
      }
    }
    return csv.text
  }

  private func plan(_ report: PlanReport) -> String {
    let region = report.region
    let keyDates = KeyDates(of: region)
    let tranches = Tranches(of: region)
    var csv = CSVText(
      style: style,
      header: [
        "ods_code", "practice_name", "pcn_code", "list_size", "source_system", "target_system",
        "partner", "status", "tranche",
      ] + KeyDates.Name.allCases.map(\.rawValue) + [
        "earliest_go_live", "preferred_date", "must_be_live_by", "cost", "reason",
      ] + region.otherColumnNames)
    for planned in report.plan.practices {
      let practice = region.practices[planned.practice]
      let goLive = keyDates.date(.goLive, in: planned.schedule)
      var cells: [CSVCell] = [
        .text(practice.code.text), .text(practice.name), .text(practice.pcn ?? ""),
        practice.listSize.map(CSVCell.integer) ?? .empty,
        .text(region.name(of: practice.source)), .text(region.name(of: practice.target)),
        .text(practice.partner.map { region.name(of: $0) } ?? ""),
        .text(planned.status.rawValue), .text(goLive.map(tranches.name) ?? ""),
      ]
      cells += KeyDates.Name.allCases.map { .day(keyDates.date($0, in: planned.schedule)) }
      cells += [
        .day(planned.earliestGoLive), .days(practice.preferred), .day(practice.mustBeLiveBy),
        .number(planned.cost.total), .text(planned.reason),
      ]
      // Rows of the file may be short; the table never is.
      let others = practice.otherColumns.prefix(region.otherColumnNames.count)
      cells += others.map(CSVCell.text)
      cells += Array(repeating: .empty, count: region.otherColumnNames.count - others.count)
      csv.append(cells)
    }
    for entry in region.setAside {
      let practice = entry.practice
      var cells: [CSVCell] = [
        .text(practice.code.text), .text(practice.name), .text(practice.pcn ?? ""),
        practice.listSize.map(CSVCell.integer) ?? .empty,
        .text(region.name(of: practice.source)), .text(region.name(of: practice.target)),
        .text(practice.partner.map { region.name(of: $0) } ?? ""), .text("not-planned"), .empty,
      ]
      cells += Array(repeating: .empty, count: KeyDates.Name.allCases.count)
      cells += [
        .empty, .days(practice.preferred), .day(practice.mustBeLiveBy), .empty,
        .text("Not planned: \(entry.reason)."),
      ]
      let others = practice.otherColumns.prefix(region.otherColumnNames.count)
      cells += others.map(CSVCell.text)
      cells += Array(repeating: .empty, count: region.otherColumnNames.count - others.count)
      csv.append(cells)
    }
    return csv.text
  }
}

extension PlanWriter where Self == PlanCSVWriter {
  /// plan.csv and stages.csv for spreadsheets.
  public static var csv: PlanCSVWriter { PlanCSVWriter() }

  /// plan.csv and stages.csv in a given style.
  public static func csv(_ style: CSVStyle) -> PlanCSVWriter { PlanCSVWriter(style: style) }
}
