import Days
import Migrations

/// The long and the wide table of stages.
extension ReportTables {
  /// A row for every practice and stage.
  var schedule: ReportTable {
    var table = ReportTable(
      name: "schedule",
      columns: [
        .init("ods_code", "ODS code", 10), .init("practice_name", "Practice", 34),
        .init("pcn_code", "PCN code", 10), .init("pcn_name", "PCN", 26),
        .init("list_size", "List size", 9), .init("source_system", "From", 14),
        .init("target_system", "To", 14), .init("stage_code", "Code", 6),
        .init("stage_name", "Stage", 28), .init("stage_order", "Order", 6),
        .init("start_date", "Start", 13), .init("finish_date", "Finish", 13),
        .init("working_days", "Working days", 9), .init("calendar_days", "Calendar days", 9),
        .init("status", "Status", 12), .init("fixed_by", "Fixed by", 9),
        .init("slack_working_days", "Slack, working days", 9),
        .init("baseline_start_date", "Start before", 13),
        .init("baseline_finish_date", "Finish before", 13),
        .init("moved_working_days", "Moved, working days", 10),
        .init("in_protected_period", "In protected period", 20),
        .init("plan_revision", "Revision", 9),
      ])
    for (practice, planned) in scheduled {
      let before = former[practice.code]
      let slack = report.slack[planned.practice]?.stages
      for (place, (stage, dates)) in zip(region.pathway.stages, planned.schedule).enumerated() {
        let old = before?.stages.first { $0.code == stage.code }?.dates
        let last = dates.finish + 1
        table.rows.append([
          .text(practice.code.text), .text(practice.name), .text(practice.pcn),
          .text(practice.pcnName), .integer(practice.listSize),
          .text(region.name(of: practice.source)), .text(region.name(of: practice.target)),
          .text(stage.code), .text(stage.name), .integer(place + 1), .day(dates.start),
          .day(dates.finish), .integer(region.calendar.count(in: dates.start..<last)),
          .integer(last - dates.start), .text(planned.status.rawValue),
          .text(fixedBy(place, practice)), .integer(slack?[place]), .day(old?.start),
          .day(old?.finish),
          .integer(old.map { workingDays(from: $0.start, to: dates.start) }),
          .text(protectedPeriods(place, dates)), .integer(revision),
        ])
      }
    }
    return table
  }

  /// A row for every practice, with the first and the last day of every stage.
  var portfolio: ReportTable {
    let stages = region.pathway.stages
    let columns: [ReportTable.Column] =
      [
        .init("ods_code", "ODS code", 10), .init("practice_name", "Practice", 34),
        .init("pcn_code", "PCN code", 10), .init("pcn_name", "PCN", 26),
        .init("list_size", "List size", 9), .init("source_system", "From", 14),
        .init("target_system", "To", 14), .init("partner", "Partner", 18),
        .init("status", "Status", 12), .init("tranche", "Tranche", 14),
        .init("preferred_date", "Preferred", 13), .init("must_be_live_by", "Must be live by", 13),
      ] + KeyDates.Name.allCases.map { .init($0.rawValue, $0.words, 13) }
      + [
        .init("days_from_preferred", "Days from preferred", 10),
        .init("slack_working_days", "Slack, working days", 9),
        .init("moved_working_days", "Moved, working days", 10), .init("reason", "Why", 50),
      ]
      + stages.flatMap { stage -> [ReportTable.Column] in
        let code = stage.code.lowercased()
        return [
          .init("\(code)_start", "\(stage.code) start", 13),
          .init("\(code)_finish", "\(stage.code) finish", 13),
        ]
      }
    let tranches = Tranches(of: region)
    var table = ReportTable(name: "portfolio", columns: columns)
    for (practice, planned) in practices {
      let goLive = keyDates.date(.goLive, in: planned.schedule)
      let old = former[practice.code]?.goLive
      var cells: [CSVCell] = [
        .text(practice.code.text), .text(practice.name), .text(practice.pcn),
        .text(practice.pcnName), .integer(practice.listSize),
        .text(region.name(of: practice.source)), .text(region.name(of: practice.target)),
        .text(practice.partner.map { region.name(of: $0) }), .text(planned.status.rawValue),
        .text(goLive.map(tranches.name) ?? ""), .days(practice.preferred),
        .day(practice.mustBeLiveBy),
      ]
      cells += KeyDates.Name.allCases.map { .day(keyDates.date($0, in: planned.schedule)) }
      let fromPreferred = goLive.flatMap { practice.daysAfterPreferred($0) }
      let moved = goLive.flatMap { day in old.map { workingDays(from: $0, to: day) } }
      cells += [
        .integer(fromPreferred), .integer(report.slack[planned.practice]?.whole), .integer(moved),
        .text(planned.reason),
      ]
      for place in stages.indices {
        let dates = planned.schedule.indices.contains(place) ? planned.schedule[place] : nil
        cells += [.day(dates?.start), .day(dates?.finish)]
      }
      table.rows.append(cells)
    }
    return table
  }

  /// The same without the days of the stages, for lists that have those elsewhere.
  var practiceList: ReportTable {
    let whole = portfolio
    let kept = whole.columns.count - 2 * region.pathway.stages.count
    return ReportTable(
      name: whole.name, columns: Array(whole.columns.prefix(kept)),
      rows: whole.rows.map { Array($0.prefix(kept)) })
  }

  private func fixedBy(_ place: Int, _ practice: Practice) -> String {
    if practice.actuals[place] != nil { return "actual" }
    return place == region.pathway.goLive && practice.pinnedGoLive != nil ? "pin" : ""
  }

  /// The ids of the protected periods that a stage touches.
  func protectedPeriods(_ place: Int, _ dates: StageDates) -> String {
    let days = dates.start...max(dates.start, dates.finish)
    return region.protectedPeriods
      .filter { $0.stages.contains(place) && !$0.occurrences(touching: days).isEmpty }
      .map(\.id).joined(separator: ";")
  }
}
